"""A hamlet head's later words and photos are of the board in hand, never heads of a Saturday."""

import pytest

from tests.helpers.activities import plan_saturday
from tests.helpers.begun import begun
from tests.helpers.matters import move_in
from tests.town import CUONG, THANG, Town, clock


@begun
async def boards(town: Town) -> Town:
    """Cường's Saturday has its number; a hamlet of his ward and a house are begun."""
    await move_in(town)
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "47")
    await town.tap(CUONG, "Đúng")
    await town.write(THANG, "tiêu chí")
    await town.tap(THANG, "Lập thôn mẫu")
    await town.write(THANG, "Thôn Đông, Ka Long")
    await town.write(CUONG, "tiêu chí")
    await town.tap(CUONG, "Lập nhà mẫu")
    await town.write(CUONG, "NM-KL-001")
    return town


async def claimed(town: Town) -> list[tuple[int, int]]:
    return await town.sql(
        "SELECT checking_id, item FROM checklist_mark WHERE status = 'claimed' ORDER BY 1, 2"
    )


async def heads(town: Town) -> list[int]:
    return [total for (total,) in await town.sql("SELECT total FROM turnout ORDER BY id")]


@pytest.mark.parametrize(
    ("opens", "line", "item"),
    [
        ("TM1", "con tieu chi 10 cung dat luon, gui anh sau", (1, 10)),
        ("TM1", "7 dat", (1, 7)),
        ("TM1", "mục 7 xong rồi ạ", (1, 7)),
        ("TM1", "thon dong tieu chi 10 dat roi day a", (1, 10)),
        ("mo TM-01", "dat muc 3", (1, 3)),
        ("thon mau thon dong", "tieu chi 9 dat roi", (1, 9)),
        ("NM1", "7 đạt", (2, 7)),
        ("NM1", "nm-1 dat 1 2 3 4 5 6 7 8", (2, 1)),
        ("TM1", "nha mau 1 du 8 tieu chi roi nhe", (2, 1)),
        ("TM1", "nhà mẫu số 1 mục 2 đạt", (2, 2)),
    ],
)
async def test_words_are_of_the_board(
    boards: Town, opens: str, line: str, item: tuple[int, int]
) -> None:
    town = boards
    assert "▫️" in await town.write(CUONG, opens)
    said = await town.write(CUONG, line)
    assert f"mục {item[1]} " in said
    assert "gửi một ảnh" in said
    assert "Đã giữ" not in said
    await town.phone(CUONG).photo()
    await town.settle()
    assert item in await claimed(town)
    assert await heads(town) == [47]


@pytest.mark.parametrize("caption", ["tieu chi 10", "mục 10 đây ạ", "thon dong dat tieu chi 10"])
async def test_a_photo_says_which_item_it_shows(boards: Town, caption: str) -> None:
    await boards.write(CUONG, "TM1")
    await boards.phone(CUONG).photo(caption)
    await boards.settle()
    assert await claimed(boards) == [(1, 10)]


@pytest.mark.parametrize("caption", ["nha so 1 dep lam", "bep sach", ""])
async def test_one_that_says_none_is_asked_and_is_no_photo_of_saturday(
    boards: Town, caption: str
) -> None:
    await boards.write(CUONG, "NM1")
    await boards.phone(CUONG).photo(caption or None)
    assert "của mục nào" in await boards.screen(CUONG)
    assert await boards.sql("SELECT count(*) FROM attachment") == [(0,)]


async def test_what_came_back_takes_the_next_photo(boards: Town) -> None:
    town = boards
    await town.write(CUONG, "TM1 mục 10 đạt")
    await town.phone(CUONG).photo()
    await town.write(THANG, "TM1 mục 10 trả lại: chụp lại biên bản")
    await town.settle()
    await town.phone(CUONG).photo("bien ban day a")
    assert "chờ thẩm định" in await town.screen(CUONG)
    assert await claimed(town) == [(1, 10)]


async def test_not_met_is_nothing_new_of_what_nobody_claimed(boards: Town) -> None:
    await boards.write(CUONG, "NM1")
    assert "chưa ghi gì thêm" in await boards.write(CUONG, "muc 8 chua dat, ngo con ban")


@pytest.mark.parametrize("line", ["10 người", "dtn 20 pn 15", "hôm thứ 7 có 52 người"])
async def test_figures_are_still_of_saturday(boards: Town, line: str) -> None:
    """Where no board is in hand."""
    said = await boards.write(CUONG, line)
    assert "người" in said
    assert "mục" not in said


@pytest.mark.parametrize(
    "line", ["tiêu chí 10 là gì", "mục 10 đạt nhưng chưa có ảnh", "nếu mục 10 đạt thì sao"]
)
async def test_a_question_or_a_but_claims_nothing(boards: Town, line: str) -> None:
    await boards.write(CUONG, "TM1")
    assert "gửi một ảnh" not in await boards.write(CUONG, line)
    assert await heads(boards) == [47]
