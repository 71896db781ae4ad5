"""How a report of completion looks: to send, to wait for, to decide, to look back at."""

from dataclasses import replace
from typing import Any

from actions.assignments.cards import facts_of, must_see, told_by, undo_rows
from actions.desk import view
from domain import assignments as rules
from domain.access import Permission
from domain.assignment_rights import may_approve
from domain.assignments import Assignment
from domain.evidence import counted
from domain.letters import Message, Place, Press, Rows
from domain.refusals import Refusal, must_find
from storage import Work
from storage.completions import Completion


def require_unjudged(work: Work, report: Completion) -> None:
    """Only what was sent, and what nobody has decided, can still be changed or decided."""
    if report.state in ("passed", "returned") and report.decided_at:
        name = work.people.name(report.decided_by)
        raise Refusal("already_handled", who=name, at=report.decided_at, what=report.state)
    if report.state != "sent":
        raise Refusal("not_found")


def edited(message: Message | None) -> Message | None:
    """Over the pressed message."""
    return replace(message, place=Place.EDIT) if message else None


def draw_report(work: Work, completion_id: int) -> Message | None:
    """A report as its reader needs it: to send, to wait for, or to decide."""
    report = work.completions.get(completion_id)
    a = work.assignments.get(report.assignment_id)
    mine_too = report.person_id == work.actor.person_id
    if report.state == "draft":
        return draw_draft(work, report, a) if mine_too else None
    decides = may_approve(work.actor, a)
    if not (mine_too or decides):
        return None
    facts = _report_facts(work, report, a)
    if report.state == "sent" and decides and a.state is rules.Status.REVIEW:
        return Message("work.review", facts, _verdict_buttons(report, facts), card=card_of(report))
    buttons = _after_buttons(work, report, facts)
    if report.state == "sent" and mine_too:
        buttons = ((Press("c.recall", report.id),), *buttons)
    return Message(_kind_of(report), facts, buttons, card=card_of(report))


def draw_draft(work: Work, draft: Completion, a: Assignment) -> Message:
    """What would be sent, as whoever writes it sees it."""
    edit = [Press("c.edit", draft.id), Press("c.drop", draft.id)]
    if draft.happened_at:
        edit.insert(0, Press("c.today", draft.id))
    rows: Rows = ((Press("c.send", draft.id),), tuple(edit))
    return Message("work.read_back", _report_facts(work, draft, a), rows, card=card_of(draft))


def _own_name(work: Work, report: Completion, a: Assignment, lead: str) -> str:
    """Who reported their own work, which another may lead by now."""
    return lead if report.person_id == a.lead_id else work.people.name(report.person_id)


def _kind_of(report: Completion) -> str:
    recalled = report.state == "dropped" and report.sent_at
    return "work.report_recalled" if recalled else f"work.report_{report.state}"


def card_of(report: Completion) -> str:
    return f"report:{report.id}"


def _verdict_buttons(report: Completion, facts: dict[str, Any]) -> Rows:
    verdict = (Press("c.pass", report.id), Press("c.back", report.id))
    return (verdict, (Press("c.proof", report.id),)) if facts["proofs"] else (verdict,)


def _after_buttons(work: Work, report: Completion, facts: dict[str, Any]) -> Rows:
    """«Hoàn tác» for a while, and the evidence for whoever decided."""
    proofs: Rows = ((Press("c.proof", report.id),),) if facts["proofs"] else ()
    return (*undo_rows(work, report.assignment_id), *proofs)


def _report_facts(work: Work, report: Completion, a: Assignment) -> dict[str, Any]:
    """What every message about a report may say, of its work too."""
    facts, proofs = facts_of(work, a), proofs_of(work, report)
    told = told_by(work, a, report.person_id, report.sent_at or work.now)
    beside = work.assignments.supports(a.id) if facts["supports"] else []
    on_time = None
    if report.sent_at:
        on_time = "on_time" if report.sent_at <= a.due_at else "late"
    elif work.now > a.due_at:
        on_time = "late"
    return {
        **facts,
        **told,
        "teller": told["told_by"] or _own_name(work, report, a, facts["lead"]),
        "result": report.text,
        "proofs": proofs,
        "missing": [s.name for s in beside if s.done_at is None],
        "lacks": _lacks(a, report, {proof["kind"] for proof in proofs}),
        "happened": report.happened_at,
        "sent": report.sent_at,
        "timing": on_time,
        "by": work.people.name(report.decided_by) if report.decided_by else "",
        "comment": report.comment,
        "decided": report.decided_at,
    }


def proofs_of(work: Work, report: Completion) -> list[dict[str, Any]]:
    """How many photos, files, voices and places prove it."""
    return counted(proof.kind for proof in work.attachments.about(report.about))


def _lacks(a: Assignment, report: Completion, kinds: set[str]) -> str | None:
    """The evidence that is still wanted."""
    if report.state != "draft":
        return None
    try:
        rules.check_report(a, report.text, kinds)
    except Refusal as refusal:
        return refusal.code
    return None


@view(needs=Permission.OWN_WORK)
def show_report(work: Work, assignment_id: int) -> Message:
    """The newest report of an assignment."""
    report = work.completions.last(assignment_id)
    return must_find(draw_report(work, report.id) if report else None)


@view(needs=Permission.OWN_WORK)
def open_report(work: Work, completion_id: int) -> Message:
    return must_find(draw_report(work, completion_id))


@view(needs=Permission.OWN_WORK)
def show_proofs(work: Work, completion_id: int) -> Message:
    """The photos and files themselves."""
    report = work.completions.get(completion_id)
    a = work.assignments.get(report.assignment_id)
    must_see(work, a)
    proofs = work.attachments.about(report.about)
    files = tuple((p.kind, p.file_id) for p in proofs if p.file_id)
    places = [f"{p.latitude:.5f}, {p.longitude:.5f}" for p in proofs if p.kind == "location"]
    facts = {"code": a.code, "count": len(files), "places": places, "result": report.text}
    return Message("work.proofs", facts, files=files)
