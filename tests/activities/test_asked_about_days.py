"""Whoever works here asks what there is on Saturday; a leader asks about their own point."""

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join
from tests.town import CUONG, HOA, MAI, Town, clock


async def test_what_there_is_and_how_many_come(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    for words in ("thu 7 nay tinh nguyen co gi", "thu 7 nay co bao nhieu nguoi roi"):
        assert "Dọn bờ kênh" in await town.write(HOA, words), words
    await town.go_to(clock(21, 6, 50))
    assert "Điểm danh" in await town.write(CUONG, "diem toi may nguoi dk r")
