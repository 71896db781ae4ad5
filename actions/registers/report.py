"""Registers in the weekly report: each as it stood, what grew; of many places also their sum."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from actions.registers.telling import of_whom
from actions.rooms import ReportPart
from domain.behind import REGISTER, Behind, Row, behind, some
from domain.digest import Seen
from domain.registers import FEW, REGISTERS, RegisterKind, kind_of
from domain.report import Part, ReportLine, ReportTable
from storage import Work
from storage.registers import Register, Stand

NAME = "registers"


@dataclass(frozen=True, slots=True)
class Stood:
    """A register as it stood at the end of a week, its place, and what its last number grew by:
    nothing where none stood before. `since` where nobody told it in that week."""

    register: Register
    stand: Stand
    of: str
    grown: int | None
    since: datetime | None

    @property
    def numbers(self) -> list[int]:
        return [self.stand.counts[counts] for counts in kind_of(self.register.kind).chain[1:]]


def tell(work: Work, seen: Seen) -> Part | None:
    if not seen.whole:
        return None
    found = _all_of(work, seen)
    stood = [one for one in found.values() if one]
    there = [one for one in work.registers.open() if one.opened_at < seen.cut_off]
    silent = [one for one in there if not found[one.id]]
    alone = [_line(one) for one in stood if not kind_of(one.register.kind).by_place]
    summed = sorted(
        (one for one in stood if kind_of(one.register.kind).by_place),
        key=lambda one: one.register.kind,
    )
    lines = (
        *alone,
        *(_silent(one) for one in silent if one.kind not in {s.register.kind for s in summed}),
        *(
            _sum(kind, list(ones), [of_whom(work, one) for one in silent if one.kind == kind])
            for kind, ones in groupby(summed, key=lambda one: one.register.kind)
        ),
    )
    tables = (_table(stood),)
    told = Part(NAME, lines, tables=tables, sheet=tables, busy=bool(stood), caption=_brief(stood))
    return told if lines else None


def _brief(stood: Sequence[Stood]) -> tuple[ReportLine, ...]:
    """Of all of a kind together the last number: of site clearance what was handed over."""
    return tuple(_in_brief(kind, ones) for kind, ones in _captioned(stood))


def _captioned(stood: Sequence[Stood]) -> Iterator[tuple[RegisterKind, list[Stood]]]:
    for kind in REGISTERS.values():
        ones = [one for one in stood if one.register.kind == kind.code]
        if kind.captioned and ones:
            yield kind, ones


def _in_brief(kind: RegisterKind, ones: Sequence[Stood]) -> ReportLine:
    facts = {
        "kind": kind.code,
        "counts": f"{kind.code}.{kind.chain[-1]}",
        "n": sum(one.numbers[-1] for one in ones),
        "whole": sum(one.register.whole for one in ones),
        "change": _change(_together(one.grown for one in ones)),
    }
    return ReportLine("register.caption_line", facts)


def _all_of(work: Work, seen: Seen) -> dict[int, Stood | None]:
    return {one.id: _stood(work, one, seen) for one in work.registers.open()}


def behind_registers(work: Work, seen: Seen) -> Iterable[Behind]:
    """Each number, the whole, what it grew by, what is stuck: of one register, or of every place
    that the sum is made of."""
    if not seen.whole:
        return ()
    stood = [one for one in _all_of(work, seen).values() if one]
    alone = [[one] for one in stood if not kind_of(one.register.kind).by_place]
    summed = [one for one in stood if kind_of(one.register.kind).by_place]
    kinds = {one.register.kind for one in summed}
    together = [[one for one in summed if one.register.kind == kind] for kind in sorted(kinds)]
    several = [ones for kind, ones in _captioned(stood) if len(ones) > 1 and not kind.by_place]
    return some(figure for ones in (*alone, *together, *several) for figure in _of(ones))


def _of(ones: Sequence[Stood]) -> Iterator[Behind]:
    register = ones[0].register
    kind = kind_of(register.kind)
    summed = kind.by_place or len(ones) > 1
    key = f"k{kind.code}" if summed else register.id
    of = f"@register.kind.{kind.code}" if summed else register.name

    steps = {step: f"@register.counts.{kind.code}.{step}" for step in kind.chain[1:]}
    reasons = {why: f"@register.reason.{kind.code}.{why}" for why in kind.reasons}
    unit = f"of_{kind.code}"
    for counts, what in (steps | reasons).items():
        numbers = [(one, one.stand.counts.get(counts)) for one in ones]
        yield behind("numbers", _rows(numbers), of, f"{key}{counts}", what=what, unit=unit)
    yield behind("whole", _rows([(one, one.register.whole) for one in ones]), of, key, unit=unit)
    grown, last = _rows([(one, one.grown) for one in ones]), steps[kind.chain[-1]]
    yield behind("change", grown, of, key, what=last, unit=unit)


def _rows(numbers: Iterable[tuple[Stood, int | None]]) -> list[Row]:
    return [_row(one, n) for one, n in numbers if n]


def _row(one: Stood, n: int) -> Row:
    register = one.register
    return Row(REGISTER, register.id, register.code, one.of or register.name, one.stand.at, n)


def _table(stood: Sequence[Stood]) -> ReportTable:
    """Every register by itself: each step of it a row, the whole, what the last grew by."""
    rows = tuple(row for one in stood for row in _steps(one))
    return ReportTable("registers", ("register", "step", "n", "whole_n", "change"), rows)


def _steps(one: Stood) -> Iterator[tuple[Any, ...]]:
    register, steps = one.register, kind_of(one.register.kind).chain[1:]
    for step, n in zip(steps, one.numbers, strict=True):
        grown = _change(one.grown) if step == steps[-1] else ""
        name = f"@register.counts.{register.kind}.{step}"
        yield register.name, name, n, register.whole, grown


def _stood(work: Work, register: Register, seen: Seen) -> Stood | None:
    stand = work.registers.stand(register.id, seen.cut_off)
    if stand is None:
        return None
    before = work.registers.stand(register.id, seen.week.begins(work.zone))
    last = kind_of(register.kind).chain[-1]
    grown = stand.counts[last] - before.counts[last] if before else None
    since = stand.at if stand.at < seen.week.begins(work.zone) else None
    return Stood(register, stand, of_whom(work, register), grown, since)


def _silent(register: Register) -> ReportLine:
    """Nobody has told it yet: that is not nothing."""
    facts = {"name": register.name, "whole": register.whole}
    return ReportLine("register.report_silent", facts)


def _line(one: Stood) -> ReportLine:
    register, counts = one.register, one.stand.counts
    stuck = tuple(
        _stuck(f"{register.kind}.{why}", counts[why])
        for why in kind_of(register.kind).reasons
        if counts.get(why)
    )
    numbers = _named(register.kind, one.numbers)
    facts = {"name": register.name, "numbers": numbers, "whole": register.whole}
    more = {
        "kind": register.kind,
        "change": _change(one.grown),
        "stuck": stuck,
        "since": one.since,
    }
    return ReportLine("register.report_numbers", {**facts, **more})


def _named(kind: str, numbers: Sequence[int]) -> tuple[dict[str, object], ...]:
    """«tiếp cận 61, đồng thuận 52, bàn giao 45»"""
    steps = zip(kind_of(kind).chain[1:], numbers, strict=True)
    return tuple({"counts": f"{kind}.{name}", "n": n} for name, n in steps)


def _sum(kind: str, ones: Sequence[Stood], silent: Sequence[str]) -> ReportLine:
    """Of every place together, and each place's last number of its whole; it has grown only where
    each of them stood before."""
    rows = zip(*(one.numbers for one in ones), strict=True)
    places = tuple(
        {
            "name": one.of or one.register.name,
            "n": one.numbers[-1],
            "whole": one.register.whole,
            "since": one.since,
        }
        for one in ones
    )
    facts = {
        "kind": kind,
        "numbers": _named(kind, [sum(row) for row in rows]),
        "whole": sum(one.register.whole for one in ones),
        "change": _change(_together(one.grown for one in ones)),
        "places": places,
        "silent": tuple(silent),
    }
    return ReportLine("register.report_total", facts)


def _together(grown: Iterable[int | None]) -> int | None:
    known = list(grown)
    return None if None in known else sum(one or 0 for one in known)


def _change(grown: int | None) -> str:
    if grown is None:
        return ""
    return f"▲{grown}" if grown > 0 else f"▼{-grown}" if grown else ""


def _stuck(why: str, number: int) -> dict[str, object]:
    """A few are no number: the report goes outside."""
    return {"why": why, "n": number if number >= FEW else None, "few": number < FEW or None}


PART = ReportPart(NAME, 40, tell, behind=behind_registers)
