"""Every step of every kind, by everybody: a table made from the declarations."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import pytest

from actions.desk import Action
from actions.matters.raising import raise_matter
from actions.matters.stepping import answer_step
from actions.office.offices import NewOffice, found_office
from domain.access import Actor, Duty, Hand, Role
from domain.evidence import Proof
from domain.letters import Message
from domain.matter_kinds import ROWS
from domain.matters import Given, Kind, Step
from domain.refusals import Refusal
from storage import Work
from storage.bundled import presets
from storage.lookups import BODY
from tests.helpers.house import fresh
from tests.town import SINCE, THURSDAY

FULL = Given("tiếp thu", "142", date(2026, 11, 18), date(2026, 12, 1))
PHOTO = Proof("photo", "file", "unique")
H = Hand


@dataclass(frozen=True)
class Somebody:
    """Who acts: their roles, and every hand that they have, written down and not computed."""

    called: str
    roles: frozenset[Role]
    hands: frozenset[Hand]
    elsewhere: bool = False


def _row(called: str, *hands: Hand, role: Role = Role.STAFF, elsewhere: bool = False) -> Somebody:
    return Somebody(called, frozenset({role}), frozenset(hands), elsewhere)


TABLE = (
    _row("the raiser, at the base", H.ANYBODY, H.RAISER, role=Role.BASE),
    _row("the owner", H.ANYBODY, H.OWNER),
    _row("staff of the duty", H.ANYBODY, H.DUTY),
    _row("head of the duty", H.ANYBODY, H.DUTY, H.DUTY_HEAD, role=Role.HEAD),
    _row("other staff", H.ANYBODY),
    _row("head of another section", H.ANYBODY, role=Role.HEAD),
    _row("deputy of another section", H.ANYBODY, role=Role.DEPUTY_HEAD),
    _row("the office", H.ANYBODY, H.OFFICE, role=Role.OFFICE_ADMIN),
    _row("a leader", H.ANYBODY, H.LEADER, role=Role.LEADER),
    _row("the clock", H.CLOCK, role=Role.CLOCK),
    _row("a point's leader", role=Role.POINT_LEADER),
    _row("a volunteer", role=Role.VOLUNTEER),
    _row("a stranger", role=Role.STRANGER),
    _row("the system's keeper", role=Role.SYSADMIN),
    _row("the operator", role=Role.OPERATOR),
    _row("another office's leader", role=Role.LEADER, elsewhere=True),
    _row("another office's admin", role=Role.OFFICE_ADMIN, elsewhere=True),
    _row("another office's head", H.DUTY, H.DUTY_HEAD, role=Role.HEAD, elsewhere=True),
)


@pytest.fixture(scope="module")
def offices() -> Iterator[tuple[sqlite3.Connection, Work, int]]:
    """Two offices, each with its people, in one file."""
    connection = fresh()
    ours = found_office(connection, NewOffice(presets()["district_2017"], "UB", "A"), SINCE, NOW)
    theirs = found_office(
        connection, NewOffice(presets()["district_2017"], "BEN", "B"), SINCE, NOW
    )
    for work in (ours, theirs):
        for number, who in enumerate(TABLE, start=1):
            work.people.enrol(work.people.add(who.called, NOW), f"CB{number:02}", SINCE)
    yield connection, ours, theirs.actor.office_id
    connection.close()


NOW: datetime = THURSDAY


def actor(work: Work, who: Somebody, kind: Kind, theirs: int) -> Actor:
    """Somebody with just these roles and duties."""
    person = work.people.by_code(f"CB{TABLE.index(who) + 1:02}", work.today)
    assert person is not None
    duty = frozenset({kind.duty} if kind.duty else set[Duty]())
    known = who.roles - {Role.STRANGER, Role.CLOCK, Role.OPERATOR}
    return Actor(
        theirs if who.elsewhere else work.actor.office_id,
        person.id if known else None,
        who.roles,
        duties=duty if H.DUTY in who.hands else frozenset(),
        leads=duty if H.DUTY_HEAD in who.hands else frozenset(),
        subject=work.accounts.subject(person.id) if known else "",
    )


def standing(work: Work, kind: Kind, step: Step) -> int:
    """A matter where the step begins, with all that it may need."""
    raiser, owner = (work.people.by_code(code, work.today) for code in ("CB01", "CB02"))
    assert raiser is not None
    assert owner is not None
    made = work.matters.add(kind.code, kind.prefix, kind.begins, NOW, raised_by=raiser.id)
    work.log("raised", "matter", made.id, became=kind.begins)
    work.matters.say(made.id, 1, "đèn đường hỏng")
    body = work.lookups.add(BODY, "UBND", SINCE)
    whole = replace(made, state=step.come_from[0], owner_id=owner.id, body_id=body)
    due = NOW.replace(month=12)
    work.matters.save(replace(whole, due_at=due, closed_at=None))
    work.attachments.add(f"matter:{made.id}", PHOTO, NOW)
    return made.id


def holds(who: Somebody, kind: Kind) -> frozenset[Hand]:
    """What stands in the table; where a kind is nobody's duty, nobody has it by duty."""
    by_duty = frozenset[Hand]() if kind.duty else frozenset({H.DUTY, H.DUTY_HEAD})
    return who.hands - by_duty


def refusal_of(work: Work, deed: Action[..., Message], *args: Any) -> str:
    """As the desk does it: the right first; nothing where it is done."""
    try:
        work.actor.require(deed.needs)
        deed.run(work, *args)
    except Refusal as refusal:
        return refusal.code
    return ""


STEPS = [(kind, step) for kind in ROWS for step in kind.steps]


@pytest.mark.parametrize("who", TABLE, ids=lambda who: who.called)
@pytest.mark.parametrize(
    ("kind", "step"), STEPS, ids=[f"{kind.code}-{step.event}" for kind, step in STEPS]
)
def test_who_may_take_which_step(
    offices: tuple[sqlite3.Connection, Work, int], kind: Kind, step: Step, who: Somebody
) -> None:
    connection, ours, theirs = offices
    connection.execute("SAVEPOINT this")
    work = Work(connection, ours.actor, NOW)
    matter_id = standing(work, kind, step)
    acting = work.by(actor(work, who, kind, theirs))
    hands = frozenset[Hand]() if who.elsewhere else holds(who, kind)
    may = H.ANYBODY in hands and bool(hands & set(step.by)) and bool(hands & set(kind.reads))
    refused = refusal_of(acting, answer_step, matter_id, step.event, FULL)
    state = work.matters.get(matter_id).state
    connection.execute("ROLLBACK TO this")
    connection.execute("RELEASE this")
    assert (refused == "") == may
    assert refused in ("", "no_permission", "not_found", "matter_not_yours")
    assert state == (step.to if may else step.come_from[0])


@pytest.mark.parametrize("who", TABLE, ids=lambda who: who.called)
@pytest.mark.parametrize("kind", ROWS, ids=lambda kind: kind.code)
def test_who_may_raise_what(
    offices: tuple[sqlite3.Connection, Work, int], kind: Kind, who: Somebody
) -> None:
    connection, ours, theirs = offices
    connection.execute("SAVEPOINT this")
    work = Work(connection, ours.actor, NOW)
    acting = work.by(actor(work, who, kind, theirs))
    may = H.ANYBODY in holds(who, kind) or (who.elsewhere and Role.STAFF not in who.roles)
    may = may and bool((holds(who, kind) | _by_role(who)) & set(kind.raised_by))
    refused = refusal_of(acting, raise_matter, kind.code, "đèn đường hỏng")
    mine = work.matters.open()
    connection.execute("ROLLBACK TO this")
    connection.execute("RELEASE this")
    assert refused == ("" if may else "no_permission")
    assert bool(mine) == (may and not who.elsewhere)


def _by_role(who: Somebody) -> set[Hand]:
    """In their own office the people of another one have what their roles give."""
    if not who.elsewhere:
        return set()
    given = {Role.LEADER: H.LEADER, Role.OFFICE_ADMIN: H.OFFICE}
    return {H.ANYBODY, *(given[role] for role in who.roles if role in given)}
