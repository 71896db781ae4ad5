"""A leader's word on the weekly report: a matter that the office answers, or whoever it is said
to."""

from datetime import datetime

from actions.desk import action, view
from actions.matters.cards import refresh
from actions.matters.known import whose_turn
from actions.matters.raising import New, begin
from actions.matters.stepping import move, must_take
from domain.access import Permission
from domain.hours import TAKEN_BACK
from domain.letters import Message, Press, result
from domain.matter_kinds import REMARK
from domain.matters import Given, Matter
from domain.refusals import Refusal
from storage import Work

P = Permission
WITHDRAW = "withdraw"


def say(work: Work, about: str, text: str, to: int | None = None) -> Message:
    """Whom it reaches, and when: they hear of it at work."""
    matter = begin(work, REMARK, New(text, about, owner_id=to))
    others = [person for person in whose_turn(work, matter) if person != work.actor.person_id]
    rings = work.ring_at()
    names = [work.people.name(person) for person in others]
    facts = {"code": matter.code, "at": rings if rings > work.now else None, "names": names}
    undo = ((Press("m.unsay", matter.id),),)
    return result("digest.passed_on", undo, text=text, **facts)


@action(needs=P.FOLLOW_MATTERS)
def take_back(work: Work, matter_id: int) -> Message:
    """«Hoàn tác», within ten minutes."""
    return _taken_back(work, _fresh(work, work.matters.get(matter_id)))


@view(needs=P.FOLLOW_MATTERS)
def last_fresh(work: Work) -> tuple[int, datetime | None]:
    """«hoàn tác»: what was said last, and when, where it is as fresh."""
    mine = [m for m in work.matters.open_in(REMARK.code, REMARK.begins) if _is_mine(work, m)]
    fresh = [(m.id, m.raised_at) for m in mine if work.now - m.raised_at <= TAKEN_BACK]
    return max(fresh, default=(0, None))


def _is_mine(work: Work, matter: Matter) -> bool:
    return matter.raised_by == work.actor.person_id


def _fresh(work: Work, matter: Matter) -> Matter:
    if matter.kind != REMARK.code or not _is_mine(work, matter):
        raise Refusal("not_found")
    if work.now - matter.raised_at > TAKEN_BACK:
        raise Refusal("word_stands", code=matter.code)
    return matter


def _taken_back(work: Work, matter: Matter) -> Message:
    move(work, matter, must_take(work, matter, WITHDRAW), Given())
    refresh(work, matter)
    return result("matter.taken_back", code=matter.code)
