"""Founding an office from a preset: its sections, its organisations, its own words."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.access import clock_of
from domain.people import Office
from domain.periods import OFFICE_ZONE
from domain.presets import Preset
from storage import Connection, Work
from storage.offices import add_office


@dataclass(frozen=True, slots=True)
class NewOffice:
    """What whoever founds an office decides; the preset gives the rest."""

    preset: Preset
    code: str
    name: str
    short: str = ""
    contact: str = ""
    optional: frozenset[str] = frozenset()


def found_office(connection: Connection, new: NewOffice, since: date, now: datetime) -> Work:
    """Write an office down with all its preset brings, and return the work bound to it."""
    office = Office(
        id=0,
        code=new.code,
        name=new.name,
        short=new.short or new.preset.short_for(new.name),
        preset=new.preset.code,
        zone=OFFICE_ZONE,
        labels=new.preset.labels,
        contact=new.contact,
        briefing=new.preset.briefing,
    )
    work = Work(connection, clock_of(add_office(connection, office, since)), now)
    for position, (code, name) in enumerate(new.preset.units.items()):
        work.offices.add_unit(code, name, position, since)
    for position, given in enumerate(new.preset.chosen(new.optional)):
        work.offices.add_organisation(given.code, given.name, given.short, position, since)
    return work
