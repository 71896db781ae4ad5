"""What is planned near what is about to be given or announced: how much it overlaps, and why.
It is shown before the tap, and forbids nothing."""

from collections.abc import Collection
from datetime import date
from typing import Any

from domain.access import Permission
from domain.assignment_rights import may_see
from domain.office_days import RADAR
from domain.overlap import By, Level, Overlap, PlannedSpan, overlapping
from storage import Work
from storage.lookups import BODY, THEME

SHOWN = 2
DAYS, WORK = ("activity", "visit"), "assignment"
Row = dict[str, Any]


def named_in(work: Work, words: str, last: date, people: Collection[int]) -> PlannedSpan:
    """From now until a day: the place, the bodies and the themes that the words name."""
    place = work.offices.locality_in(words, work.today)
    return PlannedSpan(
        "",
        work.today,
        max(last, work.today),
        subjects=work.lookups.named_in(BODY, words),
        places=frozenset({place} if place else ()),
        themes=work.lookups.named_in(THEME, words),
        people=frozenset(people),
    )


def near(work: Work, plan: PlannedSpan, kinds: Collection[str] = (*DAYS, WORK)) -> tuple[Row, ...]:
    """The strongest first, of what the reader may see."""
    days = work.office_days.all()[RADAR]
    found = overlapping(plan, work.overlaps.near(plan, work.zone, days=days), days)
    rows = (_row(work, other, overlap) for other, overlap in found if _kind(other) in kinds)
    return tuple(row for row in rows if row)[:SHOWN]


def _kind(plan: PlannedSpan) -> str:
    return plan.about.partition(":")[0]


def _row(work: Work, other: PlannedSpan, overlap: Overlap) -> Row | None:
    what = _what(work, other, overlap)
    if what is None:
        return None
    common = [by.value for by in overlap.common]
    said = {"level": int(overlap.level), "common": common, "window": (other.first, other.last)}
    return {**what, **said}


def _what(work: Work, other: PlannedSpan, overlap: Overlap) -> Row | None:
    """Other work, or a day out, in the same place is no overlap by itself, nor is it whose hands
    are full; a visit to the same place is."""
    number = int(other.about.partition(":")[2])
    match _kind(other):
        case "activity" if _is_the_same(overlap):
            return {"code": work.activities.get(number).title}
        case "visit" if work.actor.may(Permission.SUPERVISE):
            visit = work.visits.get(number)
            return {"code": visit.code, "what": work.lookups.name(visit.body_id)}
        case "assignment" if _is_the_same(overlap):
            task = work.assignments.get(number)
            return (
                {"code": task.code, "what": task.title}
                if may_see(work.actor, task, supports=False)
                else None
            )
    return None


def _is_the_same(overlap: Overlap) -> bool:
    """The same place in the same hands, or more than a place."""
    return overlap.level is Level.STRONG or By.THEME in overlap.common
