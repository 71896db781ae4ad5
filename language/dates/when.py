"""Reads when something is: «8h sáng thứ 7», «trước thứ 6», «rằm tháng 11», «thứ 7 hàng tuần»."""

from dataclasses import replace
from datetime import datetime, timedelta

from language.dates.clause import LIMITS, Clause, clause_of
from language.dates.doubts import doubted, unnamed
from language.dates.mark import Mark
from language.dates.marks import in_order, marks_of, meant, without_length
from language.dates.moments import Calendar, PlainWeek, When, day_of
from language.dates.point import ask, none
from language.dates.resolve import after_the_day_named, resolve
from language.dates.set_aside import still_meant, told_over
from language.dates.when_every import every
from language.dates.when_joined import copy_days, last_of, two_moments
from language.dates.when_limits import limited
from language.line.phrases import phrases
from language.line.restore import read
from language.line.spans import places
from language.line.vocabulary import group
from language.line.words import Line

NIGHT_ENDS, FAR = 4, 4
DAYS = ("weekday", "offset", "date", "month_day", "fixed")
OF_ANY_WEEK = frozenset({"weekday", "part", "clock", "filler", "join", "week"})
LEAD = ("ngày", "ngay", "vào", "hôm", "lúc")  # «nộp ngày 5/12»


def when(text: str, now: datetime, calendar: Calendar | None = None) -> When:
    """The time that a text speaks of, seen from `now` (an aware datetime)."""
    return when_in(read(text), now, calendar)


def names_no_week(text: str) -> bool:
    """«chiều thứ 4 14h», «thứ 4 tuần đó»: a weekday, and not of which week."""
    marks = _marks(read(text))
    kinds = {mark.kind for mark in marks}
    weeks = [mark.value for mark in marks if mark.kind == "week" and mark.value is not None]
    return "weekday" in kinds and kinds <= OF_ANY_WEEK and not weeks


def when_in(line: Line, now: datetime, calendar: Calendar | None = None) -> When:
    """The same of a line that is read already."""
    told = _runs(_marks(line))
    runs = still_meant(line, told)
    clauses = [c for c in (clause_of(line, run) for run in runs) if c.speaks]
    clauses = after_the_day_named(clauses, now, calendar or PlainWeek())
    if not clauses:
        return replace(none(unnamed(line, runs)), rest=line.given, today=now.date())
    found = _together(_merge(clauses), now, calendar or PlainWeek())
    found = _tonight(found, clauses[0], now)
    found = replace(doubted(found, line, runs, clauses, now), over=told_over(line))
    aside = [mark for run in told if run not in runs for mark in run]
    return _heard_too(_placed(found, line, clauses, now), line, aside)


def _heard_too(found: When, line: Line, aside: list[Mark]) -> When:
    """A day that is told only to be set aside was understood as well."""
    words = (i for mark in aside for i in range(mark.start, mark.end))
    heard = sorted({*found.used, *places(line, words)})
    return replace(found, used=tuple(heard)) if aside else found


def _marks(line: Line) -> list[Mark]:
    return without_length(line, in_order(line, meant(line, marks_of(line))))


def _tonight(found: When, first: Clause, now: datetime) -> When:
    """«mai» right after midnight: when it is light, or the day after?"""
    mark = first.points[0].get("offset")
    if not mark or mark.value != 1 or now.hour >= NIGHT_ENDS or found.kind not in ("day", "time"):
        return found
    assert found.start is not None
    return ask(replace(found, start=found.start - timedelta(days=1)), found, why="night")


def _runs(marks: list[Mark]) -> list[list[Mark]]:
    """Marks side by side; «nghỉ tết tây rồi thứ 2» goes on to another day."""
    runs: list[list[Mark]] = []
    for mark in marks:
        then = runs and runs[-1][-1].kind == "next" and mark.kind in DAYS
        if runs and runs[-1][-1].end == mark.start and not then:
            runs[-1].append(mark)
        else:
            runs.append([mark])
    return runs


def _merge(clauses: list[Clause]) -> list[Clause]:
    """A day in one place and an hour in another belong together."""
    days = [c for c in clauses if c.has_day]
    hours = [c for c in clauses if not c.has_day]
    if len(days) != 1 or len(hours) != 1:
        return days or clauses
    day, hour = days[0], hours[0]
    alone = len(day.points) == 1 == len(hour.points)
    if alone and (not day.has_hour or _says_when_in_it(day, hour)):
        return [_one_clause(day, hour)]
    if hour.joins == ["or"] and not day.points[0].has("clock"):
        for point in hour.points:
            copy_days(day.points[0], point)  # «tám giờ hay tám rưỡi gì đấy sáng mai»
        return hours
    if hour.bound in LIMITS and day.bound not in LIMITS:
        copy_days(day.points[0], hour.points[0])  # «10h họp, nộp trước 16h»
        return hours
    if day.bound not in LIMITS and hour.points[0].has("clock") and day.points[0].has("clock"):
        copy_days(day.points[0], hour.points[0])  # «bắt đầu 7h, kết thúc 10h thứ 7»
        return clauses
    return days


def _says_when_in_it(day: Clause, hour: Clause) -> bool:
    """«sáng 20/1 nha, 9h»: half a day, and which hour of it."""
    half, clock = day.points[0], hour.points[0]
    plain = hour.bound in ("", "at") and not hour.every and not day.bound
    only = half.has("part") and not half.has("clock", "office") and clock.has("clock")
    return plain and only and not clock.has("part")


def _one_clause(day: Clause, hour: Clause) -> Clause:
    for mark in hour.points[0].marks.values():
        day.points[0].put(mark)
    day.bound = day.bound or hour.bound
    day.every = day.every or hour.every
    day.marks = sorted(day.marks + hour.marks, key=lambda m: m.start)
    return day


def _together(clauses: list[Clause], now: datetime, calendar: Calendar) -> When:
    found = [(c, _read(c, now, calendar)) for c in clauses[:6]]
    real = [(c, w) for c, w in found if w.kind != "none"]
    if not real:
        return found[0][1]
    bounded = [w for c, w in real if c.bound in LIMITS and w.kind != "ask"]
    if len(bounded) == 1 and not any(c.offered for c, _ in real):
        return bounded[0]
    first = next((w for _, w in real if w.kind == "every"), real[0][1])
    real = [(c, w) for c, w in real if w is first or not _begins_it(first, c, w)]
    other = next((w for _, w in real if w != first), None)
    return ask(first, other, why="several") if other else first


def _begins_it(rule: When, clause: Clause, value: When) -> bool:
    """«thứ năm cách tuần, lần đầu là 22/10», «hằng tháng, bắt đầu tháng này»: no other day."""
    if rule.kind != "every" or rule.start is None or value.start is None:
        return False
    if len(clause.points) > 1:
        return False
    first, last = day_of(value.start), day_of(last_of(value) or value.start)
    within = first <= day_of(rule.start) <= last
    return within or (clause.bound == "from" and first <= day_of(rule.start))


def _read(clause: Clause, now: datetime, calendar: Calendar) -> When:
    if (clause.every and clause.every != "EACH") or (clause.every and clause.points[0].marks):
        found = every(clause.every, clause.points, "to" in clause.joins, now)
        dated = any(point.has("date", "month_no") for point in clause.points[1:])
        return ask(found, why="several") if dated and "to" in clause.joins else found
    if len(clause.points) == 1:
        return limited(clause, resolve(clause.points[0], now, calendar), now)
    return two_moments(clause, now, calendar)


def _placed(found: When, line: Line, clauses: list[Clause], now: datetime) -> When:
    marks = sorted((m for c in clauses for m in c.marks), key=lambda m: m.start)
    if not marks:
        return replace(found, today=now.date())
    stretch = [marks[0]]
    for mark in marks[1:]:
        if mark.start - stretch[-1].end <= 2:
            stretch.append(mark)
    first = stretch[0].start
    first -= first > 0 and line.words[first - 1].text in LEAD
    start = line.words[first].start
    end = line.words[stretch[-1].end - 1].end
    rest = (line.given[:start].rstrip(" ,;:-(") + " " + line.given[end:].lstrip(" ,;:-)")).strip()
    said = line.given[_first_point(line, stretch) : end]
    used = places(line, (i for m in marks for i in range(m.start, m.end)))
    found = _onwards(_done_by(found, line, stretch, now), line, stretch[-1].end)
    return replace(found, rest=rest, place=(start, end), said=said, used=used, today=now.date())


def _named_limit(line: Line, first: int) -> bool:
    """«hạn nộp phiếu đánh giá là ngày 15/12»: a limit, and what it is of."""
    tag, end = phrases("days", "bound").tag(line, 0)
    return tag == "by" and line.bare_at(0) == "han" and end < first and _is(line, first - 1)


def _ordered_by(line: Line, first: int) -> bool:
    """«phải có trước đấy 5 ngày», «phải nộp sáng mai»."""
    listed = phrases("days", "done_by")
    near = range(max(0, first - FAR), first)
    return any(listed.at(line, i) == (["sure"], first) for i in near)


def _is(line: Line, i: int) -> bool:
    return line.bare_at(i) == "la" or (line.text_at(i) in LEAD and line.bare_at(i - 1) == "la")


def _done_by(found: When, line: Line, stretch: list[Mark], now: datetime) -> When:
    """«sáng mai phải xong», «t4 xong»: the moment is a limit."""
    i = stretch[-1].end
    tag, end = phrases("days", "done_by").tag(line, i) if i < len(line) else ("", i)
    if _named_limit(line, stretch[0].start) or _ordered_by(line, stretch[0].start):
        tag = "sure"
    if not tag or found.kind not in ("day", "span", "time") or found.start is None:
        return found
    last = found.start if found.by_start else last_of(found)
    ends = all(word.bare in group("days", "polite") for word in line.words[end:])
    if last is None or (tag == "likely" and not (ends and day_of(last) > now.date())):
        return found
    return replace(found, kind="before", start=last, end=None)


def _onwards(found: When, line: Line, end: int) -> When:
    """«mai trở đi», «tuần sau trở đi»: from then on; «thứ 6 trở về trước»: until then."""
    tag = phrases("days", "onwards").tag(line, end)[0] if end < len(line) else ""
    if not tag or found.kind in ("none", "ask", "every", "before"):
        return found
    if tag == "until":
        return When("before", last_of(found) if found.kind != "after" else found.start)
    return When("after", found.start)


def _first_point(line: Line, stretch: list[Mark]) -> int:
    """Where the moment itself begins, behind «hạn», «trước»."""
    marks = [mark for mark in stretch if mark.kind not in ("bound", "join")] or stretch
    return line.words[marks[0].start].start
