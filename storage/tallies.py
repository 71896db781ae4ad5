"""The week's assignments, as they stood at a cut-off: asked for once, whoever reads them."""

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from domain.assignments import Status
from domain.calendar import WorkingCalendar
from domain.hours import TAKEN_BACK
from domain.periods import Span, Week, local
from domain.work_counts import StateSince, Task, WeekOfWork, Window, WorkCounts, counted
from storage import reports
from storage.rows import load, moment, moment_or_none, stamp
from storage.table import Table

Rows = list[sqlite3.Row]


class Tallies(Table):
    def __init__(self, connection: sqlite3.Connection, office_id: int) -> None:
        super().__init__(connection, office_id)
        self._known: dict[Window, tuple[Rows, Rows, list[Task]]] = {}
        """What was read of a window, as long as the rows are the same: it has many readers."""
        self._weeks: dict[tuple[Window, date, int | None], tuple[list[Task], WeekOfWork]] = {}
        """What was counted of it: the whole and each section see the same."""

    def tasks(self, window: Window) -> list[Task]:
        """Every assignment of the office that was there in a window, whatever has happened
        since."""
        rows = self._rows(window)
        since, cut_off = stamp(window.since), stamp(window.cut_off)
        moves = self._all(reports.STEPS, since=since, cut_off=cut_off)
        known = self._known.get(window)
        if known is None or known[0] is not rows or known[1] is not moves:
            known = self._known[window] = (rows, moves, _tasks(rows, moves))
        return known[2]

    def _rows(self, window: Window, *, only_due: bool = False) -> Rows:
        return self._all(
            reports.TASKS,
            since=stamp(min(window.since, window.begins)),
            begins=stamp(window.begins),
            ends=stamp(window.ends),
            cut_off=stamp(window.cut_off),
            only_due=only_due,
            taken_back=int(TAKEN_BACK.total_seconds()),
        )

    def week_counts(
        self,
        week: Week,
        cut_off: datetime,
        calendar: WorkingCalendar,
        organisation_id: int | None = None,
        since: datetime | None = None,
    ) -> WeekOfWork:
        """A week's figures as they stood at the cut-off, whatever has happened since; of the
        whole office, or of one organisation (its people lead, or it is named). `since` is the
        cut-off before."""
        window = _window(week, cut_off, calendar, since)
        last_day = min(week.sunday, local(cut_off, calendar.zone).date())
        return self.between(window, last_day, calendar, organisation_id)

    def due_counts(
        self,
        week: Week,
        cut_off: datetime,
        calendar: WorkingCalendar,
        organisation_id: int | None = None,
        unit_id: int | None = None,
    ) -> WorkCounts:
        """Of a week only what was due and what became of it, as it stood at the cut-off: by which
        steps it came there is not read."""
        window = _window(week, cut_off, calendar, None)
        due = self.memory.made_of(self._rows(window, only_due=True), _task)
        mine = (task for task in due if unit_id in (None, task.unit_id))
        return counted(_of(list(mine), organisation_id), window)

    def between(
        self,
        window: Window,
        last_day: date,
        calendar: WorkingCalendar,
        organisation_id: int | None = None,
    ) -> WeekOfWork:
        """The same of any time, told to the end of a day."""
        tasks = self.tasks(window)
        asked = (window, last_day, organisation_id)
        kept = self._weeks.get(asked)
        if kept is None or kept[0] is not tasks:
            told = WeekOfWork(_of(tasks, organisation_id), window, last_day, calendar)
            kept = self._weeks[asked] = (tasks, told)
        return kept[1]

    def since(self) -> datetime | None:
        """The first moment of which there is anything to tell."""
        return moment_or_none(self._value(reports.FIRST))

    def reopened(
        self, since: datetime, until: datetime, unit_id: int | None
    ) -> list[tuple[int, str]]:
        """What was approved and then opened again, with its code: earlier figures counted it
        done."""
        rows = self._all(reports.REOPENED, since=stamp(since), until=stamp(until), unit_id=unit_id)
        return [(row["id"], row["code"]) for row in rows]

    def praised(
        self, since: datetime, until: datetime, unit_id: int | None
    ) -> list[dict[str, Any]]:
        """What was praised between two moments, of the office or of one section."""
        rows = self._all(reports.PRAISED, since=stamp(since), until=stamp(until), unit_id=unit_id)
        return [dict(row) for row in rows]


def _window(
    week: Week, cut_off: datetime, calendar: WorkingCalendar, since: datetime | None
) -> Window:
    begins, ends = week.begins(calendar.zone), week.ends(calendar.zone)
    if isinstance(week, Span):  # one that still runs is told as far as it has come
        ends = min(ends, cut_off)
    return Window(since or begins, begins, ends, cut_off)


def _of(tasks: list[Task], organisation_id: int | None) -> list[Task]:
    if organisation_id is None:
        return tasks
    return [task for task in tasks if organisation_id in task.organisations]


def _tasks(rows: Rows, moves: Rows) -> list[Task]:
    steps: dict[int, list[StateSince]] = {}
    for row in moves:
        steps.setdefault(row["assignment_id"], []).append(_step(row))
    return [_task(row, steps.get(row["id"], ())) for row in rows]


def _step(row: sqlite3.Row) -> StateSince:
    return StateSince(
        moment(row["since"]), Status(row["state"]), row["unit_id"], reason=row["reason"] or ""
    )


def _task(row: sqlite3.Row, steps: Iterable[StateSince] = ()) -> Task:
    return Task(
        id=row["id"],
        number=row["number"],
        code=row["code"],
        title=row["title"],
        lead_id=row["lead_id"],
        lead=row["lead"],
        approver=row["approver"],
        unit_id=row["unit_id"],
        organisations=frozenset(load(row["organisations"])),
        state=Status(row["state"]),
        issued=moment(row["issued"]),
        first_due=moment(row["first_due"]),
        due=moment(row["due"]),
        sent=moment_or_none(row["sent"]),
        closed=moment_or_none(row["closed"]),
        accepted=moment_or_none(row["accepted"]),
        stopped=moment_or_none(row["stopped"]),
        urgent=bool(row["urgent"]),
        percent=row["percent"],
        blocked=row["blocked"],
        waits=row["waits"] or "",
        extended=row["extended"],
        returned=row["returned"],
        steps=tuple(steps),
    )
