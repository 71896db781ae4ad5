"""Orders to work by its number, decided in one line: all of them read back, then done together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from actions.assignments import asking, company, deciding, managing, several, verdicts
from actions.assignments.leading import way_out
from actions.assignments.read_back import Step, shown, steps_read_back
from actions.assignments.several import Each
from actions.assignments.words import Waiting, waiting, waiting_of
from actions.desk import action, view
from domain.access import Permission
from domain.assignment_rights import may_chase, may_decide, may_give, may_hand_over
from domain.assignments import Assignment, Status
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Press, result
from storage import Work

P = Permission
TOPIC = "work.at_once"
MOST = 12
APPROVE, MOVE, EXTENSION, OWN, UNCLEAR = "approve", "move", "extension", "own", "unclear"
"""A step says what is done with which thing: `do`, its `id`, what else the deed needs, and
the `row` that was read back of it."""


@dataclass(frozen=True, slots=True)
class NumberSaid:
    """What the line says of one number: the order, and the day, person or words that go along;
    of one's own work what is told of it."""

    number: int
    what: str = APPROVE
    due: datetime | None = None
    person: int | None = None
    note: str = ""
    each: Each | None = None


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
def ask(work: Work, wanted: Sequence[NumberSaid], lines: Sequence[str] = ()) -> Message:
    """Each number with what becomes of it, a day said twice once; with which nothing can be done
    is named too. The `lines` that say so are kept, so that one of them can be put right."""
    once = {(one.number, one.what, one.due, one.person): one for one in reversed(wanted)}
    rows = [_row(work, one) for one in list(reversed(once.values()))[:MOST]]
    kept = [row.pop("step") | {"row": row} for row in rows if row["step"]]
    facts = {"rows": rows, "n": len(kept)}
    if not kept:
        return Message("work.at_once_none", facts)
    said = {"steps": kept, "lines": list(lines)}
    work.expectations.expect(work.actor.me, Expectation(TOPIC, 0, said), work.now)
    send = Press("v.at_once", 0, _mark(kept), label="@button.send")
    rows_of = ((send, *way_out(TOPIC, 0)),)
    return Message("work.at_once_check", facts, rows_of, topic=f"{TOPIC}:0")


def _row(work: Work, one: NumberSaid) -> dict[str, Any]:
    a = work.assignments.by_number(one.number)
    step = _STEPS[one.what](work, a, one) if a else None
    said = _said(work, a, one, step) if a and step else _not_done(work, a, one)
    return {
        "number": one.number,
        "title": a.title if a else "",
        "lead": work.people.name(a.lead_id) if a else "",
        "step": step,
        **said,
    }


def _said(work: Work, a: Assignment, one: NumberSaid, step: Step) -> dict[str, Any]:
    """What becomes of it, as it is read back."""
    if step["do"] == OWN:
        return {"own": step["each"]["does"], **several.facts_of_one(work, Each(**step["each"]))}
    asked, passes = step["do"] == EXTENSION, step["do"] == "report"
    due = None if passes else one.due
    return {
        "does": step["do"],
        "name": work.people.name(step["person"]) if "person" in step else "",
        "due": step["due"] or work.requests.get(step["id"]).new_due if asked else due,
        "note": one.note,
        "stays": a.due_at if step["do"] == "back" and not due else None,
    }


def _not_done(work: Work, a: Assignment | None, one: NumberSaid) -> dict[str, Any]:
    """Why it cannot be; what nobody understood is said back."""
    why = _why_not(work, a, one)
    return {"does": why, "note": one.note if why == UNCLEAR else ""}


def _why_not(work: Work, a: Assignment | None, one: NumberSaid) -> str:
    if a is None:
        return "unknown"
    if one.what in _NAMED:
        return _NAMED[one.what]
    if one.what in (MOVE, "grant", "nudge") and one.person not in (None, a.lead_id):
        return "other_lead"
    if one.person and not _may_have(work, one):
        return "not_theirs"
    may = _MAY.get(one.what, may_decide)
    if one.what == "grant" and may(work.actor, a):
        return "no_wish"
    return "nothing" if may(work.actor, a) or one.what in (APPROVE, "back") else "not_yours"


def _approved(work: Work, a: Assignment, one: NumberSaid) -> Step | None:
    found = next(iter(waiting_of.run(work, a.id)), None)
    return _decided(found, one) if found else None


def _decided(found: Waiting, one: NumberSaid) -> Step | None:
    if found.kind == "release":
        return None
    step = {"do": found.kind, "id": found.id, "note": one.note}
    return step | {"due": one.due} if found.kind == EXTENSION else step


def _wish_of(work: Work, a: Assignment) -> Waiting | None:
    """More time that its lead asked for, and the reader decides."""
    return next((w for w in waiting_of.run(work, a.id) if w.kind == EXTENSION), None)


def _granted(work: Work, a: Assignment, one: NumberSaid) -> Step | None:
    """«cho lùi»: until the day that was asked, or the one that is named."""
    asked = _wish_of(work, a) if one.person in (None, a.lead_id) else None
    return _decided(asked, one) if asked else _moved(work, a, one)


def _refused(work: Work, a: Assignment, one: NumberSaid) -> Step | None:
    asked = _wish_of(work, a)
    return {"do": "refuse", "id": asked.id, "note": one.note} if asked else None


def _passed_on(work: Work, a: Assignment, one: NumberSaid) -> Step | None:
    """What is no order: told to whoever leads it."""
    able = may_chase(work.actor, a) and a.is_open and a.lead_id != work.actor.person_id
    return {"do": "word", "id": a.id, "note": one.note} if able else None


def _of_own(work: Work, a: Assignment, one: NumberSaid) -> Step | None:
    each = several.possible(work, one.each) if one.each else None
    if each is None or each.does in several.NAMED:
        return None
    return {"do": OWN, "id": a.id, "each": asdict(each)}


def _back(work: Work, a: Assignment, one: NumberSaid) -> Step | None:
    report = next((w.id for w in waiting_of.run(work, a.id) if w.kind == "report"), None)
    return {"do": "back", "id": report, "note": one.note, "due": one.due} if report else None


def _moved(work: Work, a: Assignment, one: NumberSaid) -> Step | None:
    able = may_decide(work.actor, a) and a.is_open and one.due not in (None, a.due_at)
    wish, of_lead = _wish_of(work, a), one.person in (None, a.lead_id)
    asked = wish.id if wish else 0
    step = {"do": MOVE, "id": a.id, "due": one.due, "asked": asked, "note": one.note}
    return step if able and of_lead else None


def _reminded(work: Work, a: Assignment, one: NumberSaid) -> Step | None:
    of_lead = one.person in (None, a.lead_id)
    able = may_chase(work.actor, a) and a.under_way and of_lead
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
    "grant": _granted,
    "refuse": _refused,
    "word": _passed_on,
    OWN: _of_own,
    "nudge": _reminded,
    "hurry": _reminded,
    "cancel": _called_off,
    "hand": _handed,
    "join": _joined,
    "no_limit": lambda work, a, one: None,
    UNCLEAR: lambda work, a, one: None,
}
_NAMED = {"no_limit": "needs_limit", UNCLEAR: UNCLEAR, OWN: UNCLEAR}
"""Why nothing is done, whoever says it."""
_MAY = {"nudge": may_chase, "hurry": may_chase, "hand": may_hand_over}


def _mark(kept: Sequence[Step]) -> str:
    return mark_of(repr([shown(step) for step in kept]))


@action(needs=P.ASSIGN)
def carry_out(work: Work, mark: str = "") -> Message:
    """«Gửi»: all of them, or none."""
    kept = steps_read_back(work, TOPIC, mark, _mark)
    for step in kept:
        _do(work, step)
    return result("work.at_once_done", rows=[step["row"] for step in kept])


def _do(work: Work, step: Step) -> None:
    match step["do"]:
        case "report":
            verdicts.approve.run(work, step["id"], step["note"])
        case "back":
            verdicts.send_back.run(work, step["id"], step["note"], step["due"])
        case "extension":
            deciding.grant.run(work, step["id"], step["due"], step["note"])
        case "refuse":
            deciding.refuse.run(work, step["id"], step["note"])
        case "word":
            asking.say.run(work, step["id"], step["note"])
        case "own":
            several.do_one(work, Each(**step["each"]))
        case "nudge":
            managing.remind(work, [work.assignments.get(step["id"])], step["note"])
        case "cancel":
            managing.cancel.run(work, step["id"], step["note"])
        case "join":
            company.add.run(work, step["id"], step["person"])
        case "hand":
            managing.hand_over.run(work, step["id"], step["person"], step["note"], step["due"])
        case _ if step["asked"]:
            deciding.grant.run(work, step["asked"], step["due"], step["note"])
        case _:
            managing.move_due.run(work, step["id"], step["due"], step["note"])
