"""What each figure of the week's tasks counts: beside what «Xem chi tiết» opens by itself."""

from collections.abc import Callable, Iterable, Iterator

from actions.assignments.week_part import (
    VERB,
    counted_tasks,
    in_no_unit,
    open_overdue,
    open_why,
    remind_of,
    reopened,
    tell,
    tell_why,
    week_of_tasks,
    window_of,
)
from actions.rooms import ReportPart
from domain.behind import TASK, Behind, Row, behind, some
from domain.digest import Seen
from domain.drilling import FIGURES, NOWHERE
from domain.week_tasks import BALANCE, NAME, NO_UNIT
from domain.work_counts import SUMS, StateSince, Task, given_up, moved, waits
from storage import Work


def behind_tasks(work: Work, seen: Seen) -> Iterable[Behind]:
    """What was opened again, given up, and what waits at each approver."""
    tasks, _ = counted_tasks(work, seen)
    held: dict[str, list[Task]] = {}
    for task in tasks:
        if waits(task):
            held.setdefault(task.approver, []).append(task)
    return some(
        (
            behind("reopened", (Row(TASK, one, code) for one, code in reopened(work, seen))),
            behind("stopped", map(task_row, given_up(tasks, window_of(work, seen)))),
            *(
                behind("count", map(task_row, found), name, number)
                for number, (name, found) in enumerate(held.items())
            ),
        )
    )


def counted_by_section(work: Work, seen: Seen) -> Iterable[Behind]:
    """Each figure of the tasks, section by section, and of those in none."""
    _, figures = counted_tasks(work, seen)
    names = {unit.id: unit.short for unit in work.offices.units(work.today)}
    for figure, found in figures.items():
        if figure in FIGURES:
            for unit_id, name in (*names.items(), (None, NO_UNIT)):
                own = (t for t in found if (t.unit_id if t.unit_id in names else None) == unit_id)
                rows = (task_row(task, _times(figure, task)) for task in own)
                yield behind(figure, rows, name, unit_id or NOWHERE)


def _times(figure: str, task: Task) -> int | None:
    """What is put off twice counts twice."""
    return getattr(task, SUMS[figure]) if figure in SUMS else None


def task_row(task: Task, n: int | None = None) -> Row:
    who = {"who": task.lead}
    return Row(TASK, task.id, str(task.number), task.title, task.due, n, who)


def behind_balance(work: Work, seen: Seen) -> Iterable[Behind]:
    """How the open ones of before became those of now, of the whole and of each section."""
    return some(_moved(work, seen))


def _moved(work: Work, seen: Seen) -> Iterator[Behind]:
    tasks, window = week_of_tasks(work, seen), window_of(work, seen)
    own = work.offices.units(work.today) if seen.whole else []
    parts = [
        ("", "", _of_unit(seen.unit)),
        *((one.short, one.id, _of_unit(one.id)) for one in own),
        *([(NO_UNIT, "0", in_no_unit(work))] if seen.whole else []),
    ]
    for name, key, mine in parts:
        for figure, found in moved(tasks, window, mine).items():
            yield behind(figure, map(task_row, found), name, key)


def _of_unit(unit: int | None) -> Callable[[StateSince], bool]:
    return lambda step: unit is None or step.unit_id == unit


WHY = ReportPart(BALANCE, 11, tell_why, open_why, "d.why", always=True, behind=behind_balance)
PART = ReportPart(
    NAME,
    10,
    tell,
    open_overdue,
    VERB,
    remind_of,
    always=True,
    behind=behind_tasks,
    counts=counted_by_section,
)
