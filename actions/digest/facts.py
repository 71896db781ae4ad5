"""What a week's report says, as facts: the whole, one organisation's part, or one section's."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from actions.turnout.parts import parts_of, rest_of
from domain.activities import Activity, Point, Stage
from domain.digest import Edition, edition, last_weeks, light, percent
from domain.periods import Week, local
from domain.turnout import Basis, Report, Sum, official, shares, summed
from domain.work_counts import Overdue, WeekOfWork, WorkCounts, added
from storage import Work

ALL = "all"
HELD = (Stage.RUNNING, Stage.COUNTING, Stage.LOCKED)
COMING = (Stage.OPEN, Stage.CLOSED, Stage.RUNNING)


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
    view = _View(now, min(now.cut_off, until), organisation, unit)
    this = _week(work, view, now.week, view.cut_off)
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
        "cut_off": view.cut_off,
        "tasks": _tasks(work, view, this),
        "next": _next(work, view, this),
    }
    if unit is None:
        facts["turnout"] = turnout_facts(work, now.week, organisation, until)
    return facts


def _name_of(work: Work, organisation: int | None, unit: int | None) -> str:
    organisations = {o.id: o.name for o in work.offices.organisations(work.today)}
    units = {u.id: u.name for u in work.offices.units(work.today)}
    return organisations.get(organisation or 0, "") or units.get(unit or 0, "")


# --- assignments


@dataclass(frozen=True, slots=True)
class _View:
    """Whose part is counted, of which week, as it stood when."""

    edition: Edition
    cut_off: datetime
    organisation: int | None = None
    unit: int | None = None


def _week(work: Work, view: _View, week: Week, cut_off: datetime) -> WeekOfWork:
    counted = work.assignments.week_counts(week, cut_off, work.calendar, view.organisation)
    if view.unit is None:
        return counted
    return replace(
        counted,
        office=counted.units.get(view.unit, WorkCounts()),
        overdue=tuple(row for row in counted.overdue if row.unit_id == view.unit),
        next=tuple(row for row in counted.next if row.unit_id == view.unit),
    )


def _tasks(work: Work, view: _View, this: WeekOfWork) -> dict[str, Any]:
    last = edition(view.edition.week.previous, work.office.briefing, work.zone)
    before = _week(work, view, last.week, last.cut_off).office
    whole = view.organisation is None and view.unit is None
    again = work.assignments.reopened(last.cut_off, view.cut_off, view.unit)
    return {
        **asdict(this.office),
        "light": light(this.office, _longest(this.overdue)),
        "percent": percent(this.office.on_time, this.office.due),
        "was_due": before.due,
        "was_on_time": before.on_time,
        "overdue": [_overdue(row) for row in this.overdue],
        "units": _units(work, this) if whole else [],
        "reopened": again if view.organisation is None else [],
    }


def _longest(overdue: Iterable[Overdue]) -> int:
    return max((row.days for row in overdue), default=0)


def _overdue(row: Overdue) -> dict[str, Any]:
    return {
        "id": row.id,
        "code": row.code,
        "title": row.title,
        "lead": row.lead,
        "due": row.due_at,
        "percent": row.percent,
        "blocked": row.blocked,
        "days": row.days,
    }


def _units(work: Work, this: WeekOfWork) -> list[dict[str, Any]]:
    rows = []
    for unit in work.offices.units(work.today):
        counts = this.units.get(unit.id, WorkCounts())
        longest = _longest(row for row in this.overdue if row.unit_id == unit.id)
        if counts.due or counts.overdue:
            rows.append({**asdict(counts), "name": unit.short, "light": light(counts, longest)})
    return [*rows, *_elsewhere(this, {unit.id for unit in work.offices.units(work.today)})]


def _elsewhere(this: WeekOfWork, known: set[int]) -> list[dict[str, Any]]:
    """Those in no section of today, so that the sections add up to the whole."""
    others = [counts for unit_id, counts in this.units.items() if unit_id not in known]
    counts = added(others)
    if not (counts.due or counts.overdue):
        return []
    longest = _longest(row for row in this.overdue if row.unit_id not in known)
    return [{**asdict(counts), "name": "", "light": light(counts, longest)}]


def _next(work: Work, view: _View, this: WeekOfWork) -> dict[str, Any]:
    week, zone = view.edition.week.next, work.zone
    planned = work.activities.between(week.begins(zone), week.ends(zone))
    return {
        "number": week.number,
        "monday": week.monday,
        "sunday": week.sunday,
        "due": [{"code": r.code, "title": r.title, "due": r.due_at} for r in this.next],
        "activities": [
            {
                "kind": activity.kind,
                "title": activity.title,
                "starts": activity.starts,
                "points": [point.short for point in work.activities.points(activity.id)],
                "target": activity.target or None,
            }
            for activity in planned
            if view.unit is None and activity.state(view.cut_off) in COMING
        ],
    }


# --- the field


def turnout_facts(
    work: Work, week: Week, organisation: int | None, until: datetime
) -> dict[str, Any]:
    """Days out of the week, against the week before and the last eight together."""
    zone = work.zone
    begins = last_weeks(week)[0].begins(zone)
    span = [a for a in work.activities.between(begins, week.ends(zone)) if a.state(until) in HELD]
    days = [_Day(work, activity, organisation, until) for activity in span]
    days = [day for day in days if day.took_place]
    this = [day for day in days if day.activity.starts >= week.begins(zone)]
    before = week.previous
    last = [day for day in days if before.begins(zone) <= day.activity.starts < week.begins(zone)]
    whole = summed(report for day in this for report in day.stands.values())
    people = whole.parts.get(organisation, 0) if organisation else whole.total
    return {
        "total": people,
        "was": sum(day.total for day in last) if last else None,
        "known": shares(_known(this)),
        "activities": [{**day.facts(), "name": _name(day, this)} for day in this],
        "missing": [point.short for day in this for point in day.missing],
        "parts": [] if organisation else parts_of(work, whole.parts),
        "rest": None if organisation else rest_of(whole.total, whole.parts),
        "measures": [] if organisation else _results(whole),
        "events": len(days),
        "together": sum(day.total for day in days),
        "weeks": len(last_weeks(week)),
    }


def _name(day: "_Day", days: list["_Day"]) -> str:
    """Its title, where another of its kind was held on the same day."""
    alike = [one for one in days if one.called == day.called]
    return day.activity.title if len(alike) > 1 else ""


def _known(days: Iterable["_Day"]) -> dict[Basis, int]:
    """How many people by each proof."""
    known: dict[Basis, int] = {}
    for day in days:
        for proof, number in day.known.items():
            known[proof] = known.get(proof, 0) + number
    return known


def _results(whole: Sum) -> list[list[Any]]:
    return [[code, amount] for code, amount in whole.measures.items() if amount]


class _Day:
    """One activity with the reports that count, seen by the office or by one organisation."""

    def __init__(
        self, work: Work, activity: Activity, organisation: int | None, until: datetime
    ) -> None:
        self.activity, self.organisation, self.zone = activity, organisation, work.zone
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

    @property
    def called(self) -> tuple[str, date]:
        """What a report calls it: its kind and its date."""
        return self.activity.kind, local(self.activity.starts, self.zone).date()

    @property
    def known(self) -> dict[Basis, int]:
        """How the people of this day are known."""
        found: dict[Basis, int] = {}
        for report in self.stands.values():
            found[report.proof] = found.get(report.proof, 0) + self.people(report)
        return found

    def facts(self) -> dict[str, Any]:
        said = [(p, self.stands[p.id]) for p in self.points if p.id in self.stands]
        return {
            "id": self.activity.id,
            "kind": self.activity.kind,
            "title": self.activity.title,
            "day": self.activity.starts,
            "total": self.total,
            "known": shares(self.known),
            "target": self.target,
            "percent": percent(self.total, self.target) if self.target else None,
            "points": [[p.short, self.people(r)] for p, r in said if not r.not_held],
            "proofs": [[p.short, r.proof.value] for p, r in said if not r.not_held],
            "missing": [point.short for point in self.missing],
            "not_held": [{"name": p.short, "reason": r.reason} for p, r in said if r.not_held],
        }
