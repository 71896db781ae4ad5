"""Writes what was understood in the columns of the test tables."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from domain.measures import MEASURES
from language.answers.replies.answer import Reply
from language.dates.moments import ICT, Moment, When
from language.figures.headcount import Turnout
from language.line.vocabulary import book
from language.say import say_when

DATES_CLOCK = datetime(2026, 11, 23, 7, 0, tzinfo=ICT)
REPLY_CLOCK = datetime(2026, 11, 19, 9, 0, tzinfo=ICT)
TURNOUT_CLOCK = datetime(2026, 11, 21, 11, 0, tzinfo=ICT)
REPLY_DUE = datetime(2026, 11, 20, 17, 0, tzinfo=ICT)

Row = dict[str, Any]


def _stamp(moment: Moment | None) -> str:
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="minutes")
    return moment.isoformat() if isinstance(moment, date) else ""


def when_row(text: str, now: datetime, found: When) -> Row:
    """Columns of the table of dates; the note carries the rule or the other reading."""
    note = found.rule or found.why
    if found.kind == "ask" and found.other:
        note = f"{found.why}: {_stamp(found.other.start)} ({say_when(found.other, found.today)})"
    return {
        "text": text,
        "now": _stamp(now),
        "start": _stamp(found.start),
        "end": _stamp(found.end),
        "note": note,
        "kind": found.kind,
    }


def public(by_org: Mapping[str, int]) -> dict[str, int]:
    """The organisations by the codes of the tables."""
    codes = book("figures")["public_code"]
    return {codes.get(code, code): count for code, count in by_org.items()}


def turnout_row(text: str, found: Turnout) -> Row:
    return {
        "text": text,
        "total": _empty(found.total),
        "by_org": public(found.by_org) or "",
        "planned": _empty(found.planned),
        "absent": _empty(found.absent),
        "status": _status(found),
        "note": found.why,
    }


def _status(found: Turnout) -> str:
    """Of a measure alone as well: «thêm 10 bao rác nữa», «1200 m chứ không phải 2000»."""
    if found.status != "none":
        return found.status
    return "delta" if found.grows else "fix" if found.mended else "none"


def _empty(value: int | None) -> int | str:
    return "" if value is None else value


def measures(found: Turnout) -> dict[str, float]:
    """What was achieved, by the codes and in the units of the catalogue."""
    return {code: amount for code, amount in found.metrics.items() if code in MEASURES}


def reply_row(text: str, context: str, found: Reply) -> Row:
    by_org = found.slots.get("by_org")
    slots = {**found.slots, "by_org": public(by_org)} if by_org else found.slots
    return {"text": text, "context": context, "intent": found.intent, "slots": slots}


def reply_clock(context: str) -> datetime:
    return TURNOUT_CLOCK if context == "turnout" else REPLY_CLOCK
