"""A Saturday for the stories: three points, two of them with a leader."""

from datetime import datetime, time, timedelta

from domain.activities import NewPoint, Plan, Stage, code_of
from domain.periods import at
from storage import Work
from tests.town import BINH, CUONG, HOA, ICT, Town

SATURDAY = datetime(2026, 11, 21, 7, 0, tzinfo=ICT)
TITLE = "Làm sạch biển và đường liên thôn"


async def plan_saturday(town: Town, target: int = 180) -> int:
    """An open activity on 21/11, 07:00 to 10:00, held by the women's union."""

    def plan(work: Work) -> int:
        organisations = {o.code: o.id for o in work.offices.organisations(work.today)}
        places = {p.code: p.id for p in work.offices.localities(work.today)}
        day = SATURDAY.date()
        whole = Plan(
            "saturday",
            TITLE,
            SATURDAY,
            timedelta(hours=3),
            organisations["HPN"],
            town.person(HOA),
        )
        closes = at(day - timedelta(days=1), time(19), ICT)
        code = code_of("saturday", day)
        activity_id = work.activities.add(whole, code, closes, work.now, Stage.OPEN)
        for point in (
            NewPoint("Cầu Ka Long", places["KALONG"], town.person(CUONG), 60),
            NewPoint("Bãi biển Trà Cổ", places["TRACO"], town.person(BINH), 60),
            NewPoint("Nhà văn hóa khu 4", places["HAIYEN"], None, 60),
        ):
            work.activities.add_point(activity_id, point)
        work.activities.set_targets(activity_id, {None: target})
        return activity_id

    found: int = await town.work(plan)
    return found


def clock(hour: int, minute: int = 0, day: int = 21) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ICT)
