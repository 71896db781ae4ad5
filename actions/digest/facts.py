"""What a week's report says, as facts: the whole, one organisation's part, or one section's."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from domain.activities import Activity, Point, State
from domain.digest import (
    RED_AFTER,
    Counts,
    Edition,
    Task,
    coming,
    count,
    days_overdue,
    edition,
    last_weeks,
    light,
    percent,
)
from domain.periods import Week
from domain.turnout import Report, Sum, official, summed
from storage import Work

ALL = "all"
HELD = (State.RUNNING, State.COUNTING, State.LOCKED)
COMING = (State.OPEN, State.CLOSED, State.RUNNING)


def scopes(work: Work) -> list[str]:
    """Every part that a report is frozen in."""
    organisations = [f"org:{o.id}" for o in work.offices.organisations(work.today)]
    return [ALL, *organisations, *(f"unit:{u.id}" for u in work.offices.units(work.today))]


def compute(work: Work, now: Edition, scope: str, until: datetime) -> dict[str, Any]:
    """One part of a report. Tasks are counted at the edition's cut-off (or now, before it);
    figures of the field as they were confirmed `until` a moment."""
    kind, _, number = scope.partition(":")
    organisation = int(number) if kind == "org" else None
    unit = int(number) if kind == "unit" else None
    cut_off = min(now.cut_off, until)
    facts = {
        "week": now.week.code,
        "number": now.week.number,
        "monday": now.week.monday,
        "sunday": now.week.sunday,
        "office": work.office.name,
        "short": work.office.short,
        "leaders": work.office.label("leaders").partition(",")[0],
        "unit": work.office.label("unit"),
        "part": _name_of(work, organisation, unit),
        "cut_off": cut_off,
        "tasks": _tasks(work, now, cut_off, organisation, unit),
        "next": _next(work, now.week.next, cut_off, organisation, unit),
    }
    if unit is None:
        facts["turnout"] = turnout_facts(work, now.week, organisation, until)
    return facts


def _name_of(work: Work, organisation: int | None, unit: int | None) -> str:
    organisations = {o.id: o.name for o in work.offices.organisations(work.today)}
    units = {u.id: u.name for u in work.offices.units(work.today)}
    return organisations.get(organisation or 0, "") or units.get(unit or 0, "")


# --- assignments


def _tasks(
    work: Work, now: Edition, cut_off: datetime, organisation: int | None, unit: int | None
) -> dict[str, Any]:
    tasks = _of_scope(work.digests.tasks(now.week.previous.begins(), cut_off), organisation, unit)
    counts = count(tasks, now.week, cut_off)
    last = edition(now.week.previous, work.office.briefing)
    before = count(tasks, last.week, last.cut_off)
    by_code = sorted(counts.overdue, key=lambda task: task.code)
    return {
        **_figures(counts),
        "light": _light(work, counts, cut_off),
        "percent": percent(counts.on_time, counts.due),
        "was_due": before.due,
        "was_on_time": before.on_time,
        "overdue": [_overdue(work, task, cut_off) for task in by_code],
        "units": _units(work, tasks, now, cut_off) if not (organisation or unit) else [],
    }


def _of_scope(tasks: Sequence[Task], organisation: int | None, unit: int | None) -> Sequence[Task]:
    if organisation:
        return [task for task in tasks if organisation in task.organisations]
    return [task for task in tasks if task.unit_id == unit] if unit else tasks


def _figures(counts: Counts) -> dict[str, int]:
    names = ("given", "due", "on_time", "late", "closed", "review", "new", "open")
    more = ("extensions", "reworks")
    return {name: getattr(counts, name) for name in (*names, *more)}


def _light(work: Work, counts: Counts, cut_off: datetime) -> str:
    days = [days_overdue(task, cut_off, work.calendar) for task in counts.overdue]
    return light(counts, max(days, default=0))


def _overdue(work: Work, task: Task, cut_off: datetime) -> dict[str, Any]:
    days = days_overdue(task, cut_off, work.calendar)
    return {
        "id": task.id,
        "code": task.code,
        "title": task.title,
        "lead": task.lead,
        "due": task.due_at,
        "percent": task.percent,
        "blocked": task.blocked,
        "days": days,
        "red": days > RED_AFTER,
    }


def _units(
    work: Work, tasks: Sequence[Task], now: Edition, cut_off: datetime
) -> list[dict[str, Any]]:
    rows = []
    for unit in work.offices.units(work.today):
        counts = count(_of_scope(tasks, None, unit.id), now.week, cut_off)
        if counts.due or counts.overdue:
            colour = _light(work, counts, cut_off)
            rows.append({"name": unit.short, **_figures(counts), "light": colour})
    return rows


def _next(
    work: Work, week: Week, cut_off: datetime, organisation: int | None, unit: int | None
) -> dict[str, Any]:
    tasks = _of_scope(work.digests.tasks(week.previous.begins(), cut_off), organisation, unit)
    due = coming(tasks, week, cut_off)
    planned = work.activities.between(week.begins(), week.ends()) if unit is None else []
    return {
        "number": week.number,
        "monday": week.monday,
        "sunday": week.sunday,
        "due": [{"code": t.code, "title": t.title, "due": t.due_at} for t in due],
        "activities": [
            {
                "kind": activity.kind,
                "title": activity.title,
                "starts": activity.starts,
                "points": [point.short for point in work.activities.points(activity.id)],
                "target": activity.target or None,
            }
            for activity in planned
            if activity.state(cut_off) in COMING
        ],
    }


# --- the field


def turnout_facts(
    work: Work, week: Week, organisation: int | None, until: datetime
) -> dict[str, Any]:
    """Days out of the week, against the week before and the last eight together."""
    begins = last_weeks(week)[0].begins()
    span = [a for a in work.activities.between(begins, week.ends()) if a.state(until) in HELD]
    days = [_Day(work, activity, organisation, until) for activity in span]
    days = [day for day in days if day.took_place]
    this = [day for day in days if day.activity.starts >= week.begins()]
    last = [day for day in days if _within(day.activity, week.previous)]
    whole = summed(report for day in this for report in day.stands.values())
    people = whole.parts.get(organisation, 0) if organisation else whole.total
    return {
        "total": people,
        "was": sum(day.total for day in last),
        "activities": [day.facts() for day in this],
        "missing": [point.short for day in this for point in day.missing],
        "parts": [] if organisation else parts_of(work, whole.parts),
        "measures": [] if organisation else _results(whole),
        "events": len(days),
        "together": sum(day.total for day in days),
        "weeks": len(last_weeks(week)),
    }


def _within(activity: Activity, week: Week) -> bool:
    return week.begins() <= activity.starts < week.ends()


def _results(whole: Sum) -> list[list[Any]]:
    return [[code, amount] for code, amount in whole.measures.items() if amount]


def parts_of(work: Work, parts: Mapping[int, int]) -> list[list[Any]]:
    """`[["ĐTN", 20], ["PN", 15]]`, the largest first."""
    known = {o.id: o.short for o in work.offices.organisations(work.today)}
    by_size = sorted(parts.items(), key=lambda part: -part[1])
    return [[known.get(organisation, "?"), number] for organisation, number in by_size]


class _Day:
    """One activity with the reports that count, seen by the office or by one organisation."""

    def __init__(
        self, work: Work, activity: Activity, organisation: int | None, until: datetime
    ) -> None:
        self.activity, self.organisation = activity, organisation
        self.points = work.activities.points(activity.id)
        self.stands = official(work.turnouts.of_activity(activity.id, until))
        targets = work.activities.targets(activity.id)
        self.target = targets.get(organisation) if organisation else activity.target or None

    @property
    def missing(self) -> list[Point]:
        return [point for point in self.points if point.id not in self.stands]

    @property
    def took_place(self) -> bool:
        """Unless every point says that nothing was held."""
        off = [report for report in self.stands.values() if report.not_held]
        return not off or len(off) < len(self.points)

    def people(self, report: Report) -> int:
        return report.parts.get(self.organisation, 0) if self.organisation else report.total or 0

    @property
    def total(self) -> int:
        return sum(self.people(report) for report in self.stands.values())

    def facts(self) -> dict[str, Any]:
        said = [(p, self.stands[p.id]) for p in self.points if p.id in self.stands]
        return {
            "id": self.activity.id,
            "kind": self.activity.kind,
            "title": self.activity.title,
            "day": self.activity.starts,
            "total": self.total,
            "target": self.target,
            "percent": percent(self.total, self.target) if self.target else None,
            "points": [[p.short, self.people(r)] for p, r in said if not r.not_held],
            "proofs": [[p.short, r.proof.value] for p, r in said if not r.not_held],
            "missing": [point.short for point in self.missing],
            "not_held": [{"name": p.short, "reason": r.reason} for p, r in said if r.not_held],
        }


def is_quiet(facts: Mapping[str, Any]) -> bool:
    """Nothing given, due, done, open or held: one line is enough."""
    tasks = facts["tasks"]
    busy = (tasks[name] for name in ("given", "due", "closed", "open", "review"))
    return not any(busy) and not facts.get("turnout", {}).get("activities")
