"""From every figure of a report to what it counts: by section, organisation, place or person, to
the card and its evidence, and back, in one message."""

from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Any

from actions.assignments.cards import acts_on, facts_of, must_see
from actions.assignments.reports import proofs_of
from actions.desk import view
from actions.details.behind import parts_to_open, title_of
from actions.details.counted import Counted
from actions.digest.readers import told_as
from domain.access import Permission
from domain.assignments import Status
from domain.behind import BehindWay
from domain.drilling import FIGURE, FIGURES, GROUPS, OF_LIST, SHOWN, DrillWay
from domain.letters import A_PAGE, Message, Place, Press, Rows, paged, rows_of
from domain.names import shorten
from domain.refusals import Refusal
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


def _counted(work: Work, number: int) -> Counted:
    return Counted(work, told_as(work, number))


@view(needs=P.READ_DIGEST)
def menu(work: Work, digest_id: int, *, again: bool = False) -> Message:
    """Every figure of the tasks a button, and the ways to look at them."""
    seen = told_as(work, digest_id)
    counted = Counted(work, seen)
    figures = [
        Press(
            "d.in",
            digest_id,
            DrillWay(FIGURE, name).pack(),
            label=f"@drill.figure.{name}={counted.times(name, rows)}",
        )
        for name in FIGURES
        if (rows := counted.figures[name])
    ]
    ways = [
        Press("d.by", digest_id, DrillWay(how).pack(), label=f"@drill.by.{how}")
        for how in GROUPS
        if counted.groups(how)
    ]
    parts = [
        Press("d.part", digest_id, BehindWay(name).pack(), label=f"@drill.part.{name}")
        for name in parts_to_open(work, seen)
    ]
    facts = {**title_of(seen), "cut_off": counted.cut_off}
    place = Place.EDIT if again else Place.NEW
    buttons = (*rows_of(figures), *rows_of(ways, 2), *rows_of(parts, 2))
    return Message("drill.menu", facts, buttons, place)


@view(needs=P.READ_DIGEST)
def groups(work: Work, digest_id: int, way: DrillWay) -> Message:
    """One row a section, organisation, place or person, in their fixed order."""
    counted = _counted(work, digest_id)
    found = counted.groups(way.how)
    presses = [
        Press("d.in", digest_id, DrillWay(way.how, key).pack(), label=_label(name))
        for key, name in found
    ]
    shown = found[way.page * A_PAGE : (way.page + 1) * A_PAGE]
    rows = [{"name": name, **counted.told_of(way.how, key)} for key, name in shown]
    turns = paged(presses, way.page, lambda n: Press("d.by", digest_id, f"{way.how}..{n}"))
    facts = {**counted.title, "how": way.how, "rows": rows}
    return Message("drill.groups", facts, (*turns, (_to_menu(digest_id),)), Place.EDIT)


def _label(name: str) -> str:
    return name if name.startswith("@") else shorten(name, LABEL)


def _to_menu(digest_id: int) -> Press:
    return Press("d.by", digest_id, "again", label="@drill.up")


@view(needs=P.READ_DIGEST)
def listed(work: Work, digest_id: int, way: DrillWay) -> Message:
    """The tasks that one figure or group counts, what is overdue first; of a place its points."""
    counted = _counted(work, digest_id)
    if way.of == OF_LIST:
        raise Refusal("unknown_button")
    tasks = counted.tasks_of(way.how, way.key, way.of)
    late = {task.id for task in counted.figures["overdue"]}
    shown = tasks[way.page * SHOWN : (way.page + 1) * SHOWN]
    figure = way.key if way.how == FIGURE else way.of
    times = counted.times(figure, tasks)
    facts = {
        **counted.title,
        "figure": f"figure.{figure}" if figure else "",
        "name": counted.name_of(way.how, way.key),
        "both": "yes" if way.of else None,
        "count": len(tasks),
        "times": times if times != len(tasks) else None,
        "points": [] if way.of else counted.points_of(way.how, way.key),
        "rows": [_line(task, late) for task in shown],
    }
    first = way.how != FIGURE and not (way.of or way.page)
    alone = _alone(counted, digest_id, way) if first else ()
    buttons = (*alone, *_list_buttons(digest_id, way, tasks, shown, _up(counted, digest_id, way)))
    return Message("drill.list", facts, buttons, Place.EDIT)


def _alone(counted: Counted, digest_id: int, way: DrillWay) -> Rows:
    """Each figure of a section, an organisation, a place, a person by itself."""
    found = [(name, counted.tasks_of(way.how, way.key, name)) for name in FIGURES]
    presses = [
        Press(
            "d.in",
            digest_id,
            DrillWay(way.how, way.key, of=name).pack(),
            label=f"@drill.figure.{name}={counted.times(name, tasks)}",
        )
        for name, tasks in found
        if tasks
    ]
    return rows_of(presses)


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
    digest_id: int, way: DrillWay, tasks: Sequence[Task], shown: Sequence[Task], up: Press
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
    return (*rows_of(numbers, 3), *rows_of([*turns, up]))


def _up(counted: Counted, digest_id: int, way: DrillWay) -> Press:
    """From one figure of a group to the group, from a group to the page of the others on which it
    stands, else to the menu."""
    if way.of:
        whole = DrillWay(way.how, way.key).pack()
        return Press("d.in", digest_id, whole, label="@drill.up")
    if way.how == FIGURE:
        return _to_menu(digest_id)
    keys = [key for key, _ in counted.groups(way.how)]
    page = keys.index(way.key) // A_PAGE if way.key in keys else 0
    return Press("d.by", digest_id, DrillWay(way.how, page=page).pack(), label="@drill.up")


@view(needs=P.READ_DIGEST)
def task(work: Work, digest_id: int, way: DrillWay) -> Message:
    """One of them as it stands now, with what can be done about it, its evidence, and back."""
    a = work.assignments.get(way.task)
    must_see(work, a)
    report = work.completions.last(a.id)
    proofs = proofs_of(work, report) if report else []
    seen = (Press("c.proof", report.id),) if report and proofs else ()
    back = Press("d.in", digest_id, replace(way, task=0).pack(), label="@drill.up")
    if way.of == OF_LIST:
        back = Press("d.over", digest_id, str(way.page), label="@drill.up")
    facts = {**facts_of(work, a), "proofs": proofs}
    rows = (*rows_of([*acts_on(work, a), *seen]), (back,))
    return Message("drill.task", facts, rows, Place.EDIT)
