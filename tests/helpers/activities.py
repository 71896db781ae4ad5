"""A Saturday for the stories: planned by its form, or open already with its points."""

from datetime import datetime, time, timedelta
from typing import Any

from domain.activities import NewPoint, Plan, Stage, code_of
from domain.periods import at
from storage import Work
from tests.town import BINH, CUONG, HOA, ICT, Neighbour, Town, clock

SATURDAY = clock(21, 7)
TITLE = "Dọn bờ kênh"
BEACH = "Làm sạch biển và đường liên thôn"
PLACES = {
    "KALONG": ("Cầu Ka Long", CUONG),
    "TRACO": ("Bãi biển Trà Cổ", BINH),
    "HAIYEN": ("Nhà văn hóa khu 4", None),
}
"""The points of a day, by their locality: their names and who leads them."""
POINTS = "Cầu Ka Long, Ka Long, 60\nBãi biển Trà Cổ, Bình, 40\nNhà văn hóa khu 4, Hải Yên"
"""The same three, as somebody types them."""


async def open_saturday(
    town: Town,
    capacity: int = 2,
    points: int = 1,
    starts: datetime = SATURDAY,
    lasts: int = 3,
    title: str = TITLE,
    **more: Any,
) -> int:
    """An open activity with few places, so that some must wait: Cường leads the first point,
    Bình the second."""

    def plan(work: Work) -> int:
        organisations = {o.code: o.id for o in work.offices.organisations(work.today)}
        places = {p.code: p.id for p in work.offices.localities(work.today)}
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
        for place, (name, leader) in list(PLACES.items())[:points]:
            leads = town.person(leader) if leader else None
            work.activities.add_point(added, NewPoint(name, places[place], leads, capacity))
        for column, value in more.items():
            work.connection.execute(
                f"UPDATE activity SET {column} = ? WHERE id = ?", (value, added)
            )
        return added

    found: int = await town.work(plan)
    return found


async def plan_saturday(town: Town, target: int = 180) -> int:
    """An open activity on 21/11, 07:00 to 10:00: three points of 60 places, and a target."""
    day = await open_saturday(town, capacity=60, points=3, title=BEACH)
    await town.work(lambda work: work.activities.set_targets(day, {None: target}))
    return day


async def plan(town: Town, who: Neighbour = HOA) -> str:
    """The five answers of the form; returns the draft's card."""
    await town.write(who, "/hoatdong")
    await town.tap(who, "Tạo hoạt động")
    await town.tap(who, "Thứ 7 tình nguyện")
    await town.write(who, BEACH)
    await town.write(who, "28/11 6h30")
    return await town.write(who, POINTS)


async def manage(town: Town, day: int, label: str) -> str:
    """Hoa opens the organiser's page of a day and taps there."""
    await town.press(HOA, f"s.manage:{day}")
    return await town.tap(HOA, label, town.phone(HOA).messages[-1])


async def send(town: Town, words: str) -> str:
    """Hoa answers what will ring with many, sees it as it will be sent, and sends it."""
    assert "CHƯA" in await town.write(HOA, words)
    return await town.tap(HOA, "Gửi")


async def point(town: Town, number: int = 1) -> str:
    """Hoa opens the page of a point."""
    await town.press(HOA, f"plan.point:{number}")
    return await town.screen(HOA)


async def points(town: Town) -> list[tuple[str, int | None, int | None]]:
    """The points that stand: name, leader, places."""
    return await town.sql(
        "SELECT name, leader_id, capacity FROM point WHERE dropped_at IS NULL ORDER BY id"
    )
