"""A sheet of criteria: which column says them, which rows are items, which are none and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from language.line.fold import fold
from language.line.vocabulary import book

Cells = Sequence[str]
HEADING_WITHIN = 6
_NUMBERED = re.compile(r"\d{1,3}[.)]?")
_ITS_NUMBER = re.compile(r"\d{1,2}\s*[.)]\s+|[-–•+]\s+")


@dataclass(frozen=True, slots=True)
class SheetItems:
    """A line each, «!» before what is critical. `apart` are rows that are no item (title, heading,
    total), `columns` those that were not read; `wrong` rows must be put right first."""

    lines: Sequence[str] = ()
    apart: Sequence[str] = ()
    columns: Sequence[str] = ()
    wrong: Sequence[tuple[int, str, str]] = ()
    """The number of a row, what stands there, and why it is no item."""


@dataclass(slots=True)
class _Found:
    lines: list[str] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)
    wrong: list[tuple[int, str, str]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the items stand, where their numbers and what is critical, under which heading."""

    text: int
    number: int = -1
    critical: int = -1
    begins: int = 0
    unread: Sequence[str] = ()


def sheet_items(rows: Sequence[tuple[int, Cells]], longest: int) -> SheetItems:
    columns = _headed(rows) or _bare(rows)
    if columns is None:
        return SheetItems(wrong=[(number, _whole(cells), "columns") for number, cells in rows[:1]])
    found = _Found(apart=[_whole(cells) for _, cells in rows[: max(0, columns.begins - 1)]])
    for number, cells in rows[columns.begins :]:
        _read(number, cells, columns, longest, found)
    return SheetItems(found.lines, found.apart, columns.unread, found.wrong)


def _read(number: int, cells: Cells, columns: _Columns, longest: int, found: _Found) -> None:
    text, counted = _cell(cells, columns.text), _cell(cells, columns.number)
    text = _ITS_NUMBER.sub("", text, count=1)
    is_total = fold(text or _whole(cells)).startswith(_listed("totals"))
    if is_total or (columns.number >= 0 and text and not _NUMBERED.fullmatch(counted)):
        found.apart.append(_whole(cells))
    elif not text.strip("! "):
        found.wrong.append((number, _whole(cells), "empty"))
    elif len(text) > longest:
        found.wrong.append((number, text, "long"))
    elif fold(text) in found.seen:
        found.wrong.append((number, text, "twice"))
    elif fold(_cell(cells, columns.critical)) not in (*_listed("marked"), *_listed("unmarked")):
        found.wrong.append((number, _whole(cells), "critical"))
    else:
        found.seen.add(fold(text))
        is_critical = _marked(_cell(cells, columns.critical)) or text.startswith("!")
        found.lines.append(f"!{text.lstrip('! ')}" if is_critical else text)


def _headed(rows: Sequence[tuple[int, Cells]]) -> _Columns | None:
    """A row of the first few that calls one of its columns so."""
    for at, (_, cells) in enumerate(rows[:HEADING_WITHIN]):
        called = [fold(cell).strip(" .:") for cell in cells]
        text = _place(called, "items")
        if text >= 0 and (len(called) > 1 or called[text] in _listed("items")):
            known = {text, _place(called, "numbers"), _place(called, "critical")}
            unread = [cell for n, cell in enumerate(cells) if cell and n not in known]
            numbers, critical = _place(called, "numbers"), _place(called, "critical")
            return _Columns(text, numbers, critical, at + 1, unread)
    return None


def _bare(rows: Sequence[tuple[int, Cells]]) -> _Columns | None:
    """Without a heading: the one column that has words, and a column of numbers beside it."""
    width = max((len(cells) for _, cells in rows), default=0)
    filled = [n for n in range(width) if any(_cell(cells, n) for _, cells in rows)]
    numbers = [n for n in filled if all(_is_number(_cell(cells, n)) for _, cells in rows)]
    words = [n for n in filled if n not in numbers]
    if len(words) != 1 or len(numbers) > 1:
        return None
    return _Columns(words[0], numbers[0] if numbers else -1)


def _is_number(cell: str) -> bool:
    return not cell or _NUMBERED.fullmatch(cell) is not None


def _place(called: Sequence[str], which: str) -> int:
    return next((n for n, name in enumerate(called) if name in _listed(which)), -1)


def _cell(cells: Cells, at: int) -> str:
    return cells[at] if 0 <= at < len(cells) else ""


def _marked(cell: str) -> bool:
    return fold(cell) in _listed("marked")


def _whole(cells: Cells) -> str:
    return " | ".join(cell for cell in cells if cell)


@cache
def _listed(which: str) -> tuple[str, ...]:
    return tuple(map(fold, book("checklists")["sheet"][which]))
