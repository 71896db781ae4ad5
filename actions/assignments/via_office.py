"""«Qua Văn phòng»: whom no message reaches is told by the office, which sees what waits for them
in every room, pastes, reads or prints it, and records what they answer."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from actions.assignments.cards import facts_of
from actions.desk import action, view
from actions.rooms import Errand, errands_of
from domain.access import Permission, Role
from domain.hours import MORNING, WORK_ENDS
from domain.letters import Message, Press, result, rows_of
from domain.names import shorten
from domain.people import Person
from domain.phones import phone_words
from domain.refusals import Refusal, must_find
from storage import Work

P = Permission
SHOWN, LABEL = 12, 18
DUE_WITHIN = 1
"""Working days ahead that the office is told of in the morning."""


def _unheard(work: Work) -> list[Person]:
    return [p for p in work.people.all(work.today) if p.roles and not p.hears]


def _due(work: Work, found: Sequence[Errand]) -> list[Errand]:
    """What is to be done by tomorrow, or was not done in time."""
    left = work.calendar.days_between
    return [one for one in found if left(work.today, work.day(one.due)) <= DUE_WITHIN]


def _is_new(work: Work, person: Person, one: Errand) -> bool:
    """They have not taken it yet, or no morning's message has named it to the office."""
    return one.is_new or not work.offices.has_run(_named(person, one))


def _named(person: Person, one: Errand) -> str:
    return f"via:{person.id}:{one.opens.pack()}"


def _line(work: Work, person: Person) -> dict[str, Any]:
    found = errands_of(work, person)
    return {
        "name": person.name,
        "phone": phone_words(person.phone) if person.phone else "",
        "count": len(found),
        "due": len(_due(work, found)) or None,
        "new": sum(_is_new(work, person, one) for one in found) or None,
    }


def _page(work: Work, kind: str, people: list[Person]) -> Message:
    shown = people[:SHOWN]
    more = len(people) - SHOWN if len(people) > SHOWN else None
    lines = [_line(work, person) for person in shown]
    presses = [Press("via", p.id, label=shorten(p.name, LABEL)) for p in shown]
    facts = {"count": len(people), "lines": lines, "more": more, "today": work.today}
    return Message(kind, facts, (*rows_of(presses, 2), (Press("via.slips"),)))


@view(needs=P.RECORD_FOR_OTHERS)
def via_office(work: Work) -> Message:
    """Everybody whom no message reaches, and how much waits for them."""
    people = _unheard(work)
    return _page(work, "via.page", people) if people else Message("via.nobody")


@view(needs=P.RECORD_FOR_OTHERS)
def via_person(work: Work, person_id: int) -> Message:
    """One of them: what waits in words to paste or read out, each to be opened and recorded."""
    person = must_find(work.people.get(person_id, work.today))
    found = errands_of(work, person)
    facts = {**_line(work, person), "today": work.today, "lines": told(found[:SHOWN])}
    if not found:
        return Message("via.idle", facts)
    opens = rows_of([one.opens for one in found[:SHOWN]])
    paste = Press("via.zalo", person.id, label="@button.a.zalo")
    return Message("via.person", facts, (*opens, (paste, Press("via.slips", person.id))))


@view(needs=P.RECORD_FOR_OTHERS)
def paste(work: Work, person_id: int) -> Message:
    """«Chép sang Zalo»: what waits for them, and nothing else, to hold and copy."""
    person = must_find(work.people.get(person_id, work.today))
    found = errands_of(work, person)
    facts = {"name": person.name, "today": work.today, "lines": told(found[:SHOWN])}
    return Message("via.paste" if found else "via.idle", facts)


def told(found: Sequence[Errand]) -> list[dict[str, Any]]:
    """A line each."""
    return [
        {
            "what": one.what if one.what != "task" else None,
            "code": one.code,
            "title": one.title,
            "due": one.due,
            "expected": one.expected,
        }
        for one in found
    ]


@view(needs=P.RECORD_FOR_OTHERS)
def slips(work: Work, person_id: int = 0) -> Message:
    """«In phiếu»: a slip for one of them, or for each for whom something waits."""
    one = work.people.get(person_id, work.today) if person_id else None
    people = [must_find(one)] if person_id else _unheard(work)
    rows = [
        {"name": p.name, "unit": work.offices.unit_name(p.unit_id), "rows": told(found)}
        for p in people
        if (found := errands_of(work, p))
    ]
    if not rows:
        raise Refusal("no_slips")
    office = {"office": work.office.name, "contact": work.office.contact, "today": work.today}
    return Message("via.slips", {**office, "slips": rows, "count": len(rows)}, paper="task_slips")


# a part of others' work


@view(needs=P.RECORD_FOR_OTHERS)
def part(work: Work, support_id: int) -> Message:
    """What somebody helps with, to be recorded for them."""
    theirs = work.assignments.support(support_id)
    a = work.assignments.get(theirs.assignment_id)
    facts = {**facts_of(work, a), "who": theirs.name, "part": theirs.part}
    takes = () if theirs.accepted_at else (Press("via.took", theirs.id),)
    done = () if theirs.done_at else (Press("via.did", theirs.id),)
    opens = Press("a.open", a.id, label=str(a.number))
    return Message("via.part", facts, ((*takes, *done, opens),))


@action(needs=P.RECORD_FOR_OTHERS)
def record_part(work: Work, support_id: int, *, done: bool) -> Message:
    """They took it, or did it, and said so to the office; whoever leads the work hears it."""
    theirs = work.assignments.support(support_id)
    a = work.assignments.get(theirs.assignment_id)
    person = must_find(work.people.get(theirs.person_id or 0, work.today))
    if person.hears or not a.is_open:
        raise Refusal("question_over")
    if theirs.done_at or (theirs.accepted_at and not done):
        raise Refusal("part_done", code=a.code)
    now = work.now if done else None
    taken = theirs.accepted_at or work.now
    work.assignments.save_support(replace(theirs, accepted_at=taken, done_at=now))
    event, subject = "part_done" if done else "part_accepted", work.accounts.subject(person.id)
    work.log(event, "assignment", a.id, facts={"part": theirs.id}, on_behalf=subject)
    if done:
        heard = Message("work.part_done_told", {**facts_of(work, a), "by": person.name})
        work.tell_at_work(a.lead_id, f"part_done:{theirs.id}", heard)
    what = "done" if done else "accepted"
    return result("via.part_kept", who=person.name, code=a.code, what=what)


@action(needs=P.RUN_TIMETABLE)
def via_morning(work: Work) -> None:
    """On working days the office hears for whom something is due, or new."""
    works = work.calendar.is_working_day(work.today)
    if not (works and MORNING <= work.here.time() < WORK_ENDS):
        return
    people = [person for person in _unheard(work) if _is_to_be_told(work, person)]
    if not people or not work.offices.first_run(f"via:{work.today}", work.now):
        return
    page = _page(work, "via.morning", people)
    for key in {_named(person, one) for person in people for one in errands_of(work, person)}:
        work.offices.first_run(key, work.now)
    for admin in work.people.with_role(Role.OFFICE_ADMIN, work.today):
        key = f"via:{work.today}:{admin.id}"
        work.tell_at_work(admin.id, key, page)


def _is_to_be_told(work: Work, person: Person) -> bool:
    found = errands_of(work, person)
    return bool(_due(work, found)) or any(_is_new(work, person, one) for one in found)
