"""Orders to work by its number, decided in one line: all of them read back, then done together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from actions.assignments import company, deciding, managing, verdicts
from actions.assignments.leading import way_out
from actions.assignments.words import Waiting, waiting, waiting_of
from actions.desk import action, view
from domain.access import Permission
from domain.assignment_rights import may_chase, may_decide, may_give, may_hand_over
from domain.assignments import Assignment, Status
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Press, result
from domain.refusals import Refusal
from storage import Work

P = Permission
TOPIC = "work.at_once"
MOST = 12
APPROVE, MOVE, EXTENSION = "approve", "move", "extension"
Step = dict[str, Any]
"""What is done with which thing: `do`, its `id`, and what else the deed needs."""


@dataclass(frozen=True, slots=True)
class NumberSaid:
    """What the line says of one number: the order, and the day, person or words that go along."""

    number: int
    what: str = APPROVE
    due: datetime | None = None
    person: int | None = None
    note: str = ""


@view(needs=P.DECIDE_WORK)
def all_waiting(work: Work) -> list[int]:
    """«duyệt hết»: the numbers of all that waits for a yes."""
    found = (work.assignments.get(one.assignment_id).number for one in waiting.run(work))
    return list(dict.fromkeys(found))


@view(needs=P.DECIDE_WORK)
def reported(work: Work) -> list[Assignment]:
    """What was reported to the reader, and waits for a verdict."""
    found = (one for one in waiting.run(work) if one.kind == "report")
    return [work.assignments.get(one.assignment_id) for one in found]


@view(needs=P.DECIDE_WORK)
def known(work: Work, numbers: Sequence[int]) -> Mapping[int, Assignment]:
    """Those of the numbers that are work of the office."""
    found = ((number, work.assignments.by_number(number)) for number in numbers)
    return {number: a for number, a in found if a}


@action(needs=P.ASSIGN)
def ask(work: Work, wanted: Sequence[NumberSaid]) -> Message:
    """Each number with what becomes of it; with which nothing can be done is named too."""
    rows = [_row(work, one) for one in wanted[:MOST]]
    kept = [row["step"] for row in rows if row["step"]]
    facts = {"rows": rows, "n": len(kept)}
    if not kept:
        return Message("work.at_once_none", facts)
    work.expectations.expect(work.actor.me, Expectation(TOPIC, 0, {"steps": kept}), work.now)
    send = Press("v.at_once", 0, _mark(kept), label="@button.send")
    rows_of = ((send, *way_out(TOPIC, 0)),)
    return Message("work.at_once_check", facts, rows_of, topic=f"{TOPIC}:0")


def _row(work: Work, one: NumberSaid) -> dict[str, Any]:
    a = work.assignments.by_number(one.number)
    step = _STEPS[one.what](work, a, one) if a else None
    said = _said(work, one, step) if step else {"does": _why_not(work, a, one)}
    return {
        "number": one.number,
        "title": a.title if a else "",
        "lead": work.people.name(a.lead_id) if a else "",
        "step": step,
        **said,
    }


def _said(work: Work, one: NumberSaid, step: Step) -> dict[str, Any]:
    """What becomes of it, as it is read back."""
    asked = step["do"] == EXTENSION
    return {
        "does": step["do"],
        "name": work.people.name(step["person"]) if "person" in step else "",
        "due": work.requests.get(step["id"]).new_due if asked else one.due,
        "note": one.note,
    }


def _why_not(work: Work, a: Assignment | None, one: NumberSaid) -> str:
    if a is None:
        return "unknown"
    if one.what == "no_limit":
        return "needs_limit"
    if one.what == MOVE and one.person not in (None, a.lead_id):
        return "other_lead"
    if one.person and not _may_have(work, one):
        return "not_theirs"
    may = _MAY.get(one.what, may_decide)
    return "nothing" if may(work.actor, a) or one.what in (APPROVE, "back") else "not_yours"


def _approved(work: Work, a: Assignment, one: NumberSaid) -> Step | None:
    found = next(iter(waiting_of.run(work, a.id)), None)
    return _decided(found, one) if found else None


def _decided(found: Waiting, one: NumberSaid) -> Step | None:
    if found.kind == "release":
        return None
    return {"do": found.kind, "id": found.id, "note": one.note}


def _back(work: Work, a: Assignment, one: NumberSaid) -> Step | None:
    report = next((w.id for w in waiting_of.run(work, a.id) if w.kind == "report"), None)
    return {"do": "back", "id": report, "note": one.note, "due": one.due} if report else None


def _moved(work: Work, a: Assignment, one: NumberSaid) -> Step | None:
    able = may_decide(work.actor, a) and a.is_open and one.due not in (None, a.due_at)
    asked = next((w.id for w in waiting_of.run(work, a.id) if w.kind == EXTENSION), 0)
    of_lead = one.person in (None, a.lead_id)
    return {"do": MOVE, "id": a.id, "due": one.due, "asked": asked} if able and of_lead else None


def _reminded(work: Work, a: Assignment, one: NumberSaid) -> Step | None:
    able = may_chase(work.actor, a) and a.under_way
    return {"do": "nudge", "id": a.id, "note": one.note} if able else None


def _called_off(work: Work, a: Assignment, one: NumberSaid) -> Step | None:
    able = may_decide(work.actor, a) and (a.is_open or a.state is Status.SUSPENDED)
    return {"do": "cancel", "id": a.id, "note": one.note} if able else None


def _handed(work: Work, a: Assignment, one: NumberSaid) -> Step | None:
    able = may_hand_over(work.actor, a) and a.under_way and one.person != a.lead_id
    due = one.due if may_decide(work.actor, a) and one.due != a.due_at else None
    step = {"do": "hand", "id": a.id, "person": one.person, "note": one.note, "due": due}
    return step if able and _may_have(work, one) and due == (one.due or due) else None


def _joined(work: Work, a: Assignment, one: NumberSaid) -> Step | None:
    able = may_decide(work.actor, a) and a.under_way and _may_have(work, one)
    new = one.person not in company.beside(work, a)
    return {"do": "join", "id": a.id, "person": one.person} if able and new else None


def _may_have(work: Work, one: NumberSaid) -> bool:
    person = work.people.get(one.person, work.today) if one.person else None
    return person is not None and may_give(work.actor, person.unit_id)


_STEPS: Mapping[str, Callable[[Work, Assignment, NumberSaid], Step | None]] = {
    APPROVE: _approved,
    "back": _back,
    MOVE: _moved,
    "nudge": _reminded,
    "hurry": _reminded,
    "cancel": _called_off,
    "hand": _handed,
    "join": _joined,
    "no_limit": lambda work, a, one: None,
}
_MAY = {"nudge": may_chase, "hurry": may_chase, "hand": may_hand_over}


def _mark(kept: Sequence[Step]) -> str:
    return mark_of(repr([(step["do"], step["id"]) for step in kept]))


def steps_read_back(
    work: Work, topic: str, mark: str, known_by: Callable[[Sequence[Step]], str]
) -> Sequence[Step]:
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


def _do(work: Work, step: Step) -> None:
    match step["do"]:
        case "report":
            verdicts.approve.run(work, step["id"], step["note"])
        case "back":
            verdicts.send_back.run(work, step["id"], step["note"], step["due"])
        case "extension":
            deciding.grant.run(work, step["id"], None, step["note"])
        case "nudge":
            managing.remind(work, [work.assignments.get(step["id"])], step["note"])
        case "cancel":
            managing.cancel.run(work, step["id"], step["note"])
        case "join":
            company.add.run(work, step["id"], step["person"])
        case "hand":
            _hand(work, step)
        case _ if step["asked"]:
            deciding.grant.run(work, step["asked"], step["due"])
        case _:
            managing.move_due.run(work, step["id"], step["due"])


def _hand(work: Work, step: Step) -> None:
    """The new lead hears the new limit with the work."""
    if step["due"]:
        managing.move_due.run(work, step["id"], step["due"])
    managing.hand_over.run(work, step["id"], step["person"], step["note"])
