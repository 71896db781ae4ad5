"""The rows behind every figure of a report, as a workbook: one sheet a question."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from math import ceil
from typing import Any

import xlsxwriter

from domain.periods import OFFICE_ZONE, local
from domain.report import ReportTable, WeeklyReport
from domain.report_reading import read
from papers.sheet import TYPEFACE, Said, plain, sayings
from papers.wording import Wording

NAME_LETTERS, WIDEST, LOOKED_AT = 31, 38, 200
LINE, SIDE = 16, 3
"""Points that a line is high; letters of a width that stay empty where words are wrapped."""
A_NUMBER = "\u2060"
"""Stands where a text of ours has a number, which has a column of its own."""
FILED = {
    "week": "tuan",
    "month": "thang",
    "quarter": "quy",
    "year": "nam",
    "so_far": "tu-dau-nam",
}
"""How a report's file is called, by its kind."""


def week_rows(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    report = read(facts)
    tables = [table for part in report.parts for table in part.sheet]
    tables += [_asked(words, report)] if report.asks else []
    content = workbook(sayings(words, "rows"), words, tables, _span(words, report))
    return f"{FILED[report.kind]}-{report.number}.xlsx", content


def _asked(words: Wording, report: WeeklyReport) -> ReportTable:
    """What the leaders are asked, as the report numbers it, and what became of it."""
    stand = [plain(words, one.kind, **one.facts) for one in report.stand]
    rows = [(n, *row) for n, row in enumerate(zip(report.asks, stand, strict=True), start=1)]
    return ReportTable("asked", ("place_n", "words", "state"), tuple(rows))


def workbook(said: Said, words: Wording, tables: Sequence[ReportTable], when: str) -> bytes:
    """A sheet for each table; `said` are the texts of its titles and heads."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for table in tables:
            _sheet(book, said, words, table, when)
        if not tables:
            book.add_worksheet()
    return out.getvalue()


def _sheet(
    book: xlsxwriter.Workbook, said: Said, words: Wording, table: ReportTable, when: str
) -> None:
    """A title, the heads, the rows. What people typed is text, never a formula."""
    face = {"font_name": TYPEFACE, "font_size": 12}
    title = book.add_format({**face, "bold": True, "font_size": 14})
    head = book.add_format({**face, "bold": True, "border": 1, "text_wrap": True})
    cell = book.add_format({**face, "border": 1, "text_wrap": True, "valign": "top"})
    day = book.add_format({**face, "border": 1, "num_format": "dd/mm/yyyy hh:mm", "align": "left"})
    name = said(table.title)
    page = book.add_worksheet(name[:NAME_LETTERS])
    widths = [_width(said, words, table, column) for column in range(len(table.heads))]
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    page.freeze_panes(3, 0)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(2)
    page.write_string(0, 0, f"{name} – {when}", title)
    for column, key in enumerate(table.heads):
        page.write_string(2, column, said(key), head)
    for number, row in enumerate(table.rows, start=3):
        if (lines := _lines(words, row, widths)) > 1:
            page.set_row(number, lines * LINE)
        for column, value in enumerate(row):
            if isinstance(value, datetime):
                here = local(value, OFFICE_ZONE).replace(tzinfo=None)
                page.write_datetime(number, column, here, day)
            elif isinstance(value, (int, float)):
                page.write_number(number, column, value, cell)
            else:
                page.write_string(number, column, cell_text(words, value), cell)


def cell_text(words: Wording, value: Any) -> str:
    """What is written `@proof.leader` is a text of ours; of a measure its unit alone."""
    text = "" if value is None else str(value)
    key = text.removeprefix("@")
    if key == text or not words.has(key):
        return text
    return " ".join(plain(words, key, n=A_NUMBER).replace(A_NUMBER, "").split())


def _span(words: Wording, report: WeeklyReport) -> str:
    facts = {n: getattr(report, n) for n in ("kind", "number", "monday", "sunday", "short")}
    return plain(words, f"paper.rows.{'span' if report.kind == 'week' else 'span_of'}", **facts)


def _lines(words: Wording, row: Sequence[Any], widths: Sequence[float]) -> int:
    """How many lines its longest cell takes: not every program finds that by itself."""
    told = (
        (len(cell_text(words, value)), width) for value, width in zip(row, widths, strict=True)
    )
    return max(ceil(letters / (width - SIDE)) for letters, width in told)


def _width(said: Said, words: Wording, table: ReportTable, column: int) -> float:
    """As wide as what is read there."""
    told = {row[column] for row in table.rows[:LOOKED_AT]}
    longest = max((len(cell_text(words, value)) for value in told), default=0)
    return min(WIDEST, max(longest, len(said(table.heads[column]))) + SIDE)


PAPERS = {"week_rows": week_rows}
