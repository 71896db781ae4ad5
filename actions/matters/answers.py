"""The law that a matter goes by, and of which kind the answer to it was."""

from actions.desk import action, view
from actions.matters.cards import note, refresh
from actions.matters.known import hands, known, must_be_open, seen
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message, Place, Press, result, rows_of, toast
from domain.matter_kinds import kind_of
from domain.matters import BASIS, BASIS_LETTERS, RESPONSE, Matter
from domain.names import clean
from domain.refusals import Refusal
from storage import Work

P = Permission
ASKED = "matter.basis"


@action(needs=P.FOLLOW_MATTERS)
def ask_basis(work: Work, matter_id: int) -> Message:
    matter = _based(work, matter_id)
    work.expectations.expect(work.actor.me, Expectation(ASKED, matter.id), work.now)
    return Message("matter.ask_basis", {"code": matter.code}, topic=f"{ASKED}:{matter.id}")


@action(needs=P.FOLLOW_MATTERS)
def set_basis(work: Work, matter_id: int, words: str) -> Message:
    """«KN31 căn cứ: Điều 5 Nghị định 61/2018»"""
    matter, said = _based(work, matter_id), clean(words, BASIS_LETTERS)
    if not said:
        raise Refusal("words_needed")
    note(work, matter, BASIS, said)
    work.expectations.forget(work.actor.me, ASKED, matter.id)
    refresh(work, matter)
    return toast("matter.done", code=matter.code, event="any.basis")


def _based(work: Work, matter_id: int) -> Matter:
    matter = _recorded(work, matter_id)
    if not kind_of(matter.kind).based:
        raise Refusal("unknown_button")
    return matter


def _recorded(work: Work, matter_id: int) -> Matter:
    matter = seen(work, matter_id)
    must_be_open(matter)
    if hands(work, matter).isdisjoint(kind_of(matter.kind).records):
        raise Refusal("matter_not_yours", code=matter.code)
    return matter


@view(needs=P.FOLLOW_MATTERS)
def answers_page(work: Work, matter_id: int) -> Message:
    """Of which kind the answer was, each a button."""
    matter = _recorded(work, matter_id)
    presses = [
        Press("m.is_answer", matter.id, code, label=f"@matter.answer.{code}")
        for code in kind_of(matter.kind).answers
    ]
    facts = {"code": matter.code}
    return Message("matter.ask_answer", facts, rows_of(presses, 2), place=Place.NEW)


@action(needs=P.FOLLOW_MATTERS)
def set_answer(work: Work, matter_id: int, answer: str) -> Message:
    """«KN31 loại trả lời: một phần»"""
    matter = _recorded(work, matter_id)
    if answer not in kind_of(matter.kind).answers:
        raise Refusal("matter_answer")
    if not work.matters.was(matter.id, "answered"):
        raise Refusal("matter_unanswered", code=matter.code)
    work.matters.mark(matter.id, RESPONSE, answer)
    work.log(RESPONSE, "matter", matter.id)
    refresh(work, matter)
    return result("matter.answer_set", code=matter.code, answer=answer)


@action(needs=P.FOLLOW_MATTERS)
def say_of(work: Work, prefix: str, number: int, event: str, words: str, answer: str) -> Message:
    """The one or the other, typed behind a code."""
    matter = known(work, prefix, number)
    if event == BASIS:
        return set_basis.run(work, matter.id, words)
    return set_answer.run(work, matter.id, answer)
