"""The field in a week's report: its activities, beside the week before and the last eight."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from actions.rooms import Opened
from actions.turnout.day_counted import DayCounted, PointTold, days_begun, days_counted
from actions.turnout.parts import parts_of, rest_of
from domain.activities import Activity, Stage
from domain.corrections import changed
from domain.digest import Seen, last_weeks, percent
from domain.letters import Message
from domain.periods import Span, Week, at
from domain.report import Part, ReportTable, facts_in
from domain.turnout import Basis, parts_in, shares, summed
from domain.week_picture import WeekBar
from domain.week_turnout import (
    LateWeek,
    OffDay,
    PlaceTurnout,
    WeekTurnout,
    turnout_part,
)
from storage import Work

NEVER_OPENED = "activity.dropped"
OFF = (Stage.CANCELLED, Stage.POSTPONED)
ByWeek = Mapping[Week, Sequence[DayCounted]]


def tell(work: Work, seen: Seen) -> Part | None:
    """A section has no field of its own."""
    if seen.unit:
        return None
    field = turnout_of_week(work, seen)
    part = turnout_part(field)
    return (
        replace(part, sheet=(*part.sheet, _by_week(field, seen))) if part and seen.rows else part
    )


def _by_week(field: WeekTurnout, seen: Seen) -> ReportTable:
    """The last weeks, of the whole also by organisation; how many points nobody reported."""
    own = field.organisations[0] if seen.organisation and field.organisations else ""
    rows: list[tuple[Any, ...]] = []
    for bar in field.bars:
        total = "@paper.rows.missing" if bar.is_unknown else bar.total
        rows.append((bar.number, own or "@paper.rows.whole", total, bar.silent))
        rows += [(bar.number, name, people, None) for name, people in bar.parts if not own]
    return ReportTable("by_week", ("week", "organisation", "people", "silent"), tuple(rows))


def turnout_of_week(work: Work, seen: Seen) -> WeekTurnout:
    """Of the whole, or of one organisation."""
    week, organisation, until = seen.week, seen.organisation, seen.until
    begun = days_begun(work, week, organisation, until)
    counted = [one for one in begun if one.took_place]
    begins = week.begins(work.zone)
    this = [one for one in counted if one.activity.starts >= begins]
    last = [one for one in counted if is_in(one.activity, week.previous, work)]
    whole = summed(report for one in this for report in one.stands.values())
    people = whole.parts.get(organisation, 0) if organisation else whole.total
    weeks = by_week(counted)
    return WeekTurnout(
        total=people,
        was=_was(week, last),
        known=tuple(shares(_known(this))),
        activities=tuple(one.facts(_name(one, this)) for one in this),
        missing=tuple(point.short for one in this for point in one.missing),
        parts=() if organisation else tuple(parts_of(work, whole.parts)),
        rest=None if organisation else rest_of(whole.total, whole.parts),
        measures=() if organisation else tuple((c, n) for c, n in whole.measures.items() if n),
        events=len(counted),
        together=sum(one.total for one in counted),
        silent_together=sum(len(one.missing) for one in counted),
        late=tuple(_told_late(work, seen, weeks)),
        weeks=0 if isinstance(week, Span) else len(last_weeks(week)),
        points=sum(one.to_tell for one in this),
        was_missing=sum(len(one.missing) for one in last),
        unsplit=tuple(name for one in this for name in one.unsplit),
        undivided=sum(len(one.unsplit) for one in counted),
        off=tuple(off for _, off in days_off(work, seen, begun)),
        places=() if organisation else tuple(_places(this)),
        bars=tuple(_bar(work, one, weeks.get(one, ()), organisation) for one in last_weeks(week)),
        organisations=tuple(
            o.short for o in work.offices.organisations(work.today) if organisation in (None, o.id)
        ),
        **_year(work, seen),
    )


def _told_late(work: Work, seen: Seen, weeks: ByWeek) -> Iterator[LateWeek]:
    """What came after the last report of weeks before that one: their own reports are put right,
    and nobody looks at them."""
    for week in last_weeks(seen.last.week)[:-1] if seen.last else ():
        days = weeks.get(week, ())
        since = seen.last.cut_off if seen.last else seen.until
        if any(one.told_since(since) for one in days):
            before = days_counted(work, (one.activity for one in days), seen.organisation, since)
            facts = changed(_facts(before), _facts(days))
            if facts and (facts["late"] or facts["again"]):
                yield LateWeek(week.number, **facts)


def _facts(days: Iterable[DayCounted]) -> list[dict[str, Any]]:
    return [facts_in(one.facts("")) for one in days]


def days_off(
    work: Work, seen: Seen, begun: Iterable[DayCounted]
) -> Iterator[tuple[Activity, OffDay]]:
    """Called off, put off, or held at none of its points."""
    week, zone = seen.week, work.zone
    for one in work.activities.between(week.begins(zone), week.ends(zone)):
        if one.stored not in OFF or (seen.organisation and seen.organisation not in one.hosts):
            continue
        move = work.journal.last_move("activity", one.id)
        if move and move.at <= seen.until and move.event != NEVER_OPENED:
            yield one, OffDay(one.kind, one.title, one.starts, one.stored.value, move.text)
    for held in begun:
        if not held.took_place and is_in(held.activity, week, work):
            yield held.activity, held.called_off


def _places(held: list[DayCounted]) -> Iterator[PlaceTurnout]:
    points = [(point, one.stands.get(point.id)) for one in held for point in one.points]
    for name in dict.fromkeys(point.locality for point, _ in points if point.locality):
        here = [(point, said) for point, said in points if point.locality == name]
        said = [report.total or 0 for _, report in here if report]
        target = sum(point.target or 0 for point, _ in here) or None
        whole = len(said) == len(here) and target
        yield PlaceTurnout(
            name=name,
            days=len({point.activity_id for point, _ in here}),
            silent=len(here) - len(said),
            total=sum(said) if said else None,
            target=target,
            percent=percent(sum(said), target or 0) if whole else None,
        )


def _was(week: Week, last: list[DayCounted]) -> int | None:
    """The people of the week before, where anything is known of them; a longer time is told
    alone."""
    if isinstance(week, Span) or not any(one.stands for one in last):
        return None
    return sum(one.total for one in last)


def _year(work: Work, seen: Seen) -> dict[str, int]:
    """Days out since New Year, of the whole."""
    if not seen.whole:
        return {}
    held = held_in_year(work, seen)
    people, silent = sum(came for _, came, _ in held), sum(missing for _, _, missing in held)
    return {"year_events": len(held), "year_people": people, "year_silent": silent}


def held_in_year(work: Work, seen: Seen) -> list[tuple[int, int, int]]:
    """Each day out since New Year, its people, how many of its points are silent."""
    begins = at(date(seen.week.sunday.year, 1, 1), time(), work.zone)
    return work.turnouts.held(begins, seen.week.ends(work.zone), seen.until)


def _bar(work: Work, week: Week, held: Sequence[DayCounted], organisation: int | None) -> WeekBar:
    """Of an organisation its own people: where nobody said how many were theirs, that is not
    known."""
    parts = parts_in(report for one in held for report in one.stands.values())
    shown = {one: n for one, n in parts.items() if organisation in (None, one)}
    return WeekBar(
        number=week.number,
        total=sum(one.total for one in held),
        points=sum(one.to_tell for one in held),
        silent=sum(len(one.missing) + len(one.unsplit) for one in held),
        parts=tuple(parts_of(work, shown)),
    )


def by_week(counted: Iterable[DayCounted]) -> ByWeek:
    found: dict[Week, list[DayCounted]] = {}
    for one in counted:
        found.setdefault(one.week, []).append(one)
    return found


def is_in(activity: Activity, week: Week, work: Work) -> bool:
    zone = work.zone
    return week.begins(zone) <= activity.starts < week.ends(zone)


def _name(one: DayCounted, others: list[DayCounted]) -> str:
    """Its title, where another of its kind was held on the same day."""
    alike = [other for other in others if other.called == one.called]
    return one.activity.title if len(alike) > 1 else ""


def _known(counted: Iterable[DayCounted]) -> dict[Basis, int]:
    """How many people by each proof."""
    known: dict[Basis, int] = {}
    for one in counted:
        for proof, number in one.known.items():
            known[proof] = known.get(proof, 0) + number
    return known


def points_of_week(work: Work, seen: Seen) -> list[PointTold]:
    """Every point that the figures of the field count, or miss."""
    begun = days_begun(work, seen.week, seen.organisation, seen.until)
    counted = [one for one in begun if one.took_place]
    begins = seen.week.begins(work.zone)
    this = [one for one in counted if one.activity.starts >= begins]
    return [one.told(point) for one in this for point in one.points]


def open_field(_: Work, opened: Opened) -> Message:
    """Every point with how its figure is known."""
    return Message("digest.field", {"rows": [line.facts for line in opened.part.details]})
