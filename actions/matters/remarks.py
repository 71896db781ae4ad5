"""A leader's word on the weekly report: a matter that the office answers."""

from actions.matters.known import whose_turn
from actions.matters.raising import New, begin
from domain.letters import Message, toast
from domain.matter_kinds import REMARK
from storage import Work


def say(work: Work, about: str, text: str) -> Message:
    """Whom it reaches, and when: the office hears of it while it works."""
    matter = begin(work, REMARK, New(text, about))
    others = [person for person in whose_turn(work, matter) if person != work.actor.person_id]
    rings = work.ring_at()
    names = [work.people.name(person) for person in others]
    facts = {"code": matter.code, "at": rings if rings > work.now else None, "names": names}
    return toast("digest.passed_on", text=text, **facts)
