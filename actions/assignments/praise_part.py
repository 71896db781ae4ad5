"""Praise of the week among the good news of the report: what for, whose work, in which words."""

from collections.abc import Iterator
from typing import Any

from actions.rooms import ReportPart
from domain.behind import TASK, Behind, Row, behind
from domain.digest import Seen
from domain.report import Part, ReportLine, ReportTable, first
from storage import Work

NAME = "praise"
TOLD = ("code", "title", "lead", "words")
NAMED = ("lead", "words")
"""Words of praise may name people; what is passed on names nobody."""


def tell(work: Work, seen: Seen) -> Part | None:
    """Since the report before; a section is told its own."""
    if seen.organisation:
        return None
    rows = work.assignments.praised(seen.since(work.zone), seen.cut_off, seen.unit)
    told = [{name: row[name] for name in TOLD} for row in rows]
    lines = [ReportLine("digest.praised", row, people=NAMED) for row in told]
    brief = ReportLine("digest.caption_praised", {"n": len(rows)})
    sheet = (_table(rows),) if seen.rows else ()
    return Part(NAME, good=first(lines), caption_good=(brief,), sheet=sheet) if rows else None


def behind_praise(work: Work, seen: Seen) -> Iterator[Behind]:
    """Each word of praise, with the work that it was for."""
    if not seen.organisation:
        found = work.assignments.praised(seen.since(work.zone), seen.cut_off, seen.unit)
        rows = (Row(TASK, r["id"], r["code"], r["title"], more={"who": r["lead"]}) for r in found)
        yield behind("n", rows)


def _table(rows: list[dict[str, Any]]) -> ReportTable:
    return ReportTable("praised", TOLD, tuple(tuple(row[n] for n in TOLD) for row in rows))


PART = ReportPart(NAME, 46, tell, behind=behind_praise)
