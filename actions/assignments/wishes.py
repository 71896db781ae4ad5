"""What somebody asks for by telephone, in their name: more time, or to be released."""

from datetime import datetime

from domain import assignments as rules
from domain.assignments import Assignment
from domain.refusals import Refusal
from storage import Work
from storage.journal import Entry

EXTENSION, RELEASE = "extension", "release"
KINDS = (EXTENSION, RELEASE)


def check(work: Work, a: Assignment, kind: str, reason: str, due: datetime | None) -> None:
    """As when they ask themselves: a later day, a reason, of work that is under way."""
    if kind == EXTENSION:
        rules.check_extension(a, due or a.due_at, work.now)
    if not a.under_way:
        raise Refusal("work_is_" + a.state.value, code=a.code)
    if not reason:
        raise Refusal("reason_needed")


def ask(work: Work, a: Assignment, kind: str, reason: str, due: datetime | None) -> int:
    """Whoever decides has it as any other wish; returns its row of the journal."""
    check(work, a, kind, reason, due)
    asked = work.requests.ask(a.id, kind, a.lead_id, reason, work.now, due)
    facts = {"request": asked.id, "due": due, "from": a.due_at, "behalf": kind}
    subject = work.accounts.subject(a.lead_id)
    row = work.log(
        f"{kind}_asked", "assignment", a.id, text=reason, facts=facts, on_behalf=subject
    )
    at = work.ring_at(a.urgent)
    work.redraw(f"request:{asked.id}", work.decider_for(a.assigner_id), ring=True, at=at)
    _redraw(work, f"assignment:{a.id}")
    return row


def take_back(work: Work, a: Assignment, row: Entry, event: str) -> None:
    """It is no longer a question."""
    work.requests.drop(a.id, work.now, row.facts["behalf"])
    work.log(event, "assignment", a.id, facts={"row": row.id})
    _redraw(work, f"request:{row.facts['request']}")
    _redraw(work, f"assignment:{a.id}")


def _redraw(work: Work, card: str) -> None:
    work.redraw(card, *work.assignments.holders(card))
