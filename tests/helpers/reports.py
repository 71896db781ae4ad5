"""What stories of the weekly report share: readers of its text, work that is late."""

from dataclasses import replace
from datetime import datetime, timedelta

from domain.assignments import Assignment, Status
from domain.digest import FULL
from storage import Work
from tests.town import BINH, LAN, Neighbour, Town, clock

LATE, GIVEN_BEFORE = clock(18, 17), timedelta(days=2, hours=8)


async def in_full(town: Town, *leaders: Neighbour) -> None:
    for leader in leaders:
        person_id = town.person(leader)
        await town.work(lambda work, person_id=person_id: work.digests.choose(person_id, FULL))


def overdue(
    work: Work,
    town: Town,
    title: str,
    *,
    due: datetime = LATE,
    giver: Neighbour = LAN,
    stuck: str = "",
) -> None:
    """Bình is late with it since `due`, two days after it came; blocked where it is `stuck`."""
    new = Assignment(
        id=0,
        code="",
        number=0,
        title=title,
        expected="Danh sách",
        assigner_id=town.person(giver),
        lead_id=town.person(BINH),
        approver_id=town.person(giver),
        unit_id=work.offices.units(work.today)[1].id,
        original_due=due,
        due_at=due,
        issued_at=due - GIVEN_BEFORE,
    )
    given = work.assignments.add(new)
    if stuck:
        work.assignments.save(given, replace(given, state=Status.DOING, blocked=stuck), work.now)


async def late_work(town: Town) -> None:
    """Bình is overdue with something since Wednesday."""
    await town.work(lambda work: overdue(work, town, "Danh sách người có uy tín"))


async def report_of(town: Town, number: int) -> str:
    """The week's, as Lan has it."""
    return next(
        text for text in await town.heard(LAN) if text.startswith(f"📊 BÁO CÁO TUẦN {number}")
    )
