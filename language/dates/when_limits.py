"""Reads limits: «trước thứ 6», «hết tháng», «sau 17h», «từ 1/12»."""

from datetime import datetime, timedelta

from language.dates.clause import LIMITS, THROUGH, Clause
from language.dates.moments import When, day_of
from language.dates.point import TimePoint, ask
from language.dates.when_joined import bare_unit, last_of, likeliest


def limited(clause: Clause, value: When, now: datetime) -> When:
    """«trước», «hết», «sau», «từ»: what the word before the moment makes of it."""
    bound, point = clause.bound, clause.points[0]
    if bound in ("by", "to_end", "within") and not value and not value.why:
        value = bare_unit(point, now)
    if not bound or not value or value.start is None:
        return value
    if value.kind == "ask":
        return _bounded_ask(clause, value, now)
    told = bound == "within" and point.has("duration") and value.kind == "span"
    if told or (value.kind == "before" and bound in LIMITS):
        return value
    return _LIMITS[bound](value, point, now)


def _bounded_ask(clause: Clause, value: When, now: datetime) -> When:
    if clause.bound in THROUGH:
        return value
    likely = limited(clause, likeliest(value), now)
    other = limited(clause, value.other, now) if value.other else None
    return ask(likely, other, why=value.why)


def _before(value: When, point: TimePoint, now: datetime) -> When:
    start = value.start
    if isinstance(start, datetime):
        return When("before", start)
    if point.has("edge") and point.marks["edge"].value == "end" and value.kind == "day":
        return When("before", start)  # «trước cuối tháng»; «trước cuối tuần» is by Friday
    return When("before", start - timedelta(days=1)) if start else value


def _by(value: When, point: TimePoint, now: datetime) -> When:
    return When("before", last_of(value))


def _until(value: When, point: TimePoint, now: datetime) -> When:
    return When("before", value.start) if value.kind == "time" else value


def _itself(value: When, point: TimePoint, now: datetime) -> When:
    """«dời sang 8h thứ 3», «bắt đầu lúc 7 rưỡi»: the moment itself, no limit."""
    return value


def _after(value: When, point: TimePoint, now: datetime) -> When:
    last = last_of(value)
    if point.has("duration"):
        return value
    if isinstance(last, datetime):
        return When("after", last)
    return When("after", last + timedelta(days=1)) if last else value


def _from(value: When, point: TimePoint, now: datetime) -> When:
    """«từ thứ 6», «từ 1/10/2026»; what was done «từ hôm qua» is over, and of that day."""
    if point.has("duration") and point.has("offset", "weekday", "date", "month_day"):
        return ask(value, why="counted_from")  # «2 ngày nữa tính từ mai»
    over = value.start is not None and day_of(value.start) < now.date()
    return value if over and not point.has("date") else When("after", value.start)


_LIMITS = {
    "before": _before,
    "by": _by,
    "to_end": _by,
    "within": _by,
    "until": _until,
    "moved": _itself,
    "at": _itself,
    "after": _after,
    "from": _from,
}
