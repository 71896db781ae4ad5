"""A leader's word on the weekly report: it goes to the office, and the office's answer back."""

from collections.abc import Sequence
from typing import Any

from actions.desk import action
from actions.digest.readers import read_report
from actions.digest.sending import office_people
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message, Press, toast
from domain.refusals import Refusal
from storage import Work
from storage.journal import Entry

P = Permission
SAY, ANSWER = "digest_say", "digest_answer"


@action(needs=P.READ_DIGEST)
def ask_say(work: Work, digest_id: int) -> Message:
    read_report(work, digest_id)
    return _wait(work, SAY, digest_id, "digest.ask_say")


@action(needs=P.READ_DIGEST)
def ask_answer(work: Work, row_id: int) -> Message:
    """«Trả lời» under a word on the report."""
    return _wait(work, ANSWER, row_id, "digest.ask_answer", said=_said(work, row_id).text)


def _wait(work: Work, topic: str, subject: int, kind: str, **facts: Any) -> Message:
    work.expectations.expect(work.actor.me, Expectation(topic, subject), work.now)
    return Message(kind, facts, topic=f"{topic}:{subject}")


@action(needs=P.READ_DIGEST)
def say(work: Work, digest_id: int, text: str) -> Message:
    """A leader's word on the report goes to the office, when the office works."""
    read_report(work, digest_id)
    work.expectations.forget(work.actor.me, SAY, digest_id)
    return _carry(work, digest_id, office_people(work), text)


@action(needs=P.READ_DIGEST)
def answer(work: Work, row_id: int, text: str) -> Message:
    """Back to whoever wrote it."""
    row = _said(work, row_id)
    work.expectations.forget(work.actor.me, ANSWER, row_id)
    return _carry(work, int(row.subject), [int(row.facts["by"])], text)


def _carry(work: Work, digest_id: int, people: Sequence[int], text: str) -> Message:
    if not text:
        raise Refusal("words_needed")
    others = [person_id for person_id in people if person_id != work.actor.person_id]
    facts = {"by": work.actor.me, "to": others}
    row = work.log("digest.said", "digest", digest_id, text=text, facts=facts)
    rings = work.calendar.next_ring(work.now)
    work.redraw(f"remark:{row}", *others, ring=True, at=rings)
    names = work.people.names(*others)
    at = rings if rings > work.now else None
    return toast("digest.passed_on", at=at, text=text, names=names)


def _said(work: Work, row_id: int) -> Entry:
    row = work.journal.row(row_id)
    meant = row is not None and row.event == "digest.said"
    if row is None or not meant or work.actor.person_id not in row.facts.get("to", ()):
        raise Refusal("not_found")
    return row


def draw_remark(work: Work, row_id: int) -> Message | None:
    """A word on the report, or the answer to one, to those whom it is meant for."""
    try:
        row = _said(work, row_id)
    except Refusal:
        return None
    facts = {
        "who": work.people.name(row.facts["by"]),
        "number": work.digests.get(row.subject).week.number,
        "text": row.text,
    }
    return Message("digest.said", facts, ((Press("d.answer", row_id),),), card=f"remark:{row_id}")
