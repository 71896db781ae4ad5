"""«Qua Văn phòng»: whom no message reaches is told by the office, which sees what is due for
them, pastes or reads it out, and records what they answer."""

from typing import Any

from actions.assignments.lists import line_of
from actions.desk import action, view
from domain.access import Permission, Role
from domain.assignments import Assignment
from domain.hours import MORNING, WORK_ENDS
from domain.letters import Message, Press, rows_of
from domain.names import shorten
from domain.people import Person
from domain.phones import phone_words
from domain.refusals import Refusal
from storage import Work
from storage.rows import stamp

SHOWN, LABEL = 12, 18
DUE_WITHIN = 1
"""Working days ahead that the office is told of in the morning."""


def _unheard(work: Work) -> list[Person]:
    return [p for p in work.people.all(work.today) if p.roles and not p.hears]


def _due(work: Work, person: Person) -> list[Assignment]:
    """What somebody has to do by tomorrow, or has not done in time."""
    left = work.calendar.days_between
    return [
        a
        for a in work.assignments.of_lead(person.id)
        if a.under_way and left(work.today, work.day(a.due_at)) <= DUE_WITHIN
    ]


def _line(work: Work, person: Person) -> dict[str, Any]:
    under_way = [a for a in work.assignments.of_lead(person.id) if a.under_way]
    return {
        "name": person.name,
        "phone": phone_words(person.phone) if person.phone else "",
        "count": len(under_way),
        "due": len(_due(work, person)) or None,
    }


def _page(work: Work, kind: str, people: list[Person]) -> Message:
    shown = people[:SHOWN]
    more = len(people) - SHOWN if len(people) > SHOWN else None
    lines = [_line(work, person) for person in shown]
    presses = [Press("via", p.id, label=shorten(p.name, LABEL)) for p in shown]
    facts = {"count": len(people), "lines": lines, "more": more, "today": work.today}
    return Message(kind, facts, rows_of(presses, 2))


@view(needs=Permission.RECORD_FOR_OTHERS)
def via_office(work: Work) -> Message:
    """Everybody whom no message reaches, and how much they have to do."""
    people = _unheard(work)
    return _page(work, "via.page" if people else "via.nobody", people)


@view(needs=Permission.RECORD_FOR_OTHERS)
def via_person(work: Work, person_id: int) -> Message:
    """One of them: their work in words to paste or read out, each to be opened for «Ghi thay»."""
    person = work.people.get(person_id, work.today)
    if person is None:
        raise Refusal("not_found")
    found = [a for a in work.assignments.of_lead(person.id) if a.under_way][:SHOWN]
    facts = {
        **_line(work, person),
        "today": work.today,
        "lines": [line_of(work, a) for a in found],
        "nothing": None if found else True,
    }
    presses = [Press("a.open", a.id, label=str(a.number)) for a in found]
    return Message("via.person" if found else "via.idle", facts, rows_of(presses))


@action(needs=Permission.RUN_TIMETABLE)
def via_morning(work: Work) -> None:
    """On working days the office hears for whom something is due."""
    works = work.calendar.is_working_day(work.today)
    if not (works and MORNING <= work.here.time() < WORK_ENDS):
        return
    people = [person for person in _unheard(work) if _due(work, person)]
    if not people or not work.offices.first_run(f"via:{work.today}", stamp(work.now)):
        return
    for admin in work.people.with_role(Role.OFFICE_ADMIN, work.today):
        key = f"via:{work.today}:{admin.id}"
        work.tell_at_work(admin.id, key, _page(work, "via.morning", people))
