"""Turns the marks of one moment into days of the calendar."""

import calendar as months
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache

from language import lunar
from language.moments import Calendar, When, at
from language.vocabulary import book
from language.when_marks import Mark

RECENT = timedelta(days=60)  # a date that passed more recently is asked, an older one is next year
MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}
DAY_FIELDS = (
    "weekday",
    "offset",
    "week",
    "month",
    "quarter",
    "year",
    "date",
    "month_day",
    "month_no",
    "quarter_no",
    "week_no",
    "year_no",
    "lunar",
    "lunar_span",
    "fixed",
    "fixed_lunar",
)
TOGETHER = tuple(
    frozenset(group.split())
    for group in (
        "weekday date",
        "weekday month_day month month_no year_no",
        "weekday week",
        "weekday week_no",
        "weekday month_no year_no",
        "weekday month",
        "weekday lunar",
        "weekday date week",
        "weekday month_day week",
        "offset date weekday",
        "month_day month",
        "month_day week",
        "month_no year",
        "month_no year_no",
        "quarter_no year",
        "quarter_no year_no",
        "date week",
        "date year_no",
        "lunar year",
        "lunar month",
        "fixed year",
        "fixed_lunar year",
    )
)


@dataclass(slots=True)
class Point:
    """What was said about one moment: at most one mark of each sort."""

    marks: dict[str, Mark] = field(default_factory=dict)
    mod: str = ""  # of the weekday: this, coming, after, past

    def put(self, mark: Mark) -> bool:
        if mark.kind == "part_day":
            part, offset = mark.value
            both = (
                Mark("part", part, mark.start, mark.end),
                Mark("offset", offset, mark.start, mark.end),
            )
            return all(self.put(one) for one in both)
        if mark.kind in self.marks:
            return bool(self.marks[mark.kind].value == mark.value)
        if mark.kind in DAY_FIELDS and not self._fits(mark.kind):
            return False
        self.marks[mark.kind] = mark
        return True

    def _fits(self, kind: str) -> bool:
        """A weekday may stand beside a date or a week; two dates may not."""
        present = {k for k in self.marks if k in DAY_FIELDS} | {kind}
        return len(present) == 1 or any(present <= group for group in TOGETHER)

    def get(self, kind: str) -> Mark | None:
        return self.marks.get(kind)

    def has(self, *kinds: str) -> bool:
        return any(kind in self.marks for kind in kinds)

    @property
    def has_day(self) -> bool:
        bare_unit = any(self.marks[k].value is None for k in MONTHS_OF if k in self.marks)
        days = [k for k in DAY_FIELDS if k in self.marks]
        return any(self.marks[k].value is not None for k in days) or (
            bare_unit and self.has("edge")
        )

    @property
    def has_hour(self) -> bool:
        return self.has("clock", "part", "office")

    @property
    def says_something(self) -> bool:
        if self.has("limit_today"):
            return True
        if self.has("duration"):
            return bool(self.marks["duration"].value[2])
        if self.has("part") and not self.marks["part"].sure and len(self.marks) == 1:
            return False  # «toi» alone is «tôi», «sang» is «sang»
        return self.has_day or self.has_hour or (self.has("edge") and self.has("week"))


@lru_cache(maxsize=1)
def _windows() -> dict[str, tuple[tuple[int, int], tuple[int, int]]]:
    return {part: (_hm(a), _hm(b)) for part, (a, b) in book("days")["windows"].items()}


def _hm(text: str) -> tuple[int, int]:
    hour, minute = text.split(":")
    return int(hour), int(minute)


def none(why: str = "") -> When:
    return When(why=why)


def ask(likely: When, other: When | None = None, why: str = "") -> When:
    if likely.kind == "ask":
        return likely
    return When("ask", likely.start, likely.end, other, why=why, likely=likely.kind)


def resolve(point: Point, now: datetime, calendar: Calendar) -> When:
    """The moment that is meant, seen from now."""
    if point.has("limit_today"):
        return When("before", now.date())
    if point.has("duration"):
        return _from_now(point, now, calendar)
    days = days_of(point, now)
    if days.kind == "none":
        return days
    return _with_hour(point, days, now)


# --- from now on -----------------------------------------------------------


def _from_now(point: Point, now: datetime, calendar: Calendar) -> When:
    mark = point.marks["duration"]
    amount, unit, sense = mark.value
    sign = -1 if sense == "ago" else 1
    if unit in ("minute", "hour"):
        step = timedelta(minutes=amount * (60 if unit == "hour" else 1))
        return When("time", now + sign * step)
    if unit == "workday":
        day = _working_days(now.date(), int(amount) * sign, calendar)
    elif unit in ("month", "year") and amount == int(amount):
        day = _months_on(now.date(), int(amount) * sign * (12 if unit == "year" else 1))
    else:
        length = {"day": 1, "week": 7, "month": 30, "year": 365}[unit]
        day = _safe_shift(now.date(), int(sign * amount * length))
    if point.has("clock", "part", "office"):
        return _with_hour(point, When("day", day), now)
    return When("day", day)


def _safe_shift(day: date, days: int) -> date:
    return day + timedelta(days=max(-36500, min(36500, days)))


def _working_days(day: date, count: int, calendar: Calendar) -> date:
    step = timedelta(days=1 if count > 0 else -1)
    left = min(abs(count), 400)
    for _ in range(2000):
        if not left:
            break
        day += step
        left -= calendar.is_working_day(day)
    return day


def _months_on(day: date, count: int) -> date:
    total = day.year * 12 + day.month - 1 + max(-600, min(600, count))
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


# --- which day -------------------------------------------------------------


def days_of(point: Point, now: datetime) -> When:
    """A day or a span of days; a question if more than one is meant; today if none is said."""
    today = now.date()
    for kind, finder in _FINDERS:
        if point.has(kind):
            found = finder(point, today)
            if found is not None:
                return found
    return When("day", today)


def _real(day: int, month: int, year: int) -> date | None:
    return date(year, month, day) if 1 <= day <= months.monthrange(year, month)[1] else None


def _date(point: Point, today: date) -> When:
    day, month, year = point.marks["date"].value
    if not 1 <= month <= 12 or not 1 <= day <= (
        29 if month == 2 else months.monthrange(2026, month)[1]
    ):
        return none("no_such_day")
    sign = point.get("lunar_sign")
    if sign and sign.value == "mark":
        return _lunar_date(day, month, today, year)
    year = year or (point.marks["year_no"].value if point.has("year_no") else None)
    if year is None and point.has("offset", "weekday"):
        return _agree(point, today, *_candidates(day, month, today))
    if year is not None:
        exact = _real(day, month, year)
        return _agree(point, today, exact) if exact else none("no_such_day")
    return _date_without_year(day, month, today)


def _candidates(day: int, month: int, today: date) -> list[date]:
    near = [_real(day, month, year) for year in (today.year, today.year + 1, today.year - 1)]
    return [d for d in near if d]


def _date_without_year(day: int, month: int, today: date) -> When:
    this = _real(day, month, today.year)
    if this and this >= today:
        return When("day", this)
    year = today.year + 1
    while not (later := _real(day, month, year)):
        year += 1
    if this is None or year > today.year + 1:
        return ask(When("day", later), why="no_such_day_next_year")
    if today - this < RECENT:
        return ask(When("day", later), When("day", this), why="past")
    return When("day", later)


def _agree(point: Point, today: date, *dates: date) -> When:
    """A weekday and a date that disagree are asked."""
    weekday = point.get("weekday")
    wanted = set(weekday.value) if weekday else set()
    offset = point.get("offset")
    fits = [d for d in dates if not wanted or d.weekday() in wanted]
    if offset:
        fits = [d for d in fits if d == today + timedelta(days=offset.value)]
    near = [d for d in fits if len(dates) == 1 or abs((d - today).days) < 300]
    if near:
        return When("day", near[0])
    first = next((d for d in dates if d >= today), dates[0])
    if not wanted and not offset:
        return When("day", first)
    other = today + timedelta(days=offset.value) if offset else _near_weekday(first, wanted, today)
    return ask(When("day", first), When("day", other), why="disagree")


def _near_weekday(day: date, wanted: set[int], today: date) -> date:
    around = [day + timedelta(days=n) for n in range(-3, 4)]
    fit = [d for d in around if d.weekday() in wanted]
    return min(fit, key=lambda d: (d < today, abs((d - day).days)))


def _month_day(point: Point, today: date) -> When | None:
    day = point.marks["month_day"].value
    sign = point.get("lunar_sign")
    if sign and sign.value == "mark":
        found = lunar.next_day(day, None, today)
        return When("day", found) if found else none("no_such_day")
    month = point.get("month")
    if month and month.value is not None:
        first = _months_on(today.replace(day=1), month.value)
        exact = _real(day, first.month, first.year)
        return When("day", exact) if exact else none("no_such_day")
    first = today.replace(day=1)
    ahead = [_real(day, m.month, m.year) for m in (_months_on(first, n) for n in range(4))]
    coming = [d for d in ahead if d and d >= today]
    if point.has("weekday", "offset"):
        return _agree(point, today, *coming)
    return When("day", coming[0])


def _weekday(point: Point, today: date) -> When | None:
    days = point.marks["weekday"].value
    monday = today - timedelta(days=today.weekday())
    week = point.get("week")
    if point.has("offset"):
        told = today + timedelta(days=point.marks["offset"].value)
        return _agree(point, today, told)
    if len(days) > 1:
        return _several(days, monday, week, today)
    day = days[0]
    if point.has("edge") and (point.has("month", "month_no")):
        return _nth_weekday(point, day, today)
    if week and week.value is not None:
        return When("day", monday + timedelta(days=day + 7 * week.value))
    if week and point.has("edge"):
        return None
    coming = today + timedelta(days=(day - today.weekday()) % 7)
    if point.mod == "past":
        return When("day", today - timedelta(days=(today.weekday() - day - 1) % 7 + 1))
    if point.mod == "after":
        return When("day", monday + timedelta(days=day + 7))
    if coming != today:
        return When("day", coming)
    if point.mod == "coming":
        return When("day", today + timedelta(days=7))
    if point.mod == "this":
        return When("day", today)
    return ask(When("day", today + timedelta(days=7)), When("day", today), why="same_weekday")


def _several(days: tuple[int, ...], monday: date, week: Mark | None, today: date) -> When:
    if week and week.value is not None:
        found = [monday + timedelta(days=d + 7 * week.value) for d in days]
    else:
        found = [today + timedelta(days=(d - today.weekday()) % 7) for d in days]
    found.sort()
    if (found[-1] - found[0]).days == len(found) - 1:
        return When("span", found[0], found[-1])
    return ask(When("day", found[0]), When("day", found[-1]), why="several")


def _nth_weekday(point: Point, day: int, today: date) -> When:
    first, last = _month_span(point, today)
    if point.marks["edge"].value == "end":
        return When("day", last - timedelta(days=(last.weekday() - day) % 7))
    found = first + timedelta(days=(day - first.weekday()) % 7)
    if found < today and point.has("month") and point.marks["month"].value is None:
        first = _months_on(first, 1)
        found = first + timedelta(days=(day - first.weekday()) % 7)
    return When("day", found)


def _month_span(point: Point, today: date) -> tuple[date, date]:
    no = point.get("month_no")
    if no:
        month, year = no.value
        year = year or _year_of(point, today) or today.year + (month < today.month)
        first = date(year, month, 1)
    else:
        first = _months_on(today.replace(day=1), point.marks["month"].value or 0)
    return first, first.replace(day=months.monthrange(first.year, first.month)[1])


def _year_of(point: Point, today: date) -> int | None:
    if point.has("year_no"):
        return int(point.marks["year_no"].value)
    year = point.get("year")
    return today.year + year.value if year and year.value is not None else None


def _offset(point: Point, today: date) -> When:
    mark = point.marks["offset"]
    found = When("day", today + timedelta(days=mark.value))
    return found if mark.sure else ask(found, why="unmarked")


def _week(point: Point, today: date) -> When | None:
    value = point.marks["week"].value
    edge = point.get("edge")
    if value is None and not edge:
        return none()
    monday = today + timedelta(days=7 * (value or 0) - today.weekday())
    if not edge:
        return When("span", monday, monday + timedelta(days=6))
    first, last = {"start": (0, 1), "middle": (2, 3), "end": (5, 6)}[edge.value]
    if value is None and monday + timedelta(days=last) < today:
        monday += timedelta(days=7)
    if value is None and edge.value == "start":
        found = When("span", monday + timedelta(days=7), monday + timedelta(days=8))
        return (
            found
            if monday + timedelta(days=1) < today
            else ask(found, When("span", monday, monday + timedelta(days=1)))
        )
    return When("span", monday + timedelta(days=first), monday + timedelta(days=last))


def _week_no(point: Point, today: date) -> When:
    no = point.marks["week_no"].value
    try:
        monday = date.fromisocalendar(today.year, no, 1)
        if monday + timedelta(days=60) < today:
            monday = date.fromisocalendar(today.year + 1, no, 1)
    except ValueError:
        return none("no_such_week")
    return When("span", monday, monday + timedelta(days=6))


def _months(point: Point, today: date) -> When | None:
    """A month, quarter or year, or its beginning, middle or end."""
    unit = next((u for u in ("month", "quarter", "year") if point.has(u)), "month")
    edge = point.get("edge")
    if point.has("month_no"):
        unit, value = "month", 0
        first, last = _month_span(point, today)
    elif point.has("quarter_no"):
        unit, value = "quarter", 0
        no, year = point.marks["quarter_no"].value
        first = date(
            year or _year_of(point, today) or today.year + (no < (today.month + 2) // 3),
            3 * no - 2,
            1,
        )
        last = _months_on(first, 3) - timedelta(days=1)
    elif point.has("year_no"):
        unit, value = "year", 0
        first, last = (
            date(_year_of(point, today) or 1, 1, 1),
            date(_year_of(point, today) or 1, 12, 31),
        )
    else:
        value = point.marks[unit].value
        if value is None and not edge:
            return none()
        length = MONTHS_OF[unit]
        begin = (today.month - 1) // length * length + 1
        first = _months_on(today.replace(day=1, month=begin), length * (value or 0))
        last = _months_on(first, length) - timedelta(days=1)
        if value is None and edge:
            first, last = _coming_edge(edge.value, first, last, length, today)
    if not edge:
        span = When("span", first, last)
        mark = point.get("month")
        return span if not mark or mark.sure else ask(span, _june(today), why="unmarked")
    return _edge(edge.value, unit, first, last)


def _june(today: date) -> When:
    year = today.year + (today.month > 6)
    return When("span", date(year, 6, 1), date(year, 6, 30))


def _coming_edge(
    edge: str, first: date, last: date, length: int, today: date
) -> tuple[date, date]:
    """«đầu tháng» said on the 23rd is next month's."""
    ends = {"start": first + timedelta(days=9), "middle": first + timedelta(days=19), "end": last}
    if ends[edge] >= today:
        return first, last
    first = _months_on(first, length)
    return first, _months_on(first, length) - timedelta(days=1)


def _edge(edge: str, unit: str, first: date, last: date) -> When:
    if edge == "end":
        return When("day", last)
    if unit == "month":
        a, b = (0, 9) if edge == "start" else (10, 19)
        return When("span", first + timedelta(days=a), first + timedelta(days=b))
    length = (last - first).days // 3
    if edge == "start":
        return When(
            "span", first, first.replace(day=months.monthrange(first.year, first.month)[1])
        )
    return When("span", first + timedelta(days=length), last - timedelta(days=length))


def _lunar(point: Point, today: date) -> When:
    day, month, surely = point.marks["lunar"].value
    sign = point.get("lunar_sign")
    if point.has("year") and point.marks["year"].value == 1 and month is not None:
        found = lunar.solar_day(day, month, today.year + 1)
        return When("day", found) if found else none("no_such_day")
    if sign:
        surely = sign.value == "mark"
    if surely:
        return _lunar_date(day, month, today)
    relative = point.get("month")
    if month:
        solar = _date_without_year(day, month, today) if _exists(day, month) else none()
    elif relative and relative.value is not None:
        first = _months_on(today.replace(day=1), relative.value)
        solar = When("day", first.replace(day=min(day, 28)))
    else:
        solar = _month_day(Point({"month_day": Mark("month_day", day, 0, 0)}), today) or none()
    if sign:
        return solar
    return ask(solar, _lunar_date(day, month, today), why="lunar_or_solar")


def _exists(day: int, month: int) -> bool:
    return 1 <= day <= (29 if month == 2 else months.monthrange(2026, month)[1])


def _lunar_date(day: int, month: int | None, today: date, year: int | None = None) -> When:
    if day > 30 or (month is not None and not 1 <= month <= 12):
        return none("no_such_day")
    if year:
        exact = lunar.solar_day(day, month or 1, year)
        return When("day", exact) if exact else none("no_such_day")
    found = lunar.next_day(day, month, today)
    near_end = day == 30 and month == 12
    last = lunar.eve(today) if near_end else None
    if last and found != last:
        return ask(When("day", last), why="short_month")
    return When("day", found) if found else none("no_such_day")


def _lunar_month(point: Point, today: date) -> When:
    month = point.marks["lunar_span"].value
    first = lunar.next_day(1, month, today - timedelta(days=29))
    last = lunar.next_day(1, month % 12 + 1, first) if first else None
    return When("span", first, last - timedelta(days=1)) if first and last else none()


def _fixed(point: Point, today: date) -> When:
    day, month = map(int, point.marks["fixed"].value.split("-"))
    this = date(today.year, month, day)
    late = point.has("year") and point.marks["year"].value == 1
    return When("day", this if this >= today and not late else this.replace(year=today.year + 1))


def _fixed_lunar(point: Point, today: date) -> When:
    day, month = map(int, point.marks["fixed_lunar"].value.split("-"))
    found = lunar.next_day(day, month, today) if day else lunar.eve(today)
    return When("day", found) if found else none()


_FINDERS = (
    ("date", _date),
    ("month_day", _month_day),
    ("lunar", _lunar),
    ("lunar_span", _lunar_month),
    ("fixed", _fixed),
    ("fixed_lunar", _fixed_lunar),
    ("weekday", _weekday),
    ("offset", _offset),
    ("week", _week),
    ("week_no", _week_no),
    ("month_no", _months),
    ("month", _months),
    ("quarter_no", _months),
    ("quarter", _months),
    ("year_no", _months),
    ("year", _months),
)


# --- which hour ------------------------------------------------------------


def _with_hour(point: Point, days: When, now: datetime) -> When:
    if not point.has_hour:
        return days
    if days.kind == "ask" and days.other is not None:
        likely = When(days.likely, days.start, days.end)
        first, second = _with_hour(point, likely, now), _with_hour(point, days.other, now)
        return ask(_plain(first), _plain(second), why=days.why)
    if days.kind == "span" and not point.has("clock") and days.start == days.end:
        days = When("day", days.start)
    if days.start is None or isinstance(days.start, datetime):
        return days
    part = point.marks["part"].value if point.has("part") else ""
    if days.kind == "span":
        return _span_with_hour(point, days, part, now)
    if point.has("clock"):
        return _at_clock(point, days, part, now)
    if point.has("office"):
        return _office(point, days.start, part, now)
    (h1, m1), (h2, m2) = _windows()[part]
    span = When("span", at(days.start, h1, m1, now), at(days.start, h2, m2, now))
    whole = span if days.kind == "day" else ask(span, why=days.why)
    return (
        whole
        if point.marks["part"].sure or not _unsure(point)
        else ask(span, days, why="unmarked")
    )


def _unsure(point: Point) -> bool:
    """«toi mai» may be «tối mai» or «tới mai»; «toi nay» and «sang mai» hardly anything else."""
    return bool(point.marks["part"].value == "evening")


def _plain(value: When) -> When:
    return When(value.likely, value.start, value.end) if value.kind == "ask" else value


def _span_with_hour(point: Point, days: When, part: str, now: datetime) -> When:
    return ask(days, why="hour_in_span") if point.has("clock") else days


def _office(point: Point, day: date, part: str, now: datetime) -> When:
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


def _at_clock(point: Point, days: When, part: str, now: datetime) -> When:
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
