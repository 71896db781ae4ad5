"""«Nghe dân nói»: what people said in a month, as a picture and as a workbook."""

import io
from collections.abc import Mapping
from typing import Any

import xlsxwriter

from papers.drawing import LINE, QUIET, Canvas, letters_in
from papers.sheet import TYPEFACE, Said, sayings
from papers.wording import Wording

WIDTH, EDGE, TOP, ROW = 960, 44, 330, 54
INNER = WIDTH - 2 * EDGE
SMALL, MIDDLE, LARGE, HUGE = 31, 36, 46, 76
BLUE, PALE = "#0b62a8", "#eef2f6"
FIGURE = 300
"""So wide is what stands right of a bar."""
MOST_BARS = 8
SUMS = ("count", "weight", "answered", "told")


def heard_picture(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """Four numbers, then bars by topic and by place."""
    said = sayings(words, "heard")
    groups = [(said(f"by_{name}"), _summed(said, facts, name)) for name in ("topic", "place")]
    height = TOP + sum(80 + ROW * len(rows) for _, rows in groups) + 20
    canvas = Canvas(WIDTH, height)
    canvas.words(
        EDGE, 72, said("title", month=facts["month"], year=facts["year"]), LARGE, bold=True
    )
    canvas.words(EDGE, 116, letters_in(INNER, facts["office"], SMALL), SMALL, colour=QUIET)
    for number, name in enumerate(SUMS):
        _cell(canvas, number, said("n", n=facts[name]), said(name))
    y = float(TOP)
    for title, rows in groups:
        y = _bars(canvas, said, title, rows, y)
    return f"nghe-dan-noi-{facts['year']}-{facts['month']:02}.png", canvas.png()


def _summed(said: Said, facts: Mapping[str, Any], by: str) -> list[tuple[str, int, int]]:
    """A name, how many, how many of them people were told of; the most first."""
    sums = dict[str, tuple[int, int]]()
    for row in facts["rows"]:
        name = _named(said, row, by)
        count, told = sums.get(name, (0, 0))
        sums[name] = (count + row["count"], told + row["told"])
    rows = [(name, count, told) for name, (count, told) in sums.items()]
    return sorted(rows, key=lambda row: -row[1])[:MOST_BARS]


def _named(said: Said, row: Mapping[str, Any], by: str) -> str:
    if by == "topic":
        return said("topic_of", topic=row["topic"])
    return row["locality"] or said("nowhere")


def _cell(canvas: Canvas, number: int, figure: str, note: str) -> None:
    width = (INNER - 60) / 4
    x = EDGE + number * (width + 20)
    canvas.box(x, 144, width, 150, PALE, radius=14)
    canvas.words(x + 18, 226, figure, HUGE, bold=True)
    canvas.words(x + 18, 270, letters_in(width - 24, note, 25), 25, colour=QUIET)


def _bars(
    canvas: Canvas, said: Said, title: str, rows: list[tuple[str, int, int]], y: float
) -> float:
    canvas.words(EDGE, y + 30, title, MIDDLE, bold=True)
    most = max((count for _, count, _ in rows), default=0) or 1
    for name, count, told in rows:
        y += ROW
        canvas.words(EDGE, y + 30, letters_in(300, name, SMALL), SMALL)
        room = INNER - 320 - FIGURE
        canvas.box(EDGE + 320, y + 4, room * count / most, 32, "none", LINE)
        canvas.box(EDGE + 320, y + 4, room * told / most, 32, BLUE)
        figure = said("figure", n=count, told=told)
        shown = letters_in(FIGURE, figure, SMALL, bold=True)
        canvas.words(WIDTH - EDGE, y + 30, shown, SMALL, bold=True, anchor="end")
    return y + 80


def heard_sheet(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """A row for each topic and place; what people typed stands in it nowhere."""
    said, out = sayings(words, "heard"), io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        face = {"font_name": TYPEFACE, "font_size": 12, "border": 1}
        cell, head = book.add_format(face), book.add_format({**face, "bold": True})
        page = book.add_worksheet(f"{facts['month']}-{facts['year']}")
        page.set_column(0, 1, 26)
        for column, name in enumerate(("topic", "place", *SUMS)):
            page.write_string(0, column, said(name), head)
        for number, row in enumerate(facts["rows"], start=1):
            page.write_string(number, 0, _named(said, row, "topic"), cell)
            page.write_string(number, 1, _named(said, row, "place"), cell)
            for column, name in enumerate(SUMS, start=2):
                page.write_number(number, column, row[name], cell)
    return f"nghe-dan-noi-{facts['year']}-{facts['month']:02}.xlsx", out.getvalue()


PAPERS = {
    "heard": heard_picture,
    "heard_sheet": heard_sheet,
}
