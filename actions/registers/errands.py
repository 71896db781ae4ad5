"""Whose numbers are to be told this week."""

from datetime import timedelta

from actions.rooms import Errand
from domain.letters import Press
from domain.people import Person
from domain.periods import Week
from storage import Work

FRIDAY = timedelta(days=4)


def registers_of(work: Work, person: Person) -> list[Errand]:
    """The registers that they lead and have not told since Monday."""
    week = Week.of(work.today)
    due, monday = work.calendar.due(week.monday + FRIDAY), week.begins(work.zone)
    found = []
    for one in work.registers.open():
        stand = work.registers.stand(one.id, work.now) if one.lead_id == person.id else None
        if one.lead_id == person.id and (stand is None or stand.at < monday):
            opens = Press("reg.open", one.id, label=one.code)
            found.append(Errand("register", one.code, one.name, due, opens))
    return found
