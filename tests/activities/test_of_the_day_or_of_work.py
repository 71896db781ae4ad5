"""Just after an organiser was busy with a day, a line without a number may be of that day: it is
asked, and goes to no work by itself."""

import pytest

from tests.helpers.assignments import give
from tests.helpers.begun import begun
from tests.town import HOA, THANG, Town

PLAN = "thứ 7 trồng cây khu 2 Hải Yên 7h30, 40 người"
LINES = ("xong rồi", "xin lùi đến thứ 6", "điểm thứ 4 là điểm gì ạ", "còn 2 điểm chưa có người")


@begun
async def busy(town: Town) -> Town:
    """Hoa has one piece of work, and has just planned a Saturday."""
    await give(town, THANG, "Hoa")
    await town.tap(HOA, "Nhận việc")
    await town.later(minutes=30)
    await town.write(HOA, PLAN)
    await town.tap(HOA, "Gửi")
    return town


@pytest.mark.parametrize("line", LINES)
async def test_it_goes_to_no_work_by_itself(busy: Town, line: str) -> None:
    before = await busy.sql("SELECT count(*) FROM journal WHERE kind = 'assignment'")
    await busy.write(HOA, line)
    labels = busy.phone(HOA).last.labels
    assert "T7-2111" in labels or not [one for one in labels if one.startswith("Gửi")], labels
    assert await busy.sql("SELECT count(*) FROM journal WHERE kind = 'assignment'") == before


async def test_what_says_nothing_of_the_day_is_said_under_it(busy: Town) -> None:
    await busy.write(HOA, "xong rồi")
    said = await busy.tap(HOA, "T7-2111")
    assert "Trồng cây khu 2 Hải Yên" in said
    assert "Chưa ghi: xong rồi" in said


async def test_what_was_said_is_done_to_the_day_that_is_chosen(busy: Town) -> None:
    """The day was opened in vain: the words had to be typed once more."""
    await busy.write(HOA, "xin lùi đến 8h30")
    assert "8h30" in await busy.tap(HOA, "T7-2111")


async def test_after_work_it_is_of_the_work(busy: Town) -> None:
    await busy.write(HOA, "việc của tôi")
    await busy.tap(HOA, "1")
    said = await busy.write(HOA, "xong rồi")
    assert "T7-2111" not in busy.phone(HOA).last.labels, said
