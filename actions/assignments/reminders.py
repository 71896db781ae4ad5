"""The reminder ladder: one message a person and working morning; only silence rings at once."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from actions.assignments.cards import facts_of
from actions.assignments.leaders_morning import OLD, with_changes
from actions.assignments.morning_lines import OWN, Line, days_late, days_since, line_of
from actions.desk import action, view
from actions.office.leading import answers_for
from domain.access import Permission, Role
from domain.assignments import Assignment, Status
from domain.digest import briefing_at
from domain.hours import (
    AFTER_BRIEFING,
    APPROVER_AFTER,
    ASSIGNER_AFTER,
    BEFORE,
    HEAD_AFTER,
    LEADER_AFTER,
    MORNING,
    UNACCEPTED_HOURS,
    WORK_ENDS,
)
from domain.letters import Message, Press, rows_of
from domain.people import Person
from domain.periods import at
from storage import Work

BUTTONS, MOST_LINES = 9, 10
OWN_WORK = tuple(kind for kind in OWN if kind != "part")
"""Of these «xong 147» may be said."""
GRAVEST = (
    "overdue",
    "unaccepted_late",
    "unit_overdue",
    "fallen_due",
    "stuck",
    "due_0",
    "blocked",
    "release",
    "release_up",
    "extension",
    "extension_up",
    "unheard",
    "unaccepted",
    "review",
    "answered",
    "finished",
    "due_1",
    "due_next",
    "part",
    "new",
    "due_3",
)
"""The sorts of lines; a task stands in the message once, by the first of these."""


@action(needs=Permission.RUN_TIMETABLE)
def chase_silence(work: Work) -> None:
    """Not accepted after four working hours: the lead hears of it at once, once."""
    if work.ring_at() != work.now:
        return
    for a, since in work.assignments.unaccepted():
        doer = work.doer_for(a.lead_id)
        if doer and work.calendar.add_hours(since, UNACCEPTED_HOURS) <= work.now:
            key = f"unaccepted:{a.id}:{a.lead_id}"
            if work.offices.first_run(key, work.now):
                facts = {**facts_of(work, a), "given": since}
                buttons = ((Press("a.accept", a.id), Press("a.talk", a.id)),)
                work.nudge(doer, key, Message("work.unaccepted", facts, buttons))


@view(needs=Permission.RUN_TIMETABLE)
def due_this_morning(work: Work) -> list[int] | None:
    """Whom something is due to on a working day; nobody once they were told."""
    if not work.calendar.is_working_day(work.today):
        return None
    if not MORNING <= work.here.time() < WORK_ENDS or work.offices.has_run(_run(work.today)):
        return None
    return [one.id for one in work.people.all(work.today) if lines_for(work, one)]


@action(needs=Permission.RUN_TIMETABLE)
def morning(work: Work, people: Sequence[int]) -> None:
    """One message to each of them, or after the briefing; what it says is seen when it goes."""
    if not work.offices.first_run(_run(work.today), work.now):
        return
    when = max(work.now, _hour(work))
    for person_id in people:
        work.redraw(_card(work.today), person_id, ring=True, at=when)


def _run(day: date) -> str:
    return f"morning:{day}"


def _card(day: date) -> str:
    return f"morning:{day:%Y%m%d}"


def _hour(work: Work) -> datetime:
    """On the day of the briefing the bundle follows it."""
    weekday, clock = briefing_at(work.office.briefing)
    if work.today.weekday() != weekday:
        return work.now
    return at(work.today, clock, work.zone) + AFTER_BRIEFING


def draw_morning(work: Work, day: int) -> Message | None:
    """The morning's message as things stand when it is sent; nothing is no message."""
    me = work.people.get(work.actor.me, work.today)
    lines = lines_for(work, me) if me else []
    if not lines:
        return None
    numbers = {line["id"]: line["n"] for line in lines}
    presses = [Press("a.open", i, label=str(n)) for i, n in numbers.items()][:BUTTONS]
    told = [line for line in lines if OLD not in line]
    stands = [line["n"] for line in lines if OLD in line]
    more = len(told) - MOST_LINES if len(told) > MOST_LINES else None
    own = next((line["n"] for line in told if line["kind"] in OWN_WORK), None)
    facts = {
        "today": work.today,
        "lines": told[:MOST_LINES],
        "more": more,
        "stands": stands[:BUTTONS],
        "others": len(stands) - BUTTONS if len(stands) > BUTTONS else None,
        "own": own,
    }
    lists = (
        Press("l.mine"),
        *((Press("l.unit"),) if work.actor.may(Permission.READ_WORK) else ()),
    )
    rows = (*rows_of(presses), lists)
    return Message("work.morning", facts, rows, card=f"morning:{day}")


def lines_for(work: Work, person: Person) -> list[Line]:
    """What somebody is to know this morning, the heaviest first."""
    if person.id in work.away:
        return []
    lines = [*_as_lead(work, person), *_as_giver(work, person), *_as_head(work, person)]
    lines += [line for one in _stood_for(work, person) for line in _as_stand_in(work, one)]
    lines = sorted(with_changes(work, person, lines), key=_gravity)
    gravest = {line["id"]: line for line in reversed(lines)}
    return sorted(gravest.values(), key=_gravity)


def _stood_for(work: Work, person: Person) -> list[Person]:
    """Those who are away and whose work this person does."""
    ids = [one for one in work.away if work.doer_for(one) == person.id]
    return [p for p in (work.people.get(one, work.today) for one in ids) if p]


def _as_stand_in(work: Work, away: Person) -> list[Line]:
    return [{**line, "instead": away.name} for line in _as_lead(work, away)]


def _gravity(line: Line) -> tuple[bool, int, datetime]:
    """What changed first; by its sort; of one sort what was due first."""
    return OLD in line, GRAVEST.index(line["kind"]), line["due"]


def _as_lead(work: Work, person: Person) -> list[Line]:
    lines = []
    for a in work.assignments.of_lead(person.id):
        if not a.under_way:
            continue
        left = work.calendar.days_between(work.today, work.day(a.due_at))
        if a.overdue(work.now):
            lines.append(line_of(work, "overdue", a, days=days_late(work, a.due_at)))
        elif a.blocked:
            lines.append(line_of(work, "stuck", a))
        elif a.state is Status.ASSIGNED:
            if not _rang_today(work, a):
                lines.append(line_of(work, "new", a))
        elif left in BEFORE:
            lines.append(line_of(work, _ahead(work, a, left), a))
    for part in work.assignments.parts_of(person.id):
        a = work.assignments.get(part.assignment_id)
        due = part.due_at or a.due_at
        if work.calendar.days_between(work.today, work.day(due)) in (0, 1):
            lines.append(line_of(work, "part", a, due=due))
    return lines


def _rang_today(work: Work, a: Assignment) -> bool:
    """Its own card came this morning: it is not said twice."""
    return work.day(work.calendar.next_ring(work.assignments.led_since(a.id))) == work.today


def _ahead(work: Work, a: Assignment, left: int) -> str:
    """The next working day is not always tomorrow."""
    days_off = left == 1 and work.day(a.due_at) - work.today > timedelta(days=1)
    return "due_next" if days_off else f"due_{left}"


def _as_giver(work: Work, person: Person) -> list[Line]:
    """What stands still because of others, or because of me."""
    lines = []
    for a in work.assignments.open_of(person.id):
        if a.assigner_id == person.id and a.lead_id != person.id:
            since = work.assignments.led_since(a.id)
            if a.state is Status.ASSIGNED and days_since(work, since) >= ASSIGNER_AFTER:
                kind = "unaccepted_late" if a.overdue(work.now) else "unaccepted"
                lines.append(line_of(work, kind, a, waits=days_since(work, since)))
            if a.under_way and a.blocked:
                lines.append(line_of(work, "blocked", a))
    lines += [line for one in _decided_for(work, person) for line in _to_approve(work, one)]
    return [*lines, *_asked(work, person)]


def _decided_for(work: Work, person: Person) -> list[int]:
    """Whose reports this person decides today: the own, and those of who is away."""
    return [person.id, *(one for one in work.away if work.decider_for(one) == person.id)]


def _to_approve(work: Work, person_id: int) -> list[Line]:
    waits = {
        a: days_since(work, a.submitted_at)
        for a in work.assignments.to_approve(person_id)
        if a.submitted_at
    }
    return [
        line_of(work, "review", a, waits=waited)
        for a, waited in waits.items()
        if waited >= APPROVER_AFTER
    ]


def _asked(work: Work, person: Person) -> list[Line]:
    """Requests unanswered for a working day: to the assigner, then to the leaders who answer for
    it."""
    lines = []
    theirs = answers_for(work, person) if Role.LEADER in person.roles else None
    for asked in work.requests.pending():
        a, waited = work.assignments.get(asked.assignment_id), days_since(work, asked.asked_at)
        mine = work.decider_for(a.assigner_id) == person.id and waited >= ASSIGNER_AFTER
        if mine or (theirs and waited >= LEADER_AFTER and theirs(a)):
            kind = asked.kind if mine else f"{asked.kind}_up"
            lines.append(line_of(work, kind, a, waits=waited))
    return lines


def _as_head(work: Work, person: Person) -> list[Line]:
    """Overdue by two working days, or blocked: the head of the section."""
    if Role.HEAD not in person.roles or person.unit_id is None:
        return []
    others = [a for a in work.assignments.of_unit(person.unit_id) if a.lead_id != person.id]
    late = [
        line_of(work, "unit_overdue", a, days=days_late(work, a.due_at))
        for a in others
        if a.overdue(work.now) and days_since(work, a.due_at) >= HEAD_AFTER
    ]
    return late + [line_of(work, "blocked", a) for a in others if a.under_way and a.blocked]
