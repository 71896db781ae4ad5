"""What stories of the weekly report share: readers of its text, work that is late."""

from domain.assignments import Assignment
from domain.digest import FULL
from storage import Work
from tests.town import BINH, LAN, Neighbour, Town, clock


async def in_full(town: Town, *leaders: Neighbour) -> None:
    for leader in leaders:
        person_id = town.person(leader)
        await town.work(lambda work, person_id=person_id: work.digests.choose(person_id, FULL))


async def late_work(town: Town) -> None:
    """Bình is overdue with something since Wednesday."""

    def give(work: Work) -> None:
        due = clock(18, 17)
        new = Assignment(
            id=0,
            code="",
            number=0,
            title="Danh sách người có uy tín",
            expected="Danh sách",
            assigner_id=town.person(LAN),
            lead_id=town.person(BINH),
            approver_id=town.person(LAN),
            unit_id=work.offices.units(work.today)[1].id,
            original_due=due,
            due_at=due,
            issued_at=clock(16, 9),
        )
        work.assignments.add(new)

    await town.work(give)
