"""What the leaders are asked to decide: proposed, written by the office, as any report said it."""

from collections.abc import Sequence
from datetime import datetime

from actions.matters.raising import New, begin
from actions.matters.stepping import move
from domain.matter_kinds import DECISION
from domain.matters import Given, Matter
from storage import Work

ASKED, WITHDRAWN = "asked", "withdrawn"


def propose(work: Work, words: str, about: str) -> None:
    """What blocks a thing is asked once, until it is decided."""
    if not work.matters.open_about(DECISION.code, about):
        begin(work, DECISION, New(words, about, quiet=True))


def asked(work: Work, sent: datetime, shown: datetime) -> list[str]:
    """What was open when a report went, or was last shown anew."""
    return [words_of(work, matter) for matter in asked_of(work, sent, shown)]


def asked_of(work: Work, sent: datetime, shown: datetime) -> list[Matter]:
    return work.matters.stood(DECISION.code, ASKED, WITHDRAWN, sent, shown)


def words_of(work: Work, matter: Matter) -> str:
    return next(iter(work.matters.said(matter.id).values()), matter.code)


def rewrite(work: Work, lines: Sequence[str]) -> None:
    """The office's own list: what stands in it stays or begins, what does not is withdrawn."""
    known = {words_of(work, matter): matter for matter in asked_of(work, work.now, work.now)}
    for words in known.keys() - set(lines):
        move(work, known[words], DECISION.step("withdraw"), Given())
    for words in dict.fromkeys(lines):
        if words not in known:
            begin(work, DECISION, New(words, quiet=True))
