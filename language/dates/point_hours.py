"""Which hour of the day is meant: «2h chiều», «sáng», «cuối giờ»; an hour that passed is asked."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from language.dates.moments import When, at
from language.dates.point import TimePoint, ask
from language.line.vocabulary import book


@lru_cache(maxsize=1)
def _windows() -> dict[str, tuple[tuple[int, int], tuple[int, int]]]:
    return {part: (_hm(a), _hm(b)) for part, (a, b) in book("days")["windows"].items()}


def _hm(text: str) -> tuple[int, int]:
    hour, minute = text.split(":")
    return int(hour), int(minute)


def with_hour(point: TimePoint, days: When, now: datetime) -> When:
    if not point.has_hour:
        return days
    if point.has("same_hour") and not point.has("clock", "part", "office"):
        return _this_hour(point, days, now)
    if days.kind == "ask" and days.other is not None:
        likely = When(days.likely, days.start, days.end)
        first, second = with_hour(point, likely, now), with_hour(point, days.other, now)
        if days.why == "same_weekday" and _is_over(second, now):
            return first  # «sáng thứ năm», said on Thursday afternoon
        return ask(_plain(first), _plain(second), why=days.why)
    if days.kind == "span" and not point.has("clock") and days.start == days.end:
        days = When("day", days.start)
    if days.start is None or isinstance(days.start, datetime):
        return days
    if days.kind == "span":
        return ask(days, why="hour_in_span") if point.has("clock") else days
    part = point.marks["part"].value if point.has("part") else ""
    if point.has("clock"):
        return _at_clock(point, days, part, now)
    if point.has("office"):
        return _office(point, days.start, part, now)
    return _in_part(point, days, days.start, now)


def _is_over(value: When, now: datetime) -> bool:
    last = value.end or value.start
    return isinstance(last, datetime) and last < now


def _this_hour(point: TimePoint, days: When, now: datetime) -> When:
    """«giờ này mai», «giờ này tuần sau»: as much o'clock as it is now."""
    if days.kind == "ask" and days.other is not None:
        likely = _this_hour(point, When(days.likely, days.start, days.end), now)
        return ask(likely, _this_hour(point, days.other, now), why=days.why)
    day = days.start
    if day is None or isinstance(day, datetime):
        return days
    if days.kind == "span":
        if not point.has("week") or point.has("edge"):
            return ask(days, why="hour_in_span")
        day += timedelta(days=now.weekday())
    return When("time", at(day, now.hour, now.minute, now))


def _in_part(point: TimePoint, days: When, day: date, now: datetime) -> When:
    part = point.marks["part"]
    (h1, m1), (h2, m2) = _windows()[part.value]
    noon = part.value == "noon"
    span = When("span", at(day, h1, m1, now), at(day, h2, m2, now), by_start=noon)
    if part.value == "evening" and not part.sure:
        return ask(span, days, why="unmarked")  # «toi mai» may be «tới mai»
    return span if days.kind == "day" else ask(span, why=days.why)


def _plain(value: When) -> When:
    return When(value.likely, value.start, value.end) if value.kind == "ask" else value


def _office(point: TimePoint, day: date, part: str, now: datetime) -> When:
    (h1, m1), (h2, m2) = _windows()[part or "fullday"]
    if point.marks["office"].value == "start":
        return When("time", at(day, h1, m1, now))
    return When("before", at(day, h2, m2, now))


def hours(hour: int, part: str) -> int:
    """The hour of the day (may be 24 and more for the night that follows)."""
    if hour > 12 or not part:
        return hour
    if part == "morning":
        return hour
    if part == "noon":
        return hour + 12 if hour < 4 else hour
    if part == "afternoon":
        return hour + 12 if hour < 12 else hour
    if hour == 12:
        return 24
    if part == "evening":
        return hour + 12 if hour > 3 else hour + 24
    return hour + 12 if hour > 5 else hour + 24


def _at_clock(point: TimePoint, days: When, part: str, now: datetime) -> When:
    assert days.start is not None
    hour, minute, certain = point.marks["clock"].value
    told_day = point.has_day
    if not part and not certain and 1 <= hour <= 5:
        hour += 12
    if part in ("night", "evening") and 0 < hour <= 5 and not told_day:
        shown = at(days.start, hour, minute, now)
        if hour <= 3 or part == "night":
            return When("time", shown if shown > now else shown + timedelta(days=1))
    moment = at(days.start, hours(hour, part), minute, now)
    found = When("time", moment)
    if days.kind == "ask":
        return ask(found, why=days.why)
    if hour == 12 and told_day and moment.date() > days.start:
        return ask(found, When("time", moment - timedelta(days=1)), why="midnight")
    if moment >= now or days.start < now.date():
        return found
    if told_day and part:
        return found
    return _passed(found, hour, minute, part, told_day, now)


def _passed(found: When, hour: int, minute: int, part: str, told_day: bool, now: datetime) -> When:
    """An hour that is over today is asked: tonight's or tomorrow's."""
    moment = found.start
    assert isinstance(moment, datetime)
    if hour == 0 and not told_day:
        return When("time", moment + timedelta(days=1))
    evening = moment + timedelta(hours=12)
    tomorrow = moment + timedelta(days=1)
    if not part and hour < 12 and evening > now:
        return ask(
            When("time", evening), found if told_day else When("time", tomorrow), why="past"
        )
    if told_day:
        return ask(found, why="past")
    return ask(When("time", tomorrow), found, why="past")
