"""What tells of the field is kept of nobody: whose house, what faith, who is accused; at once and
in the words that come later."""

import pytest

from tests.helpers.matters import move_in
from tests.town import CUONG, THANG, Town

ROAD = "khó khăn: đường vào thôn sạt lở"


@pytest.mark.parametrize(
    "words",
    [
        "cán bộ địa chính nhận 5 triệu mới làm sổ đỏ",
        "trưởng khu thu tiền sai",
        "nhà ông Ba không chịu bàn giao",
        "trưởng khu thu tiền sai của nhà ông Ba",
        "xóm công giáo không cho vào",
        "ngap lut, nha ba Lan hay khieu kien",
    ],
)
async def test_a_difficulty_accuses_and_names_nobody(town: Town, words: str) -> None:
    await move_in(town)
    said = await town.write(CUONG, f"khó khăn: {words}")
    assert "không lưu" in said or "không được lưu" in said
    assert await town.sql("SELECT text FROM matter_words") == []


@pytest.mark.parametrize(
    "words",
    [
        "hộ bà Chín không chịu bàn giao",
        "xóm công giáo không cho vào",
        "trả lời: đã gặp hộ ông Ba, ông đồng ý",
        "trưởng khu thu tiền sai",
    ],
)
async def test_nor_do_the_words_behind_its_code(town: Town, words: str) -> None:
    await move_in(town)
    await town.write(CUONG, ROAD)
    said = await town.write(THANG, f"KK1 {words}")
    assert "không lưu" in said or "không được lưu" in said
    assert await town.sql("SELECT text FROM matter_words") == [("đường vào thôn sạt lở",)]


async def test_nor_does_the_answer_that_a_button_asks_for(town: Town) -> None:
    await move_in(town)
    await town.write(CUONG, ROAD)
    await town.write(THANG, "KK1")
    await town.tap(THANG, "Trả lời")
    assert "không được lưu" in await town.write(THANG, "đã gặp hộ ông Ba, ông đồng ý")
    await town.write(THANG, "đã gặp 2 hộ, đều đồng ý")
    assert await town.sql("SELECT text FROM matter_words") == [
        ("đường vào thôn sạt lở",),
        ("đã gặp 2 hộ, đều đồng ý",),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "cán bộ thôn chưa nhận tiền phụ cấp tháng 10",
        "kế toán xã chưa được nhận tiền hỗ trợ, 5 hộ chờ",
        "anh Thắng ốm, chưa ai thay",
    ],
)
async def test_who_waits_for_money_is_not_accused(town: Town, words: str) -> None:
    await move_in(town)
    assert "KK-001" in await town.write(CUONG, f"khó khăn: {words}")


async def test_no_household_is_a_campaign(town: Town) -> None:
    await move_in(town)
    line = "chiến dịch: Sửa nhà bà Năm, 1/12-31/12, 20 km đường; truyền thông, ra quân"
    assert "không được lưu" in await town.write(THANG, line)
    assert "Sửa 5 nhà" in await town.write(THANG, line.replace("nhà bà Năm", "5 nhà"))


@pytest.mark.parametrize(
    "words",
    [
        "mot chi chuyen di noi khac",
        "nha van hoa khu 2 dot",
        "chi bo khu 2 chua dong y",
        "ba ho chua ky",
    ],
)
async def test_what_names_nobody_is_kept(town: Town, words: str) -> None:
    await move_in(town)
    await town.write(CUONG, f"khó khăn: {words}")
    assert await town.sql("SELECT text FROM matter_words") == [(words,)]


@pytest.mark.parametrize(
    "words",
    [
        "ba Lan khu 2 noi rac khong ai don",
        "con trai ba Lan nghien, 3 ho lo",
        "nha hang xom danh vo, 2 ho noi",
        "truong thon Binh khong cong bang",
        "co giao Huong day them thu tien",
        "quan ba Huong karaoke on ao",
        "nha tho to chuc le lam tac duong",
    ],
)
async def test_nor_does_an_opinion_without_its_marks(town: Town, words: str) -> None:
    """«ba» went through as a number, a church as a place."""
    await move_in(town)
    said = await town.write(CUONG, f"y kien: {words}")
    assert "không lưu" in said or "không được lưu" in said
    assert await town.sql("SELECT text FROM matter_words") == []


@pytest.mark.parametrize(
    "words",
    [
        "ba con khu 2 noi rac khong ai don",
        "den o gan nha tho Tra Co hong",
        "co giao mam non thieu",
        "chua co Den duong",
        "co quan nghien cuu giup",
    ],
)
async def test_what_people_say_of_things_is_kept(town: Town, words: str) -> None:
    await move_in(town)
    await town.write(CUONG, f"y kien: {words}")
    assert await town.sql("SELECT text FROM matter_words") == [(words,)]


async def test_a_place_before_a_comma_is_found(town: Town) -> None:
    await move_in(town)
    await town.write(THANG, "y kien: mat nuoc o tra co, 6 ho noi")
    assert await town.sql(
        "SELECT l.name FROM matter m JOIN locality l ON l.id = m.locality_id"
    ) == [("Trà Cổ",)]
