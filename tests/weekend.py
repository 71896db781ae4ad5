"""A Saturday that volunteers come to: few places, so that some must wait."""

from datetime import datetime, time, timedelta
from typing import Any

from domain.activities import NewPoint, Plan, Stage, code_of
from domain.periods import at
from storage import Work
from tests.town import BINH, CUONG, HOA, ICT, MAI, Neighbour, Town

SATURDAY = datetime(2026, 11, 21, 7, 0, tzinfo=ICT)
TITLE = "Dọn bờ kênh"
SON, TUAN, NGA = 8102, 8103, 8104
"""More people of the town who are on no roster."""
PEOPLE = (MAI, SON, TUAN, NGA)


async def open_saturday(
    town: Town,
    capacity: int = 2,
    points: int = 1,
    starts: datetime = SATURDAY,
    lasts: int = 3,
    title: str = TITLE,
    **more: Any,
) -> int:
    """An open activity: Cường leads the first point, Bình the second."""

    def plan(work: Work) -> int:
        organisations = {o.code: o.id for o in work.offices.organisations(work.today)}
        places = [p.id for p in work.offices.localities(work.today)]
        whole = Plan(
            "saturday",
            title,
            starts,
            timedelta(hours=lasts),
            organisations["HPN"],
            town.person(HOA),
        )
        closes = at(starts.date() - timedelta(days=1), time(19), ICT)
        code = code_of("saturday", starts.date())
        added = work.activities.add(whole, code, closes, work.now, Stage.OPEN)
        leaders = (town.person(CUONG), town.person(BINH), None)
        names = ("Cầu Ka Long", "Bãi biển Trà Cổ", "Nhà văn hóa khu 4")
        for n in range(points):
            work.activities.add_point(added, NewPoint(names[n], places[n], leaders[n], capacity))
        for column, value in more.items():
            work.connection.execute(
                f"UPDATE activity SET {column} = ? WHERE id = ?", (value, added)
            )
        return added

    found: int = await town.work(plan)
    return found


async def arrive(town: Town, who: Neighbour | int, activity_id: int) -> str:
    """Somebody scans the poster and presses START."""
    await town.phone(who).start(f"act-{activity_id}")
    return await town.screen(who)


async def join(
    town: Town, who: Neighbour | int, activity_id: int, age: str = "Đồng ý, đủ 18"
) -> str:
    """From the poster to a place; returns what the tap was told."""
    await arrive(town, who, activity_id)
    return await town.tap(who, age)


async def standings(town: Town) -> list[str]:
    rows = await town.sql("SELECT standing FROM registration ORDER BY id")
    return [row[0] for row in rows]


def clock(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ICT)
