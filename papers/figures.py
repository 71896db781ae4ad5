"""What every picture of figures for a telephone is made of: a head, large numbers, bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from papers.drawing import INK, LINE, QUIET, Canvas, letters_in, width_of

WIDTH, EDGE, GAP = 960, 44, 20
INNER = WIDTH - 2 * EDGE
SMALLEST, SMALL, MIDDLE, LARGE, HUGE = 27, 31, 36, 46, 86
BLUE, ORANGE, PALE = "#0b62a8", "#c2410c", "#eef2f6"
CELL, BAR = 166, 48
"""So high are a number with its note, and a bar with the room below it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """As long as its parts are beside the longest; what it comes to stands right of it."""

    name: str
    parts: Sequence[tuple[int, str]]
    shown: str


def head(canvas: Canvas, title: str, office: str) -> None:
    canvas.words(EDGE, 72, title, LARGE, bold=True)
    canvas.words(EDGE, 116, letters_in(INNER, office, SMALL), SMALL, colour=QUIET)


def cell(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    number: str,
    note: str,
    mark: str = "",
    colour: str = INK,
) -> None:
    """One large number, and what it is of."""
    canvas.box(x, y, width, CELL, PALE, radius=14)
    if mark:
        canvas.box(x, y + 152, width, 14, mark)
    size = HUGE * min(1, (width - 44) / width_of(number, HUGE, bold=True))
    canvas.words(x + 24, y + 90, number, round(size), bold=True, colour=colour)
    small = max(SMALLEST, SMALL * min(1, (width - 36) / width_of(note, SMALL)))
    text = letters_in(width - 36, note, small)
    canvas.words(x + 24, y + 136, text, round(small), colour=QUIET)


def bars(
    canvas: Canvas, title: str, rows: Sequence[Bar], top: float, names: float, figure: float
) -> float:
    """Below a title; so wide are their names, and what they come to. Where they end."""
    canvas.words(EDGE, top + 14, title, MIDDLE, bold=True)
    y, room = top + 38, INNER - names - figure
    most = max((sum(n for n, _ in row.parts) for row in rows), default=0) or 1
    for row in rows:
        canvas.words(EDGE, y + 30, letters_in(names - 20, row.name, SMALL), SMALL)
        x = EDGE + names
        for amount, fill in row.parts:
            width = room * amount / most
            canvas.box(x, y + 4, width, 32, fill, LINE if amount else "none")
            x += width
        size = fitting(row.shown, figure - GAP)
        canvas.words(WIDTH - EDGE, y + 31, row.shown, size, bold=True, anchor="end")
        y += BAR
    return y


def fitting(figure: str, width: float) -> int:
    """The size in which it stands whole beside a bar."""
    return round(MIDDLE * min(1, width / width_of(figure, MIDDLE, bold=True)))
