"""What became of what the leaders concluded, in the weekly report."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from actions.rooms import Opened, ReportPart
from domain.behind import MATTER, Behind, Row, behind, some
from domain.digest import Seen
from domain.letters import Message, Place, Press, paged
from domain.matter_kinds import CONCLUSION
from domain.periods import Span
from domain.report import Lines, Part, ReportLine, ReportTable, first
from storage import Work
from storage.matters import Conclusion

NAME = "concluded"
SHOWN = 5
"""So many stand on a page."""
OVER, REPLIED = ("closed", "done"), "answered"
"""Carried out; an answer asks nobody to do anything, so it is no deed that is done."""
ENDED = (*OVER, REPLIED, "dropped")
WAITS = ("open", "given", "untaken")
"""Nobody has reported it yet: after its day it is late."""
FRESH = {"doing": "given", "review": "reported", "untaken": "untaken", "waits": "open"}
Rows = Sequence[dict[str, Any]]
A_MOMENT = timedelta(seconds=1)
"""What is concluded just now stands among them."""


def tell(work: Work, seen: Seen) -> Part | None:
    """What became of what the leaders concluded since the report before, and what is left of
    earlier ones."""
    if not seen.whole:
        return None
    stood = work.matters.conclusions(CONCLUSION.code, seen.since(work.zone), seen.cut_off)
    if not stood:
        return None
    fresh = [one for one in stood if one.fresh]
    counts = {**_period(seen), **_counts(stood, seen.cut_off)}
    rows = rows_of(stood, seen.cut_off)
    lines = [ReportLine("matter.concluded_row", row, people=("owner",)) for row in rows]
    head = ReportLine("matter.concluded" if fresh else "matter.concluded_none", counts)
    return Part(
        NAME,
        (head, *first(lines)),
        headline=_headline(counts),
        caption=(head,),
        details=tuple(lines),
        sheet=(_table(rows),) if seen.rows else (),
        spare=0,
    )


def _table(rows: Rows) -> ReportTable:
    """Each with what it says, whose it is, by when and how it stands."""
    told = (
        (r["code"], r["words"], r["owner"], r["due"], f"@matter.state.conclusion.{r['state']}")
        for r in rows
    )
    return ReportTable("concluded", ("code", "words", "lead", "due", "state"), tuple(told))


def _counts(stood: Sequence[Conclusion], until: datetime) -> dict[str, int | None]:
    return {name: len(found) or None for name, found in _counted(stood, until).items()}


def _counted(stood: Sequence[Conclusion], until: datetime) -> dict[str, list[Conclusion]]:
    """Each figure: those that it counts."""
    fresh = [one for one in stood if one.fresh]
    older = [one for one in stood if not one.fresh]
    return {
        "n": fresh,
        "done": [one for one in fresh if one.state in OVER],
        "replied": [one for one in fresh if one.state == REPLIED],
        **{name: [o for o in fresh if o.state == state] for name, state in FRESH.items()},
        "dropped": [one for one in fresh if one.state == "dropped"],
        "older": [one for one in older if one.state not in ENDED],
        "ended": [one for one in older if one.state in ENDED],
        "older_review": [one for one in older if one.state == "reported"],
        "late": [one for one in stood if _is_late(one, until)],
        "asks": [one for one in stood if one.state != REPLIED],
        "over": [one for one in stood if one.state in OVER],
    }


def behind_concluded(work: Work, seen: Seen) -> Iterable[Behind]:
    if not seen.whole:
        return ()
    stood = work.matters.conclusions(CONCLUSION.code, seen.since(work.zone), seen.cut_off)
    counted = _counted(stood, seen.cut_off).items()
    return some(behind(name, map(_row, found)) for name, found in counted)


def _row(one: Conclusion) -> Row:
    more = {"who": one.owner, "stands": f"{CONCLUSION.code}.{one.state}"}
    return Row(MATTER, one.id, one.code, one.words, one.due, more=more)


def _is_late(one: Conclusion, until: datetime) -> bool:
    return bool(one.state in WAITS and one.due and one.due < until)


def _headline(counts: dict[str, Any]) -> Lines:
    """What became of what was decided: of all that asks somebody to act, also of earlier ones
    that came to their end; where nothing is new, what is left."""
    if counts["n"] and counts["asks"]:
        done = {"n": counts["asks"], "done": counts["over"] or 0}
        return (ReportLine("matter.concluded_headline", done),)
    if counts["n"]:
        return (ReportLine("matter.concluded_replied", {"replied": counts["replied"]}),)
    left = {"n": counts["older"], "late": counts["late"]}
    return (ReportLine("matter.concluded_left", left),) if counts["older"] else ()


def _period(seen: Seen) -> dict[str, object]:
    """A week tells of the one whose report it was said on, the first of the week before, a longer
    time of itself."""
    if isinstance(seen.week, Span):
        return {"kind": seen.week.kind, "number": seen.week.number}
    week = seen.last.week if seen.last else seen.week.previous
    return {"kind": "week", "number": week.number}


def rows_of(stood: Sequence[Conclusion], until: datetime) -> Rows:
    """Each as a line has it; what is past its day says so."""
    return [{**asdict(one), "late": _is_late(one, until) or None} for one in stood]


def open_part(work: Work, opened: Opened) -> Message:
    """Each of them, also those that are done, one tap away; under the last report as they stand
    now, with what was concluded since."""
    last = work.digests.last_sent()
    if last and last.id == opened.digest_id:
        rows = rows_of(stood_now(work, opened.seen.since(work.zone)), work.now)
    else:
        rows = [dict(line.facts) for line in opened.part.details]
    return listed(rows, opened.page, lambda n: Press("d.concluded", opened.digest_id, str(n)))


def stood_now(work: Work, since: datetime) -> list[Conclusion]:
    """What was drawn or ended since, and all that is open; the last conclusion first."""
    stood = work.matters.conclusions(CONCLUSION.code, since, work.now + A_MOMENT)
    return sorted(stood, key=lambda one: one.id, reverse=True)


def listed(rows: Sequence[Any], at_page: int | None, turns: Callable[[int], Press]) -> Message:
    """A page of them."""
    page = at_page or 0
    opens = [Press("m.open", row["id"], label=row["code"]) for row in rows]
    shown = rows[page * SHOWN : (page + 1) * SHOWN]
    place = Place.NEW if at_page is None else Place.EDIT
    facts = {"rows": shown, "none": not rows or None}
    return Message("digest.concluded", facts, paged(opens, page, turns, SHOWN), place)


CONCLUSIONS = ReportPart(
    NAME, 5, tell, open_part, "d.concluded", always=True, behind=behind_concluded
)
