"""A leader's word on the weekly report: a matter that the office answers."""

from actions.desk import action
from actions.digest.readers import read_report
from actions.matters.known import whose_turn
from actions.matters.raising import New, begin
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message, toast
from domain.matter_kinds import REMARK
from storage import Work

P = Permission
SAY = "digest_say"


@action(needs=P.READ_DIGEST)
def ask_say(work: Work, digest_id: int) -> Message:
    read_report(work, digest_id)
    work.expectations.expect(work.actor.me, Expectation(SAY, digest_id), work.now)
    return Message("digest.ask_say", topic=f"{SAY}:{digest_id}")


@action(needs=P.READ_DIGEST)
def say(work: Work, digest_id: int, text: str) -> Message:
    """It goes to the office, when the office works."""
    read_report(work, digest_id)
    work.expectations.forget(work.actor.me, SAY, digest_id)
    matter = begin(work, REMARK, New(text, f"digest:{digest_id}"))
    others = [person for person in whose_turn(work, matter) if person != work.actor.person_id]
    rings = work.ring_at()
    names = [work.people.name(person) for person in others]
    facts = {"code": matter.code, "at": rings if rings > work.now else None, "names": names}
    return toast("digest.passed_on", text=text, **facts)
