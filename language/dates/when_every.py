"""Reads what comes back: «thứ 7 hàng tuần», «ngày 25 hàng tháng», «mỗi sáng thứ 2»."""

from datetime import date, datetime, timedelta

from language.dates.mark import Mark
from language.dates.moments import Moment, When
from language.dates.point import TimePoint
from language.dates.resolve import resolve

NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
RULES = {
    "DAILY": "FREQ=DAILY",
    "WEEKLY": "FREQ=WEEKLY",
    "FORTNIGHTLY": "FREQ=WEEKLY;INTERVAL=2",
    "MONTHLY": "FREQ=MONTHLY",
    "QUARTERLY": "FREQ=MONTHLY;INTERVAL=3",
    "YEARLY": "FREQ=YEARLY",
}


class _AnyDay:
    def is_working_day(self, day: date) -> bool:
        return True


def every(rate: str, points: list[TimePoint], through: bool, now: datetime) -> When:
    """The rule and its first occurrence; `through`: «thứ 3 đến thứ 5» and not «thứ 3, thứ 5»."""
    days = sorted({d for p in points if p.has("weekday") for d in p.marks["weekday"].value})
    if through and len(points) == 2 and all(p.has("weekday") for p in points):
        days = _between(points, days)
    point = points[0]
    if not point.has("clock") and (hour := points[-1].get("clock")):
        point.put(hour)  # «mỗi tối t3 t5 lúc 19h30»
    if rate == "EACH":
        rate = "WEEKLY" if days else "MONTHLY" if point.has("month_day") else "DAILY"
    several = sum(p.has("month_day") for p in points) > 1  # «ngày 15 và 30 hàng tháng»
    if rate in ("MONTHLY", "QUARTERLY") and (several or not _monthly_part(point)):
        return When("ask", why="which_day")
    if rate in ("WEEKLY", "FORTNIGHTLY") and not days:
        return When("ask", why="which_day")
    rule = RULES[rate] + _by(rate, point, days)
    found = [_first(point, day, rate, now) for day in days or [-1]]
    starts = [w for w in found if w is not None]
    return When("every", min(starts), rule=rule) if starts else When("ask", why="which_day")


def _between(points: list[TimePoint], days: list[int]) -> list[int]:
    a, b = points[0].marks["weekday"].value[0], points[1].marks["weekday"].value[0]
    return list(range(a, b + 1)) if a < b and b - a < 6 and len(days) == 2 else days


def _monthly_part(point: TimePoint) -> bool:
    return point.has("month_day", "weekday", "edge", "lunar")


def _by(rate: str, point: TimePoint, days: list[int]) -> str:
    if rate in ("WEEKLY", "FORTNIGHTLY"):
        return ";BYDAY=" + ",".join(NAMES[d] for d in days)
    if rate not in ("MONTHLY", "QUARTERLY"):
        return ""
    if point.has("weekday"):
        last = point.has("edge") and point.marks["edge"].value == "end"
        return f";BYDAY={-1 if last else 1}{NAMES[days[0]]}"
    if point.has("month_day"):
        return f";BYMONTHDAY={point.marks['month_day'].value}"
    if point.has("lunar"):
        return f";BYMONTHDAY={point.marks['lunar'].value[0]}"
    return ";BYMONTHDAY=" + ("-1" if point.marks["edge"].value == "end" else "1")


def _first(point: TimePoint, day: int, rate: str, now: datetime) -> Moment | None:
    """The first occurrence that is not over."""
    one = _anchored(point, day, rate, now)
    found = resolve(one, now.replace(hour=0, minute=0, second=0, microsecond=0), _AnyDay())
    start = found.start
    step = timedelta(days=1 if rate == "DAILY" else 7)
    while isinstance(start, datetime) and start <= now and rate != "MONTHLY":
        start += step
    return start


def _anchored(point: TimePoint, day: int, rate: str, now: datetime) -> TimePoint:
    """The same said of one occurrence; `day`: the weekday, −1 for none."""
    one = TimePoint(dict(point.marks), point.mod)
    if day >= 0:
        ahead = (day - now.weekday()) % 7
        one.marks["weekday"] = Mark("weekday", (day,), 0, 0)
        if rate not in ("MONTHLY", "QUARTERLY"):
            for kind in ("week", "month", "edge"):
                one.marks.pop(kind, None)
            one.marks["offset"] = Mark("offset", ahead, 0, 0)
        else:
            one.marks.setdefault("month", Mark("month", None, 0, 0))
            one.marks.setdefault("edge", Mark("edge", "start", 0, 0))
    elif rate == "DAILY":
        one.marks.setdefault("offset", Mark("offset", 0, 0, 0))
    elif point.has("edge"):
        one.marks.setdefault("month", Mark("month", None, 0, 0))
    return one
