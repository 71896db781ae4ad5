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
    rf"\s*\b(?:lam|truc|nhan|phu trach|giai quyet)? ?(?:thay|giup)(?: (?:cho )?{_ME})?"
    rf"(?:[ ,]+{_POLITE})*[ .!]*"
)
_ASKED = re.compile(r"\bnho \w+")
_WEEK_FIRST = re.compile(
    rf"(tuan (?:sau|toi|nay))[ ,]+((?:cho )?(?:{_ME} )?(?:xin |duoc )*nghi(?: phep)?)"
    r"(?: ca tuan| (?:tu )?((?:t\d|thu|cn|chu nhat)\b[^,]*))((?:,.*)?)"
)
_NOT_HERE = re.compile(
    rf"[ ,]*(?:{_ME} )?(?:phai |xin |bi )*"
    r"(?:vang(?: mat)?|di hoc|di cong tac|di vang|om|ban viec rieng)"
    r"(?P<rest>(?: (?:o|tai|ca ngay)\b[^,]*)?(?:,.*)?)"
)
"""Where somebody does the work meanwhile, these say it as well."""
_WHO_IS_AWAY = re.compile(
    r"(?:co )?(?:nhung )?ai (?:dang |se |xin |duoc )*(?:nghi|vang)(?: phep| mat| lam| viec)?"
    r"(?: (?:khong|ko|k|a|the|vay|nhi|nhe|em|chi))*"
)
_NAMING = re.compile(r"(?:(?:da|va|nho|de|co|xin|cho|cu|dong chi|d/c) )+")
_AWAY = re.compile(
    rf"[ ,]*(?:(?:da|chi|anh|c|a|sep|chi oi|anh oi)[ ,]+)*(?:cho )?(?:{_ME} )?"
    rf"(?:xin phep |xin |duoc )*(?:cho {_ME} )?(?:duoc )?nghi\b(?: (?:phep|om|hop|lam|viec))*"
    r"(?P<rest>.*)"
)
_OVER = re.compile(rf"(?:[ ,]*{_POLITE})*[ .!?]*|\s*,.+|\s*(?:vi|do|tai)\s.+")


def away_asked(text: str, when_of: WhenOf, today: date) -> tuple[date, date] | None:
    """«mai ai nghỉ», «tuần sau ai nghỉ»: on which days; today where none is said."""
    when = when_of(text)
    days = _days(when)
    said = " ".join(re.findall(r"\w+", fold(when.rest if days else text)))
    return (days or (today, today)) if _WHO_IS_AWAY.fullmatch(said) else None


def absence_in(text: str, folded: str, when_of: WhenOf, works: IsWorkingDay) -> AbsenceSaid | None:
    """The days that the line says, of which one is worked, and who is named instead."""
    said = _week_last(" ".join(text.split()))
    instead = _instead(fold(said))
    body = said[: instead.start()] if instead else said
    when = when_of(body)
    days = _days(when)
    away = _AWAY.fullmatch(fold(when.rest)) if days else None
    if days and instead and away is None:
        away = _NOT_HERE.fullmatch(fold(when.rest))
    if days is None or away is None or not _is_worked(*days, works):
        return None
    rest = when.rest[away.start("rest") :]
    name = _name(rest) if instead else ""
    whole = bool(name) if instead else _OVER.fullmatch(away["rest"])
    return AbsenceSaid(*days, name) if whole else None


def _instead(folded: str) -> re.Match[str] | None:
    """Where the line says that somebody does the work meanwhile: at its end."""
    ends = (m for m in _INSTEAD.finditer(folded) if m.end() == len(folded))
    return next((m for m in ends if "thay" in m[0] or _ASKED.search(folded)), None)


def _week_last(said: str) -> str:
    """«tuần sau em nghỉ t2 đến t4» is «em nghỉ t2 đến t4 tuần sau»."""
    folded = fold(said)
    found = _WEEK_FIRST.fullmatch(folded) if len(folded) == len(said) else None
    if found is None:
        return said
    week, away, days, rest = (said[found.start(n) : found.end(n)] for n in (1, 2, 3, 4))
    return f"{away} {days} {week}{rest}".replace("  ", " ")


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
