"""A leader's word on the weekly report, passed on to those who answer it."""

from actions.desk import action
from actions.digest.readers import read_report
from actions.rooms import followed
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message
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
    return followed().say(work, f"digest:{digest_id}", text)
