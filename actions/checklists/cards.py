"""A checklist's one card: every item as it stands, and what its reader can do with it."""

from typing import Any

from actions.checklists.known import TASK, Begun, number_of, seen
from actions.rooms import beside
from domain.checklists import (
    JUDGED,
    WAYS,
    ItemStatus,
    ListItem,
    Mode,
    failed,
    lacking,
    score,
    status,
)
from domain.letters import Message, Press, Rows, rows_of
from domain.refusals import Refusal
from storage import Work


def draw_checking(work: Work, checking_id: int) -> Message | None:
    try:
        found = seen(work, checking_id)
    except Refusal:
        return None
    is_visit = found.kind.mode is Mode.CHECK
    ordered = sorted(found.items, key=lambda item: is_visit and not item.critical)
    lines = [_line(found, item) for item in ordered]
    facts = {**facts_of(found), **score_of(found), "lines": lines}
    kind, buttons = "checklist.card", _buttons(found)
    if more := beside(work, found.kind.code, checking_id):
        facts |= more.facts
        kind = f"checklist.{found.kind.code}.card"
        buttons = (*buttons, *(more.buttons if found.may(found.kind.marks) else ()))
    return Message(kind, facts, buttons, card=f"checking:{checking_id}")


def facts_of(found: Begun) -> dict[str, Any]:
    """What one line says of it."""
    row, items, now = found.row, found.items, found.now
    return {
        "code": row.code,
        "list": row.kind,
        "name": row.name or about(found.work, row.about),
        "done": len(items) - len(lacking(found.kind, items, found.marks, now)),
        "total": len(items),
        "failed": tuple(failed(items, found.marks)),
        "closed": None if row.is_open else "yes",
        "recognised": "yes" if found.kind.mode is Mode.CLAIM and not found.is_open else None,
    }


def score_of(found: Begun) -> dict[str, Any]:
    """«đạt 5/6, điểm chính 2/3», as far as it was looked at."""
    counted = score(found.items, found.marks)
    if found.kind.mode is not Mode.CHECK or not counted.seen:
        return {}
    critical = f"{counted.critical_met}/{counted.critical_seen}" if counted.critical_seen else None
    met = f"{counted.met}/{counted.seen}"
    return {"list_code": found.row.code, "met": met, "critical": critical}


def about(work: Work, subject: str) -> str:
    """What it is about, by its code."""
    kind, _, _ = subject.partition(":")
    if kind == "visit":
        return work.visits.get(number_of(subject)).code
    things = work.assignments if kind == TASK else work.matters
    return things.get(number_of(subject)).code if subject else ""


def stands(found: Begun, item: ListItem) -> ItemStatus:
    return status(found.marks.get(item.number), found.now)


def _line(found: Begun, item: ListItem) -> dict[str, Any]:
    mark = found.marks.get(item.number)
    return {
        "number": item.number,
        "text": item.text,
        "mark": stands(found, item).value,
        "critical": "yes" if item.critical else None,
        "why": mark.why if mark else "",
    }


def ways(found: Begun, item: ListItem) -> list[ItemStatus]:
    """How the actor may mark an item from where it stands."""
    now, kind = stands(found, item), found.kind
    return [
        to
        for to, come_from in WAYS[kind.mode].items()
        if now in come_from and found.may(kind.judges if to in JUDGED else kind.marks)
    ]


def _buttons(found: Begun) -> Rows:
    items = [item for item in found.items if ways(found, item)]
    rows = rows_of([_press(found, item) for item in items])
    lacks = found.kind.mode is Mode.CLAIM and lacking(
        found.kind, found.items, found.marks, found.work.now
    )
    ends = found.row.is_open and found.may(found.kind.closes) and not lacks
    label = f"@checklist.close.{found.kind.mode.value}"
    return (*rows, *(((Press("ck.close", found.row.id, label=label),),) if ends else ()))


def _press(found: Begun, item: ListItem) -> Press:
    """Steps are ticked at once; with others a choice opens."""
    label = str(item.number)
    if found.kind.mode is Mode.TICK:
        [to] = ways(found, item)
        return Press("ck.mark", found.row.id, f"{item.number}.{to.value}", label=label)
    return Press("ck.item", found.row.id, label, label=label)


def refresh(work: Work, checking_id: int) -> None:
    subject = f"checking:{checking_id}"
    work.redraw(subject, *work.cards.holders(subject))
