"""The field in a week's report: how many came, where, how that is known, what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from domain.report import Kept, Lines, Numbers, Part, ReportLine, ReportTable, facts_in, first
from domain.week_picture import WeekBar

NAME = "field"
PLACE_HEADS = ("place", "days_out", "people", "silent", "target", "percent")
WHOLE, BEST = 100, 3


@dataclass(frozen=True, slots=True)
class NotHeld(Kept):
    """A point at which nothing was held, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class HeldActivity(Kept):
    """One activity's figures: of each point the people and how they are known.

    `name` is its title where another of its kind was held on the same day.
    """

    kind: str
    title: str
    day: datetime
    total: int
    target: int | None
    percent: int | None
    points: Numbers
    missing: tuple[str, ...]
    not_held: tuple[NotHeld, ...]
    known: Numbers = ()
    proofs: tuple[tuple[str, str], ...] = ()
    name: str = ""
    unsplit: tuple[str, ...] = ()
    """Points whose people nobody told by organisation, in one organisation's report."""

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        return cls.of(stored, not_held=tuple(NotHeld.of(row) for row in stored["not_held"]))


@dataclass(frozen=True, slots=True)
class OffDay:
    """What was to be held and was called off or put off, with the reason given."""

    kind: str
    title: str
    day: datetime
    became: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class PlaceTurnout:
    """The people of a locality, beside what was hoped for there; nothing where nobody said."""

    name: str
    days: int
    silent: int
    total: int | None
    target: int | None
    percent: int | None


@dataclass(frozen=True, slots=True)
class LateWeek:
    """An earlier week of which figures came, or were told again, after a later report had gone;
    `was` is nothing where nobody had told any."""

    number: int
    late: tuple[str, ...]
    again: tuple[str, ...]
    both: bool
    was: int | None
    now: int


@dataclass(frozen=True, slots=True)
class WeekTurnout(Kept):
    """The activities of the week, against the week before and the last weeks together."""

    total: int
    was: int | None
    activities: tuple[HeldActivity, ...]
    missing: tuple[str, ...]
    parts: Numbers
    measures: tuple[tuple[str, float], ...]
    events: int
    together: int
    weeks: int
    known: Numbers = ()
    rest: int | None = None
    points: int = 0
    """Where something was held, or is not known to have been."""
    was_missing: int = 0
    """Points of the week before of which nothing is known."""
    unsplit: tuple[str, ...] = ()
    """Points whose people are not told by organisation, where one organisation's are asked."""
    undivided: int = 0
    """Such points in the last weeks: their sum leaves them out, and says so."""
    year_events: int = 0
    year_people: int = 0
    silent_together: int = 0
    year_silent: int = 0
    """Points that nobody reported, among the last weeks and since New Year."""
    off: tuple[OffDay, ...] = ()
    places: tuple[PlaceTurnout, ...] = ()
    bars: tuple[WeekBar, ...] = ()
    """The last weeks, each as the picture has it."""
    organisations: tuple[str, ...] = ()
    late: tuple[LateWeek, ...] = ()

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        return cls.of(stored, activities=tuple(map(HeldActivity.load, stored["activities"])))

    @property
    def change(self) -> str:
        """`▲6`, `▼3`; nothing when it stayed, when nothing was held the week before, or when one
        of the two weeks is not known to the end."""
        now, was = self.total, self.was
        if self.missing or self.was_missing or self.unsplit:
            return ""
        return "" if was is None or was == now else f"{'▲' if now > was else '▼'}{abs(now - was)}"

    @property
    def known_as(self) -> str:
        """How the week's sum is told: neither not reported nor not split is ever zero."""
        if self.unsplit:
            return "split_partly" if self.total else "unsplit"
        if not self.missing:
            return "whole"
        return "silent" if len(self.missing) >= self.points else "partly"


def turnout_part(field: WeekTurnout) -> Part | None:
    if not (field.events or field.activities or field.off):
        return None
    held = bool(field.activities)
    return Part(
        NAME,
        lines=_lines(field),
        glance=(_came(field),) if held else (),
        headline=(
            ReportLine(
                f"digest.headline_came.{field.known_as if held else 'none'}", _brief(field)
            ),
        ),
        caption=(
            ReportLine(f"digest.caption_field.{field.known_as}", _brief(field))
            if held
            else ReportLine(
                "digest.caption_field.none", {"off": tuple(o.title for o in field.off)}
            ),
            *_late(field),
        ),
        details=tuple(
            ReportLine("digest.field_row", _with_proofs(one)) for one in field.activities
        ),
        missing=field.missing,
        good=tuple(ReportLine("digest.reached", facts) for facts in _reached(field)),
        caption_good=tuple(
            ReportLine("digest.caption_reached", facts) for facts in _reached(field)
        ),
        tables=_tables(field),
        sheet=_tables(field),
        picture=_picture(field),
        busy=held or bool(field.off or field.late),
    )


def _picture(field: WeekTurnout) -> dict[str, Any]:
    """Weeks in which no day was held have nothing to show."""
    weeks = tuple(map(facts_in, field.bars)) if any(bar.points for bar in field.bars) else ()
    return {"weeks": weeks, "organisations": field.organisations}


def _tables(field: WeekTurnout) -> tuple[ReportTable, ...]:
    """Each point: a number, or nothing where nobody said."""
    rows: list[tuple[Any, ...]] = []
    for one in field.activities:
        proofs = dict(one.proofs)
        known = {name: f"@proof.{proof}" for name, proof in proofs.items()}
        rows += [(one.day, one.title, name, n, known.get(name)) for name, n in one.points]
        rows += [(one.day, one.title, n, None, "@paper.rows.missing") for n in one.missing]
    return (
        ReportTable("turnout", ("day", "kind", "point", "people", "proof"), tuple(rows)),
        ReportTable("by_place", PLACE_HEADS, tuple(_place_row(row) for row in field.places)),
    )


def _place_row(row: PlaceTurnout) -> tuple[Any, ...]:
    people = "@paper.rows.missing" if row.total is None else row.total
    return (row.name, row.days, people, row.silent, row.target, row.percent)


def _reached(field: WeekTurnout) -> list[dict[str, Any]]:
    """Days to which as many came as were hoped for, the most beyond it first."""
    held = [one for one in field.activities if one.percent is not None and one.percent >= WHOLE]
    best = sorted(held, key=lambda one: -(one.percent or 0))[:BEST]
    names = ("kind", "day", "name", "total", "target", "percent")
    return [{name: getattr(one, name) for name in names} for one in best]


def _brief(field: WeekTurnout) -> dict[str, Any]:
    names = ("total", "measures", "missing", "was", "points", "unsplit")
    facts = {name: getattr(field, name) for name in names}
    facts |= {"parts": field.parts, "rest": field.rest if field.parts else None}
    silent = len(field.missing)
    not_held = tuple(point.name for one in field.activities for point in one.not_held)
    counts = {"silent": silent or None, "told": field.points - silent, "not_held": not_held}
    return {**facts, **counts, "change": field.change, "undivided": len(field.unsplit)}


def _came(field: WeekTurnout) -> ReportLine:
    if field.known_as != "whole":
        return ReportLine(f"digest.came.{field.known_as}", _brief(field))
    known = "first" if field.was is None else "changed" if field.change else "same"
    return ReportLine(f"digest.came.{known}", _brief(field))


def _lines(field: WeekTurnout) -> Lines:
    held = [_activity(one) for one in field.activities]
    none = "digest.no_activity" if field.weeks else "digest.no_activity_long"
    if not field.weeks:  # of a longer time the newest
        held.reverse()
    return (
        *first(held or [ReportLine(none, {})], "digest.more_days"),
        *first(
            [ReportLine(f"digest.off.{one.became}", facts_in(one)) for one in field.off],
            "digest.more_days",
        ),
        *_by_place(field),
        ReportLine("digest.known", {"known": field.known}),
        ReportLine("digest.parts", {"parts": field.parts, "rest": field.rest}),
        ReportLine("digest.results", {"measures": field.measures}),
        ReportLine("digest.unsplit", {"points": field.unsplit}),
        *_late(field),
        *_sums(field),
    )


def _late(field: WeekTurnout) -> Lines:
    return tuple(ReportLine("digest.late_week", facts_in(one)) for one in field.late)


def _sums(field: WeekTurnout) -> Lines:
    """Of the last weeks and of the year: each counts every day that was held, and says of how
    many points nothing is known. A longer time is no eight weeks."""
    weeks = {"weeks": field.weeks, "left_out": field.undivided or None}
    lately = _sum(field.events, field.together, field.silent_together, field.undivided)
    year = _sum(field.year_events, field.year_people, field.year_silent)
    return (
        *((ReportLine("digest.together", {**weeks, **lately}),) if field.weeks else ()),
        *((ReportLine("digest.year", year),) if field.year_events and not field.undivided else ()),
    )


def _sum(events: int, people: int, silent: int, undivided: int = 0) -> dict[str, Any]:
    told = people if people or not (silent or undivided) else None
    return {"events": events, "people": told, "silent": silent or None}


def _by_place(field: WeekTurnout) -> Lines:
    """Where places have targets of their own; elsewhere the points say it."""
    rows = tuple(_place(row) for row in field.places if row.target)
    return (ReportLine("digest.by_place", {"rows": rows}),) if rows else ()


def _place(row: PlaceTurnout) -> dict[str, Any]:
    """A place that nobody reported is not nothing; of another, how many points are silent."""
    unsaid = row.total is None
    silent = None if unsaid else row.silent or None
    return {**facts_in(row), "unsaid": unsaid or None, "silent": silent}


def _activity(one: HeldActivity) -> ReportLine:
    off = {
        "not_held": tuple(point.name for point in one.not_held),
        "reasons": tuple(point.reason for point in one.not_held if point.reason),
    }
    nobody = not one.points and one.missing
    key = "digest.activity_silent" if nobody else "digest.activity"
    return ReportLine(key, {**facts_in(one), **off})


def _with_proofs(one: HeldActivity) -> dict[str, Any]:
    proofs = dict(one.proofs)
    points = [
        {"name": name, "state": "unsplit"}
        if name in one.unsplit
        else {"name": name, "total": n, "state": "said", "proof": proofs.get(name)}
        for name, n in one.points
    ]
    silent = [{"name": name, "state": "missing"} for name in one.missing]
    off = [{"name": row.name, "state": "not_held"} for row in one.not_held]
    return {**facts_in(one), "lines": (*points, *silent, *off)}
