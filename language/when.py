"""Reads when something is: «8h sáng thứ 7», «trước thứ 6», «rằm tháng 11», «thứ 7 hàng tuần»."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from language.moments import Calendar, Moment, PlainWeek, When, at, day_of
from language.when_every import every
from language.when_marks import Mark, marks_of
from language.when_points import DAY_FIELDS, Point, ask, none, resolve
from language.words import Line, read

NEAR = 12  # marks looked at ahead, so that a hostile line stays linear
THROUGH = ("until", "moved")
LIMITS = ("before", "by", "to_end", "within", "until")


@dataclass(slots=True)
class Clause:
    """Marks that stand together: one moment, or two with «đến», «và», «hoặc» between them."""

    points: list[Point] = field(default_factory=lambda: [Point()])
    joins: list[str] = field(default_factory=list)
    bound: str = ""
    every: str = ""
    marks: list[Mark] = field(default_factory=list)

    @property
    def has_day(self) -> bool:
        return any(p.has_day or p.has("duration") for p in self.points)

    @property
    def has_hour(self) -> bool:
        return any(p.has_hour for p in self.points)

    @property
    def speaks(self) -> bool:
        return bool(self.every) or any(p.says_something for p in self.points) or self._bounded

    @property
    def _bounded(self) -> bool:
        """«hết tháng», «trong 3 ngày»: only the limit makes a unit a moment."""
        units = any(p.has("duration", "week", "month", "quarter", "year") for p in self.points)
        return self.bound in ("by", "to_end", "within", "before") and units


def when(text: str, now: datetime, calendar: Calendar | None = None) -> When:
    """The time that a text speaks of, seen from `now` (an aware datetime)."""
    line = read(text)
    clauses = [c for c in (_clause(line, run) for run in _runs(marks_of(line))) if c.speaks]
    refused = _no_such_day(line)
    if not clauses:
        return replace(none(refused), rest=text, today=now.date())
    found = _together(_merge(clauses), now, calendar or PlainWeek())
    return _placed(found, line, clauses, now)


def _no_such_day(line: Line) -> str:
    return ""


def _runs(marks: list[Mark]) -> list[list[Mark]]:
    runs: list[list[Mark]] = []
    for mark in marks:
        if runs and runs[-1][-1].end == mark.start:
            runs[-1].append(mark)
        else:
            runs.append([mark])
    return runs


# --- one clause ------------------------------------------------------------


def _clause(line: Line, run: list[Mark]) -> Clause:
    clause = Clause()
    for n, mark in enumerate(run):
        _add(clause, line, mark, run[n + 1 : n + 1 + NEAR])
    while clause.joins and not clause.points[-1].marks:
        clause.points.pop()
        clause.joins.pop()
    used = [m for m in clause.marks if m.kind != "filler"]
    clause.marks = used
    return clause


def _add(clause: Clause, line: Line, mark: Mark, ahead: list[Mark]) -> None:
    point = clause.points[-1]
    if mark.kind == "filler":
        return
    if mark.kind == "every":
        clause.every = _stronger(clause.every, mark.value)
    elif mark.kind == "next" or (
        mark.kind in ("bound", "join") and _is_mod(point, line, mark, ahead)
    ):
        if not point.has("weekday") or point.mod:
            return
        point.mod = _mod_of(line, mark)
    elif mark.kind in ("bound", "join"):
        if not _bound_or_join(clause, mark, ahead):
            return
    elif not point.put(mark):
        clause.joins.append("")
        clause.points.append(Point())
        clause.points[-1].put(mark)
    clause.marks.append(mark)


def _stronger(old: str, new: str) -> str:
    return new if not old or old == "EACH" else old


def _is_mod(point: Point, line: Line, mark: Mark, ahead: list[Mark]) -> bool:
    """«thứ 7 trước», «thứ 6 sau»: after a weekday and before nothing."""
    if not point.has("weekday") or point.has("date") or point.mod or mark.end - mark.start > 1:
        return False
    if line.bare_at(mark.start) not in ("truoc", "sau", "toi", "den", "qua"):
        return False
    following = next((m for m in ahead if m.kind != "filler"), None)
    if following and following.kind in ("clock", "part") and not point.has("clock", "part"):
        return line.bare_at(mark.start) == "toi"  # «thứ 2 tới 8h»
    return following is None or following.kind in ("bound", "join", "every")


def _mod_of(line: Line, mark: Mark) -> str:
    if mark.kind == "next":
        return str(mark.value)
    bare = line.bare_at(mark.start)
    return {"truoc": "past", "qua": "past", "sau": "after"}.get(bare, "coming")


def _bound_or_join(clause: Clause, mark: Mark, ahead: list[Mark]) -> bool:
    """A bound opens the clause; the same word between two moments joins them."""
    point = clause.points[-1]
    more = any(
        m.kind in (*DAY_FIELDS, "clock", "part", "part_day", "office", "duration", "edge")
        for m in ahead
    )
    if not more:
        return False
    if not point.marks and not clause.joins:
        clause.bound = mark.value if mark.kind == "bound" else clause.bound
        return mark.kind == "bound"
    joins = mark.value if mark.kind == "join" else "to" if mark.value in THROUGH else ""
    if mark.value == "to_end" and clause.bound == "from":
        joins = "to"
    if joins:
        if mark.kind == "bound" and clause.bound not in ("from",) and not _same_sort(point, ahead):
            clause.bound = clause.bound or mark.value
            return True
        clause.joins.append(joins)
        clause.points.append(Point())
        return True
    clause.bound = clause.bound or mark.value
    return True


def _same_sort(point: Point, ahead: list[Mark]) -> bool:
    sort = next((m for m in ahead if m.kind != "filler"), None)
    return bool(sort) and (point.has("clock") or point.has_day or point.has("part", "office"))


# --- several clauses -------------------------------------------------------


def _merge(clauses: list[Clause]) -> list[Clause]:
    """A day in one place and an hour in another belong together."""
    if len(clauses) < 2:
        return clauses
    days = [c for c in clauses if c.has_day]
    hours = [c for c in clauses if not c.has_day]
    if (
        len(days) == 1
        and len(hours) == 1
        and not days[0].has_hour
        and len(days[0].points) == 1 == len(hours[0].points)
    ):
        both = days[0]
        for mark in hours[0].points[0].marks.values():
            both.points[0].put(mark)
        both.bound = both.bound or hours[0].bound
        both.every = both.every or hours[0].every
        both.marks = sorted(both.marks + hours[0].marks, key=lambda m: m.start)
        return [both]
    if len(days) == 1 == len(hours) and hours[0].bound in LIMITS and days[0].bound not in LIMITS:
        _copy_days(days[0].points[0], hours[0].points[0])  # «10h họp, nộp trước 16h»
        return hours
    return days or clauses


def _together(clauses: list[Clause], now: datetime, calendar: Calendar) -> When:
    found = [(c, _read(c, now, calendar)) for c in clauses[:6]]
    real = [(c, w) for c, w in found if w.kind != "none"]
    if not real:
        return found[0][1]
    bounded = [w for c, w in real if c.bound in LIMITS and w.kind != "ask"]
    if len(bounded) == 1:
        return bounded[0]
    first = real[0][1]
    other = next((w for _, w in real[1:] if w != first), None)
    return ask(first, other, why="several") if other else first


def _read(clause: Clause, now: datetime, calendar: Calendar) -> When:
    if (clause.every and clause.every != "EACH") or (clause.every and clause.points[0].marks):
        return every(clause.every, clause.points, "to" in clause.joins, now)
    if len(clause.points) == 1:
        return _bounded(clause, resolve(clause.points[0], now, calendar), now)
    return _joined(clause, now, calendar)


# --- two moments -----------------------------------------------------------


def _joined(clause: Clause, now: datetime, calendar: Calendar) -> When:
    a, b = clause.points[0], clause.points[1]
    join = clause.joins[0] or "and"
    _share(a, b)
    first, second = resolve(a, now, calendar), resolve(b, now, calendar)
    if len(clause.points) > 2:
        return ask(_likely(first), _likely(second), why="several") if first else second
    if not first or not second:
        return first or second
    if join == "or":
        return ask(_likely(first), _likely(second), why="several") if first != second else first
    if (
        first.kind == "ask"
        and join == "to"
        and first.other
        and not isinstance(first.start, datetime)
    ):
        start, last = _last(first.other), _last(_likely(second))
        if start is not None and last is not None and day_of(start) <= day_of(last):
            first = first.other
    parts = a.has("part", "clock") and b.has("part", "clock") and first.start and second.start
    two_times = parts and not _same_day(first, second)  # «sáng thứ 7 và sáng chủ nhật»
    if join == "and" and (two_times or not _adjacent(first, second)):
        return ask(_likely(first), _likely(second), why="several")
    return _span(_likely(first), _likely(second), clause, now)


def _likely(value: When) -> When:
    return When(value.likely, value.start, value.end) if value.kind == "ask" else value


def _same_day(first: When, second: When) -> bool:
    return bool(first.start and second.start) and day_of(first.start) == day_of(second.start)


def _adjacent(first: When, second: When) -> bool:
    if first.start is None or second.start is None:
        return False
    gap = day_of(second.start) - day_of(first.end or first.start)
    return gap <= timedelta(days=1)


def _share(a: Point, b: Point) -> None:
    """What one side leaves out, the other has said: «8h-11h thứ 7», «28-29/11»."""
    if a.has("clock", "part") and not b.has("clock", "part", "office") and a.has("clock"):
        pass
    if b.has("clock") and a.has("clock") and not a.has("part") and b.has("part"):
        if a.marks["clock"].value[0] <= b.marks["clock"].value[0]:
            a.put(b.marks["part"])
        elif b.marks["part"].value == "noon":
            a.put(Mark("part", "morning", 0, 0))
    if not a.has_day and b.has_day:
        _copy_days(b, a)
    elif a.has_day and not b.has_day:
        _copy_days(a, b)
    if a.has("month_day") and b.has("date") and not a.has("date"):
        _, month, year = b.marks["date"].value
        a.marks["date"] = Mark("date", (a.marks.pop("month_day").value, month, year), 0, 0)
    if b.has("month_day") and a.has("date") and not b.has("date"):
        _, month, year = a.marks["date"].value
        b.marks["date"] = Mark("date", (b.marks.pop("month_day").value, month, year), 0, 0)
    if a.has("weekday") and b.has("weekday") and b.has("week") and not a.has("week"):
        a.put(b.marks["week"])


def _copy_days(giver: Point, taker: Point) -> None:
    for kind in (*DAY_FIELDS, "edge"):
        if giver.has(kind):
            taker.marks.setdefault(kind, giver.marks[kind])
    taker.mod = taker.mod or giver.mod


def _span(first: When, second: When, clause: Clause, now: datetime) -> When:
    start, end = first.start, _last(second)
    if start is None or end is None:
        return none()
    if isinstance(start, datetime) and isinstance(end, datetime):
        while end <= start and end - start > timedelta(hours=-12) and end.hour < 12:
            end += timedelta(hours=12)
        if start.date() != end.date() and clause.points[0].has_day is False:
            start = start.replace(year=end.year, month=end.month, day=end.day)
    elif isinstance(end, datetime):
        start = at(day_of(start), 0, 0, now)
    elif isinstance(start, datetime):
        end = at(end, 24, 0, now)
    if day_of(end) < day_of(start):
        later = _next_of(second, start)
        if later is None:
            return ask(When("span", start, start), why="backwards")
        end = later
    return When("span", start, end)


def _next_of(second: When, start: Moment) -> Moment | None:
    end = _last(second)
    if end is None or (day_of(start) - day_of(end)).days > 7:
        return None
    return end + timedelta(days=7)


def _last(value: When) -> Moment | None:
    return value.end or value.start


# --- limits ----------------------------------------------------------------


def _bounded(clause: Clause, value: When, now: datetime) -> When:
    """«trước», «hết», «sau», «từ»: what the word before the moment makes of it."""
    bound, point = clause.bound, clause.points[0]
    if bound in ("by", "to_end", "within") and not value:
        value = _bare_unit(point, now)
    if not bound or not value or value.start is None:
        return value
    if value.kind == "ask":
        return _bounded_ask(clause, value, now)
    if value.kind == "before" and bound in LIMITS:
        return value
    return _LIMITS[bound](value, point, now)


def _bounded_ask(clause: Clause, value: When, now: datetime) -> When:
    if clause.bound in THROUGH:
        return value
    likely = _bounded(clause, _likely(value), now)
    other = _bounded(clause, value.other, now) if value.other else None
    return ask(likely, other, why=value.why)


def _bare_unit(point: Point, now: datetime) -> When:
    """«hết tuần», «hết tháng», «hết năm»."""
    for unit in ("week", "month", "quarter", "year"):
        if point.has(unit):
            here = Point({unit: Mark(unit, 0, 0, 0)})
            return resolve(here, now, PlainWeek())
    return none()


def _before(value: When, point: Point, now: datetime) -> When:
    start = value.start
    if isinstance(start, datetime):
        return When("before", start)
    if point.has("edge") and point.marks["edge"].value == "end" and value.kind == "day":
        return When("before", start)  # «trước cuối tháng»; «trước cuối tuần» is by Friday
    return When("before", start - timedelta(days=1)) if start else value


def _by(value: When, point: Point, now: datetime) -> When:
    return When("before", _last(value))


def _until(value: When, point: Point, now: datetime) -> When:
    return When("before", value.start) if value.kind == "time" else value


def _moved(value: When, point: Point, now: datetime) -> When:
    """«dời sang 8h thứ 3»: the new moment itself, no limit."""
    return value


def _after(value: When, point: Point, now: datetime) -> When:
    last = _last(value)
    if point.has("duration"):
        return value
    if isinstance(last, datetime):
        return When("after", last)
    return When("after", last + timedelta(days=1)) if last else value


def _from(value: When, point: Point, now: datetime) -> When:
    return When("after", value.start)


_LIMITS = {
    "before": _before,
    "by": _by,
    "to_end": _by,
    "within": _by,
    "until": _until,
    "moved": _moved,
    "after": _after,
    "from": _from,
}


# --- where it stood --------------------------------------------------------


def _placed(found: When, line: Line, clauses: list[Clause], now: datetime) -> When:
    marks = sorted((m for c in clauses for m in c.marks), key=lambda m: m.start)
    if not marks:
        return replace(found, today=now.date())
    stretch = [marks[0]]
    for mark in marks[1:]:
        if mark.start - stretch[-1].end <= 2:
            stretch.append(mark)
    start = line.words[stretch[0].start].start
    end = line.words[stretch[-1].end - 1].end
    rest = (line.given[:start].rstrip(" ,;:-(") + " " + line.given[end:].lstrip(" ,;:-)")).strip()
    return replace(found, rest=rest, place=(start, end), today=now.date())
