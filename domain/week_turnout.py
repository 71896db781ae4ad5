"""The field in a week's report: how many came, where, how that is known, what came of it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Self

from domain.report import Kept, Line, Lines, Numbers, Part, first

NAME = "field"


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

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        return cls.of(stored, not_held=tuple(NotHeld.of(row) for row in stored["not_held"]))


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

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        return cls.of(stored, activities=tuple(map(HeldActivity.load, stored["activities"])))

    @property
    def change(self) -> str:
        """`▲6`, `▼3`; nothing when it stayed, or when nothing was held the week before."""
        now, was = self.total, self.was
        return "" if was is None or was == now else f"{'▲' if now > was else '▼'}{abs(now - was)}"


def turnout_part(field: WeekTurnout) -> Part | None:
    if not (field.events or field.activities):
        return None
    held = bool(field.activities)
    return Part(
        NAME,
        lines=_lines(field),
        glance=(_came(field),) if field.events else (),
        caption=(Line("digest.caption_field", _brief(field)),) if held else (),
        details=tuple(Line("digest.field_row", _with_proofs(one)) for one in field.activities),
        missing=field.missing,
        busy=held,
    )


def _brief(field: WeekTurnout) -> dict[str, Any]:
    facts = {name: getattr(field, name) for name in ("total", "measures", "missing", "was")}
    return {**facts, "change": field.change}


def _came(field: WeekTurnout) -> Line:
    known = "first" if field.was is None else "changed" if field.change else "same"
    return Line(f"digest.came.{known}", _brief(field))


def _lines(field: WeekTurnout) -> Lines:
    held = [_activity(one) for one in field.activities]
    together = {"weeks": field.weeks, "events": field.events, "together": field.together}
    return (
        *first(held or [Line("digest.no_activity", {})]),
        Line("digest.known", {"known": field.known}),
        Line("digest.parts", {"parts": field.parts, "rest": field.rest}),
        Line("digest.results", {"measures": field.measures}),
        Line("digest.together", together),
    )


def _activity(one: HeldActivity) -> Line:
    off = tuple(f"{point.name} ({point.reason})" for point in one.not_held)
    nobody = not one.points and one.missing
    key = "digest.activity_silent" if nobody else "digest.activity"
    return Line(key, {**asdict(one), "not_held": off})


def _with_proofs(one: HeldActivity) -> dict[str, Any]:
    proofs = dict(one.proofs)
    points = [
        {"name": name, "total": n, "state": "said", "proof": proofs.get(name)}
        for name, n in one.points
    ]
    silent = [{"name": name, "state": "missing"} for name in one.missing]
    off = [{"name": row.name, "state": "not_held"} for row in one.not_held]
    return {**asdict(one), "lines": (*points, *silent, *off)}
