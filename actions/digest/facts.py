"""What a week's report says, as facts: the whole, one organisation's part, or one section's."""

from collections.abc import Iterable, Set
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from actions.digest.turnout import turnout_of_week
from actions.rooms import report_parts
from domain.activities import Activity, Stage
from domain.digest import Edition, edition, light, percent
from domain.periods import Week
from domain.report import (
    LateTask,
    NextActivity,
    NextDue,
    NextWeek,
    SectionTasks,
    WeeklyReport,
    WeekTasks,
)
from domain.work_counts import Overdue, WeekOfWork, WorkCounts, added
from storage import Work

ALL = "all"
COMING = (Stage.OPEN, Stage.CLOSED, Stage.RUNNING)


def scopes(work: Work) -> list[str]:
    """Every part that a report is frozen in."""
    organisations = [f"org:{o.id}" for o in work.organisations]
    return [ALL, *organisations, *(f"unit:{u.id}" for u in work.offices.units(work.today))]


def compute(work: Work, now: Edition, scope: str, until: datetime) -> WeeklyReport:
    """One part of a report. Tasks are counted at the edition's cut-off (or now, before it);
    figures of the field as they were confirmed `until` a moment."""
    kind, _, number = scope.partition(":")
    organisation = int(number) if kind == "org" else None
    unit = int(number) if kind == "unit" else None
    view = _View(now, min(now.cut_off, until), organisation, unit)
    this = _week(work, view, now.week, view.cut_off)
    return WeeklyReport(
        week=now.week.code,
        number=now.week.number,
        monday=now.week.monday,
        sunday=now.week.sunday,
        office=work.office.name,
        short=work.office.short,
        leaders=work.office.label("leaders").partition(",")[0],
        unit=work.office.label("unit"),
        part=_name_of(work, organisation, unit),
        cut_off=view.cut_off,
        tasks=_tasks(work, view, this),
        next=_next(work, view, this),
        turnout=None if unit else turnout_of_week(work, now.week, organisation, until),
        parts=report_parts(work, now.week, view.cut_off) if scope == ALL else (),
    )


def _name_of(work: Work, organisation: int | None, unit: int | None) -> str:
    organisations = {o.id: o.name for o in work.organisations}
    units = {u.id: u.name for u in work.offices.units(work.today)}
    return organisations.get(organisation or 0, "") or units.get(unit or 0, "")


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


def _tasks(work: Work, view: _View, this: WeekOfWork) -> WeekTasks:
    last = edition(view.edition.week.previous, work.office.briefing, work.zone)
    before = _week(work, view, last.week, last.cut_off).office
    whole = view.organisation is None and view.unit is None
    again = work.assignments.reopened(last.cut_off, view.cut_off, view.unit)
    return WeekTasks.of(
        asdict(this.office),
        light=light(this.office, _longest(this.overdue)),
        percent=percent(this.office.on_time, this.office.due),
        was_due=before.due,
        was_on_time=before.on_time,
        overdue=tuple(LateTask.of(asdict(row), due=row.due_at) for row in this.overdue),
        units=_units(work, this) if whole else (),
        reopened=tuple(again) if view.organisation is None else (),
    )


def _longest(overdue: Iterable[Overdue]) -> int:
    return max((row.days for row in overdue), default=0)


def _units(work: Work, this: WeekOfWork) -> tuple[SectionTasks, ...]:
    """Every section of today with something to tell, then those in none, so that the sections
    add up to the whole."""
    names = {unit.id: unit.short for unit in work.offices.units(work.today)}
    known = [_unit(this, name, {unit_id}) for unit_id, name in names.items()]
    elsewhere = _unit(this, "", this.units.keys() - names.keys())
    return tuple(unit for unit in (*known, elsewhere) if unit)


def _unit(this: WeekOfWork, name: str, ids: Set[int | None]) -> SectionTasks | None:
    counts = added([this.units[unit_id] for unit_id in ids if unit_id in this.units])
    longest = _longest(row for row in this.overdue if row.unit_id in ids)
    if not (counts.due or counts.overdue):
        return None
    return SectionTasks.of(asdict(counts), name=name, light=light(counts, longest))


def _next(work: Work, view: _View, this: WeekOfWork) -> NextWeek:
    week, zone = view.edition.week.next, work.zone
    planned = work.activities.between(week.begins(zone), week.ends(zone))
    coming = (one for one in planned if view.unit is None and one.state(view.cut_off) in COMING)
    return NextWeek(
        number=week.number,
        monday=week.monday,
        sunday=week.sunday,
        due=tuple(NextDue(row.code, row.title, row.due_at) for row in this.next),
        activities=tuple(_next_activity(work, one) for one in coming),
    )


def _next_activity(work: Work, activity: Activity) -> NextActivity:
    return NextActivity(
        kind=activity.kind,
        title=activity.title,
        starts=activity.starts,
        points=tuple(point.short for point in work.activities.points(activity.id)),
        target=activity.target or None,
    )
