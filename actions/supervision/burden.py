"""How often a body is visited this year, by us and as far as we were told by others."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from actions.desk import view
from actions.supervision.known import as_seen, facts_of, seen
from actions.supervision.radar import akin
from domain.access import Permission
from domain.letters import Message, Press, rows_of
from domain.overlap import PlannedSpan
from domain.visits import DROPPED, MERGED, Visit
from storage import Work
from storage.lookups import BODY

P = Permission
FEW = 8


@view(needs=P.SUPERVISE)
def of_name(work: Work, name: str) -> Message:
    """«UBND Ka Long năm nay bị giám sát mấy lần»."""
    found = work.lookups.find(BODY, name) or work.lookups.nearest(BODY, name)
    if len(found) != 1:
        return Message("visit.burden_whose", {"names": [one.name for one in found]})
    return _told(work, found[0].id)


@view(needs=P.SUPERVISE)
def of_visit(work: Work, visit_id: int) -> Message:
    """«đơn vị này …», just after a visit of it."""
    return _told(work, seen(work, visit_id).body_id)


def _told(work: Work, body_id: int) -> Message:
    year, bodies = work.today.year, work.lookups.alike(body_id) | akin(work, body_id)
    visits = _at(as_seen(work, work.visits.of_year(year)), bodies)
    outside = _of_others(work, bodies, year)
    facts = {
        "body": work.lookups.name(body_id),
        "year": year,
        "count": len(visits) or None,
        "none": None if visits else "yes",
        "done": len([one for one in visits if one.done_at]) or None,
        "rows": [facts_of(work, one) for one in visits[:FEW]],
        "outside": tuple(outside),
    }
    opens = [Press("v.open", one.id, label=one.code) for one in visits[:FEW]]
    return Message("visit.burden", facts, rows_of(opens))


def _at(visits: Sequence[Visit], bodies: frozenset[int]) -> list[Visit]:
    """Each once, whatever became one with it."""
    there = {one.kept_id or one.id for one in visits if one.body_id in bodies}
    held = (one for one in visits if one.id in there and one.stage not in (MERGED, DROPPED))
    return sorted(held, key=lambda one: one.day)


def _of_others(work: Work, bodies: frozenset[int], year: int) -> list[Mapping[str, Any]]:
    whole = PlannedSpan("", date(year, 1, 1), date(year, 12, 31), subjects=bodies)
    plans = [one for one in work.overlaps.near(whole, work.zone) if one.first.year == year]
    ids = [one.about.partition(":")[2] for one in plans if one.about.startswith("outside:")]
    rows = (work.visits.outside(int(found)) for found in ids)
    return [
        {
            "whose": row["whose"],
            "theme": work.lookups.name(row["theme_id"]),
            "window": (row["first"], row["last"]),
        }
        for row in rows
    ]
