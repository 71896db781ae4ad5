"""What a report counts, taken apart: each figure, each section, organisation, place, person."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import cached_property
from typing import Any

from actions.assignments.week_part import counted_tasks
from actions.details.behind import title_of
from actions.turnout.day_counted import PointTold
from actions.turnout.week_part import points_of_week, turnout_of_week
from domain.digest import Seen
from domain.drilling import FIGURE, NOWHERE, ORGANISATION, PERSON, PLACE, UNIT
from domain.week_tasks import NO_UNIT
from domain.work_counts import SUMS, Task
from storage import Work

Named = tuple[str, str]
"""A group's key and its name."""


class Counted:
    """One report's tasks and points as they stood at its cut-off, as far as a reader sees them."""

    def __init__(self, work: Work, seen: Seen) -> None:
        self._work, self._seen = work, seen
        self.tasks, self.figures = counted_tasks(work, seen)

    @property
    def title(self) -> dict[str, Any]:
        """Which report it is."""
        return title_of(self._seen)

    @property
    def cut_off(self) -> datetime:
        return self._seen.cut_off

    @cached_property
    def _points(self) -> Sequence[PointTold]:
        return [] if self._seen.unit else points_of_week(self._work, self._seen)

    @cached_property
    def _units(self) -> dict[str, str]:
        return {str(u.id): u.short for u in self._work.offices.units(self._work.today)}

    @cached_property
    def _places(self) -> dict[int, set[int]]:
        return self._work.assignments.places(task.id for task in self.tasks)

    def groups(self, how: str) -> list[Named]:
        """Those that have anything, in their fixed order; people by name."""
        known = self._names(how)
        return [(key, name) for key, name in known.items() if self._has(how, key)]

    def _has(self, how: str, key: str) -> bool:
        there = self._of(how, key) or self.points_of(how, key)
        return bool(there) or self._came(how, key) is not None

    def _names(self, how: str) -> dict[str, str]:
        work, today = self._work, self._work.today
        if how == UNIT:
            return {**self._units, NOWHERE: NO_UNIT}
        if how == ORGANISATION:
            return {str(o.id): o.short for o in work.organisations}
        if how == PLACE:
            return {str(p.id): p.name for p in work.offices.localities(today)}
        leads = {str(task.lead_id): task.lead for task in self.tasks}
        return dict(sorted(leads.items(), key=lambda one: one[1]))

    def name_of(self, how: str, key: str) -> str:
        return "" if how == FIGURE else self._names(how).get(key, "")

    def tasks_of(self, how: str, key: str, of: str = "") -> list[Task]:
        """What is overdue first, then by deadline; of a group also one figure alone."""
        overdue = {task.id for task in self.figures["overdue"]}
        found = self.figures[key] if how == FIGURE else self._of(how, key)
        if of:
            counts = {task.id for task in self.figures[of]}
            found = [task for task in found if task.id in counts]
        return sorted(found, key=lambda t: (t.id not in overdue, t.due, t.number))

    def _of(self, how: str, key: str) -> list[Task]:
        belongs: dict[str, Callable[[Task], bool]] = {
            UNIT: lambda task: self._unit(task) == key,
            ORGANISATION: lambda task: key in map(str, task.organisations),
            PLACE: lambda task: key in map(str, self._places.get(task.id, ())),
            PERSON: lambda task: str(task.lead_id) == key,
        }
        return [task for task in self.tasks if belongs[how](task)]

    def _unit(self, task: Task) -> str:
        """Of a section of today, else with those that are in none."""
        return key if (key := str(task.unit_id)) in self._units else NOWHERE

    def times(self, name: str, tasks: Iterable[Task]) -> int:
        """How much of a figure these are: what is put off twice counts twice."""
        what = SUMS.get(name)
        return sum(getattr(task, what) if what else 1 for task in tasks)

    def points_of(self, how: str, key: str) -> list[dict[str, Any]]:
        """Of a place: its points, with how each figure is known."""
        if how != PLACE:
            return []
        return [asdict(point) for point in self._points if str(point.locality_id) == key]

    def told_of(self, how: str, key: str) -> dict[str, Any]:
        """One row: on time of those due, overdue, open; who came."""
        ids = {task.id for task in self._of(how, key)}
        counts = {n: sum(task.id in ids for task in rows) for n, rows in self.figures.items()}
        due, silent = counts["due"], self.points_of(how, key)
        return {
            "rate": f"{counts['on_time']}/{due}" if due else "",
            "overdue": counts["overdue"] or None,
            "open": counts["open"] or None,
            "people": self._came(how, key),
            "silent": sum(point["state"] == "missing" for point in silent) or None,
        }

    def _came(self, how: str, key: str) -> int | None:
        """Who came to a place, or of an organisation; nothing where nobody said."""
        if how == ORGANISATION:
            return self._parts.get(self._names(how).get(key, ""))
        told = [one["total"] for one in self.points_of(how, key) if one["total"] is not None]
        return sum(told) if told else None

    @cached_property
    def _parts(self) -> dict[str, int]:
        """People by organisation, where they were told so."""
        return dict(turnout_of_week(self._work, self._seen).parts) if self._seen.whole else {}
