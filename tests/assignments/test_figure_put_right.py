"""A figure told of one's own work is put right later: read back beside what stood there, whatever
is asked meanwhile."""

import pytest

from tests.helpers.assignments import give, number_from, row
from tests.helpers.begun import begun
from tests.town import BINH, HOA, LAN, THANG, Town, says


@begun(autouse=True)
async def told(town: Town) -> None:
    """Bình has 147, of which five households were told; the leader asks why it is slow."""
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await give(town, THANG, "Hoa", "Vận động 6 hộ Trà Cổ", "27/11")
    for line in ("nhận 147", "147 được 5/6 hộ"):
        await town.write(BINH, line)
    await town.later(hours=1)


async def leader_asks(town: Town) -> None:
    await town.write(LAN, "sao việc 147 chậm thế")
    await town.tap(LAN, "Chuyển lời")


LINES = [
    ("147 hom qua ghi nham, 4/6 ho", 67),
    ("147 ghi nhầm, 3 hộ thôi", 50),
    ("hôm qua em báo nhầm 147, mới có 4/6 hộ", 67),
    ("hom qua em bao nham 147, moi co 2/6 ho", 33),
    ("147 đính chính 4/6", 67),
    ("sửa lại 147 thành 6/6 hộ", 100),
    ("147 nhầm, 70% thôi", 70),
    ("nhầm, 4/6 hộ", 67),
]


@pytest.mark.parametrize(("line", "percent"), LINES)
async def test_under_a_question_the_figure_is_put_right(
    town: Town, line: str, percent: int
) -> None:
    await leader_asks(town)
    said = await town.write(BINH, line)
    assert f"{percent}% «" in said
    assert "thay cho 83% «147 được 5/6 hộ»" in said
    assert await row(town, "percent") == (83,)
    await town.write(BINH, "đúng")
    assert await row(town, "percent") == (percent,)
    assert not await says(town, LAN, line)
    await town.write(BINH, "hộ cuối đi vắng, mai em gặp lại")
    assert await says(town, LAN, "hộ cuối đi vắng")


async def test_and_while_something_else_waits_for_its_yes(town: Town) -> None:
    """A question came into the middle of a figure that was read back: neither hears it."""
    await town.write(BINH, "147 được 3/6 hộ")
    await leader_asks(town)
    assert "67% «4/6 ho»" in await town.write(BINH, "147 hom qua ghi nham, 4/6 ho")
    await town.write(BINH, "đúng")
    assert await row(town, "percent") == (67,)


@pytest.mark.parametrize(("line", "percent"), LINES[:-1])
async def test_with_no_question_as_well(town: Town, line: str, percent: int) -> None:
    assert f"{percent}% «" in await town.write(BINH, line)
    await town.tap(BINH, "Đúng")
    assert await row(town, "percent") == (percent,)


async def test_a_figure_of_a_note(town: Town) -> None:
    await town.write(BINH, "147 đang in 12 giấy mời")
    await town.later(hours=1)
    said = await town.write(BINH, "147 ghi nham, 15 giay moi")
    assert "«147 đang in 15 giấy mời» thay cho «147 đang in 12" in said
    assert "Đã ghi" in await town.write(BINH, "đúng")
    assert await row(town, "percent") == (83,)


@pytest.mark.parametrize("line", ["147 ghi nham, 15 giay moi", "em ghi nhầm, 15 giấy thôi"])
async def test_of_a_result_that_was_not_sent(town: Town, line: str) -> None:
    await town.write(BINH, "147 xong, gửi 12 giấy mời")
    assert "Kết quả: gửi 15 giấy mời\n" in await town.write(BINH, line)
    await town.write(BINH, "148 ghi nham, 20 giay moi")
    assert await town.sql("SELECT text FROM completion") == [("gửi 15 giấy mời",)]


async def test_left_it_stays(town: Town) -> None:
    await town.write(BINH, "147 ghi nhầm, 4/6 hộ")
    old = town.held(BINH, "Đúng")
    await town.write(BINH, "thôi")
    assert "câu hỏi đã trả lời" in await town.press(BINH, *old)
    assert await row(town, "percent") == (83,)


@pytest.mark.parametrize("line", ["hộ thứ 6 đi vắng, em báo nhầm lịch", "147 còn chờ hộ khu 6"])
async def test_an_answer_is_an_answer(town: Town, line: str) -> None:
    await leader_asks(town)
    await town.write(BINH, line)
    assert await says(town, LAN, line)


async def test_nobody_puts_right_what_another_told(town: Town) -> None:
    assert "thay cho" not in await town.write(HOA, "147 ghi nhầm, 4/6 hộ")
    assert "thay cho" not in await town.write(THANG, "147 ghi nhầm, 4/6 hộ")
    assert await row(town, "percent") == (83,)
