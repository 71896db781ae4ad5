"""A leader's word on the weekly report, passed on to those who answer it."""

from actions.desk import action
from actions.digest.readers import read_report
from actions.rooms import followed
from domain.access import Permission, Role
from domain.assignments import Assignment
from domain.dialogue import Expectation
from domain.letters import Message
from domain.refusals import Refusal
from storage import Work

P = Permission
SAY, WORD = "digest_say", "digest_word"


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


@action(needs=P.READ_DIGEST)
def ask_word(work: Work, assignment_id: int) -> Message:
    """«Ý kiến» about one line."""
    code = _their(work, assignment_id).code
    work.expectations.expect(work.actor.me, Expectation(WORD, assignment_id), work.now)
    return Message("digest.ask_word", {"code": code}, topic=f"{WORD}:{assignment_id}")


@action(needs=P.READ_DIGEST)
def say_of(work: Work, assignment_id: int, text: str) -> Message:
    """The same of one piece of work."""
    a = _their(work, assignment_id)
    work.expectations.forget(work.actor.me, WORD, assignment_id)
    return followed().say(work, f"assignment:{a.id}", text)


def _their(work: Work, assignment_id: int) -> Assignment:
    if not work.actor.is_any(Role.LEADER):
        raise Refusal("no_permission", permission=P.READ_DIGEST.value)
    return work.assignments.get(assignment_id)
