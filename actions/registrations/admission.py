"""The first yes: nothing is kept of anybody before they agreed to the words they read."""

from domain.access import Role
from domain.consent import Age, Notice, Purpose, address_of, check_age
from domain.dialogue import NAME, Expectation
from domain.letters import Letter, Message, Press
from domain.refusals import Refusal
from domain.registrations import NAMELESS, Caller, telegram_name
from storage import Work
from storage.accounts import new_subject
from storage.rows import spell


def admit(work: Work, caller: Caller, notice: Notice | None, age: Age | None, least: int) -> Age:
    """Make sure that whoever registers has agreed; returns their age band.

    A stranger becomes a person here, in the same deed as their yes.
    """
    known = work.consents.age(work.actor.subject) if work.actor.subject else None
    if known is not None:
        check_age(known, least)
        ask_nameless(work)
        return known
    if notice is None or age is None:
        raise Refusal("consent_first")
    check_age(age, least)
    if work.actor.person_id is None:
        _become_known(work, caller, age)
    work.consents.give(work.actor.subject, notice, work.now, age=age, message_id=caller.message_id)
    ask_nameless(work)
    return age


def _become_known(work: Work, caller: Caller, age: Age) -> None:
    name, subject = telegram_name(caller.name), new_subject()
    person_id = work.people.add(
        name,
        work.now,
        telegram_id=caller.telegram_id,
        address=address_of(age),
        locale=caller.locale,
        subject=subject,
    )
    known = {"roles": frozenset({Role.VOLUNTEER}), "locale": caller.locale, "name": name}
    work.become(person_id=person_id, subject=subject, address=address_of(age), **known)
    hello = Message("activity.keyboard", keyboard="volunteer")
    work.post(Letter(person_id, hello, f"keyboard:{person_id}", silent=True))


def ask_nameless(work: Work) -> None:
    """Their place is theirs; what to call them is asked besides."""
    if work.actor.name == NAMELESS:
        work.expectations.expect(work.actor.me, Expectation(NAME), work.now)
        key = f"{NAME}:{work.actor.me}:{spell(work.now)}"
        work.post(Letter(work.actor.me, Message("data.ask_first_name", topic=f"{NAME}:0"), key))


def option(work: Work, purpose: Purpose) -> Press:
    """The button of one purpose, with ✅ where the yes stands; the ledger then opens."""
    if not work.consents.stands(work.actor.subject, purpose):
        return Press("c.ask", arg=purpose.value, label=f"@purpose.{purpose}")
    verb = "ledger" if purpose is Purpose.RECORD else "c.ask"
    return Press(verb, arg=purpose.value, label=f"@agreed.{purpose}")
