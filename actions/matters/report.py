"""What is followed, in the weekly report: by kind, and what became of what was concluded."""

from dataclasses import asdict
from typing import Any

from actions.rooms import Opened, ReportPart
from domain.digest import Seen, edition
from domain.letters import Message, Place, Press, paged
from domain.matter_kinds import CONCLUSION, DECISION, kind_of
from domain.report import Line, Part, first
from storage import Work

NAME, CONCLUDED = "matters", "concluded"
CONCLUDED_SHOWN = 5
"""Of what was concluded so many stand on a page."""
UNDER_WAY = ("given", "reported")
OVER = ("closed", "answered", "done")
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
    brief = (Line("matter.caption_line", {"rows": tuple(shown)}),)
    return Part(NAME, lines, caption=brief) if lines else None


def _line(work: Work, row: dict[str, Any], seen: Seen) -> Line:
    """What people say is told by topic, and how far it has come until they were told back."""
    kind, since = kind_of(row["kind"]), seen.week.begins(work.zone)
    if not kind.topics:
        return Line("matter.report_line", row)
    topics = dict[str, int]()
    for heard in work.matters.heard(kind.code, since, seen.cut_off):
        topics[heard["topic"]] = topics.get(heard["topic"], 0) + heard["count"]
    moved = work.matters.became(kind.code, since, seen.cut_off)
    steps = {name: moved.get(name) for name in ("forwarded", "answered", "told_back")}
    facts = {
        **row,
        **steps,
        "fresh": sum(topics.values()) or None,
        "topics": tuple({"topic": topic, "n": n} for topic, n in topics.items()),
        "untold": work.matters.stood_in(kind.code, "answered", seen.cut_off) or None,
    }
    return Line("matter.report_heard", facts)


def tell_conclusions(work: Work, seen: Seen) -> Part | None:
    """What became of what the leaders concluded on the report before, and what is left of
    earlier ones."""
    if not seen.whole:
        return None
    last = edition(seen.week.previous, work.office.briefing, work.calendar)
    stood = work.matters.conclusions(CONCLUSION.code, last.cut_off, seen.cut_off)
    if not stood:
        return None
    fresh = [one for one in stood if one.fresh]
    counts = {
        "number": last.week.number,
        "n": len(fresh) or None,
        "done": sum(one.state in OVER for one in fresh) or None,
        "doing": sum(one.state in UNDER_WAY for one in fresh) or None,
        "waits": sum(one.state == "open" for one in fresh) or None,
        "dropped": sum(one.state == "dropped" for one in fresh) or None,
        "older": sum(not one.fresh for one in stood) or None,
    }
    lines = [Line("matter.concluded_row", asdict(one), people=("owner",)) for one in stood]
    head = Line("matter.concluded", counts)
    done = {"n": len(fresh), "done": counts["done"] or 0}
    return Part(
        CONCLUDED,
        (head, *first(lines)),
        headline=(Line("matter.concluded_headline", done),) if fresh else (),
        caption=(head,),
        details=tuple(lines),
        spare=0,
    )


def open_conclusions(_: Work, opened: Opened) -> Message:
    """Each of them, also those that are done, one tap away."""
    rows, page = [line.facts for line in opened.part.details], opened.page or 0
    opens = [Press("m.open", row["id"], label=row["code"]) for row in rows]
    buttons = paged(
        opens, page, lambda n: Press(CONCLUSIONS.verb, opened.digest_id, str(n)), CONCLUDED_SHOWN
    )
    shown = rows[page * CONCLUDED_SHOWN : (page + 1) * CONCLUDED_SHOWN]
    place = Place.NEW if opened.page is None else Place.EDIT
    return Message("digest.concluded", {"rows": shown, "none": not rows or None}, buttons, place)


PART = ReportPart(NAME, 30, tell)
CONCLUSIONS = ReportPart(CONCLUDED, 5, tell_conclusions, open_conclusions, "d.concluded")
