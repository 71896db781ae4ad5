"""Which part of the office a leader answers for: all of it, or an organisation and a section."""

from collections.abc import Callable

from domain.access import Role
from domain.assignments import Assignment
from domain.people import Person
from storage import Work


def organisation_led(work: Work, person: Person) -> int | None:
    """The standing committee of the Front leads the whole. Where the office sends copies of its
    report by organisation, each of the others leads their own."""
    codes = {o.id: o.code for o in work.organisations}
    own = person.organisation_id
    copies = work.office.labels.get("report") == "organisation"
    return own if copies and own and codes.get(own) != "MTTQ" else None


def answers_for(work: Work, person: Person) -> Callable[[Assignment], bool]:
    """Whether a leader is to hear of work that they neither gave, lead nor approve."""
    own = organisation_led(work, person)
    if own is None:
        return lambda _: True
    theirs = {one.id for one in work.people.all(work.today) if one.organisation_id == own}
    section = person.unit_id if Role.HEAD in person.roles else None
    return lambda a: a.lead_id in theirs or (section is not None and a.unit_id == section)
