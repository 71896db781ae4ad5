"""Everybody who may have a hand in a thing, by roles and duties, written down and not computed."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from actions.desk import Action
from actions.office.offices import NewOffice, found_office
from domain.access import Actor, Duty, Hand, Role
from domain.letters import Message
from domain.refusals import Refusal
from storage import Work
from storage.bundled import presets
from tests.helpers.house import fresh
from tests.town import SINCE, THURSDAY

H = Hand


@dataclass(frozen=True)
class Somebody:
    """Who acts: their roles, and every hand that they have, written down and not computed."""

    called: str
    roles: frozenset[Role]
    hands: frozenset[Hand]
    elsewhere: bool = False
    stands_for: str = ""
    """Whose work they do: another row."""
    another_duty: bool = False
    """They carry and lead a duty, and not the one that it belongs to."""


def _row(called: str, *hands: Hand, role: Role = Role.STAFF, **more: Any) -> Somebody:
    return Somebody(called, frozenset({role}), frozenset(hands), **more)


TABLE = (
    _row("the raiser, at the base", H.ANYBODY, H.RAISER, role=Role.BASE),
    _row("the owner", H.ANYBODY, H.OWNER),
    _row("staff of the duty", H.ANYBODY, H.DUTY),
    _row("head of the duty", H.ANYBODY, H.DUTY, H.DUTY_HEAD, role=Role.HEAD),
    _row("other staff", H.ANYBODY),
    _row("head of another section", H.ANYBODY, role=Role.HEAD),
    _row("deputy of another section", H.ANYBODY, role=Role.DEPUTY_HEAD),
    _row("the office", H.ANYBODY, H.OFFICE, role=Role.OFFICE_ADMIN),
    _row("a leader", H.ANYBODY, H.LEADER, H.CHAIR, role=Role.LEADER),
    _row("the clock", H.CLOCK, role=Role.CLOCK),
    _row("a point's leader", role=Role.POINT_LEADER),
    _row("a volunteer", role=Role.VOLUNTEER),
    _row("a stranger", role=Role.STRANGER),
    _row("the system's keeper", role=Role.SYSADMIN),
    _row("the operator", role=Role.OPERATOR),
    _row("another office's leader", role=Role.LEADER, elsewhere=True),
    _row("another office's admin", role=Role.OFFICE_ADMIN, elsewhere=True),
    _row("another office's head", H.DUTY, H.DUTY_HEAD, role=Role.HEAD, elsewhere=True),
    _row("head of another duty", H.ANYBODY, role=Role.HEAD, another_duty=True),
    _row("a leader beside the duty", H.ANYBODY, H.LEADER, H.CHAIR, H.DUTY, role=Role.LEADER),
    _row(
        "the office, head of the duty too",
        H.ANYBODY,
        H.OFFICE,
        H.DUTY,
        H.DUTY_HEAD,
        role=Role.OFFICE_ADMIN,
    ),
    _row("who gave the work", H.ANYBODY, H.ASSIGNER),
    _row("who stands in for the owner", H.ANYBODY, H.OWNER, stands_for="the owner"),
    _row("who stands in for the raiser", H.ANYBODY, stands_for="the raiser, at the base"),
)


@contextmanager
def two_offices() -> Iterator[tuple[sqlite3.Connection, Work, int]]:
    """Two offices, each with its people, in one file."""
    connection = fresh()
    ours = found_office(
        connection, NewOffice(presets()["district_2017"], "UB", "A"), SINCE, THURSDAY
    )
    theirs = found_office(
        connection, NewOffice(presets()["district_2017"], "BEN", "B"), SINCE, THURSDAY
    )
    for work in (ours, theirs):
        for number, who in enumerate(TABLE, start=1):
            work.people.enrol(work.people.add(who.called, THURSDAY), f"CB{number:02}", SINCE)
    yield connection, ours, theirs.actor.office_id
    connection.close()


def actor(work: Work, who: Somebody, duty: Duty | None, theirs: int) -> Actor:
    """Somebody with just these roles and duties."""
    person = work.people.by_code(f"CB{TABLE.index(who) + 1:02}", work.today)
    assert person is not None
    own = frozenset({duty} if duty else set[Duty]())
    other = frozenset({next(one for one in Duty if one not in (duty, Duty.CHAIR))})
    led = other if who.another_duty else own if H.DUTY_HEAD in who.hands else frozenset[Duty]()
    carried = led | (own if H.DUTY in who.hands else frozenset[Duty]())
    others = [n for n, one in enumerate(TABLE, start=1) if one.called == who.stands_for]
    away = [work.people.by_code(f"CB{n:02}", work.today) for n in others]
    known = who.roles - {Role.STRANGER, Role.CLOCK, Role.OPERATOR}
    return Actor(
        theirs if who.elsewhere else work.actor.office_id,
        person.id if known else None,
        who.roles,
        duties=carried,
        leads=led,
        stands_for=frozenset(one.id for one in away if one),
        subject=work.accounts.subject(person.id) if known else "",
    )


def refusal_of(work: Work, deed: Action[..., Message], *args: Any) -> str:
    """As the desk does it: the right first; nothing where it is done."""
    try:
        work.actor.require(deed.needs)
        deed.run(work, *args)
    except Refusal as refusal:
        return refusal.code
    return ""
