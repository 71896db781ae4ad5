"""What is followed, in the weekly report: what came, what was closed, what is late, by kind."""

from dataclasses import asdict

from actions.rooms import ReportPart
from domain.digest import Seen
from domain.matter_kinds import DECISION
from domain.report import Line, Part
from storage import Work

NAME = "matters"
RARE = ("fresh", "closed", "late")
"""Named only where there are any."""


def tell(work: Work, seen: Seen) -> Part | None:
    """One line a kind; what the leaders are asked has a section of its own."""
    if not seen.whole:
        return None
    tallies = work.matters.tallies(seen.week.begins(work.zone), seen.cut_off)
    rows = [asdict(row) for row in tallies if row.kind != DECISION.code]
    shown = [{**row, **{name: row[name] or None for name in RARE}} for row in rows]
    lines = tuple(Line("matter.report_line", row) for row in shown)
    brief = (Line("matter.caption_line", {"rows": tuple(shown)}),)
    return Part(NAME, lines, caption=brief) if lines else None


PART = ReportPart(NAME, 30, tell)
