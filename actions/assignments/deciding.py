"""More time or release, as those who gave the work decide it."""

from datetime import datetime
from typing import Any

from actions.assignments.asking import later_days
from actions.assignments.cards import as_it_was_asked, draw_request, facts_of
from actions.assignments.change import save
from actions.assignments.leading import ask_for
from actions.desk import action, view
from domain import assignments as rules
from domain.access import Permission
from domain.assignment_rights import must_decide
from domain.assignments import Assignment
from domain.letters import Message, Place, Press
from domain.refusals import Refusal, must_find
from storage import Work
from storage.requests import Request

OTHER_DUE = "work.other_due"


@view(needs=Permission.DECIDE_WORK)
def open_request(work: Work, request_id: int) -> Message:
    return must_find(draw_request(work, request_id))


@view(needs=Permission.DECIDE_WORK)
def proposed(work: Work, request_id: int) -> int | None:
    """Who would do it instead, where whoever asked named a colleague."""
    open_request.run(work, request_id)
    heir = as_it_was_asked(work, work.requests.get(request_id)).get("heir")
    return int(heir) if heir else None


@action(needs=Permission.DECIDE_WORK)
def grant(
    work: Work, request_id: int, due: datetime | None = None, note: str = ""
) -> Message | None:
    """Agree to the day that was asked, or to another one; a note goes to those in it."""
    asked, was = _pending(work, request_id, "extension")
    work.expectations.forget(work.actor.me, OTHER_DUE, asked.id)
    extend(work, was, must_find(due or asked.new_due), asked, note=note)
    return _shown(work, asked)


def extend(
    work: Work,
    was: Assignment,
    day: datetime,
    asked: Request | None,
    on_behalf: str | None = None,
    note: str = "",
) -> None:
    """More time, whether or not it was asked for: kept, and everybody in it told."""
    became = rules.extend(was, day, work.now)
    facts: dict[str, Any] = {"due": day, "from": was.due_at}
    if asked:
        _decide(work, asked, "granted", day, note)
        facts["request"] = asked.id
    row = save(work, was, became, "extended", text=note or None, facts=facts, on_behalf=on_behalf)
    told = Message("work.ext_granted", {**facts_of(work, became), "note": note})
    people = [was.lead_id, *(s.person_id for s in work.assignments.supports(was.id))]
    for person_id in people:
        work.tell_at_work(person_id, f"extended:{row}:{person_id}", told)


@action(needs=Permission.DECIDE_WORK)
def refuse(work: Work, request_id: int, why: str = "") -> Message | None:
    """«Không đồng ý», or «Giữ nguyên» for a release; perhaps with a word why."""
    asked, a = _pending(work, request_id)
    _decide(work, asked, "refused", why=why)
    kept = {"request": asked.id}
    row = work.log(f"{asked.kind}_refused", "assignment", a.id, text=why or None, facts=kept)
    kind = "work.ext_refused" if asked.kind == "extension" else "work.release_refused"
    facts = {**facts_of(work, a), "by": work.actor.name, "why": why}
    told = Message(kind, facts, ((Press("a.ask", a.id),),))
    work.tell_at_work(asked.person_id, f"refused:{row}", told)
    work.redraw(f"assignment:{a.id}", *work.assignments.holders(f"assignment:{a.id}"))
    return _shown(work, asked)


@action(needs=Permission.DECIDE_WORK)
def ask_other_due(work: Work, request_id: int) -> Message:
    """«Ngày khác»."""
    asked, a = _pending(work, request_id, "extension")
    days = later_days(work, a, "r.due", asked.id)
    return ask_for(work, OTHER_DUE, asked.id, "work.other_due_ask", a, *days)


def _pending(work: Work, request_id: int, kind: str = "") -> tuple[Request, Assignment]:
    asked = work.requests.get(request_id)
    a = work.assignments.get(asked.assignment_id)
    must_decide(work.actor, a)
    if kind and asked.kind != kind:
        raise Refusal("not_found")
    if not asked.pending:
        who = work.people.name(asked.decided_by) or work.people.name(asked.person_id)
        raise Refusal("already_handled", who=who, at=asked.decided_at, what=asked.state)
    return asked, a


def _decide(
    work: Work, asked: Request, state: str, due: datetime | None = None, why: str = ""
) -> None:
    work.requests.decide(asked.id, state, work.actor.me, work.now, due, why)
    others = [p for p in work.assignments.holders(_card(asked)) if p != work.actor.person_id]
    work.redraw(_card(asked), *others)


def _card(asked: Request) -> str:
    return f"request:{asked.id}"


def _shown(work: Work, asked: Request) -> Message | None:
    message = draw_request(work, asked.id)
    if message is None:
        return None
    holders = work.assignments.holders(message.card)
    work.redraw(message.card, *(p for p in holders if p == work.actor.me))
    return Message(message.kind, message.facts, message.buttons, Place.EDIT, card=message.card)
