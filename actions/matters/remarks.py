"""A leader's word on the weekly report, which the office answers, or whoever it is said to."""

from datetime import datetime

from actions.desk import action, view
from actions.matters.known import known, must_assign, seen, whose_turn
from actions.matters.raising import New, begin
from actions.matters.stepping import move, must_take
from domain.access import Permission
from domain.hours import TAKEN_BACK
from domain.letters import Message, Press, result
from domain.matter_kinds import REMARK
from domain.matters import Given
from domain.refusals import Refusal
from storage import Work

WITHDRAW = "withdraw"


def say(
    work: Work, about: str, text: str, to: int | None = None, due: datetime | None = None
) -> Message:
    """Whom it reaches, and when: they hear of it at work."""
    matter = begin(work, REMARK, New(text, about, owner_id=to, due=due))
    others = [person for person in whose_turn(work, matter) if person != work.actor.person_id]
    rings = work.ring_at()
    at, names = rings if rings > work.now else None, work.people.names(*others)
    undo = ((Press("m.unsay", matter.id),),)
    return result("digest.passed_on", undo, code=matter.code, text=text, at=at, names=names)


@action(needs=Permission.FOLLOW_MATTERS)
def say_also(work: Work, number: int, to: int) -> Message:
    """«CD-001 chuyển cho Mây nữa»: the same words to her as well; who has it keeps it."""
    said = must_assign(work, known(work, REMARK.prefix, number).id)
    words = next(iter(work.matters.said(said.id).values()))
    return say(work, said.about, words, to, said.due_at)


@action(needs=Permission.FOLLOW_MATTERS)
def take_back(work: Work, matter_id: int) -> Message:
    """«Hoàn tác», within ten minutes."""
    matter = seen(work, matter_id)
    step = must_take(work, matter, WITHDRAW)
    if work.now - matter.raised_at > TAKEN_BACK:
        raise Refusal("word_stands", code=matter.code)
    move(work, matter, step, Given())
    return result("matter.taken_back", code=matter.code)


@view(needs=Permission.FOLLOW_MATTERS)
def last_fresh(work: Work) -> tuple[int, datetime | None]:
    """«hoàn tác»: what was said last, and when, where it is as fresh."""
    said, since = work.matters.open_in(REMARK.code, REMARK.begins), work.now - TAKEN_BACK
    mine = [m for m in said if m.raised_by == work.actor.person_id and m.raised_at >= since]
    return max(((m.id, m.raised_at) for m in mine), default=(0, None))
