"""What somebody wants with a typed line, when, and whom it names: asked of language/."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from domain.calendar import WorkingCalendar
from domain.people import Person
from language import Colleague, Context, Match, When, briefing_line, when, who
from language import reply as understand


@dataclass(frozen=True, slots=True)
class Meaning:
    """What somebody wants with a typed line, and what the line says about it."""

    intent: str
    slots: dict[str, Any] = field(default_factory=dict)

    @property
    def number(self) -> int | None:
        """`xong 147`: which assignment is named."""
        named = str(self.slots.get("task") or "")
        return int(named) if named.isdigit() else None

    @property
    def doubtful(self) -> bool:
        return bool(self.slots.get("need_confirm"))

    @property
    def note(self) -> str:
        return str(self.slots.get("note") or self.slots.get("reason") or "")


def read_meaning(
    text: str, context: Context, now: datetime, due: datetime | None = None
) -> Meaning:
    found = understand(text, context, now=now, due=due)
    slots = {**found.slots, **found.typed}
    if slots.get("percent") == 0 and not _NOUGHT.search(text):
        del slots["percent"]
    if found.intent in ("done", "progress") and (own := _reported(text, found.intent, slots)):
        return Meaning("done", {**slots, "note": own})
    return Meaning(found.intent, slots)


_DONE = re.compile(
    r"(?:(?:đã|da|báo cáo|bao cao|báo|bao) )*(?:xong|hoàn thành|hoan thanh) "
    r"(?:(?:việc|viec|nhiệm vụ|nhiem vu|nv|số|so) )*(?:nv-?\d{4}-)?(\d{2,4})\b(?!\s*[%/.]\s*\d)"
    r"(?P<stop>\s*[,;:–-])?\s*(?P<words>.+)",
    re.IGNORECASE | re.DOTALL,
)


def _reported(text: str, intent: str, slots: dict[str, Any]) -> str:
    """The result in «xong 152, …»: the person's own words, without the command and number."""
    said = _DONE.fullmatch(text.strip())
    if said is None or said[1].lstrip("0") != slots.get("task"):
        return ""
    if intent == "done":
        return said["words"] if slots.get("note") or said["stop"] else ""
    sure = said["stop"] and slots.get("percent") is None and slots.get("done") is not False
    return said["words"] if sure else ""


_NOUGHT = re.compile(r"\b0\b")
"""«chưa gửi danh sách» is no figure: what was reported before stays."""


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline as it was typed: `at` when it is sure, `readings` when it is to be asked,
    and the words around it."""

    at: datetime | None = None
    readings: tuple[datetime, ...] = ()
    rest: str = ""


def read_due(text: str, now: datetime, calendar: WorkingCalendar) -> Due:
    """Until when: sure, to be asked, or nothing."""
    return _due(when(text, now, calendar), now)


def _due(found: When, now: datetime) -> Due:
    at = found.due(now.tzinfo)
    if at is not None:
        return Due(at, rest=found.rest)
    return Due(readings=_readings(found, now), rest=found.rest)


def _readings(found: When, now: datetime) -> tuple[datetime, ...]:
    if found.kind != "ask":
        return ()
    likely = When(found.likely, found.start, found.end).due(now.tzinfo)
    other = found.other.due(now.tzinfo) if found.other else None
    return tuple(day for day in (likely, other) if day is not None and day > now)


_BECAUSE = re.compile(r"(?:\b(?:vì|do|tại|vi|bởi)\b|[,;:–-])\s*(.+)$", re.IGNORECASE)
_REASON_LETTERS = 6


def read_reason(text: str, now: datetime) -> str:
    """What stands after «vì», «do» or a comma; a mere day is no reason."""
    found = _BECAUSE.search(text)
    reason = found[1].strip(" .,") if found else ""
    return reason if len(when(reason, now).rest) >= _REASON_LETTERS else ""


_CALLED = re.compile(r"(?<![\d/.,])\d{3,4}(?![\d/.,%]|\s*(?:%|hộ|người|km|m3))")


def numbers_in(text: str) -> set[int]:
    """Numbers that may be an assignment's: `147 70%`."""
    return {int(number) for number in _CALLED.findall(text)}


def read_past(text: str, now: datetime, calendar: WorkingCalendar) -> datetime | None:
    """When something was done, if a day before today is named."""
    at = when(text, now, calendar).due(now.tzinfo)
    return at if at is not None and at.date() < now.date() else None


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a name means: the one, or those among whom it is to be asked."""

    one: int | None = None
    among: tuple[int, ...] = ()


def _known(people: Iterable[Person]) -> list[Colleague]:
    return [Colleague(str(p.id), p.name, p.title) for p in people]


def _found(match: Match) -> Found:
    sure = match.one
    return Found(int(sure.key)) if sure else Found(among=tuple(int(p.key) for p in match.people))


def find_person(text: str, people: Iterable[Person]) -> Found:
    return _found(who(text, _known(people)))


@dataclass(frozen=True, slots=True)
class WorkLine:
    """A line of the briefing: who, what, until when, with whose help."""

    lead: Found
    what: str
    due: Due
    helpers: tuple[Found, ...] = ()


def read_lines(
    text: str, people: Sequence[Person], now: datetime, calendar: WorkingCalendar
) -> list[WorkLine]:
    """The briefing lane: one assignment a line."""
    known = _known(people)
    lines = [briefing_line(line, known, now, calendar) for line in text.splitlines() if line]
    return [
        WorkLine(_found(one.who), one.what, _due(one.when, now), tuple(map(_found, one.helpers)))
        for one in lines
    ]
