"""What is followed, in the weekly report: what came, what was closed, what is late, by kind."""

from dataclasses import asdict
from datetime import datetime

from domain.matter_kinds import DECISION
from domain.periods import Week
from domain.report import Line, Part
from storage import Work

RARE = ("fresh", "closed", "late")
"""Named only where there are any."""


def matters_part(work: Work, week: Week, until: datetime) -> Part | None:
    """One line a kind; what the leaders are asked has a section of its own."""
    tallies = work.matters.tallies(week.begins(work.zone), until)
    rows = [asdict(row) for row in tallies if row.kind != DECISION.code]
    shown = [{**row, **{name: row[name] or None for name in RARE}} for row in rows]
    lines = tuple(Line("matter.report_line", row) for row in shown)
    brief = (Line("matter.caption_line", {"rows": shown}),)
    return Part("matters", lines, brief) if lines else None
