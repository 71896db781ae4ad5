"""Model hamlets and houses in the weekly report: verified of all, what came in the week."""

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
    return Part(NAME, lines) if lines else None


def _line(found: Begun, seen: Seen) -> Line:
    begins = seen.week.begins(found.work.zone)
    verified = [mark for mark in found.marks.values() if mark.status is Status.VERIFIED]
    fresh = sum(begins <= mark.at <= seen.cut_off for mark in verified)
    facts = {**facts_of(found), "fresh": f"▲{fresh}" if fresh else ""}
    return Line("checklist.report_line", facts)


PART = ReportPart(NAME, 45, tell)
