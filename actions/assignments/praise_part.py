"""Praise of the week among the good news of the report: what for, whose work, in which words."""

from actions.rooms import ReportPart
from domain.digest import Seen
from domain.report import Part, ReportLine, ReportTable, first
from storage import Work

NAME = "praise"
NAMED = ("lead", "words")
"""Words of praise may name people; what is passed on names nobody."""


def tell(work: Work, seen: Seen) -> Part | None:
    """Since the report before; a section is told its own."""
    if seen.organisation:
        return None
    rows = work.assignments.praised(seen.since(work.zone), seen.cut_off, seen.unit)
    lines = [ReportLine("digest.praised", row, people=NAMED) for row in rows]
    brief = ReportLine("digest.caption_praised", {"n": len(rows)})
    sheet = (_table(rows),) if seen.rows else ()
    return Part(NAME, good=first(lines), caption_good=(brief,), sheet=sheet) if rows else None


def _table(rows: list[dict[str, str]]) -> ReportTable:
    names = ("code", "title", "lead", "words")
    return ReportTable("praised", names, tuple(tuple(row[n] for n in names) for row in rows))


PART = ReportPart(NAME, 46, tell)
