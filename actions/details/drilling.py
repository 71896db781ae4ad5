"""From every figure of a report to what it counts: by section, organisation, place or person, to
the card and its evidence, and back, in one message."""

from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Any

from actions.assignments.cards import acts_on, facts_of, must_see
from actions.assignments.reports import proofs_of
from actions.desk import view
from actions.details.counted import Counted, counted_in
from actions.digest.readers import read_report
from actions.digest.recipients import scope_of
from domain.access import Permission
from domain.assignments import Status
from domain.drilling import FIGURE, FIGURES, GROUPS, SHOWN, DrillWay
from domain.letters import A_PAGE, Message, Place, Press, Rows, paged, rows_of
from domain.names import shorten
from domain.work_counts import Task
from storage import Work

P = Permission
LABEL = 18
MARKS = {
    Status.REVIEW: "review",
    Status.DONE: "done",
    Status.SUSPENDED: "stopped",
    Status.CANCELLED: "stopped",
}


def _counted(work: Work, digest_id: int) -> Counted:
    read_report(work, digest_id)
    return counted_in(work, work.digests.get(digest_id).edition, scope_of(work, work.actor))


@view(needs=P.READ_DIGEST)
def menu(work: Work, digest_id: int, *, again: bool = False) -> Message:
    """Every figure of the tasks a button, and the ways to look at them."""
    counted = _counted(work, digest_id)
    figures = [
        Press(
            "d.in",
            digest_id,
            DrillWay(FIGURE, name).pack(),
            label=f"@drill.figure.{name}={len(rows)}",
        )
        for name in FIGURES
        if (rows := counted.figures[name])
    ]
    ways = [
        Press("d.by", digest_id, DrillWay(how).pack(), label=f"@drill.by.{how}")
        for how in GROUPS
        if counted.groups(how)
    ]
    facts = {"number": counted.week.number, "cut_off": counted.cut_off}
    place = Place.EDIT if again else Place.NEW
    return Message("drill.menu", facts, (*rows_of(figures), *rows_of(ways, 2)), place)


@view(needs=P.READ_DIGEST)
def groups(work: Work, digest_id: int, way: DrillWay) -> Message:
    """One row a section, organisation, place or person, in their fixed order."""
    counted = _counted(work, digest_id)
    found = counted.groups(way.how)
    presses = [
        Press("d.in", digest_id, DrillWay(way.how, key).pack(), label=shorten(name, LABEL))
        for key, name in found
    ]
    shown = found[way.page * A_PAGE : (way.page + 1) * A_PAGE]
    rows = [{"name": name, **counted.told_of(way.how, key)} for key, name in shown]
    turns = paged(presses, way.page, lambda n: Press("d.by", digest_id, f"{way.how}..{n}"))
    facts = {"number": counted.week.number, "how": way.how, "rows": rows}
    return Message("drill.groups", facts, (*turns, (_to_menu(digest_id),)), Place.EDIT)


def _to_menu(digest_id: int) -> Press:
    return Press("d.by", digest_id, "again", label="@drill.up")


@view(needs=P.READ_DIGEST)
def listed(work: Work, digest_id: int, way: DrillWay) -> Message:
    """The tasks that one figure or group counts, what is overdue first; of a place its points."""
    counted = _counted(work, digest_id)
    tasks = counted.tasks_of(way.how, way.key)
    late = {task.id for task in counted.figures["overdue"]}
    shown = tasks[way.page * SHOWN : (way.page + 1) * SHOWN]
    facts = {
        "number": counted.week.number,
        "figure": f"{way.how}.{way.key}" if way.how == FIGURE else "",
        "name": counted.name_of(way.how, way.key),
        "count": len(tasks),
        "points": counted.points_of(way.how, way.key),
        "rows": [_line(task, late) for task in shown],
    }
    return Message("drill.list", facts, _list_buttons(digest_id, way, tasks, shown), Place.EDIT)


def _line(task: Task, late: Container[int]) -> dict[str, Any]:
    """As it stood when it was counted."""
    mark = MARKS.get(task.state, "open")
    if mark == "open" and task.id in late:
        mark = "overdue"
    return {
        "n": task.number,
        "title": task.title,
        "due": task.due,
        "lead": task.lead,
        "mark": mark,
    }


def _list_buttons(
    digest_id: int, way: DrillWay, tasks: Sequence[Task], shown: Sequence[Task]
) -> Rows:
    numbers = [
        Press("d.task", digest_id, replace(way, task=t.id).pack(), label=str(t.number))
        for t in shown
    ]
    turns = []
    if way.page:
        before = replace(way, page=way.page - 1).pack()
        turns.append(Press("d.in", digest_id, before, label="@button.page_before"))
    if len(tasks) > (way.page + 1) * SHOWN:
        after = replace(way, page=way.page + 1).pack()
        turns.append(Press("d.in", digest_id, after, label="@button.page_after"))
    up = Press("d.by", digest_id, DrillWay(way.how).pack(), label="@drill.up")
    return (
        *rows_of(numbers, 3),
        *rows_of([*turns, up if way.how != FIGURE else _to_menu(digest_id)]),
    )


@view(needs=P.READ_DIGEST)
def task(work: Work, digest_id: int, way: DrillWay) -> Message:
    """One of them as it stands now, with what can be done about it, its evidence, and back."""
    a = work.assignments.get(way.task)
    must_see(work, a)
    report = work.completions.last(a.id)
    proofs = proofs_of(work, report) if report else []
    seen = (Press("c.proof", report.id),) if report and proofs else ()
    back = Press("d.in", digest_id, replace(way, task=0).pack(), label="@drill.up")
    facts = {**facts_of(work, a), "proofs": proofs}
    rows = (*rows_of([*acts_on(work, a), *seen]), (back,))
    return Message("drill.task", facts, rows, Place.EDIT)
