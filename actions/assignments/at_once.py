"""Several pieces of work decided in one line: all of them read back, then done together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from actions.assignments import deciding, managing, verdicts
from actions.assignments.leading import way_out
from actions.assignments.words import Waiting, waiting, waiting_of
from actions.desk import action, view
from domain.access import Permission
from domain.assignment_rights import may_chase, may_decide
from domain.assignments import Assignment
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Press, result
from domain.refusals import Refusal
from storage import Work

P = Permission
TOPIC = "work.at_once"
MOST = 12
APPROVE, MOVE, NUDGE, EXTENSION = "approve", "move", "nudge", "extension"


@dataclass(frozen=True, slots=True)
class NumberSaid:
    """One number of the line, and the day that is said of it; a note goes along."""

    number: int
    due: datetime | None = None
    note: str = ""


@view(needs=P.DECIDE_WORK)
def all_waiting(work: Work) -> list[int]:
    """«duyệt hết»: the numbers of all that waits for a yes."""
    found = (work.assignments.get(one.assignment_id).number for one in waiting.run(work))
    return list(dict.fromkeys(found))


@action(needs=P.ASSIGN)
def ask(work: Work, what: str, wanted: Sequence[NumberSaid]) -> Message:
    """Each number with what becomes of it; with which nothing can be done is named too."""
    rows = [_row(work, what, one) for one in wanted[:MOST]]
    kept = [row["step"] for row in rows if row["step"]]
    facts = {"what": what, "rows": rows, "n": len(kept)}
    if not kept:
        return Message("work.at_once_none", facts)
    work.expectations.expect(work.actor.me, Expectation(TOPIC, 0, {"steps": kept}), work.now)
    send = Press("v.at_once", 0, _mark(kept), label="@button.send")
    rows_of = ((send, *way_out(TOPIC, 0)),)
    return Message("work.at_once_check", facts, rows_of, topic=f"{TOPIC}:0")


def _row(work: Work, what: str, one: NumberSaid) -> dict[str, Any]:
    a = work.assignments.by_number(one.number)
    step = _step(work, what, a, one) if a else None
    does = str(step["do"]) if step else "nothing"
    return {
        "number": one.number,
        "title": a.title if a else "",
        "lead": work.people.name(a.lead_id) if a else "",
        "due": work.requests.get(step["id"]).new_due if step and does == EXTENSION else one.due,
        "note": one.note,
        "does": does,
        "step": step,
    }


def _step(work: Work, what: str, a: Assignment, one: NumberSaid) -> dict[str, Any] | None:
    if what == APPROVE:
        found = next(iter(waiting_of.run(work, a.id)), None)
        return _decided(found, one) if found else None
    if what == MOVE:
        able = may_decide(work.actor, a) and a.is_open and one.due not in (None, a.due_at)
        asked = next((w.id for w in waiting_of.run(work, a.id) if w.kind == "extension"), 0)
        return {"do": MOVE, "id": a.id, "due": one.due, "asked": asked} if able else None
    able = may_chase(work.actor, a) and a.under_way
    return {"do": NUDGE, "id": a.id} if able else None


def _decided(found: Waiting, one: NumberSaid) -> dict[str, Any] | None:
    if found.kind == "release":
        return None
    return {"do": found.kind, "id": found.id, "note": one.note}


def _mark(kept: Sequence[dict[str, Any]]) -> str:
    return mark_of(repr([(step["do"], step["id"]) for step in kept]))


def steps_read_back(
    work: Work, topic: str, mark: str, known_by: Callable[[Sequence[dict[str, Any]]], str]
) -> Sequence[dict[str, Any]]:
    """What was read back and waits for a yes, once; a button of an older reading finds nothing."""
    heard = work.expectations.find(work.actor.me, topic, 0, work.now)
    kept = heard.answers["steps"] if heard else []
    if not kept or mark not in ("", known_by(kept)):
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, topic, 0)
    return kept


@action(needs=P.ASSIGN)
def carry_out(work: Work, mark: str = "") -> Message:
    """«Gửi»: all of them, or none."""
    kept = steps_read_back(work, TOPIC, mark, _mark)
    for step in kept:
        _do(work, step)
    return result("work.at_once_done", n=len(kept))


def _do(work: Work, step: dict[str, Any]) -> None:
    match step["do"]:
        case "report":
            verdicts.approve.run(work, step["id"], step["note"])
        case "extension":
            deciding.grant.run(work, step["id"], None, step["note"])
        case "nudge":
            managing.remind(work, [work.assignments.get(step["id"])])
        case _ if step["asked"]:
            deciding.grant.run(work, step["asked"], step["due"])
        case _:
            managing.move_due.run(work, step["id"], step["due"])
