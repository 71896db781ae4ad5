"""A number of its paper, or words of it, are put right and said back as they were and are."""

from dataclasses import replace

from actions.desk import action
from actions.matters.cards import refresh
from actions.matters.known import known, must_assign
from domain.access import Permission
from domain.letters import Message, Press, result
from domain.matter_kinds import kind_of
from domain.matters import WORDS_LETTERS, Matter
from domain.names import clean_lines, put_right
from domain.refusals import Refusal
from storage import Work

P = Permission


@action(needs=P.FOLLOW_MATTERS)
def put_right_in(work: Work, prefix: str, number: int, wrong: str, right: str) -> Message:
    """«KN19 văn bản số 33 chứ không phải 32»: of the paper's number, or of its words while they
    are a draft."""
    matter = must_assign(work, known(work, prefix, number).id)
    if paper := put_right(matter.paper, wrong.split()[0], right.split()[0]):
        work.matters.save(replace(matter, paper=paper, version=matter.version + 1))
        return _said_back(work, matter, matter.paper, paper)
    words = work.matters.opening(matter.id)
    mended = put_right(words, wrong, right)
    if mended is None:
        raise Refusal("matter_no_such_words", code=matter.code, words=wrong)
    return _reworded(work, matter, words, mended)


@action(needs=P.FOLLOW_MATTERS)
def reword(work: Work, prefix: str, number: int, words: str) -> Message:
    """«KN18 đổi nội dung thành …»"""
    matter = must_assign(work, known(work, prefix, number).id)
    return _reworded(work, matter, work.matters.opening(matter.id), words)


def _reworded(work: Work, matter: Matter, was: str, words: str) -> Message:
    """What went out with its paper says what that paper says."""
    now = clean_lines(words, WORDS_LETTERS)
    if matter.state != kind_of(matter.kind).begins or matter.paper:
        raise Refusal("matter_words_sent", code=matter.code)
    row = next((row for row, text in work.matters.said(matter.id).items() if text == was), None)
    if row is None or not now:
        raise Refusal("words_gone")
    work.matters.reword(matter.id, row, now)
    return _said_back(work, matter, was, now)


def _said_back(work: Work, matter: Matter, was: str, now: str) -> Message:
    work.log("put_right", "matter", matter.id)
    refresh(work, work.matters.get(matter.id))
    opens = ((Press("m.open", matter.id, label=matter.code),),)
    return result("matter.put_right", opens, code=matter.code, was=was, now=now)
