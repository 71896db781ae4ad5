"""When an activity begins, as people type it: a day and an hour, or one of the two."""

import re
from collections.abc import Callable
from datetime import datetime, time, timedelta

from domain.plans import example_start
from domain.refusals import Refusal
from language.dates.moments import When
from language.dates.when import when
from language.line.fold import fold

_HOUR = re.compile(r"\d+ ?(?:h|g|gio|:)(?: ?\d+)?")
_HOUR_ALONE = re.compile(
    r"(?:(?:doi|chuyen|lui|som|sang|thanh|luc|vao|gio|bat dau) )*"
    r"(\d{1,2}) ?(?:h|g|gio|:) ?(\d{1,2})?(?: (sang|chieu))?"
    r"(?: (?:van )?(?:cung|hom|trong|ngay) (?:ngay|do|hom do))?"
)
_HOURS_ALONE = re.compile(
    r"(?:(?:tu|thanh|sang|luc) )*(?P<first>\d{1,2} ?(?:h|g|gio|:) ?\d{0,2}) ?"
    r"(?:-|–|den|toi) ?(?P<last>\d{1,2} ?(?:h|g|gio|:) ?\d{0,2})"
)
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}")
_SOONER_OR_LATER = re.compile(
    r"(?P<way>lui|cham|muon|som) (?:lai )?(?P<many>\d{1,3}) ?(?P<long>tieng|gio|phut|p)"
)


def titled(text: str, is_moment: Callable[[str], bool]) -> tuple[str, str, str] | None:
    """«dọn rác bãi biển, thứ 7 này, 7h, 30 người»: what it is called, when, and what else is said;
    None where no day stands beside the name."""
    title, *pieces = [piece.strip() for piece in text.split(",") if piece.strip()] or [""]
    times = [piece for piece in pieces if is_moment(piece) or _HOUR_ALONE.fullmatch(fold(piece))]
    if is_moment(title) or not any(map(is_moment, times)):
        return None
    return title, " ".join(times), ", ".join(piece for piece in pieces if piece not in times)


def read_start(text: str, now: datetime, usual: time) -> datetime | None:
    """When an activity begins: `28/11 7h`, `thứ 7`; a day alone begins at the usual hour."""
    return start_in(when(text, now), now, usual)


def start_in(found: When, now: datetime, usual: time) -> datetime | None:
    """The same of a line whose day is read already."""
    if found.kind not in ("day", "time") or found.start is None:
        return None
    if isinstance(found.start, datetime):
        return found.start
    if _HOUR.search(fold(found.rest)):
        return None
    return datetime.combine(found.start, usual, now.tzinfo)


def hours_in(found: When) -> tuple[datetime, timedelta] | None:
    """«28/11 7h-10h»: when it begins and how long it lasts."""
    if not (isinstance(found.start, datetime) and isinstance(found.end, datetime)):
        return None
    lasts = found.end - found.start
    return (found.start, lasts) if timedelta(0) < lasts < timedelta(days=1) else None


def sure_start(text: str, found: When, now: datetime, usual: time) -> datetime:
    """The same; what is not clear is refused, and what there is not is named."""
    if starts := start_in(found, now, usual):
        return starts
    if found.kind == "day" and (hour := _HOUR.search(fold(found.rest))):
        raise Refusal("no_such_hour", hour=hour[0])
    if found.why == "no_such_hour":
        hour = _HOUR.search(fold(found.said))
        raise Refusal("no_such_hour", hour=hour[0] if hour else found.said)
    if found.why.startswith("no_such_day") and (day := _DATE.search(text)):
        raise Refusal("no_such_day", day=day[0])
    if found.why == "past" and (day := _DATE.search(text)):
        raise Refusal("day_over", day=day[0])
    raise Refusal("when_unclear", example=example_start(now))


def hours_alone(text: str, was: datetime) -> tuple[datetime, timedelta] | None:
    """«7h đến 10h»: other hours of the same day."""
    said = _HOURS_ALONE.fullmatch(fold(text))
    first, last = (hour_alone(said[n], was) for n in ("first", "last")) if said else (None, None)
    return (first, last - first) if first and last and last > first else None


def moved_by(text: str, was: datetime) -> datetime | None:
    """«lùi 1 tiếng», «sớm 30 phút»: so much later or sooner than it was."""
    said = _SOONER_OR_LATER.fullmatch(fold(text))
    if said is None:
        return None
    many = int(said["many"]) * (60 if said["long"] in ("tieng", "gio") else 1)
    return was + timedelta(minutes=-many if said["way"] == "som" else many)


def hour_alone(text: str, was: datetime) -> datetime | None:
    """«6h30», «lùi 14h»: another hour of the same day."""
    said = _HOUR_ALONE.fullmatch(fold(text))
    if said is None:
        return None
    hour = int(said[1]) + (12 if said[3] == "chieu" and int(said[1]) < 12 else 0)
    minute = int(said[2] or 0)
    if hour > 23 or minute > 59:
        raise Refusal("no_such_hour", hour=text)
    return was.replace(hour=hour, minute=minute)
