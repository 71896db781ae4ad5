"""Who is away: «t5 nghỉ, Mai làm thay», «nghỉ từ thứ 4 đến thứ 6»; why is not taken down."""

import re
from collections.abc import Callable
from datetime import date

from domain.absences import AbsenceSaid
from domain.names import fold
from language.dates.moments import When, day_of

WhenOf = Callable[[str], When]
IsWorkingDay = Callable[[date], bool]
_ME = r"(?:em|e|toi|t|minh|mk|tui|chau)"
_POLITE = r"(?:a|nhe|nha|voi|duoc khong|dc ko|dc k)"
_INSTEAD = re.compile(
    rf"\s*\b(?:lam|truc|nhan|phu trach|giai quyet)? ?thay(?: (?:cho )?{_ME})?"
    rf"(?:[ ,]+{_POLITE})*[ .!]*"
)
_NAMING = re.compile(r"(?:(?:da|va|nho|de|co|xin|cho|cu|dong chi|d/c) )+")
_AWAY = re.compile(
    rf"[ ,]*(?:(?:da|chi|anh|c|a|sep|chi oi|anh oi)[ ,]+)*(?:cho )?(?:{_ME} )?"
    rf"(?:xin phep |xin |duoc )*(?:cho {_ME} )?(?:duoc )?nghi\b(?: (?:phep|om|hop|lam|viec))*"
    r"(?P<rest>.*)"
)
_OVER = re.compile(rf"(?:[ ,]*{_POLITE})*[ .!?]*|\s*,.+|\s*(?:vi|do|tai)\s.+")


def absence_in(text: str, folded: str, when_of: WhenOf, works: IsWorkingDay) -> AbsenceSaid | None:
    """The days that the line says, of which one is worked, and who is named instead."""
    said = " ".join(text.split())
    instead = _instead(folded)
    body = said[: instead.start()] if instead else said
    when = when_of(body)
    days = _days(when)
    away = _AWAY.fullmatch(fold(when.rest)) if days else None
    if days is None or away is None or not _is_worked(*days, works):
        return None
    rest = when.rest[away.start("rest") :]
    name = _name(rest) if instead else ""
    whole = bool(name) if instead else _OVER.fullmatch(away["rest"])
    return AbsenceSaid(*days, name) if whole else None


def _instead(folded: str) -> re.Match[str] | None:
    """Where the line says that somebody does the work meanwhile: at its end."""
    return next((m for m in _INSTEAD.finditer(folded) if m.end() == len(folded)), None)


def _days(when: When) -> tuple[date, date] | None:
    """Whole days: an hour or half a day is nobody's absence."""
    if when.kind not in ("day", "span") or when.start is None:
        return None
    return day_of(when.start), day_of(when.end or when.start)


def _is_worked(first: date, last: date, works: IsWorkingDay) -> bool:
    """A week is looked at; a longer absence has a working day in it."""
    days = (date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)[:7])
    return any(works(day) for day in days)


def _name(text: str) -> str:
    """The words before «làm thay» that name somebody; what stands before a comma is not theirs."""
    words = text.rpartition(",")[2].strip()
    polite = _NAMING.match(fold(words))
    return words[polite.end() :] if polite else words
