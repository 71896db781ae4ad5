"""What became of what the leaders concluded, in the weekly report."""

from dataclasses import asdict

from actions.rooms import Opened, ReportPart
from domain.digest import Seen
from domain.letters import Message, Place, Press, paged
from domain.matter_kinds import CONCLUSION
from domain.periods import Span
from domain.report import Part, ReportLine, first
from storage import Work

NAME = "concluded"
SHOWN = 5
"""So many stand on a page."""
OVER = ("closed", "answered", "done")
ENDED = (*OVER, "dropped")


def tell(work: Work, seen: Seen) -> Part | None:
    """What became of what the leaders concluded on the report before, and what is left of
    earlier ones."""
    if not seen.whole:
        return None
    stood = work.matters.conclusions(CONCLUSION.code, seen.since(work.zone), seen.cut_off)
    if not stood:
        return None
    fresh = [one for one in stood if one.fresh]
    older = [one.state in ENDED for one in stood if not one.fresh]
    told = sum(one.state == "reported" for one in stood if not one.fresh)
    counts = {
        **_period(seen),
        "n": len(fresh) or None,
        "done": sum(one.state in OVER for one in fresh) or None,
        "doing": sum(one.state == "given" for one in fresh) or None,
        "review": sum(one.state == "reported" for one in fresh) or None,
        "waits": sum(one.state == "open" for one in fresh) or None,
        "dropped": sum(one.state == "dropped" for one in fresh) or None,
        "older": older.count(False) or None,
        "ended": older.count(True) or None,
        "older_review": told or None,
    }
    lines = [ReportLine("matter.concluded_row", asdict(one), people=("owner",)) for one in stood]
    head = ReportLine("matter.concluded" if fresh else "matter.concluded_none", counts)
    done = {"n": len(fresh), "done": counts["done"] or 0}
    return Part(
        NAME,
        (head, *first(lines)),
        headline=(ReportLine("matter.concluded_headline", done),) if fresh else (),
        caption=(head,),
        details=tuple(lines),
        spare=0,
    )


def _period(seen: Seen) -> dict[str, object]:
    """A week tells of the one whose report it was said on, the first of the week before, a longer
    time of itself."""
    if isinstance(seen.week, Span):
        return {"kind": seen.week.kind, "number": seen.week.number}
    week = seen.last.week if seen.last else seen.week.previous
    return {"kind": "week", "number": week.number}


def open_part(_: Work, opened: Opened) -> Message:
    """Each of them, also those that are done, one tap away."""
    rows, page = [line.facts for line in opened.part.details], opened.page or 0
    opens = [Press("m.open", row["id"], label=row["code"]) for row in rows]
    buttons = paged(
        opens, page, lambda n: Press(CONCLUSIONS.verb, opened.digest_id, str(n)), SHOWN
    )
    shown = rows[page * SHOWN : (page + 1) * SHOWN]
    place = Place.NEW if opened.page is None else Place.EDIT
    return Message("digest.concluded", {"rows": shown, "none": not rows or None}, buttons, place)


CONCLUSIONS = ReportPart(NAME, 5, tell, open_part, "d.concluded")
