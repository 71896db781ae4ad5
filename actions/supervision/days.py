"""How many days a body has, and how far the radar looks: set by each office."""

from dataclasses import replace

from actions.desk import action, view
from actions.office.unannounced import hands
from actions.supervision.known import must
from domain.access import Hand, Permission
from domain.dialogue import Expectation
from domain.letters import Message, Place, Press
from domain.office_days import USUAL, check_days
from domain.refusals import Refusal
from storage import Work

P = Permission
DAYS = "visit.days"
SETS_DAYS = (Hand.DUTY_HEAD, Hand.OFFICE)


@view(needs=P.SUPERVISE)
def days_page(work: Work) -> Message:
    """«hạn giám sát»: each number as it holds here."""
    rows = [{"name": name, "days": days} for name, days in work.office_days.all().items()]
    if hands(work).isdisjoint(SETS_DAYS):
        return Message("visit.days", {"rows": rows})
    changes = [(Press("v.days", 0, name, label=f"@visit.days_do.{name}"),) for name in USUAL]
    return Message("visit.days", {"rows": rows}, tuple(changes))


@action(needs=P.SUPERVISE)
def ask_days(work: Work, name: str) -> Message:
    must(work, SETS_DAYS)
    if name not in USUAL:
        raise Refusal("unknown_button")
    work.expectations.expect(work.actor.me, Expectation(DAYS, 0, {"name": name}), work.now)
    facts = {"name": name, "days": work.office_days.all()[name]}
    return Message("visit.ask_days", facts, topic=f"{DAYS}:0")


@action(needs=P.SUPERVISE)
def set_days(work: Work, name: str, days: int) -> Message:
    """From now on; what has its date keeps it."""
    must(work, SETS_DAYS)
    check_days(name, days)
    work.office_days.set(name, days)
    work.expectations.forget(work.actor.me, DAYS, 0)
    work.log(f"days_{name}", "office", work.actor.office_id, became=str(days))
    return replace(days_page.run(work), place=Place.NEW)
