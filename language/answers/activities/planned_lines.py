"""A day out planned in several lines: its name, when, where, who leads it, how many; one day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from domain.plans import PointNames
from language.answers.activities import planned_words as listed
from language.answers.activities.plan_lines import LINES
from language.answers.activities.planned import (
    PlannedLine,
    PlannedPoint,
    called,
    kind_of,
    line_of,
    more,
    pieces,
    place_in,
    title_of,
    trimmed,
    without,
    without_head,
)
from language.answers.assignments.work_lines import find_person
from language.dates.moments import When
from language.line.fold import fold

Part = tuple[str, str]
"""What it is, `title`, `where`, `leader`, `places`, `words` or `odd`; and what is said of it."""
_NUMBER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class _Plan:
    """As far as it was told; who leads and how many may stand before the first point."""

    title: str = ""
    points: tuple[PlannedPoint, ...] = ()
    ahead: PlannedPoint = field(default_factory=PlannedPoint)
    odd: tuple[str, ...] = ()


def read_planned_lines(text: str, when: When, known: PointNames) -> PlannedLine:
    """The lines without their time, each taken for what it says; what says nothing of a day is
    told as odd, and never dropped."""
    plan = _Plan()
    for line in _lines(text, when):
        for part in _parts(line, known, first=not plan.title):
            plan = _with(plan, part)
    points = plan.points or (PlannedPoint(place_in(plan.title, known.localities)),)
    points = (_joined(points[0], plan.ahead), *points[1:])
    lines = tuple(filter(None, (line_of(p, known.localities, plan.title) for p in points)))
    beside = "" if lines else ", ".join(filter(None, (points[0].besides, *plan.odd)))
    kind = kind_of(text)
    title = called(plan.title, kind)
    return PlannedLine(title, kind, lines, beside, plan.odd if lines else ())


def _lines(text: str, when: When) -> Iterator[str]:
    """Each line, without the words of its time."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        used = [
            (max(a, start) - start, min(b, end) - start)
            for a, b in when.used
            if a < end and b > start
        ]
        if left := without(line, used).strip(" ,.:;-–•*+"):
            yield left
        start = end + 1


def _parts(line: str, known: PointNames, *, first: bool) -> Iterator[Part]:
    head, colon, rest = line.partition(":")
    what = listed.headed(fold(head).strip()) if colon else ""
    if what == "when" or listed.headed(fold(line)) == "when":
        return
    if what:
        yield from _headed(what, trimmed(rest), known)
    elif _is_detail(line):
        yield "odd", line
    elif first:
        yield from _opening(line, known)
    else:
        yield from _besides(line, known)


def _headed(what: str, said: str, known: PointNames) -> Iterator[Part]:
    """«Địa điểm: UBND phường Trà Cổ»."""
    if what == "places" and not listed.many().fullmatch(fold(said)):
        yield (what, said) if _NUMBER.fullmatch(said) else ("odd", said)
    elif what == "leader" and not find_person(said, known.people).one:
        yield "leader", f"phụ trách {said}"
    else:
        yield what, said


def _is_detail(line: str) -> bool:
    """«mang theo cuốc xẻng»: it is told by itself, once there is a plan."""
    return any(re.match(rf"{head}\b", fold(line)) for head in LINES if " " in head)


def _opening(line: str, known: PointNames) -> Iterator[Part]:
    """The first line is what it is called, and may say more."""
    for what, said in pieces(line, known.people):
        yield ("title", without_head(said)) if what == "words" else (what, trimmed(said))


def _besides(line: str, known: PointNames) -> Iterator[Part]:
    """«Trà Cổ 20 người Bình phụ trách», «Bình», «30»."""
    told = list(pieces(line, known.people))
    for number, (what, words) in enumerate(told):
        said = trimmed(words)
        if what != "words" or not said:
            yield what, said
        elif _NUMBER.fullmatch(said):
            yield "places", said
        elif find_person(said, known.people).one:
            yield "leader", said
        elif _is_place(said, known) or (number == 0 and len(told) > 1):
            yield "where", said
        else:
            yield "odd", said


def _is_place(said: str, known: PointNames) -> bool:
    folded = fold(said)
    named = any(f" {folded}".endswith(f" {fold(p.name)}") for p in known.localities)
    return named or bool(listed.place().match(folded))


def _with(plan: _Plan, part: Part) -> _Plan:
    """A point begins where it is named; who leads it and how many follow, or stand before it."""
    what, said = part
    if not said:
        return plan
    if what == "title":
        return replace(plan, title=title_of(", ".join(filter(None, (plan.title, said)))))
    if what == "where":
        return replace(plan, points=(*plan.points, PlannedPoint(trimmed(listed.without_at(said)))))
    last = plan.points[-1] if plan.points else plan.ahead
    if what == "odd" or getattr(last, what):
        return replace(plan, odd=(*plan.odd, said))
    told = more(last, what, said)
    if plan.points:
        return replace(plan, points=(*plan.points[:-1], told))
    return replace(plan, ahead=told)


def _joined(point: PlannedPoint, ahead: PlannedPoint) -> PlannedPoint:
    return replace(point, leader=point.leader or ahead.leader, places=point.places or ahead.places)
