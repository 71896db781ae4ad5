"""Keeping what an assignment became: written down, in the journal, shown on every card of it."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from actions.assignments.cards import refresh
from actions.assignments.reports import card_of
from actions.desk import action
from actions.rooms import work_moved
from domain.access import Permission
from domain.assignments import Assignment, Evidence, Status
from domain.hours import UNDO_WITHIN
from domain.letters import Message, Press, toast
from domain.refusals import Refusal
from storage import Work
from storage.journal import Entry

ASKED = (
    *("work.ext", "work.release", "work.no", "work.say", "work.falls", "work.progress"),
    *("work.block", "work.expect", "work.done", "work.order", "work.move", "work.hand"),
    *("work.why", "work.behalf", "work.join"),
)
"""The questions whose subject is the assignment."""
_KINDS: Mapping[str, Callable[[str], Any]] = {
    "state": Status,
    "suspended_from": Status,
    "evidence": Evidence,
}
"""Fields that are written down as words."""


def save(
    work: Work,
    was: Assignment,
    now: Assignment,
    event: str,
    *,
    text: str | None = None,
    undoable: bool = False,
    on_behalf: str | None = None,
    facts: dict[str, Any] | None = None,
) -> int:
    """Save a change and show it; returns its row of the journal."""
    work.assignments.save(was, now, work.now)
    before = {"before": written_over(was, now)} if undoable else {}
    row = work.log(
        event,
        "assignment",
        now.id,
        was=was.state.value,
        became=now.state.value,
        text=text,
        facts={**(facts or {}), **before},
        on_behalf=on_behalf,
    )
    _settle(work, was, now)
    if now.lead_id != was.lead_id:
        _drop_unsent(work, was)
    if (was.state, was.due_at) != (now.state, now.due_at):
        work_moved(work, now)
    mine = refresh(work, now)
    for subject in mine if undoable else ():
        # «Hoàn tác» goes from the card when its time is over.
        work.redraw_at(subject, work.actor.me, UNDO_WITHIN)
    return row


def _settle(work: Work, was: Assignment, now: Assignment) -> None:
    """What was asked or read back about work that ended, or changed hands, goes nowhere; so does
    what its lead was asked of work that is reported."""
    if now.lead_id != was.lead_id or not now.is_open:
        people = {was.lead_id, now.lead_id, was.assigner_id, was.approver_id}
    elif was.under_way and not now.under_way:
        people = {was.lead_id}
    else:
        return
    me = work.actor.person_id
    work.expectations.settle(me, {*people, *([me] if me else ())}, ASKED, now.id)


def _drop_unsent(work: Work, was: Assignment) -> None:
    """What its lead had not sent yet is nobody's report of it any more, and its card says so."""
    draft = work.completions.draft(was.id, was.lead_id) if was.lead_id else None
    if draft:
        work.completions.save(replace(draft, state="dropped"))
        work.redraw(card_of(draft), *work.assignments.holders(card_of(draft)))


def written_over(was: Assignment, now: Assignment) -> dict[str, Any]:
    """What a change wrote over, by the names of its fields: enough to take it back."""
    names = (field.name for field in fields(was))
    return {n: getattr(was, n) for n in names if getattr(was, n) != getattr(now, n)}


def undo_row(row: int) -> tuple[Press, ...]:
    return (Press("a.undo", row),)


@action(needs=Permission.OWN_WORK)
def undo(work: Work, row_id: int) -> Message:
    """Take one's last act back, where nobody else has acted on it or heard of it."""
    row = work.journal.row(row_id)
    if row is None or row.kind != "assignment" or "before" not in row.facts:
        raise Refusal("too_late_to_undo")
    last = work.journal.last("assignment", row.subject)
    if row.who != work.actor.subject or work.now - row.at > UNDO_WITHIN:
        raise Refusal("too_late_to_undo")
    if last is None or last.id != row_id or not work.outbox.take_back(row_id):
        raise Refusal("others_acted")
    return toast("work.undone", code=as_before(work, row).code)


def as_before(work: Work, row: Entry) -> Assignment:
    """The work stands as it did before this row of the journal."""
    now = work.assignments.get(row.subject)
    _restore_report(work, row.event, now.id)
    was = revive(now, row.facts["before"])
    save(work, now, was, "undone")
    return was


def revive(now: Assignment, before: Mapping[str, Any]) -> Assignment:
    """An assignment as it was before its last change, by what the journal kept of it."""
    kept = {n: _KINDS[n](v) if v and n in _KINDS else v for n, v in before.items()}
    return replace(now, **{**kept, "version": now.version + 1})


def _restore_report(work: Work, event: str, assignment_id: int) -> None:
    """A verdict that is taken back leaves the report waiting again."""
    if event not in ("approved", "returned"):
        return
    report = work.completions.last(assignment_id)
    if report:
        undecided = {"decided_at": None, "decided_by": None, "comment": "", "state": "sent"}
        work.completions.save(replace(report, **undecided))  # type: ignore[arg-type]
        work.redraw(f"report:{report.id}", *work.assignments.holders(f"report:{report.id}"))
