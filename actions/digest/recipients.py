"""Who has the weekly report brought to them, and which part of it each reads."""

from collections.abc import Iterator

from actions.digest.facts import ALL
from actions.office.leading import organisation_led
from domain.access import Actor, Permission, Role
from domain.drilling import SECTIONS_FROM
from domain.people import Person
from domain.refusals import Refusal
from domain.report_settings import ReportSettings
from storage import Work

HEADS = frozenset({Role.HEAD, Role.DEPUTY_HEAD})


def recipients(work: Work) -> Iterator[tuple[Person, str]]:
    """Everybody whom the office chose, by role or by name, with their part."""
    chosen = work.chosen_reports.get()
    for person in work.people.all(work.today):
        if scope := _brought(work, person, chosen):
            yield person, scope


def _brought(work: Work, person: Person, chosen: ReportSettings) -> str:
    roles = chosen.by_role(person.roles)
    if Role.LEADER in roles:
        return scope_of_leader(work, person)
    if Role.OFFICE_ADMIN in roles or person.id in chosen.guests:
        return ALL
    return section_of(person) if roles else ""


def section_of(person: Person) -> str:
    """The part of the section that they lead, as its head or deputy."""
    return f"unit:{person.unit_id}" if person.unit_id and person.roles & HEADS else ""


def leaders_section(person: Person, scope: str) -> str:
    """A leader who also heads a section has its part beside their own."""
    return section_of(person) if Role.LEADER in person.roles and scope[:4] != "unit" else ""


def scope_of_leader(work: Work, person: Person) -> str:
    """Each reads the part that they lead."""
    own = organisation_led(work, person)
    return f"org:{own}" if own else ALL


def scope_of(work: Work, actor: Actor) -> str:
    """What a reader sees: the office the whole, a leader theirs, a head their own section."""
    person = work.people.get(actor.me, work.today)
    if actor.is_any(Role.LEADER) and person:
        return scope_of_leader(work, person)
    if actor.is_any(Role.OFFICE_ADMIN):
        return ALL
    if actor.units:
        return f"unit:{min(actor.units)}"
    raise Refusal("no_permission", permission=Permission.READ_DIGEST.value)


def own_section(work: Work) -> str:
    """Of the section that the reader, a leader, heads as well."""
    person = work.people.get(work.actor.me, work.today)
    return leaders_section(person, scope_of(work, work.actor)) if person else ""


def scope_in(work: Work, number: int) -> str:
    """Which part of a report is meant: the reader's own, or that of the section that they head as
    well."""
    return own_section(work) if number >= SECTIONS_FROM else scope_of(work, work.actor)


def office_people(work: Work) -> list[int]:
    """Who sees the draft, and what became of the report."""
    return [person.id for person in work.people.with_role(Role.OFFICE_ADMIN, work.today)]
