"""Founding an office from a preset: its sections, its organisations, its own words."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.access import Role, clock_of
from domain.names import NAME_LETTERS, clean
from domain.people import Office
from domain.periods import OFFICE_ZONE, local
from domain.presets import Preset
from domain.roster import next_code
from storage import Connection, Work
from storage.bundled import presets as presets
from storage.offices import add_office, office_ids, offices


def has_office(connection: Connection) -> bool:
    """Whether anybody works here: without an office every message would be a stranger's."""
    return bool(office_ids(connection))


@dataclass(frozen=True, slots=True)
class NewOffice:
    """What whoever founds an office decides; the preset gives the rest."""

    preset: Preset
    code: str
    name: str
    short: str = ""
    contact: str = ""
    optional: frozenset[str] = frozenset()
    zone: ZoneInfo = OFFICE_ZONE
    places: tuple[str, ...] = ()
    """Its hamlets or wards, which no preset can know."""


@dataclass(frozen=True, slots=True)
class Founded:
    """A new office, and its first admin if one was named."""

    office_id: int
    code: str
    admin_id: int | None


class CodeTaken(RuntimeError):
    """Another office has this code."""


def create_office(connection: Connection, new: NewOffice, admin: str, now: datetime) -> Founded:
    """Found an office today, and put its first admin on the roster."""
    taken = [code for _, code in offices(connection)]
    code = new.code or next_code(taken, "VP").replace("VP0", "VP")
    if code in taken:
        raise CodeTaken(code)
    today = local(now, new.zone).date()
    work = found_office(connection, replace(new, code=code), today, now)
    name = clean(admin, NAME_LETTERS)
    admin_id = _first_admin(work, name) if name else None
    return Founded(work.actor.office_id, code, admin_id)


def _first_admin(work: Work, name: str) -> int:
    person_id = work.people.add(name, work.now)
    work.people.enrol(person_id, "CB01", work.today)
    work.people.grant(person_id, Role.OFFICE_ADMIN, work.today)
    return person_id


def person_at(
    connection: Connection, code: str, office: str | None, now: datetime
) -> list[tuple[int, int]]:
    """Who has this code on the roster of this office, or of any: (office id, person id)."""
    found = []
    for office_id, office_code in offices(connection):
        work = Work(connection, clock_of(office_id), now)
        person = work.people.by_code(code.upper(), work.today)
        if person is not None and office in (None, office_code):
            found.append((office_id, person.id))
    return found


def found_office(connection: Connection, new: NewOffice, since: date, now: datetime) -> Work:
    """Write an office down with all its preset brings, and return the work bound to it."""
    office = Office(
        id=0,
        code=new.code,
        name=new.name,
        short=new.short or new.preset.short_for(new.name),
        preset=new.preset.code,
        zone=new.zone,
        labels=new.preset.labels,
        contact=new.contact,
        briefing=new.preset.briefing,
    )
    work = Work(connection, clock_of(add_office(connection, office, since)), now)
    units = {
        code: work.offices.add_unit(code, name, position, since)
        for position, (code, name) in enumerate(new.preset.units.items())
    }
    for duty, code in new.preset.duties.items():
        if code:
            work.duties.give(duty, since, unit_id=units[code])
    for position, given in enumerate(new.preset.chosen(new.optional)):
        work.offices.add_organisation(given.code, given.name, given.short, position, since)
    for name in dict.fromkeys(new.places):
        taken = [place.code for place in work.offices.localities(since)]
        work.offices.place_from(name, taken, since)
    return work
