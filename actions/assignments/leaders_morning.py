"""A leader's morning: what changed since the last one and is theirs; else there is none. Whoever
also heads a section or leads work hears of that in the same way."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import datetime

from actions.assignments.morning_lines import Line, days_since, line_of
from actions.office.leading import answers_for
from domain.access import Role
from domain.assignments import Status
from domain.hours import (
    APPROVER_AFTER,
    ASSIGNER_AFTER,
    HEAD_AFTER,
    LEADER_AFTER,
    LEADER_AFTER_SILENCE,
    MORNING,
)
from domain.people import Person
from domain.periods import at
from storage import Work

BECAME = {"said": "answered", "approved": "finished"}
"""What became of what a leader asked, and of what they gave."""
FIRST_DAY = {
    "unaccepted": ASSIGNER_AFTER,
    "unaccepted_late": ASSIGNER_AFTER,
    "review": APPROVER_AFTER,
    "extension": ASSIGNER_AFTER,
    "release": ASSIGNER_AFTER,
    "extension_up": LEADER_AFTER,
    "release_up": LEADER_AFTER,
    "unheard": LEADER_AFTER_SILENCE,
}
"""What waits is news on the day on which it is first told; the days after it only stands by."""
FELL = {"overdue": 1, "unaccepted_late": 1, "unit_overdue": HEAD_AFTER}
"""What is overdue is news on the day on which it first is, of a section when its head first hears
of it: so many working days after its limit at most."""
OLD = "stands"
"""Marks a line that was there yesterday."""
MOST_FALLEN = 3
"""So much of what has become overdue in the office a leader is told; the report has it all."""


def with_changes(work: Work, person: Person, lines: Sequence[Line]) -> list[Line]:
    """What everybody would be told, and for leaders what changed, before what stands as it did; of
    old things alone nothing."""
    if Role.LEADER not in person.roles:
        return list(lines)
    section = person.unit_id if Role.HEAD in person.roles else None
    happened = work.assignments.happened(person.id, section, _last_morning(work))
    told = [*lines, *_unheard(work, person), *_fallen_due(work, person)]
    told += [
        line_of(work, BECAME[event], work.assignments.get(assignment_id))
        for assignment_id, event in happened
        if event in BECAME
    ]
    blocked = {assignment_id for assignment_id, event in happened if event == "blocked"}
    told += _fallen_anywhere(work, person, {line["id"] for line in told})
    since = Since(work, frozenset(blocked))
    if not any(map(since.is_news, told)):
        return []
    return [line if since.is_news(line) else {**line, OLD: True} for line in told]


def _last_morning(work: Work) -> datetime:
    return at(work.calendar.add_days(work.today, -1), MORNING, work.zone)


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since the last morning."""

    work: Work
    blocked: frozenset[int]
    """What became blocked since."""

    def is_news(self, line: Line) -> bool:
        """What one is late or stuck with oneself is known from the day before."""
        kind = line["kind"]
        if kind in FELL and days_since(self.work, line["due"]) <= FELL[kind]:
            return True
        if kind in ("blocked", "stuck"):
            return line["id"] in self.blocked
        if kind == "new":
            return self.work.assignments.led_since(line["id"]) >= _last_morning(self.work)
        if kind in FIRST_DAY:
            return bool(line["waits"] == FIRST_DAY[kind])
        return kind not in FELL


def _unheard(work: Work, person: Person) -> Iterator[Line]:
    """What nobody accepted for days, whoever gave it."""
    theirs = answers_for(work, person)
    for a in work.assignments.of_unit():
        others = person.id not in (a.lead_id, a.assigner_id) and theirs(a)
        if a.state is Status.ASSIGNED and others:
            waits = days_since(work, work.assignments.led_since(a.id))
            if waits >= LEADER_AFTER_SILENCE:
                yield line_of(work, "unheard", a, waits=waits)


def _fallen_anywhere(work: Work, person: Person, told: Set[int]) -> Iterator[Line]:
    """Of all that they answer for what has become overdue since the last working morning. What
    stands still for longer is in the report: the same lines every day are read by nobody."""
    theirs = answers_for(work, person)
    there = [a for a in work.assignments.of_unit() if a.lead_id != person.id and a.under_way]
    late = [a for a in there if a.id not in told and a.overdue(work.now) and theirs(a)]
    fresh = [a for a in late if days_since(work, a.due_at) <= 1]
    for a in sorted(fresh, key=lambda a: a.due_at)[:MOST_FALLEN]:
        yield line_of(work, "fallen_due", a)


def _fallen_due(work: Work, person: Person) -> Iterator[Line]:
    """What this leader gave or approves and what has become overdue since the last working
    morning."""
    for a in work.assignments.open_of(person.id):
        fresh = a.overdue(work.now) and days_since(work, a.due_at) <= 1
        if fresh and a.lead_id != person.id:
            yield line_of(work, "fallen_due", a)
