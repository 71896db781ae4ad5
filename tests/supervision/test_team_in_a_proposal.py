"""Who goes and when they gather is said with the proposal, and stands with it."""

from pathlib import Path

import pytest

from tests.helpers.sealing import office_that_seals
from tests.helpers.supervision import (
    FUND,
    KALONG,
    LIEN,
    TRAN,
    names_known,
    office_of_visits,
    visit,
)
from tests.town import BINH, Town, says

TEAM = [("Lê Văn Trận", "head"), ("Nguyễn Thị Hoa", "member"), ("Hoàng Thị Liên", "member")]


@pytest.fixture
async def office(town: Town) -> Town:
    return await names_known(await office_of_visits(town))


async def team(town: Town, number: int = 3) -> list[tuple[str, str]]:
    return await town.sql(
        "SELECT p.name, m.part FROM visit_member m JOIN visit v ON v.id = m.visit_id"
        " JOIN person p ON p.id = m.person_id WHERE v.number = :n ORDER BY m.part, p.id",
        n=number,
    )


@pytest.mark.parametrize(
    "line",
    [
        f"kiểm tra đột xuất {FUND}, {KALONG}, sáng 9/12 8h, đoàn Trận, Liên, Hoa",
        f"de xuat kiem tra dot xuat {FUND} o {KALONG} sang 9/12 luc 8h, doi: Trận, Liên, Hoa",
        f"đề xuất kiểm tra đột xuất {FUND} ở {KALONG} ngày 9/12 8h, đoàn có Trận với Liên và Hoa",
        f"kiểm tra đột xuất {FUND}, {KALONG}, có Trận, Liên, Hoa đi cùng, 8h 9/12",
        f"kiểm tra đột xuất {FUND}, {KALONG}, Trận trưởng đoàn, Liên, Hoa, 8h 9/12",
    ],
)
async def test_both_are_written_down_and_said_back(office: Town, line: str) -> None:
    said = await office.write(TRAN, line)
    for words in (
        "GS-03",
        f"{FUND} – {KALONG} (9/12)",
        "8h00",
        "Lê Văn Trận (trưởng đoàn)",
        "Nguyễn Thị Hoa",
    ):
        assert words in said
    assert await team(office) == TEAM
    assert await visit(office, "starts_at IS NOT NULL", 3) == (1,)


async def test_the_team_hears_the_hour_half_a_day_before(office: Town) -> None:
    line = f"kiểm tra đột xuất {FUND}, {KALONG}, 8h thứ hai, đoàn Trận, Liên"
    await office.write(TRAN, line)
    await office.go_to(office.now.replace(day=22, hour=21))
    assert await says(office, LIEN, "GS-03")


async def test_what_is_asked_in_between_loses_neither(office: Town) -> None:
    line = f"kiểm tra đột xuất bếp ăn bán trú, {KALONG}, 9/12 8h, đoàn Trận, Liên, Hoa"
    said = await office.write(TRAN, line)
    assert "8h00" in said
    assert "Nguyễn Thị Hoa" in said
    await office.tap(TRAN, "Ghi mới")
    assert await team(office) == TEAM


async def test_who_is_on_no_roster_is_said_and_who_may_not_say_who_goes_too(office: Town) -> None:
    said = await office.write(TRAN, f"gs {FUND}, {KALONG}, 9/12, đoàn gồm Trận, Toàn")
    assert "Không rõ ai là Toàn" in said
    await office.tap(TRAN, "Công khai")
    assert await team(office) == TEAM[:1]
    await office.write(BINH, f"gs {FUND}, {KALONG}, 9/12, đoàn gồm Trận, Liên")
    said = await office.tap(BINH, "Công khai")
    assert "chưa ghi: Lê Văn Trận, Hoàng Thị Liên" in said
    assert await team(office, 4) == []


async def test_while_it_is_asked_for_something_else_the_team_is_no_name(office: Town) -> None:
    await office.write(TRAN, f"đề xuất gs {FUND}")
    said = await office.write(TRAN, "đoàn Trận, Liên, Hoa, 8h thứ tư")
    assert "Đối tượng là đơn vị nào" in said
    assert "8h00" in said
    await office.write(TRAN, KALONG)
    await office.tap(TRAN, "Công khai")
    assert await team(office) == TEAM


async def test_while_it_is_asked_whether_it_is_announced_the_team_is_added(office: Town) -> None:
    await office.write(TRAN, f"gs {FUND}, {KALONG}, 9/12")
    said = await office.write(TRAN, "đoàn Trận, Liên, Hoa, 8h ngày 9/12")
    assert "Công khai hay đột xuất" in said
    assert "8h00. Đoàn: Lê Văn Trận (trưởng đoàn)" in said
    assert "GS-03" in await office.write(TRAN, "công khai, chị Lan duyệt")
    assert await team(office) == TEAM


async def test_the_youth_union_of_a_ward_is_a_body(office: Town) -> None:
    said = await office.write(TRAN, "đề xuất kiểm tra điều lệ Đoàn, đoàn phường Ka Long, tháng 12")
    assert "«điều lệ Đoàn»" in said
    await office.tap(TRAN, "Ghi mới")
    assert "«đoàn phường Ka Long»" in (await office.screen(TRAN))


async def test_two_heads_are_none(office: Town) -> None:
    line = f"gs {FUND}, {KALONG}, 9/12, đoàn gồm Trận trưởng đoàn, Liên trưởng đoàn"
    assert "trưởng đoàn" in await office.write(TRAN, line)
    assert await visit(office, "COUNT(*)", 3) == (0,)


async def test_of_a_sealed_one_it_is_said_later(town: Town, tmp_path: Path) -> None:
    office = await office_that_seals(town, tmp_path)
    await office.write(TRAN, "niêm phong")
    await office.tap(TRAN, "Thị Lan")
    said = await office.write(TRAN, "sữa học đường, trường Hoa Sen, tuần sau, đoàn Trận, Liên")
    assert "Đoàn và giờ chưa ghi" in said


@pytest.mark.parametrize(
    ("words", "goes", "stranger"),
    [
        ("có tôi, chị Hoa", ["Lê Văn Trận", "Nguyễn Thị Hoa"], ""),
        ("đi cùng đ/c Liên", ["Hoàng Thị Liên"], ""),
        ("tôi và đồng chí Hoa đi", ["Lê Văn Trận", "Nguyễn Thị Hoa"], ""),
        ("em trưởng đoàn, Liên thư ký", ["Lê Văn Trận", "Hoàng Thị Liên"], ""),
        ("có chị Hoa, anh Bảy", ["Nguyễn Thị Hoa"], "anh Bảy"),
    ],
)
async def test_who_goes_is_no_part_of_the_body(
    office: Town, words: str, goes: list[str], stranger: str
) -> None:
    """«tôi» is whoever proposes it."""
    said = await office.write(TRAN, f"gs {FUND}, {KALONG}, 9/12, {words}")
    assert f"{FUND} – {KALONG}" in said
    assert f"Không rõ ai là {stranger}" in said or not stranger
    await office.tap(TRAN, "Công khai")
    assert {name for name, _ in await team(office)} == set(goes)


@pytest.mark.parametrize("theme", ["quỹ có công dân đóng góp", "nhà có em nhỏ"])
async def test_a_theme_with_such_words_is_whole(office: Town, theme: str) -> None:
    assert f"«{theme}»" in await office.write(TRAN, f"gs {theme}, {KALONG}, 9/12")
