"""Reporting that work is done: gathered, read back once, sent with one tap, decided."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from actions.assignments.cards import facts_of, must_see
from actions.assignments.change import keep, undo_row
from actions.assignments.leading import ask_for, mine
from actions.desk import action, view
from domain import assignments as rules
from domain.access import Permission
from domain.assignment_rights import may_approve, must_approve
from domain.assignments import Assignment
from domain.evidence import Proof
from domain.letters import Message, Place, Press, Rows
from domain.periods import local
from domain.refusals import Refusal
from storage import Work
from storage.completions import Completion
from storage.work import UNDO_WITHIN

TOPIC = "work.done"
RESULT_LETTERS = 800
UNSENT_AT = time(16, 30)


@action(needs=Permission.OWN_WORK)
def begin(work: Work, assignment_id: int) -> Message:
    """«Báo xong»: wait for words and photos."""
    a = mine(work, assignment_id)
    if not a.under_way:
        raise Refusal("work_is_" + a.state.value, code=a.code)
    draft = work.completions.draft(a.id, work.actor.me)
    message = ask_for(work, TOPIC, a.id, "work.done_ask", a)
    return _read_back(work, draft) if draft and _says(work, draft) else message


@action(needs=Permission.OWN_WORK)
def add(
    work: Work,
    assignment_id: int,
    text: str = "",
    proof: Proof | None = None,
    happened: datetime | None = None,
) -> Message | None:
    """Take down words or a photo of a report; one read-back, however many photos come."""
    a = mine(work, assignment_id)
    if not a.under_way:
        raise Refusal("work_is_" + a.state.value, code=a.code)
    draft = work.completions.begin(a.id, work.actor.me, work.now)
    known = _says(work, draft)
    words = "\n".join(filter(None, (draft.text, text)))[:RESULT_LETTERS]
    draft = replace(draft, text=words, happened_at=happened or draft.happened_at)
    work.completions.save(draft)
    if proof:
        work.completions.add_proof(draft.id, proof, work.now)
    ask_for(work, TOPIC, a.id, "work.done_ask", a)
    card = f"report:{draft.id}"
    if known and work.actor.me in work.assignments.holders(card):
        work.redraw(card, work.actor.me)
        return None
    return _read_back(work, draft)


def _says(work: Work, draft: Completion) -> bool:
    return bool(draft.text or work.completions.proofs(draft.id))


def _read_back(work: Work, draft: Completion) -> Message:
    message = draw_report(work, draft.id)
    if message is None:
        raise Refusal("not_found")
    return replace(message, topic=f"{TOPIC}:{draft.assignment_id}")


@action(needs=Permission.OWN_WORK)
def send(work: Work, completion_id: int) -> Message | None:
    """«Gửi»: to the approver, in working hours."""
    draft = work.completions.get(completion_id)
    was = mine(work, draft.assignment_id)
    if draft.state != "draft":
        raise Refusal("already_sent", code=was.code)
    kinds = {proof.kind for proof in work.completions.proofs(draft.id)}
    became = rules.submit(was, draft.text, kinds, work.now)
    work.completions.save(replace(draft, state="sent", sent_at=work.now))
    work.requests.drop(was.id, work.now)
    work.expectations.forget(work.actor.me, TOPIC, was.id)
    keep(work, was, became, "submitted", text=draft.text, facts={"report": draft.id})
    card = f"report:{draft.id}"
    if was.approver_id != work.actor.me:
        work.redraw(card, was.approver_id, ring=True, at=work.ring_at(was.urgent))
    return _edited(draw_report(work, draft.id))


def _edited(message: Message | None) -> Message | None:
    return replace(message, place=Place.EDIT) if message else None


@action(needs=Permission.OWN_WORK)
def rewrite(work: Work, completion_id: int) -> Message:
    """«Sửa»: the words anew; photos stay."""
    draft = _my_draft(work, completion_id)
    work.completions.save(replace(draft, text=""))
    a = work.assignments.get(draft.assignment_id)
    return ask_for(work, TOPIC, a.id, "work.done_ask", a)


@action(needs=Permission.OWN_WORK)
def drop(work: Work, completion_id: int) -> Message:
    """«Hủy»: nothing is sent, the work goes on."""
    draft = _my_draft(work, completion_id)
    work.completions.save(replace(draft, state="dropped"))
    work.completions.drop_proofs(draft.id)
    work.expectations.forget(work.actor.me, TOPIC, draft.assignment_id)
    code = work.assignments.get(draft.assignment_id).code
    return Message("work.report_dropped", {"code": code}, place=Place.EDIT)


@action(needs=Permission.OWN_WORK)
def happened_today(work: Work, completion_id: int) -> Message | None:
    """One-tap correction of the day that was understood."""
    draft = _my_draft(work, completion_id)
    work.completions.save(replace(draft, happened_at=None))
    return _edited(draw_report(work, draft.id))


def _my_draft(work: Work, completion_id: int) -> Completion:
    draft = work.completions.get(completion_id)
    a = mine(work, draft.assignment_id)
    if draft.state != "draft":
        raise Refusal("already_sent", code=a.code)
    return draft


def draw_report(work: Work, completion_id: int) -> Message | None:
    """A report as its reader needs it: to send, to wait for, or to decide."""
    report = work.completions.get(completion_id)
    a = work.assignments.get(report.assignment_id)
    facts = {**facts_of(work, a), **_report_facts(work, report, a)}
    mine_too = report.person_id == work.actor.person_id
    if report.state == "draft":
        return _draft_message(report, facts) if mine_too else None
    decides = may_approve(work.actor, a)
    if not (mine_too or decides):
        return None
    if report.state == "sent" and decides and a.state is rules.State.REVIEW:
        return Message("work.review", facts, _verdict_buttons(report, facts), card=_card(report))
    kind = "work.report_sent" if report.state == "sent" else f"work.report_{report.state}"
    return Message(kind, facts, _after_buttons(work, report, facts), card=_card(report))


def _card(report: Completion) -> str:
    return f"report:{report.id}"


def _draft_message(report: Completion, facts: dict[str, Any]) -> Message:
    edit = [Press("c.edit", report.id), Press("c.drop", report.id)]
    if report.happened_at:
        edit.insert(0, Press("c.today", report.id))
    rows: Rows = ((Press("c.send", report.id),), tuple(edit))
    return Message("work.read_back", facts, rows, card=_card(report))


def _verdict_buttons(report: Completion, facts: dict[str, Any]) -> Rows:
    verdict = (Press("c.pass", report.id), Press("c.back", report.id))
    return (verdict, (Press("c.proof", report.id),)) if facts["proofs"] else (verdict,)


def _after_buttons(work: Work, report: Completion, facts: dict[str, Any]) -> Rows:
    """«Hoàn tác» for a while, and the evidence for whoever decided."""
    rows: list[tuple[Press, ...]] = []
    last = work.journal.last("assignment", report.assignment_id)
    fresh = last is not None and work.now - last["at"] < UNDO_WITHIN
    if last and fresh and last["who"] == work.actor.subject and "before" in last["facts"]:
        rows.append(undo_row(last["id"]))
    if facts["proofs"]:
        rows.append((Press("c.proof", report.id),))
    return tuple(rows)


def _report_facts(work: Work, report: Completion, a: Assignment) -> dict[str, Any]:
    proofs = work.completions.proofs(report.id)
    kinds = Counter(proof.kind for proof in proofs)
    missing = [s.name for s in work.assignments.supports(a.id) if s.done_at is None]
    on_time = None
    if report.sent_at:
        on_time = "on_time" if report.sent_at <= a.due_at else "late"
    elif work.now > a.due_at:
        on_time = "late"
    return {
        "result": report.text,
        "proofs": [{"kind": kind, "count": count} for kind, count in kinds.items()],
        "missing": missing,
        "lacks": _lacks(a, report, set(kinds)),
        "happened": report.happened_at,
        "sent": report.sent_at,
        "timing": on_time,
        "by": work.people.name(report.decided_by),
        "comment": report.comment,
        "decided": report.decided_at,
    }


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
    message = draw_report(work, report.id) if report else None
    if message is None:
        raise Refusal("not_found")
    return message


@view(needs=Permission.OWN_WORK)
def open_report(work: Work, completion_id: int) -> Message:
    message = draw_report(work, completion_id)
    if message is None:
        raise Refusal("not_found")
    return message


@view(needs=Permission.OWN_WORK)
def show_proofs(work: Work, completion_id: int) -> Message:
    """The photos and files themselves."""
    report = work.completions.get(completion_id)
    a = work.assignments.get(report.assignment_id)
    must_see(work, a)
    proofs = work.completions.proofs(report.id)
    files = tuple((p.kind, p.file_id) for p in proofs if p.file_id)
    places = [f"{p.latitude:.5f}, {p.longitude:.5f}" for p in proofs if p.kind == "location"]
    facts = {"code": a.code, "count": len(files), "places": places, "result": report.text}
    return Message("work.proofs", facts, files=files)


@action(needs=Permission.DECIDE_WORK)
def approve(work: Work, completion_id: int) -> Message | None:
    """«Đạt»: the lead and the helpers hear of it when it can no longer be taken back."""
    report, was = _to_decide(work, completion_id)
    became = rules.approve(was, work.now)
    decided = {"decided_at": work.now, "decided_by": work.actor.me}
    work.completions.save(replace(report, state="passed", **decided))  # type: ignore[arg-type]
    row = keep(work, was, became, "approved", undoable=True, facts={"report": report.id})
    told = Message("work.passed_told", {**facts_of(work, became), "by": work.actor.name})
    people = {was.lead_id, *(s.person_id for s in work.assignments.supports(was.id))}
    for person_id in sorted(p for p in people if p is not None):
        work.tell_at_work(person_id, f"passed:{row}:{person_id}", told, undo=row)
    _close_group(work, became)
    return _decided(work, report)


def _decided(work: Work, report: Completion) -> Message | None:
    card = _card(report)
    others = [p for p in work.assignments.holders(card) if p != work.actor.person_id]
    for other in others:
        work.redraw_at(card, other, UNDO_WITHIN)
    work.redraw_at(card, work.actor.me, UNDO_WITHIN)
    return _edited(draw_report(work, report.id))


def _close_group(work: Work, a: Assignment) -> None:
    """The same work in several hands is closed when the last of them is."""
    group = work.assignments.of_group(a.group_id) if a.group_id else []
    if group and all(one.state in (rules.State.DONE, rules.State.CANCELLED) for one in group):
        work.log("group_closed", "assignment", group[0].id)
        told = Message("work.group_closed", {**facts_of(work, group[0]), "count": len(group)})
        work.nudge(a.assigner_id, f"group:{a.group_id}", told, silent=True)


@action(needs=Permission.DECIDE_WORK)
def ask_return(work: Work, completion_id: int) -> Message:
    """«Trả lại»: with a comment, and a new day where it is named."""
    _, a = _to_decide(work, completion_id)
    return ask_for(work, "work.return", completion_id, "work.return_ask", a)


@action(needs=Permission.DECIDE_WORK)
def send_back(
    work: Work, completion_id: int, comment: str, due: datetime | None = None
) -> Message | None:
    report, was = _to_decide(work, completion_id)
    became = rules.send_back(was, comment, due, work.now)
    decided = {"decided_at": work.now, "decided_by": work.actor.me, "comment": comment}
    work.completions.save(replace(report, state="returned", **decided))  # type: ignore[arg-type]
    work.expectations.forget(work.actor.me, "work.return", completion_id)
    row = keep(
        work,
        was,
        became,
        "returned",
        text=comment,
        undoable=True,
        facts={"report": report.id, "due": became.due_at},
    )
    told = Message(
        "work.returned_told",
        {**facts_of(work, became), "comment": comment},
        ((Press("a.done", was.id), Press("a.ask", was.id), Press("a.ext", was.id)),),
    )
    work.tell_at_work(was.lead_id, f"returned:{row}", told, undo=row)
    message = _decided(work, report)
    return replace(message, place=Place.NEW, card="") if message else None


def _to_decide(work: Work, completion_id: int) -> tuple[Completion, Assignment]:
    report = work.completions.get(completion_id)
    a = work.assignments.get(report.assignment_id)
    must_approve(work.actor, a)
    if report.state in ("passed", "returned") and report.decided_at:
        name = work.people.name(report.decided_by)
        raise Refusal("already_handled", who=name, at=report.decided_at, what=report.state)
    if report.state != "sent":
        raise Refusal("not_found")
    return report, a


@action(needs=Permission.RUN_TIMETABLE)
def remind_unsent(work: Work) -> None:
    """At 16:30: reports that were read back and never sent."""
    here = local(work.now, work.office.zone)
    if here.time() < UNSENT_AT or not work.calendar.is_working_day(work.today):
        return
    for draft in work.completions.unsent():
        if _says(work, draft):
            a = work.assignments.get(draft.assignment_id)
            buttons = ((Press("c.send", draft.id), Press("c.drop", draft.id)),)
            reminder = Message("work.unsent", facts_of(work, a), buttons)
            key = f"unsent:{draft.id}:{work.today}"
            work.nudge(draft.person_id, key, reminder)
