"""What volunteers and their groups do on the way to a place."""

from datetime import timedelta

from domain.access import clock_of
from domain.activities import NewPoint, Plan, Stage
from sandbox.things import Message
from storage import Work
from tests.helpers.activities import SATURDAY, open_saturday
from tests.town import CUONG, MAI, NGA, SON, TUAN, Neighbour, Town, clock

PEOPLE = (MAI, SON, TUAN, NGA)


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


async def join_at(town: Town, who: int, activity_id: int, point: str) -> None:
    """The same where one chooses a point."""
    await join(town, who, activity_id)
    await town.tap(who, point)


async def leave(town: Town, who: int) -> str:
    """Gives the place up, and says so once more."""
    await town.tap(who, "Hủy đăng ký")
    return await town.tap(who, "Hủy đăng ký", town.phone(who).messages[-1])


async def standings(town: Town) -> list[str]:
    rows = await town.sql("SELECT standing FROM registration ORDER BY id")
    return [row[0] for row in rows]


async def group_form(town: Town, activity_id: int) -> str:
    """Cường begins to count his group."""
    await town.press(CUONG, f"s.group:{activity_id}")
    return await town.screen(CUONG)


def ask_of(town: Town, who: Neighbour) -> Message:
    """The guardian's card as it reads now."""
    words = ("Bố mẹ em", "không còn", "không cần xác nhận")
    return next(m for m in town.phone(who).messages if any(word in m.text for word in words))


async def open_beside(town: Town, title: str = "Trồng cây", **shift: float) -> int:
    """A day of the office next door, on the same Saturday."""
    await town.elsewhere("Phạm Văn Bên")
    [(office,)] = await town.sql("SELECT id FROM office WHERE code = 'BEN'")

    def plan(work: Work) -> int:
        there = Work(work.connection, clock_of(office), work.now)
        starts = SATURDAY + timedelta(**shift)
        whole = Plan("saturday", title, starts, timedelta(hours=3))
        day = there.activities.add(whole, "T7-2111", starts, work.now, Stage.OPEN)
        there.activities.add_point(day, NewPoint("Đồi thông", None, None, 1))
        return day

    found: int = await town.work(plan)
    return found


async def asked_tonight(town: Town) -> int:
    """Mai has a place, and has been asked whether she comes tomorrow."""
    day = await open_saturday(town, bring="ủng")
    await join(town, MAI, day)
    await town.go_to(clock(20, 19, 31))
    return day
