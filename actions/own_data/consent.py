"""Yes and no to each purpose, and a later word that replaces an earlier one."""

from actions.desk import action
from domain.access import Permission
from domain.consent import Notice, require_offered
from domain.letters import Message, result
from domain.refusals import Refusal
from storage import Work


@action(needs=Permission.REGISTER)
def say(work: Work, notice: Notice, given: bool, message_id: int | None) -> Message:
    """Yes or no to one purpose; a later word replaces an earlier one, the same is one word."""
    if not work.actor.subject:
        raise Refusal("consent_first")
    subject = work.actor.subject
    if given:
        require_offered(notice.purpose, work.consents.age(subject))
    if not work.consents.is_said(subject, notice, given=given):
        work.consents.give(subject, notice, work.now, given=given, message_id=message_id)
    work.ledger.revoke(work.actor.me)
    return result(f"consent.{'given' if given else 'refused'}")
