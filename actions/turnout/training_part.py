"""Training in the weekly report: the week's classes by organisation, the year's, the next."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from actions.rooms import ReportPart
from actions.turnout.parts import parts_of
from domain.activities import Activity, Point, Stage
from domain.behind import DAY, Behind, Row, behind, some
from domain.digest import Seen
from domain.kinds import LEARNS
from domain.periods import at
from domain.registrations import capacity
from domain.report import Part, ReportLine, ReportTable
from domain.turnout import Report, Sum, summed
from storage import Work

NAME = "training"
OFF = (Stage.DRAFT, Stage.POSTPONED, Stage.CANCELLED)


@dataclass(frozen=True, slots=True)
class Class:
    """One that was held, and who came; which of its places nobody reported."""

    activity: Activity
    came: Sum
    missing: tuple[str, ...]

    @property
    def is_silent(self) -> bool:
        """Nobody said how many came: that is not nobody."""
        return bool(self.missing) and not self.came.total


def tell(work: Work, seen: Seen) -> Part | None:
    if not seen.whole:
        return None
    told = _told(work, seen)
    this = [one for one in told if one.activity.starts >= seen.week.begins(work.zone)]
    coming = tuple(_next(work, one) for one in _coming(work, seen))
    if not (told or coming):
        return None
    lines = (*(_line(work, one) for one in this), *_year(told))
    missing = tuple(name for one in this for name in one.missing)
    sheet = (_table(told),) if seen.rows else ()
    return Part(NAME, lines, next=coming, missing=missing, sheet=sheet, busy=bool(this), spare=2)


def _told(work: Work, seen: Seen) -> list[Class]:
    """The year's, as far as something is known of them or should be."""
    year = at(date(seen.week.sunday.year, 1, 1), time(), work.zone)
    classes = _between(work, year, seen.week.ends(work.zone))
    begun = [one for one in classes if one.starts <= seen.until]
    ids = [one.id for one in begun]
    stands, points = work.turnouts.standing(ids, seen.until), work.activities.points_of_days(ids)
    held = (_held(one, stands.get(one.id, {}), points.get(one.id, ())) for one in begun)
    return [one for one in held if one.came.total or one.missing]


def _coming(work: Work, seen: Seen) -> Iterable[Activity]:
    after = seen.week.next
    return _between(work, after.begins(work.zone), after.ends(work.zone))


def behind_training(work: Work, seen: Seen) -> Iterable[Behind]:
    """The year's classes with who came, those that nobody reported; of each its organisations; who
    is sure of a place in the next."""
    if not seen.whole:
        return ()
    told = _told(work, seen)
    this = [one for one in told if one.activity.starts >= seen.week.begins(work.zone)]
    silent = [one for one in told if one.is_silent]
    return some(
        (
            behind("classes", (_row(one.activity) for one in told), unit="classes"),
            behind("n", (_row(one.activity, one.came.total) for one in told if one.came.total)),
            behind("silent", (_row(one.activity) for one in silent), unit="classes"),
            *(figure for one in this for figure in _of(work, one)),
            *(figure for one in _coming(work, seen) for figure in _seats(work, one)),
        )
    )


def _row(activity: Activity, n: int | None = None) -> Row:
    return Row(DAY, activity.id, activity.code, activity.title, activity.starts, n)


def _of(work: Work, one: Class) -> Iterator[Behind]:
    """Who understood nobody is told by name: the class is what it is known of."""
    activity, key = one.activity, one.activity.id
    clear, unclear = work.trainings.clear(activity.id)
    counts = {"n": one.came.total, "clear": clear, "unclear": unclear}
    for name, n in counts.items():
        yield behind(name, [_row(activity, n)] if n else (), activity.title, key)
    for number, (name, n) in enumerate(parts_of(work, one.came.parts)):
        yield behind("parts", [_row(activity, n)], name, f"{key}p{number}")


def _seats(work: Work, activity: Activity) -> Iterator[Behind]:
    """Point by point."""
    rooms = [
        (point, work.registrations.room(point.id, capacity(point)))
        for point in work.activities.points(activity.id)
    ]
    taken = (Row(DAY, activity.id, p.short, n=r.taken) for p, r in rooms if r.taken)
    yield behind("registered", taken, activity.title, activity.id)
    seats = (Row(DAY, activity.id, p.short, n=r.capacity) for p, r in rooms if r.capacity)
    yield behind("seats", seats, activity.title, activity.id, unit="seats")


def _table(told: list[Class]) -> ReportTable:
    """Every class of the year; of a silent one nothing is known."""
    rows = (
        (
            one.activity.starts,
            one.activity.title,
            "@paper.rows.missing" if one.is_silent else one.came.total,
            len(one.missing),
        )
        for one in told
    )
    return ReportTable("classes", ("day", "kind", "people", "silent"), tuple(rows))


def _between(work: Work, since: datetime, until: datetime) -> Iterable[Activity]:
    planned = work.activities.of_kinds(LEARNS, since, until)
    return (one for one in planned if one.stored not in OFF)


def _held(activity: Activity, stands: Mapping[int, Report], points: Iterable[Point]) -> Class:
    missing = tuple(point.short for point in points if point.id not in stands)
    return Class(activity, summed(stands.values()), missing)


def _line(work: Work, one: Class) -> ReportLine:
    if one.is_silent:
        facts = {"title": one.activity.title, "day": one.activity.starts, "missing": one.missing}
        return ReportLine("training.report_silent", facts)
    facts = {"title": one.activity.title, "day": one.activity.starts, "n": one.came.total}
    clear = work.trainings.clear(one.activity.id)
    told = {"clear": clear[0] or None, "unclear": clear[1] or None}
    parts = tuple(parts_of(work, one.came.parts))
    return ReportLine("training.report_line", {**facts, **told, "parts": parts})


def _year(told: list[Class]) -> tuple[ReportLine, ...]:
    people, silent = sum(one.came.total for one in told), sum(one.is_silent for one in told)
    known = people if people or not silent else None
    facts = {"classes": len(told), "n": known, "silent": silent or None}
    return (ReportLine("training.report_year", facts),) if told else ()


def _next(work: Work, activity: Activity) -> ReportLine:
    """Those who are sure of a place, of the seats there are."""
    rooms = [
        work.registrations.room(point.id, capacity(point))
        for point in work.activities.points(activity.id)
    ]
    facts = {"title": activity.title, "starts": activity.starts}
    numbers = {"n": sum(r.taken for r in rooms), "seats": sum(r.capacity for r in rooms)}
    return ReportLine("training.report_next", {**facts, **numbers})


TRAINING = ReportPart(NAME, 25, tell, corrected=True, behind=behind_training)
