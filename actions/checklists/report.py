"""Model hamlets and houses in the weekly report: verified of all, what came, what waits."""

from collections.abc import Iterator
from datetime import timedelta

from actions.checklists.cards import facts_of, stands
from actions.checklists.known import Begun
from actions.rooms import ReportPart
from domain.checklist_kinds import ROWS
from domain.checklists import ItemStatus, ListKind, Mode
from domain.digest import Seen
from domain.report import Lines, Part, ReportLine, first
from storage import Work

NAME = "models"
WAITS = timedelta(days=7)
"""A claim that nobody looked at for so long is named."""


def tell(work: Work, seen: Seen) -> Part | None:
    if not seen.whole:
        return None
    lines = [line for kind in ROWS if kind.mode is Mode.CLAIM for line in _kind(work, kind, seen)]
    waiting = _waiting(work, seen)
    good = tuple(_recognised(work, seen))
    brief = tuple(ReportLine("checklist.caption_good", line.facts) for line in good)
    told = (*lines, *waiting)
    if not lines:
        return None
    return Part(NAME, told, good=good, caption_good=brief)


def _recognised(work: Work, seen: Seen) -> Iterator[ReportLine]:
    """Hamlets that were recognised in the week; houses are only counted."""
    for row in work.checklists.closed(seen.week.begins(work.zone), seen.cut_off):
        found = Begun(work, row)
        if found.kind.mode is Mode.CLAIM and not found.kind.coded:
            yield ReportLine("checklist.report_good", facts_of(found))


def _kind(work: Work, kind: ListKind, seen: Seen) -> Iterator[ReportLine]:
    """Hamlets one by one; houses, which stand under a code, only counted by place."""
    if kind.coded:
        rows = work.checklists.by_place(kind.code, seen.week.begins(work.zone), seen.cut_off)
        for row in rows:
            facts = {**row, "list": kind.code, "fresh": _up(row["fresh"])}
            yield ReportLine("checklist.report_houses", facts)
        return
    begun = (Begun(work, row) for row in work.checklists.claimed(kind.code, seen.cut_off))
    yield from first([_line(one, seen) for one in begun if _is_told(one, seen)])


def _is_told(found: Begun, seen: Seen) -> bool:
    """What was recognised is told in its week, and again when something of it lapsed."""
    closed = found.row.closed_at
    return found.is_open or (closed is not None and closed >= seen.week.begins(found.work.zone))


def _line(found: Begun, seen: Seen) -> ReportLine:
    begins = seen.week.begins(found.work.zone)
    verified = [mark for mark in found.marks.values() if mark.status is ItemStatus.VERIFIED]
    fresh = sum(begins <= mark.at <= seen.cut_off for mark in verified)
    lapsed = sum(stands(found, item) is ItemStatus.LAPSED for item in found.items)
    facts = {**facts_of(found), "fresh": _up(fresh), "lapsed": lapsed or None}
    return ReportLine("checklist.report_line", facts)


def _up(fresh: int) -> str:
    return f"▲{fresh}" if fresh else ""


def _waiting(work: Work, seen: Seen) -> Lines:
    rows = work.checklists.waiting(seen.cut_off - WAITS)
    facts = {"n": sum(n for _, n in rows), "days": WAITS.days, "rows": tuple(rows)}
    return (ReportLine("checklist.report_waiting", facts),) if rows else ()


PART = ReportPart(NAME, 45, tell)
