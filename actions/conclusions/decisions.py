"""What the leaders are asked to decide: proposed, written by the office, as any report said it."""

from collections.abc import Sequence
from datetime import date, datetime

from actions.matters import chasing
from actions.matters.known import people_of
from actions.matters.raising import New, begin
from actions.matters.stepping import move
from domain.access import Hand
from domain.matter_kinds import DECISION
from domain.matters import Given, Matter
from storage import Work

ASKED, WITHDRAWN = "asked", "withdrawn"
SETTLED = frozenset({"decided", "agreed", WITHDRAWN})


def propose(work: Work, words: str, about: str) -> None:
    """What blocks a thing is asked once; what was decided of it is not asked again, unless it is
    blocked anew since."""
    before = work.matters.about(DECISION.code, about)
    if not any(matter.is_open or _still_holds(work, matter, words) for matter in before):
        begin(work, DECISION, New(words, about, quiet=True))


def bring_back(work: Work, on: date) -> None:
    """What was put off until the day of a briefing is asked again by its report."""
    for matter in work.matters.returning(on):
        if matter.kind == DECISION.code:
            chasing.bring_back(work, matter)


def _still_holds(work: Work, matter: Matter, words: str) -> bool:
    """It was settled, and would be asked in the same words."""
    return matter.state in SETTLED and words_of(work, matter) == words


def asked(work: Work, sent: datetime, shown: datetime) -> list[str]:
    """What was open when a report went, or was last shown anew."""
    return [words_of(work, matter) for matter in asked_of(work, sent, shown)]


def asked_of(work: Work, sent: datetime, shown: datetime) -> list[Matter]:
    return work.matters.stood(DECISION.code, ASKED, WITHDRAWN, sent, shown)


def numbered(work: Work) -> list[Matter]:
    """As the last report numbers them; before the first one went, as they stand."""
    kept = work.digests.last_sent()
    sent = (kept and kept.sent_at) or work.now
    return asked_of(work, sent, (kept and kept.updated_at) or sent)


def words_of(work: Work, matter: Matter) -> str:
    return work.matters.opening(matter.id) or matter.code


def rewrite(work: Work, lines: Sequence[str]) -> None:
    """The office's own list: what stands in it stays or begins, what does not is withdrawn. What
    was proposed or put up by others stands beside it until it is withdrawn by itself."""
    known = {words_of(work, matter): matter for matter in asked_of(work, work.now, work.now)}
    office = people_of(work, next(iter(known.values())), [Hand.OFFICE]) if known else []
    for words in known.keys() - set(lines):
        if known[words].raised_by in office:
            move(work, known[words], DECISION.step("withdraw"), Given())
    for words in dict.fromkeys(lines):
        if words not in known:
            begin(work, DECISION, New(words, about_work(work, words), quiet=True))


def about_work(work: Work, words: str) -> str:
    """«139 GPMB: hướng xử lý …» is about that work."""
    number = words.split()[0] if words.split() else ""
    task = work.assignments.by_number(int(number)) if number.isdecimal() else None
    return f"assignment:{task.id}" if task and task.is_open else ""
