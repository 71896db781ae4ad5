"""What each figure of the field counts: points, days out, what came of them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from actions.rooms import ReportPart
from actions.turnout.day_counted import DayCounted, days_begun
from actions.turnout.week_part import (
    days_off,
    held_in_year,
    is_in,
    open_field,
    tell,
)
from domain.activities import Activity, Point
from domain.behind import DAY, Behind, Row, behind, some
from domain.corrections import corrected_line
from domain.digest import Seen
from domain.periods import Span
from domain.turnout import Report
from domain.week_turnout import NAME
from storage import Work

Told = tuple[DayCounted, Point, Report]
POINTS = "points"


def behind_field(work: Work, seen: Seen) -> Iterable[Behind]:
    """A section has no field of its own."""
    if seen.unit:
        return ()
    begun_days = days_begun(work, seen.week, seen.organisation, seen.until)
    counted = [one for one in begun_days if one.took_place]
    begins = seen.week.begins(work.zone)
    this = [one for one in counted if one.activity.starts >= begins]
    return some(
        (
            *_came(this),
            *(() if seen.organisation else _parted(work, this)),
            *_each_day(this),
            *(() if seen.organisation else _places(this)),
            behind("off", (day_row(one) for one, _ in days_off(work, seen, begun_days))),
            *_lately(work, seen, counted),
            *_year(work, seen),
        )
    )


def day_row(activity: Activity, n: float | None = None) -> Row:
    return Row(DAY, activity.id, activity.code, activity.title, activity.starts, n)


def _told(days: Iterable[DayCounted]) -> list[Told]:
    """Every point that was reported, of these days."""
    return [
        (one, point, said)
        for one in days
        for point in one.points
        if (said := one.stands.get(point.id))
    ]


def _point(one: DayCounted, point: Point, n: float | None, proof: str | None = None) -> Row:
    more = {"proof": proof} if proof else {}
    return Row(DAY, one.activity.id, point.short, one.activity.title, one.activity.starts, n, more)


def _people(told: Iterable[Told]) -> list[Row]:
    return [
        _point(one, point, n, said.proof.value)
        for one, point, said in told
        if (n := one.people(said))
    ]


def _silent(days: Iterable[DayCounted]) -> list[Row]:
    return [
        Row(
            DAY,
            one.activity.id,
            point.short,
            one.activity.title,
            one.activity.starts,
            more={"state": "missing"},
        )
        for one in days
        for point in one.missing
    ]


def _came(this: Sequence[DayCounted]) -> Iterator[Behind]:
    told = _told(this)
    yield behind("total", _people(told))
    to_tell = [(one, point) for one in this for point in one.points if not one.is_off(point)]
    yield behind("points", (_point(one, point, None) for one, point in to_tell), unit=POINTS)
    said = (_point(o, p, None) for o, p in to_tell if p.id in o.stands)
    yield behind("told", said, unit=POINTS)
    yield behind("silent", _silent(this), unit=POINTS)
    unsplit = [(one, p) for one, p, said in told if p.short in one.unsplit]
    yield behind("undivided", (_point(one, p, None) for one, p in unsplit), unit=POINTS)
    yield from _known(told)


def _known(told: Sequence[Told], day: Activity | None = None) -> Iterator[Behind]:
    """How the people of the week, or of a day, are known."""
    key, what = (day.id, day.title) if day else ("", "")
    for proof in dict.fromkeys(said.proof for _, _, said in told):
        rows = _people(row for row in told if row[2].proof is proof)
        yield behind("known", rows, f"@proof.{proof}", f"{proof}{key}", what=what)


def _parted(work: Work, this: Sequence[DayCounted]) -> Iterator[Behind]:
    """By organisation, and whoever is of none; what came of it."""
    told, names = _told(this), {o.id: o.short for o in work.organisations}
    for organisation in dict.fromkeys(o for _, _, said in told for o in said.parts):
        rows = (
            _point(one, p, said.parts[organisation], said.proof.value)
            for one, p, said in told
            if said.parts.get(organisation)
        )
        yield behind("parts", rows, names.get(organisation, "?"), organisation)
    left = ((one, p, (said.total or 0) - sum(said.parts.values())) for one, p, said in told)
    if any(said.parts for _, _, said in told):
        yield behind("rest", (_point(one, p, n) for one, p, n in left if n))
    for measure in dict.fromkeys(m for _, _, said in told for m in said.measures):
        amounts = ((one, p, said.measures.get(measure)) for one, p, said in told)
        rows = (_point(one, p, n) for one, p, n in amounts if n)
        yield behind("measures", rows, "", measure, measure)


def _each_day(this: Sequence[DayCounted]) -> Iterator[Behind]:
    for one in this:
        yield behind("total", _people(_told([one])), one.activity.title, one.activity.id)
        for _, point, said in _told([one]):
            rows = _people([(one, point, said)])
            yield behind("points", rows, point.short, point.id, what=one.activity.title)
        yield from _known(_told([one]), one.activity)


def _places(this: Sequence[DayCounted]) -> Iterator[Behind]:
    """Of each place who came, on which days, and where nobody said."""
    names = {p.locality: p.locality_id for one in this for p in one.points if p.locality}
    for name, key in names.items():
        told = [row for row in _told(this) if row[1].locality == name]
        days = [one for one in this if any(p.locality == name for p in one.points)]
        missing = [(o, p) for o in this for p in o.missing if p.locality == name]
        yield behind("total", _people(told), name, f"p{key}")
        yield behind("days", (day_row(one.activity) for one in days), name, f"p{key}")
        silent = (_point(one, p, None) for one, p in missing)
        yield behind("silent", silent, name, f"p{key}", unit=POINTS)


def _lately(work: Work, seen: Seen, counted: Sequence[DayCounted]) -> Iterator[Behind]:
    """The week before, and the last weeks together; a longer time is told alone."""
    if isinstance(seen.week, Span):
        return
    last = [one for one in counted if is_in(one.activity, seen.week.previous, work)]
    yield behind("was", _people(_told(last)))
    yield behind("events_weeks", (day_row(one.activity) for one in counted))
    sums = ((one.activity, one.total) for one in counted)
    yield behind("people_weeks", (day_row(day, n) for day, n in sums if n))
    yield behind("silent_weeks", _silent(counted), unit=POINTS)
    left = [(one, p) for one, p, _ in _told(counted) if p.short in one.unsplit]
    yield behind("left_out", (_point(one, p, None) for one, p in left), unit=POINTS)


def _year(work: Work, seen: Seen) -> Iterator[Behind]:
    if not seen.whole:
        return
    held = [(work.activities.get(day), n, silent) for day, n, silent in held_in_year(work, seen)]
    held.sort(key=lambda one: _starts(one[0]))
    yield behind("events_year", (day_row(day) for day, _, _ in held))
    yield behind("people_year", (day_row(day, n) for day, n, _ in held if n))
    silent = (day_row(day, n) for day, _, n in held if n)
    yield behind("silent_year", silent, unit=POINTS)


def _starts(activity: Activity) -> datetime:
    return activity.starts


PART = ReportPart(
    NAME,
    20,
    tell,
    open_field,
    "d.field",
    corrected=True,
    corrects=corrected_line,
    behind=behind_field,
)
