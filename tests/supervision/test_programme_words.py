"""The year's programme, its conference, its steps with their papers, as people type them."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.supervision import (
    FUND,
    KALONG,
    LIEN,
    TRAN,
    office_of_visits,
    propose,
    visit,
)
from tests.town import BINH, HANH, HOA, LAN, Town

TEAM = "GS1 đoàn: Trận trưởng đoàn, Liên thư ký, Hoa"


@begun
async def office(town: Town) -> Town:
    await office_of_visits(town)
    await propose(town, LIEN, when="tuần này")
    return town


@pytest.mark.parametrize(
    "line",
    [
        f"em đề xuất giám sát {FUND} ở {KALONG} tuần này ạ",
        f"dạ em đề xuất gs {FUND}, {KALONG}, tuần này",
        f"dx gs {FUND}, {KALONG}, tuan nay a",
    ],
)
async def test_who_speaks_and_what_is_polite_is_no_part_of_it(office: Town, line: str) -> None:
    assert "GS-01" in await office.write(BINH, line)
    assert "GS-02" in await office.tap(BINH, "Công khai")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("ct gs 2026", "Chương trình 2026"),
        ("chuong trinh nam", "Chương trình 2026"),
        ("in chuong trinh gs 2026", "Chương trình năm 2026: 1 cuộc"),
        ("in chuong trinh gs 2027", "Chương trình năm 2027: 0 cuộc"),
        ("in danh sach hiep thuong nam 2026", "Danh sách hiệp thương: 1 đề xuất"),
        ("hoi nghi hiep thuong", "Hiệp thương, còn 1"),
        ("hop hiep thuong gs", "Hiệp thương, còn 1"),
        ("co gi cho duyet k", "(0)"),
        ("tuan nay gs o dau a", "GS-01"),
        ("tuần này có gs không", "GS-01"),
        ("co cuoc gs nao tuan nay k", "GS-01"),
        ("tuần sau gs ở đâu ạ", "chưa có cuộc nào"),
    ],
)
async def test_the_programme_is_asked_for(office: Town, line: str, said: str) -> None:
    assert said in await office.write(LAN, line)


@pytest.mark.parametrize("line", ["GS1 duyet", "duyet gs1", "gs 1 duyet vao nam"])
async def test_a_leader_takes_it_into_the_year_and_no_further(office: Town, line: str) -> None:
    town = office
    assert "chờ đ/c Trần Thị Lan" in await town.write(TRAN, line)
    assert "đã hiệp thương" in await town.write(LAN, line)
    assert "bước tiếp theo là" in await town.write(LAN, line)
    assert await visit(town, "stage", 1) == ("settled",)


async def test_a_step_is_named_with_its_paper(office: Town) -> None:
    """Only the one that comes next; of any other it is said which one does."""
    town = office
    await town.write(LAN, "GS1 duyệt")
    await town.write(LAN, "gs 1 k bao truoc")
    assert "bước tiếp theo là" in await town.write(TRAN, "GS1 ra bc so 9/BC ngay 23/11 Lan ky")
    await town.write(TRAN, "GS1 ra ke hoach so 35/KH ngay 18/11 Lan ky")
    assert await visit(town, "stage, unannounced", 1) == ("planned", 1)
    assert await town.sql("SELECT number, signer FROM visit_paper") == [("35/KH", "Trần Thị Lan")]
    await town.write(TRAN, TEAM)
    for line in ("GS1 đã đến", "GS1 kết quả: nhắc nhở", "gs1 da co du thao"):
        await town.write(TRAN, line)
    await town.write(LAN, "GS1 bao cao 141/BC ngay 19/11, Lan ky")
    assert await visit(town, "stage", 1) == ("concluded",)


@pytest.mark.parametrize(
    "line",
    [
        "gs 1 thanh phan Tran (truong doan), Lien (thu ky), Hoa",
        "GS1 đoàn: trưởng đoàn Trận, thư ký Liên, Hoa",
        "GS1 đoàn: trưởng đoàn: Trận; thư ký: Liên; thành viên: Hoa",
    ],
)
async def test_a_part_stands_before_or_behind_the_name(office: Town, line: str) -> None:
    said = await office.write(TRAN, line)
    for one in ("Trận (trưởng đoàn)", "Liên (thư ký)", "Hoa (thành viên)"):
        assert one in said


@pytest.mark.parametrize("line", ["in giay di duong gs1", "giấy đi đường GS1", "GS1 in giấy"])
async def test_the_code_may_stand_behind(office: Town, line: str) -> None:
    await office.write(TRAN, TEAM)
    assert "giấy đi đường" in await office.write(HANH, line)


@pytest.mark.parametrize(
    "line", ["kien nghi: thay bang phi", "kn thay bang phi", "GS1 kn: thay bang phi"]
)
async def test_what_is_recommended_there_is_of_the_visit(office: Town, line: str) -> None:
    """Neither a note, nor a recommendation without a body."""
    town = office
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, TEAM)
    await town.write(TRAN, "da den")
    assert "Đã ghi KN-001: thay bang phi" in await town.write(TRAN, line)
    assert await town.sql("SELECT about, body_id IS NOT NULL FROM matter") == [("visit:1", 1)]
    assert await town.sql("SELECT * FROM finding") == []


async def test_who_goes_along_and_tapped_nothing_is_asked_what_it_is(office: Town) -> None:
    town = office
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, TEAM)
    await town.write(TRAN, "da den")
    assert "ghi là gì?" in await town.write(HOA, "bang phi cu, k co lich truc")
    await town.write(LIEN, "hc: bang phi cu")
    assert "mục nào đạt" in await town.write(HOA, "dat 6/8 muc")
    assert await town.sql("SELECT words FROM finding") == [("bang phi cu",)]
    await town.tap(HOA, "Hạn chế")
    found = [("bang phi cu",), ("bang phi cu, k co lich truc",)]
    assert await town.sql("SELECT words FROM finding") == found
    assert "ghi là gì?" not in await town.write(BINH, "bang phi cu, k co lich truc")


async def test_several_recommendations_with_a_comma_and_a_colon(office: Town) -> None:
    town = office
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, TEAM)
    for line in ("da den", "kn thay bang phi", "kn cong khai lich truc"):
        await town.write(TRAN, line)
    await town.write(TRAN, "KN1, KN2: so 142 ngay 19/11")
    await town.write(LIEN, "kn1, kn2: co tra loi cv 210, tiep thu")
    answered = "SELECT state, label FROM matter m JOIN matter_label l ON l.matter_id = m.id"
    assert await town.sql(answered) == 2 * [("answered", "accepted")]
