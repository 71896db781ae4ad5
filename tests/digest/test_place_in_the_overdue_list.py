"""«2 gia hạn 27/11» under a list that numbers 1, 2, 3 is of the second of it."""

import pytest

from storage import Work
from tests.helpers.activities import plan_saturday
from tests.helpers.reports import LATE, in_full, overdue
from tests.town import LAN, THANG, Town, clock


@pytest.fixture
async def listed(town: Town) -> Town:
    """Works 141 and 142 are late."""

    def late(work: Work) -> None:
        overdue(work, town, "Danh sách người có uy tín")
        overdue(work, town, "Hồ sơ Ka Long", due=LATE.replace(day=19))

    await plan_saturday(town)
    await town.work(late)
    await town.sql("UPDATE assignment SET number = number + 140")
    await in_full(town, LAN)
    await town.go_to(clock(23, 8))
    return town


@pytest.mark.parametrize("line", ["2 gia han 27/11", "viec 2 gia han den thu 6"])
async def test_the_second_of_the_list_is_read_back(listed: Town, line: str) -> None:
    town = listed
    shown = await town.tap(LAN, "Việc quá hạn")
    second = shown.partition("\n2. ")[2]
    title = "Hồ sơ Ka Long" if "Hồ sơ" in second else "Danh sách người có uy tín"
    said = await town.write(LAN, line)
    assert title in said
    assert "27/11" in said
    await town.tap(LAN, "Gửi")
    rows = await town.sql("SELECT title, due_at FROM assignment")
    assert [name for name, due in rows if due.startswith("2026-11-27")] == [title]


async def test_what_stands_nowhere_and_who_does_not_lead(listed: Town) -> None:
    for who, line in ((LAN, "5 gia han 27/11"), (THANG, "2 gia han 27/11")):
        await listed.write(who, line)
        assert "Gửi" not in listed.phone(who).last.labels
