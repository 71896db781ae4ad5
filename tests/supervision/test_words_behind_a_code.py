"""What stands behind a visit's code is done, asked, or said not to be understood; never lost."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.supervision import (
    KALONG,
    LIEN,
    TRAN,
    office_of_visits,
    propose,
    visit,
)
from tests.town import BINH, CUONG, HOA, LAN, Town

HEAD, MEMBER = ("Lê Văn Trận", "head"), "member"


@begun
async def office(town: Town) -> Town:
    await office_of_visits(town)
    await propose(town, LIEN, when="tháng 12")
    return town


async def team(town: Town) -> set[tuple[str, str]]:
    rows = await town.sql(
        "SELECT p.name, m.part FROM visit_member m JOIN person p ON p.id = m.person_id"
    )
    return {(name.split()[-1], part) for name, part in rows}


@pytest.mark.parametrize(
    "line",
    [
        "GS1 có Trận với Hoa đi cùng",
        "GS1 đoàn có Trận với Hoa đi cùng",
        "gs1 đoàn: Trận, Hoa nhé",
        "GS1: thành phần Trận + Hoa",
    ],
)
async def test_who_goes_is_said_in_a_sentence(office: Town, line: str) -> None:
    await office.write(TRAN, line)
    assert await team(office) == {("Trận", "head"), ("Hoa", "member")}


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("GS1 thay Hoa bằng Liên", {("Trận", "head"), ("Liên", "secretary")}),
        ("GS1 đoàn: thay Hoa = Liên", {("Trận", "head"), ("Liên", "secretary")}),
        ("thay Trận bằng Liên ở GS1", {("Liên", "head"), ("Hoa", "secretary")}),
        ("GS1 thêm Liên", {("Trận", "head"), ("Hoa", "secretary"), ("Liên", "member")}),
        ("thêm Liên vào GS1", {("Trận", "head"), ("Hoa", "secretary"), ("Liên", "member")}),
        ("gs1 bớt hoa", {("Trận", "head")}),
        ("GS1 bỏ Hoa ra khỏi đoàn", {("Trận", "head")}),
    ],
)
async def test_one_goes_for_another(office: Town, line: str, goes: set[tuple[str, str]]) -> None:
    await office.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Hoa thư ký")
    await office.write(TRAN, line)
    assert await team(office) == goes


@pytest.mark.parametrize("line", ["GS1 bớt Trận", "GS1 thay Bình bằng Liên", "GS1 thêm Toàn"])
async def test_what_cannot_be_changes_nothing_and_says_so(office: Town, line: str) -> None:
    await office.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Hoa thư ký")
    said = await office.write(TRAN, line)
    assert said
    assert await team(office) == {("Trận", "head"), ("Hoa", "secretary")}


@pytest.mark.parametrize(
    "line",
    [
        "GS1 đoàn gồm ai",
        "GS1 đi đâu",
        "GS1 có những ai",
        "gửi GS1 cho UBND phường chưa",
        "GS1 kết quả thế nào rồi",
        "GS1 duyệt chưa ạ",
        "kết quả GS1 thế nào",
    ],
)
async def test_a_question_opens_it_and_does_nothing(office: Town, line: str) -> None:
    before = await office.sql("SELECT * FROM visit")
    assert KALONG in await office.write(LAN, line)
    assert KALONG in await office.write(BINH, line)
    assert await office.sql("SELECT * FROM visit") == before


async def test_who_may_not_see_it_learns_nothing_by_a_question(office: Town) -> None:
    await office.write(TRAN, "GS1 không báo trước")
    for who in (BINH, CUONG):
        asked = await office.write(who, "GS1 đi đâu")
        assert asked == (await office.write(who, "GS9 đi đâu")).replace("GS9", "GS1")
        assert KALONG not in asked


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("GS1 giờ 7h30 ngày 8/12 tập trung tại trụ sở cơ quan", "7h30"),
        ("GS1 giờ, nơi tập trung: 7h30 8/12 trụ sở cơ quan", "7h30"),
        ("lùi GS1 sang ngày 11/12", "11/12"),
        ("GS1 đổi sang ngày 11/12", "11/12"),
        ("GS1 chuyển tháng 1/2027 để tránh trùng thanh tra", "Không ghi: «để tránh trùng"),
    ],
)
async def test_day_hour_and_place_are_said_back(office: Town, line: str, said: str) -> None:
    assert said in await office.write(TRAN, line)


@pytest.mark.parametrize("line", ["thôi giữ ngày 10", "khoan, giữ nguyên", "à thôi để đó"])
async def test_what_was_read_back_is_left(office: Town, line: str) -> None:
    assert "CHƯA GỬI" in await office.write(TRAN, "GS1 lùi sang 11/12")
    assert "vẫn như đã ghi" in await office.write(TRAN, line)
    assert await visit(office, "on_day", 1) == (None,)
    assert "vì sao" in await office.write(TRAN, "GS1 không tổ chức")
    await office.write(TRAN, "à thôi để đó")
    assert await visit(office, "stage", 1) == ("proposed",)


@pytest.mark.parametrize("line", ["GS1 duyệt, GS2 duyệt", "duyệt GS1, GS2", "GS1, GS2 duyệt"])
async def test_several_are_taken_into_the_year_or_none(office: Town, line: str) -> None:
    await propose(office, BINH, "tiếp công dân", KALONG, "tháng 12")
    assert "GS-01, GS-02" in await office.write(LAN, line)
    assert await office.sql("SELECT stage FROM visit") == 2 * [("settled",)]


async def test_all_else_is_said_of_one_at_a_time(office: Town) -> None:
    await propose(office, BINH, "tiếp công dân", KALONG, "tháng 12")
    assert "mỗi cuộc một tin" in await office.write(TRAN, "GS1, GS2 ra kế hoạch")
    assert "GS-01" in await office.write(TRAN, "gộp GS2 với GS1 đi")
    await office.write(BINH, "GS2 giữ riêng, lý do: dân phản ánh nhiều")
    assert await visit(office, "apart", 2) == ("dân phản ánh nhiều",)


@pytest.mark.parametrize(
    "line",
    [
        "ghi kế hoạch ngoài của HĐND thành phố: giám sát cấp nước, UBND phường Ka Long, 10/12",
        "HĐND giám sát cấp nước ở UBND phường Ka Long ngày 10/12",
        "thanh tra tỉnh sẽ kiểm tra cấp nước ở UBND phường Ka Long ngày 10/12",
    ],
)
async def test_what_others_plan_is_no_work(office: Town, line: str) -> None:
    said = await office.write(TRAN, line)
    assert "Kế hoạch ngoài" in said
    assert "cấp nước" in said
    await office.write(TRAN, "đúng")
    assert await office.sql("SELECT first FROM outside_plan") == [("2026-12-10",)]
    assert await office.sql("SELECT * FROM assignment") == []


@pytest.mark.parametrize(
    ("caption", "notes"),
    [("GS1", []), ("GS1 ảnh tủ lưu mẫu hỏng", [("ảnh tủ lưu mẫu hỏng",)])],
)
async def test_a_photo_under_a_code_is_kept(
    office: Town, caption: str, notes: list[tuple[str]]
) -> None:
    await office.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    for line in ("GS1 đoàn: Trận trưởng đoàn, Hoa", "GS1 đã đến"):
        await office.write(TRAN, line)
    await office.phone(HOA).photo(caption)
    assert "đã ghi" in await office.screen(HOA)
    assert await office.sql("SELECT about FROM attachment") == [("visit:1",)]
    assert await office.sql("SELECT words FROM finding") == notes


@pytest.mark.parametrize(
    ("word", "asked"),
    [("đoàn", "đoàn"), ("tập trung", "lúc nào"), ("lùi", "lùi"), ("không tổ chức", "vì sao")],
)
async def test_the_word_alone_asks_for_the_rest(office: Town, word: str, asked: str) -> None:
    assert asked in (await office.write(TRAN, f"GS1 {word}")).casefold()
    assert await office.sql("SELECT * FROM expectation")


async def test_a_photo_that_cannot_be_kept_says_so(office: Town) -> None:
    await office.phone(HOA).photo("GS1 ảnh tủ lưu mẫu hỏng")
    assert "chưa lưu" in await office.screen(HOA)
    assert await office.sql("SELECT * FROM attachment") == []
