"""What is followed, in the weekly report, by kind."""

from dataclasses import asdict
from typing import Any

from actions.rooms import ReportPart
from domain.digest import Seen
from domain.matter_kinds import DECISION, kind_of
from domain.report import Part, ReportLine
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
    lines = tuple(_line(work, row, seen) for row in shown)
    brief = (ReportLine("matter.caption_line", {"rows": tuple(shown)}),)
    return Part(NAME, lines, caption=brief) if lines else None


def _line(work: Work, row: dict[str, Any], seen: Seen) -> ReportLine:
    """What people say is told by topic, and how far it has come until they were told back."""
    kind, since = kind_of(row["kind"]), seen.week.begins(work.zone)
    if not kind.topics:
        return ReportLine("matter.report_line", row)
    topics = dict[str, int]()
    for heard in work.matters.heard(kind.code, since, seen.cut_off):
        topics[heard["topic"]] = topics.get(heard["topic"], 0) + heard["count"]
    moved = work.matters.became(kind.code, since, seen.cut_off)
    steps = {name: moved.get(name) for name in ("forwarded", "answered", "told_back")}
    facts = {
        **row,
        **steps,
        "fresh": sum(topics.values()),
        "topics": tuple({"topic": topic, "n": n} for topic, n in topics.items()),
        "untold": work.matters.stood_in(kind.code, "answered", seen.cut_off) or None,
    }
    return ReportLine("matter.report_heard", facts)


PART = ReportPart(NAME, 30, tell)
