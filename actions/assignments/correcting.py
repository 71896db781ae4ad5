"""A report that nobody has judged yet can be taken back, or its words put right."""

from dataclasses import replace

from actions.assignments import completion
from actions.assignments.cards import facts_of
from actions.assignments.change import save
from actions.assignments.leading import mine
from actions.assignments.reports import card_of, draw_report, edited, require_unjudged
from actions.desk import action, view
from domain import assignments as rules
from domain.access import Permission
from domain.assignments import Assignment
from domain.dialogue import Expectation
from domain.hours import JUST_SENT
from domain.letters import Message, Place, Press
from domain.refusals import Refusal
from storage import Work
from storage.completions import Completion

TOPIC = "work.fix"
"""So long «sai rồi» without a number means the report that was sent last."""


@view(needs=Permission.OWN_WORK)
def waiting_report(work: Work, number: int | None = None) -> int | None:
    """The actor's own report that waits for its verdict: of a number, or the one just sent."""
    if number is None:
        just_sent = work.completions.sent_since(work.actor.me, work.now - JUST_SENT)
        return just_sent.id if just_sent else None
    a = work.assignments.by_number(number)
    report = work.completions.last(a.id) if a else None
    mine_waits = report and report.state == "sent" and report.person_id == work.actor.person_id
    return report.id if report and mine_waits else None


@view(needs=Permission.OWN_WORK)
def last_waiting(work: Work) -> int | None:
    """The actor's own report that was sent last, and waits for its verdict."""
    sent = work.completions.sent_since(work.actor.me, work.now - rules.REOPEN_WITHIN)
    return sent.id if sent else None


@action(needs=Permission.OWN_WORK)
def recall(work: Work, completion_id: int) -> Message | None:
    """«Thu hồi, sửa»: it is a draft again, with its words and photos."""
    sent, was = _unjudged(work, completion_id)
    became = rules.take_back(was, work.assignments.blocked_before_report(was.id))
    work.completions.save(replace(sent, state="dropped", decided_at=work.now))
    draft = work.completions.begin(was.id, work.actor.me, work.now)
    draft = replace(draft, text=sent.text, happened_at=sent.happened_at)
    work.completions.save(draft)
    work.attachments.move(sent.about, draft.about)
    save(work, was, became, "recalled", text=sent.text, facts={"report": sent.id})
    work.cards.forget(work.actor.me, card_of(sent))
    work.outbox.drop_unseen(card_of(sent))
    work.redraw(card_of(sent), *work.assignments.holders(card_of(sent)))
    completion.wait(work, draft, {"": draft.text})
    return edited(draw_report(work, draft.id))


@action(needs=Permission.OWN_WORK)
def ask_fix(work: Work, completion_id: int, text: str) -> Message:
    """Read the new words back, beside the old ones, before they stand in the report."""
    report, a = _unjudged(work, completion_id)
    waited = Expectation(TOPIC, completion_id, {"text": text})
    work.expectations.expect(work.actor.me, waited, work.now)
    facts = {**facts_of(work, a), "old": report.text, "text": text}
    buttons = (
        (Press("c.fix", completion_id), Press("c.leave", completion_id)),
        (Press("c.recall", completion_id),),
    )
    return Message("work.fix_ask", facts, buttons, topic=f"{TOPIC}:{completion_id}")


@action(needs=Permission.OWN_WORK)
def fix(work: Work, completion_id: int) -> Message:
    """«Thay kết quả»: the approver sees the new words, and that they are new."""
    report, was = _unjudged(work, completion_id)
    text = _heard(work, completion_id)
    became = rules.correct(was, text)
    work.completions.save(replace(report, text=text))
    row = save(work, was, became, "corrected", text=text, facts={"old": report.text})
    work.redraw(card_of(report), *work.assignments.holders(card_of(report)))
    facts = {**facts_of(work, became), "old": report.text, "text": text}
    told = Message(
        "work.fixed_told", facts, ((Press("c.open", report.id, label=str(was.number)),),)
    )
    work.tell_at_work(was.approver_id, f"fixed:{row}", told)
    return Message("work.fixed", facts, place=Place.EDIT)


@action(needs=Permission.OWN_WORK)
def leave(work: Work, completion_id: int) -> Message:
    """«Để nguyên»."""
    _, a = _unjudged(work, completion_id)
    _heard(work, completion_id)
    return Message("work.fix_left", facts_of(work, a), place=Place.EDIT)


def _heard(work: Work, completion_id: int) -> str:
    """The new words that were read back."""
    waited = work.expectations.find(work.actor.me, TOPIC, completion_id, work.now)
    if waited is None:
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, TOPIC, completion_id)
    return str(waited.answers["text"])


def _unjudged(work: Work, completion_id: int) -> tuple[Completion, Assignment]:
    report = work.completions.get(completion_id)
    a = mine(work, report.assignment_id)
    require_unjudged(work, report)
    return report, a
