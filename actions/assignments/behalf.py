"""What the office writes down for somebody who rang up: never an approval, always said back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from actions.assignments import wishes
from actions.assignments.cards import facts_of
from actions.assignments.change import revive, save
from actions.assignments.leading import ask_for
from actions.desk import action, view
from domain import assignments as rules
from domain.access import Permission, Role
from domain.assignments import Assignment
from domain.dialogue import Expectation, mark_of
from domain.hours import TAKEN_BACK
from domain.letters import Message, Place, Press, result, rows_of
from domain.refusals import Refusal
from storage import Work
from storage.journal import Entry
from storage.rows import spell

TOPIC = "work.behalf"


@view(needs=Permission.RECORD_FOR_OTHERS)
def menu(work: Work, assignment_id: int) -> Message:
    """«Ghi thay»: what was said on the telephone."""
    a = work.assignments.get(assignment_id)
    presses = [Press("o.accept", a.id), Press("o.tell", a.id)]
    return Message("work.behalf_menu", facts_of(work, a), rows_of(presses))


@view(needs=Permission.RECORD_FOR_OTHERS)
def limit_of(work: Work, assignment_id: int) -> datetime:
    """From when «thêm 3 ngày» counts."""
    return work.assignments.get(assignment_id).due_at


@action(needs=Permission.RECORD_FOR_OTHERS)
def ask(work: Work, assignment_id: int) -> Message:
    """Wait for the words: progress, an obstacle or the result."""
    return ask_for(
        work, TOPIC, assignment_id, "work.behalf_ask", work.assignments.get(assignment_id)
    )


@action(needs=Permission.RECORD_FOR_OTHERS)
def read_back(
    work: Work,
    assignment_id: int,
    event: str,
    text: str = "",
    percent: int | None = None,
    due: datetime | None = None,
) -> Message:
    """What will stand in the lead's name, shown before it does."""
    was = work.assignments.get(assignment_id)
    if event in wishes.KINDS:
        wishes.check(work, was, event, text, due)
        became = was
    else:
        became = _became(work, was, event, text, percent)
    said = {"event": event, "text": text, "percent": percent, "due": due}
    work.expectations.expect(work.actor.me, Expectation(TOPIC, was.id, said), work.now)
    facts = {**facts_of(work, became), "what": event, "text": text}
    facts |= {"percent": percent, "new_due": due}
    send = Press("o.send", was.id, _mark(said), label="@button.send")
    leave = Press("q.leave", was.id, TOPIC, label="@button.leave")
    return Message("work.behalf_read", facts, ((send, leave),), topic=f"{TOPIC}:{was.id}")


def _mark(said: Mapping[str, Any]) -> str:
    due = spell(said["due"]) if said.get("due") else ""
    return mark_of(f"{said['event']} {said['percent']} {due} {said['text']}")


def _became(work: Work, was: Assignment, event: str, text: str, percent: int | None) -> Assignment:
    if event == "accepted":
        return rules.accept(was, work.now)
    if event == "progress":
        return rules.progress(was, percent or 0, work.now)
    if event == "blocked":
        return rules.block(was, text, work.now)
    return rules.submit(was, text, set(), work.now)


@action(needs=Permission.RECORD_FOR_OTHERS)
def send(work: Work, assignment_id: int, mark: str = "") -> Message:
    """«Gửi»: as it was read back. A result goes to the approver as any other."""
    heard = work.expectations.find(work.actor.me, TOPIC, assignment_id, work.now)
    said = heard.answers if heard else {}
    if "event" not in said or (mark and mark != _mark(said)):
        raise Refusal("question_over")
    was, text = work.assignments.get(assignment_id), str(said["text"])
    if said["event"] in wishes.KINDS:
        row = wishes.ask(work, was, said["event"], text, said["due"])
        return _told(work, was, row, said["event"], text, new_due=said["due"])
    became = _became(work, was, said["event"], text, said["percent"])
    if said["event"] == "submitted":
        return _report(work, was, became, text)
    return _record(work, was, became, said["event"], text)


def _report(work: Work, was: Assignment, became: Assignment, text: str) -> Message:
    draft = work.completions.begin(was.id, was.lead_id, work.now)
    work.completions.save(replace(draft, text=text, state="sent", sent_at=work.now))
    work.requests.drop(was.id, work.now)
    message = _record(work, was, became, "submitted", text)
    work.redraw(f"report:{draft.id}", was.approver_id, ring=True, at=work.ring_at(was.urgent))
    return message


def _record(work: Work, was: Assignment, became: Assignment, event: str, text: str) -> Message:
    """Keep it in the lead's name."""
    facts = {"behalf": event, "percent": became.percent}
    subject = work.accounts.subject(was.lead_id)
    row = save(
        work, was, became, event, text=text or None, undoable=True, on_behalf=subject, facts=facts
    )
    percent = became.percent if event == "progress" else None
    return _told(work, became, row, event, text, percent=percent)


def _told(
    work: Work,
    a: Assignment,
    row: int,
    event: str,
    text: str,
    percent: int | None = None,
    new_due: datetime | None = None,
) -> Message:
    """The lead is asked whether it is right."""
    work.expectations.forget(work.actor.me, TOPIC, a.id)
    work.redraw(f"behalf:{row}", a.lead_id, ring=True, at=work.ring_at())
    told = {**facts_of(work, a), "what": event, "text": text}
    told |= {"percent": percent, "new_due": new_due}
    return result("work.behalf_saved", ((Press("o.back", row),),), **told)


@action(needs=Permission.RECORD_FOR_OTHERS)
def take_back(work: Work, row_id: int) -> Message:
    """«Hoàn tác», for ten minutes, while nothing came after it; the lead's card says so."""
    row = work.journal.row(row_id)
    if row is None or row.who != work.actor.subject or "behalf" not in row.facts:
        raise Refusal("not_found")
    if work.now - row.at > TAKEN_BACK:
        raise Refusal("too_late_to_undo")
    last = work.journal.last("assignment", row.subject)
    if last is None or last.id != row_id:
        raise Refusal("others_acted")
    a = work.assignments.get(row.subject)
    _undo(work, a, row, "behalf_back")
    work.outbox.drop_unseen(f"behalf:{row_id}")
    work.redraw(f"behalf:{row_id}", *work.assignments.holders(f"behalf:{row_id}"))
    return result("work.behalf_back", code=a.code)


def draw_behalf(work: Work, row_id: int) -> Message | None:
    """«Văn phòng ghi thay …» to the one in whose name it was written."""
    row = work.journal.row(row_id)
    if row is None or row.on_behalf != work.actor.subject:
        return None
    a = work.assignments.get(row.subject)
    facts = {
        **facts_of(work, a),
        "what": row.facts["behalf"],
        "text": row.text,
        "percent": row.facts["percent"] if row.event == "progress" else None,
        "new_due": row.facts.get("due"),
    }
    if _answered(work, row) == "behalf_back":
        return Message("work.behalf_gone", facts, card=f"behalf:{row_id}")
    buttons = ((Press("o.right", row_id), Press("o.wrong", row_id)),)
    return Message("work.behalf", facts, buttons, card=f"behalf:{row_id}")


def _answered(work: Work, row: Entry) -> str:
    """What became of a row that was written for somebody: right, wrong, taken back."""
    history = work.journal.history("assignment", row.subject)
    found = (r for r in history if r.event.startswith("behalf_") and r.facts.get("row") == row.id)
    return next((r.event for r in found), "")


@action(needs=Permission.OWN_WORK)
def right(work: Work, row_id: int) -> Message:
    """«Đúng»."""
    a = _own_row(work, row_id)
    work.log("behalf_right", "assignment", a.id, facts={"row": row_id})
    return Message("work.behalf_right", {"code": a.code}, place=Place.EDIT)


@action(needs=Permission.OWN_WORK)
def wrong(work: Work, row_id: int) -> Message:
    """«Không đúng»: it is taken back where nothing came after it; the office is told."""
    a = _own_row(work, row_id)
    row, last = work.journal.row(row_id), work.journal.last("assignment", a.id)
    if row and last and last.id == row_id:
        _undo(work, a, row, "behalf_wrong")
    else:
        work.log("behalf_wrong", "assignment", a.id, facts={"row": row_id})
    told = Message(
        "work.behalf_wrong_told",
        {**facts_of(work, a), "by": work.actor.name},
        ((Press("a.open", a.id, label=str(a.number)),),),
    )
    for admin in work.people.with_role(Role.OFFICE_ADMIN, work.today):
        work.tell_at_work(admin.id, f"behalf_wrong:{row_id}:{admin.id}", told)
    return Message("work.behalf_wrong", {"code": a.code}, place=Place.EDIT)


def _undo(work: Work, a: Assignment, row: Entry, event: str) -> None:
    if row.facts["behalf"] in wishes.KINDS:
        wishes.take_back(work, a, row, event)
        return
    if row.event == "submitted":
        _take_report_back(work, a)
    save(work, a, revive(a, row.facts["before"]), event, facts={"row": row.id})


def _take_report_back(work: Work, a: Assignment) -> None:
    if report := work.completions.last(a.id):
        work.completions.save(replace(report, state="dropped", decided_at=work.now))
        work.redraw(f"report:{report.id}", *work.assignments.holders(f"report:{report.id}"))


def _own_row(work: Work, row_id: int) -> Assignment:
    row = work.journal.row(row_id)
    if row is None or row.on_behalf != work.actor.subject:
        raise Refusal("not_found")
    if _answered(work, row):
        raise Refusal("behalf_answered")
    return work.assignments.get(row.subject)
