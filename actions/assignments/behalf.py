"""What the office writes down for somebody who rang up: never an approval, always said back."""

from dataclasses import replace

from actions.assignments.cards import facts_of
from actions.assignments.change import revive, save
from actions.assignments.leading import ask_for
from actions.desk import action, view
from domain import assignments as rules
from domain.access import Permission, Role
from domain.assignments import Assignment
from domain.letters import Message, Place, Press, rows_of, toast
from domain.refusals import Refusal
from storage import Work

TOPIC = "work.behalf"


@view(needs=Permission.RECORD_FOR_OTHERS)
def menu(work: Work, assignment_id: int) -> Message:
    """«Ghi thay»: what was said on the telephone."""
    a = work.assignments.get(assignment_id)
    presses = [Press("o.accept", a.id), Press("o.tell", a.id)]
    return Message("work.behalf_menu", facts_of(work, a), rows_of(presses))


@action(needs=Permission.RECORD_FOR_OTHERS)
def ask(work: Work, assignment_id: int) -> Message:
    """Wait for the words: progress, an obstacle or the result."""
    return ask_for(
        work, TOPIC, assignment_id, "work.behalf_ask", work.assignments.get(assignment_id)
    )


@action(needs=Permission.RECORD_FOR_OTHERS)
def accept(work: Work, assignment_id: int) -> Message:
    was = work.assignments.get(assignment_id)
    return _record(work, was, rules.accept(was, work.now), "accepted", "")


@action(needs=Permission.RECORD_FOR_OTHERS)
def progress(work: Work, assignment_id: int, percent: int, text: str = "") -> Message:
    was = work.assignments.get(assignment_id)
    return _record(work, was, rules.progress(was, percent, work.now), "progress", text)


@action(needs=Permission.RECORD_FOR_OTHERS)
def block(work: Work, assignment_id: int, text: str) -> Message:
    was = work.assignments.get(assignment_id)
    return _record(work, was, rules.block(was, text, work.now), "blocked", text)


@action(needs=Permission.RECORD_FOR_OTHERS)
def done(work: Work, assignment_id: int, text: str) -> Message:
    """The result, told by telephone: it goes to the approver as any other."""
    was = work.assignments.get(assignment_id)
    became = rules.submit(was, text, set(), work.now)
    draft = work.completions.begin(was.id, was.lead_id, work.now)
    work.completions.save(replace(draft, text=text, state="sent", sent_at=work.now))
    work.requests.drop(was.id, work.now)
    message = _record(work, was, became, "submitted", text)
    work.redraw(f"report:{draft.id}", was.approver_id, ring=True, at=work.ring_at(was.urgent))
    return message


def _record(work: Work, was: Assignment, became: Assignment, event: str, text: str) -> Message:
    """Keep it in the lead's name, and ask the lead whether it is right."""
    work.expectations.forget(work.actor.me, TOPIC, was.id)
    facts = {"behalf": event, "percent": became.percent}
    subject = work.accounts.subject(was.lead_id)
    row = save(
        work, was, became, event, text=text or None, undoable=True, on_behalf=subject, facts=facts
    )
    work.redraw(f"behalf:{row}", was.lead_id, ring=True, at=work.ring_at())
    return toast("work.behalf_saved", **facts_of(work, became))


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
    }
    buttons = ((Press("o.right", row_id), Press("o.wrong", row_id)),)
    return Message("work.behalf", facts, buttons, card=f"behalf:{row_id}")


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
        if row.event == "submitted":
            _take_report_back(work, a)
        save(work, a, revive(row.facts["before"], a.version + 1), "behalf_wrong")
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


def _take_report_back(work: Work, a: Assignment) -> None:
    if report := work.completions.last(a.id):
        work.completions.save(replace(report, state="dropped", decided_at=work.now))
        work.redraw(f"report:{report.id}", *work.assignments.holders(f"report:{report.id}"))


def _own_row(work: Work, row_id: int) -> Assignment:
    row = work.journal.row(row_id)
    if row is None or row.on_behalf != work.actor.subject:
        raise Refusal("not_found")
    history = work.journal.history("assignment", row.subject)
    if any(r.event.startswith("behalf_") and r.facts.get("row") == row_id for r in history):
        raise Refusal("behalf_answered")
    return work.assignments.get(row.subject)
