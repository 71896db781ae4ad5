"""Reporting that work is done: gathered, read back once, sent with one tap."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from actions.assignments.cards import facts_of
from actions.assignments.change import save
from actions.assignments.leading import ask_for, going, mine
from actions.assignments.reports import card_of, draw_draft, draw_report, edited, proofs_of
from actions.desk import action, view
from actions.meant import MEANT
from domain import assignments as rules
from domain.access import Permission
from domain.assignments import Assignment
from domain.dialogue import LINES, Expectation
from domain.evidence import Proof, along_with
from domain.hours import SPOKEN_OF, UNSENT
from domain.letters import Message, Place, Press
from domain.refusals import Refusal, must_find
from storage import Work
from storage.completions import Completion

TOPIC = "work.done"
READ = "read"
"""The report that was read back."""
KEPT = "kept"
"""It is to wait: only «gửi» sends it, and no mere «ok»."""
RESULT_LETTERS = 800


@action(needs=Permission.OWN_WORK)
def begin(work: Work, assignment_id: int) -> Message:
    """«Báo xong»: wait for words and photos."""
    a = going(work, assignment_id)
    asked = _asked(work, a.id)
    draft = _fresh(work, a.id, asked)
    lines = _lines(work, draft, asked, "") if draft else {}
    message = ask_for(work, TOPIC, a.id, "work.done_ask", a)
    return _read_back(work, draft, a, lines) if draft and _says(work, draft) else message


@action(needs=Permission.OWN_WORK)
def add(
    work: Work,
    assignment_id: int,
    text: str = "",
    proof: Proof | None = None,
    happened: datetime | None = None,
    anew: bool = False,
) -> Message | None:
    """Take down words or a photo of a report; one read-back, however many photos come, and a new
    one for more words. `anew`: the work was named again, so an old draft gives nothing to it."""
    a = going(work, assignment_id)
    waiting = work.expectations.open(work.actor.me, work.now)
    asked = next((e for e in waiting if (e.topic, e.subject) == (TOPIC, a.id)), None)
    begun = _fresh(work, a.id, asked) if anew else work.completions.draft(a.id, work.actor.me)
    known = begun is not None and _says(work, begun)
    draft = begun or work.completions.begin(a.id, work.actor.me, work.now)
    work.attachments.move(along_with(a.id), draft.about)
    lines = _lines(work, draft, asked, text)
    words = "\n".join(lines.values())[:RESULT_LETTERS]
    draft = replace(draft, text=words, happened_at=happened or draft.happened_at)
    work.completions.save(draft)
    for sent in (*_asked_of(work, a.id, waiting), *([proof] if proof else ())):
        work.attachments.add(draft.about, sent, work.now)
    said_anew = str(work.expectations.said_in) in (asked.answers.get(LINES, {}) if asked else {})
    if known and work.actor.me in work.assignments.holders(card_of(draft)):
        if said_anew or not text:
            wait(work, draft, lines)
            work.redraw(card_of(draft), work.actor.me)
            return None
        work.leave_above(card_of(draft))
    return _read_back(work, draft, a, lines)


@action(needs=Permission.OWN_WORK)
def move_line(
    work: Work, wrong: int, right: int, text: str, happened: datetime | None = None
) -> Message | None:
    """A line of one report was edited, and names other work: it goes there, and what nothing is
    left of is dropped."""
    draft = must_find(unsent(work, wrong))
    lines = _lines(work, draft, _asked(work, wrong), "")
    draft = replace(draft, text="\n".join(lines.values()))
    work.completions.save(draft)
    if _says(work, draft):
        wait(work, draft, lines)
        work.redraw(card_of(draft), work.actor.me)
    else:
        drop.run(work, draft.id)
    return add.run(work, right, text, happened=happened, anew=True)


def unsent(work: Work, assignment_id: int) -> Completion | None:
    """The actor's draft of its report, where something stands in it."""
    draft = work.completions.draft(assignment_id, work.actor.me)
    return draft if draft and _says(work, draft) else None


def carry_over(work: Work, wrong: int, right: int) -> Message:
    """What was gathered for one report belongs into another, and is read back there."""
    of_wrong = must_find(unsent(work, wrong))
    a = going(work, right)
    draft = work.completions.begin(right, work.actor.me, work.now)
    lines = _one_more(work, _lines(work, draft, _asked(work, right), ""), of_wrong.text)
    draft = replace(draft, text="\n".join(lines.values())[:RESULT_LETTERS])
    work.completions.save(draft)
    work.attachments.move(of_wrong.about, draft.about)
    drop.run(work, of_wrong.id)
    return _read_back(work, draft, a, lines)


@action(needs=Permission.OWN_WORK)
def drop_proof(work: Work) -> Message:
    """«xóa ảnh vừa gửi»: the newest that goes into no report that was sent; an album is one."""
    me = work.actor.me
    asked = next(
        (e for e in work.expectations.open(me, work.now) if e.answers.get("proofs")), None
    )
    if asked and asked.at and work.now - asked.at <= SPOKEN_OF:
        work.expectations.forget(me, asked.topic, asked.subject)
        return Message("work.proof_dropped", {"count": len(asked.answers["proofs"])})
    own = [a for a in work.assignments.of_lead(me) if a.under_way]
    drafts = {a.id: work.completions.draft(a.id, me) for a in own}
    places = {along_with(a.id): a for a in own}
    places |= {draft.about: a for a in own if (draft := drafts[a.id])}
    about, count = work.attachments.drop_last(places)
    if not count:
        raise Refusal("no_proof")
    a = places[about]
    if draft := unsent(work, a.id):
        work.redraw(card_of(draft), me)
    return Message("work.proof_dropped", {"count": count, "code": a.code})


def _asked_of(work: Work, assignment_id: int, waiting: Sequence[Expectation]) -> list[Proof]:
    """Photos of this work of which it was just asked what they say: its report says it."""
    of_it = [
        e
        for e in waiting
        if e.topic == MEANT and e.answers.get("about") == assignment_id and e.answers.get("proofs")
        if e.answers.get("room") == "assignment" and e.at and work.now - e.at <= SPOKEN_OF
    ]
    for asked in of_it:
        work.expectations.forget(work.actor.me, MEANT, asked.subject)
    return [Proof(**kept) for asked in of_it for kept in asked.answers["proofs"]]


def _asked(work: Work, assignment_id: int) -> Expectation | None:
    """The open question of its result."""
    return work.expectations.find(work.actor.me, TOPIC, assignment_id, work.now)


def _fresh(work: Work, assignment_id: int, asked: Expectation | None) -> Completion | None:
    """The draft that was spoken of a moment ago; one that was left gives its words to nothing,
    and keeps its photos."""
    draft = work.completions.draft(assignment_id, work.actor.me)
    if draft is None or (asked and asked.at and work.now - asked.at <= SPOKEN_OF):
        return draft
    draft = replace(draft, text="")
    work.completions.save(draft)
    work.leave_above(card_of(draft))
    return draft


def _lines(work: Work, draft: Completion, asked: Expectation | None, text: str) -> dict[str, str]:
    """What was said so far, each line under its message, with one line more; a message that was
    edited says its own anew, and the same line is not said twice."""
    kept = dict(asked.answers.get(LINES, {})) if asked and draft.text else {}
    lines = kept or ({"": draft.text} if draft.text else {})
    return lines if text in lines.values() else _one_more(work, lines, text)


def _one_more(work: Work, lines: dict[str, str], text: str) -> dict[str, str]:
    said = {**lines, str(work.expectations.said_in or f"tap {len(lines)}"): text}
    return {number: line for number, line in said.items() if line}


def _says(work: Work, draft: Completion) -> bool:
    return bool(draft.text or work.attachments.about(draft.about))


def _read_back(work: Work, draft: Completion, a: Assignment, lines: Mapping[str, str]) -> Message:
    wait(work, draft, lines)
    return replace(draw_draft(work, draft, a), topic=f"{TOPIC}:{a.id}")


def wait(work: Work, draft: Completion, lines: Mapping[str, str]) -> None:
    """For more words, or for a plain yes to what was read back."""
    waiting = Expectation(TOPIC, draft.assignment_id, {READ: draft.id, LINES: lines})
    work.expectations.expect(work.actor.me, waiting, work.now)


@action(needs=Permission.OWN_WORK)
def send(work: Work, completion_id: int) -> Message | None:
    """«Gửi»: to the approver, in working hours; of one that was dropped it says so."""
    if gone := dropped.run(work, completion_id):
        return gone
    draft = work.completions.get(completion_id)
    was = mine(work, draft.assignment_id)
    if draft.state != "draft":
        raise Refusal("already_sent", code=was.code)
    kinds = {proof.kind for proof in work.attachments.about(draft.about)}
    became = rules.submit(was, draft.text, kinds, work.now)
    work.requests.drop(was.id, work.now)
    work.expectations.forget(work.actor.me, TOPIC, was.id)
    save(work, was, became, "submitted", text=draft.text, facts={"report": draft.id})
    work.completions.save(replace(draft, state="sent", sent_at=work.now))
    card = card_of(draft)
    approver = work.decider_for(was.approver_id)
    if approver != work.actor.me:
        work.redraw(card, approver, ring=True, at=work.ring_at(was.urgent))
    return edited(draw_report(work, draft.id))


@action(needs=Permission.OWN_WORK)
def rewrite(work: Work, completion_id: int) -> Message:
    """«Sửa»: the words anew; photos stay. What was read back makes way for the question, so
    that the fresh draft is the newest message."""
    draft, a = _my_draft(work, completion_id)
    work.completions.save(replace(draft, text=""))
    work.cards.forget(work.actor.me, card_of(draft))
    return replace(ask_for(work, TOPIC, a.id, "work.done_ask", a), place=Place.EDIT)


@action(needs=Permission.OWN_WORK)
def put_right(work: Work, completion_id: int, text: str) -> Message:
    """«hình như 45 thôi»: the words with this number in its place, read back as the newest."""
    was, a = _my_draft(work, completion_id)
    draft = replace(was, text=text[:RESULT_LETTERS])
    work.completions.save(draft)
    work.leave_above(card_of(draft))
    return _read_back(work, draft, a, {"": draft.text})


@view(needs=Permission.OWN_WORK)
def words_of(work: Work, completion_id: int) -> str:
    """What stands in it."""
    return work.completions.get(completion_id).text


@action(needs=Permission.OWN_WORK)
def drop(work: Work, completion_id: int) -> Message:
    """«Hủy»: nothing is sent, the work goes on."""
    draft, a = _my_draft(work, completion_id)
    _drop(work, draft)
    work.redraw(card_of(draft), *work.assignments.holders(card_of(draft)))
    work.expectations.forget(work.actor.me, TOPIC, a.id)
    return Message("work.report_dropped", {"code": a.code}, place=Place.EDIT)


@action(needs=Permission.OWN_WORK)
def leave_unsent(work: Work, completion_id: int) -> Message:
    """«thôi», «bỏ»: the same by words; the card has no «Gửi» any more."""
    return replace(drop.run(work, completion_id), place=Place.NEW)


@action(needs=Permission.OWN_WORK)
def keep_unsent(work: Work, completion_id: int) -> Message:
    """«khoan gửi», «để em xem lại đã»: it stays as it was read back, and waits."""
    draft, a = _my_draft(work, completion_id)
    lines = _lines(work, draft, _asked(work, a.id), "")
    kept = Expectation(TOPIC, a.id, {READ: draft.id, LINES: lines, KEPT: True})
    work.expectations.expect(work.actor.me, kept, work.now)
    buttons = (tuple(Press(verb, draft.id) for verb in ("c.send", "c.edit", "c.drop")),)
    facts = {"code": a.code, "result": draft.text, "proofs": proofs_of(work, draft)}
    return Message("work.report_kept", facts, buttons, topic=f"{TOPIC}:{a.id}")


@view(needs=Permission.OWN_WORK)
def dropped(work: Work, completion_id: int) -> Message | None:
    """What became of a report that was dropped: said wherever its buttons still stand."""
    gone = work.completions.get(completion_id).state == "dropped"
    return edited(draw_report(work, completion_id)) if gone else None


def drop_drafts(work: Work) -> int:
    """`/huy`: every report that was not sent is dropped, and its card says so."""
    drafts = [d for d in work.completions.unsent() if d.person_id == work.actor.me]
    for draft in drafts:
        _drop(work, draft)
        work.redraw(card_of(draft), *work.assignments.holders(card_of(draft)))
    return len(drafts)


def _drop(work: Work, draft: Completion) -> None:
    work.completions.save(replace(draft, state="dropped"))
    work.attachments.forget(draft.about)


@action(needs=Permission.OWN_WORK)
def happened_today(work: Work, completion_id: int) -> Message | None:
    """One-tap correction of the day that was understood."""
    was, a = _my_draft(work, completion_id)
    draft = replace(was, happened_at=None)
    work.completions.save(draft)
    return edited(draw_draft(work, draft, a))


def _my_draft(work: Work, completion_id: int) -> tuple[Completion, Assignment]:
    """A report that was not sent, and its work."""
    draft = work.completions.get(completion_id)
    a = mine(work, draft.assignment_id)
    if draft.state != "draft":
        raise Refusal("already_sent", code=a.code)
    return draft, a


@action(needs=Permission.RUN_TIMETABLE)
def remind_unsent(work: Work) -> None:
    """Late on a working day, once: a report that was read back and never sent."""
    here = work.here
    if here.time() < UNSENT or not work.calendar.is_working_day(work.today):
        return
    for draft in work.completions.unsent():
        if _says(work, draft):
            work.nudge(draft.person_id, f"unsent:{draft.id}", _unsent(work, draft))


def _unsent(work: Work, draft: Completion) -> Message:
    """What would be sent stands in it."""
    a = work.assignments.get(draft.assignment_id)
    facts = {**facts_of(work, a), "result": draft.text, "proofs": proofs_of(work, draft)}
    edit = (Press("c.edit", draft.id), Press("c.drop", draft.id))
    return Message("work.unsent", facts, ((Press("c.send", draft.id),), edit))
