"""Taking a yes back, one or all: asked once, done at once."""

from actions.desk import action, view
from actions.registrations.own import own_places
from actions.registrations.seating import fill, settle
from domain.access import Permission
from domain.consent import Purpose
from domain.letters import Message, Place, Press, rows_of
from domain.refusals import Refusal
from domain.seats import Standing
from storage import Work


@view(needs=Permission.REGISTER)
def ask_withdraw(work: Work) -> Message:
    """Which yes is taken back, and what goes with it."""
    standing = [p for p in Purpose if work.consents.stands(work.actor.subject, p)]
    if not standing:
        raise Refusal("nothing_agreed")
    each = [Press("d.back", arg=p.value, label=f"@purpose.{p}") for p in standing]
    whole = (Press("d.back"),) if len(each) > 1 else ()
    last = (*whole, Press("d.mine", label="@button.d.none"))
    return Message("data.ask_withdraw", buttons=(*rows_of(each, 2), last), place=Place.EDIT)


@action(needs=Permission.REGISTER)
def withdraw(work: Work, purpose: Purpose | None = None) -> Message:
    """One consent is taken back at once, or every one; without a place on the list the places
    ahead are given on."""
    require_known(work)
    work.own_consents.withdraw(work.actor.subject, work.now, purpose)
    work.consents.asked(work.actor.subject, "withdraw", work.now)
    if purpose in (None, Purpose.LIST):
        leave_all(work)
    work.ledger.revoke(work.actor.me)
    if purpose is None:
        return Message("data.withdrawn_all", place=Place.EDIT)
    return Message("data.withdrawn", {"purpose": purpose.value}, place=Place.EDIT)


def require_known(work: Work) -> None:
    """Of a stranger nothing is kept that could be taken back or erased."""
    if work.actor.person_id is None:
        raise Refusal("nothing_agreed")


def leave_all(work: Work) -> None:
    """Leave every day ahead, in every office; the places go on to the next."""
    for there, mine in own_places(work):
        settle(there, mine, Standing.CANCELLED)
        point = there.activities.point(mine.point_id)
        fill(there, there.activities.get(mine.activity_id), point)
        work.outbox.posted = True
