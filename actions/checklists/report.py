"""Model hamlets and houses in the weekly report: verified of all, what came in the week."""

from collections.abc import Iterator

from actions.checklists.cards import facts_of
from actions.checklists.known import Begun
from actions.rooms import ReportPart
from domain.checklists import Mode, Status
from domain.digest import Seen
from domain.report import Line, Part
from storage import Work

NAME = "models"


def tell(work: Work, seen: Seen) -> Part | None:
    if not seen.whole:
        return None
    begun = [Begun(work, row) for row in work.checklists.open()]
    lines = tuple(_line(one, seen) for one in begun if one.kind.mode is Mode.CLAIM)
    good = tuple(_recognised(work, seen))
    brief = tuple(Line("checklist.caption_good", line.facts) for line in good)
    return Part(NAME, lines, good=good, caption_good=brief) if lines or good else None


def _recognised(work: Work, seen: Seen) -> Iterator[Line]:
    """Models that were recognised in the week: a house by its code, never a family's name."""
    for row in work.checklists.closed(seen.week.begins(work.zone), seen.cut_off):
        found = Begun(work, row)
        if found.kind.mode is Mode.CLAIM:
            yield Line("checklist.report_good", facts_of(found))


def _line(found: Begun, seen: Seen) -> Line:
    begins = seen.week.begins(found.work.zone)
    verified = [mark for mark in found.marks.values() if mark.status is Status.VERIFIED]
    fresh = sum(begins <= mark.at <= seen.cut_off for mark in verified)
    facts = {**facts_of(found), "fresh": f"▲{fresh}" if fresh else ""}
    return Line("checklist.report_line", facts)


PART = ReportPart(NAME, 45, tell)
