"""The week by places, as it is copied into "Mặt trận số": which column has what is data."""

import io
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

import xlsxwriter

from domain.report import WeeklyReport
from domain.report_reading import read
from papers.sheet import TYPEFACE, plain
from papers.week_rows import cell_text
from papers.wording import Wording

PLACES = "by_place"
WIDEST = 40


@cache
def columns() -> Sequence[Mapping[str, str]]:
    """The head of each, and which figure of a place stands under it."""
    text = (resources.files("papers") / "front_sheet.toml").read_text("utf-8")
    found: Sequence[Mapping[str, str]] = tomllib.loads(text)["column"]
    return found


def front_sheet(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    report, out = read(facts), io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        _fill(book, words, list(_rows(report)))
    return f"mat-tran-so-tuan-{report.number}.xlsx", out.getvalue()


def _rows(report: WeeklyReport) -> Iterator[Mapping[str, Any]]:
    """Each place with its figures by name, as the week's turnout has them."""
    tables = [table for part in report.parts for table in part.sheet if table.title == PLACES]
    for table in tables:
        for number, row in enumerate(table.rows, start=1):
            named = dict(zip(table.heads, row, strict=True))
            yield {"number": number, "week": report.number, "office": report.short, **named}


def _fill(book: xlsxwriter.Workbook, words: Wording, rows: Sequence[Mapping[str, Any]]) -> None:
    face = {"font_name": TYPEFACE, "font_size": 12, "border": 1, "text_wrap": True}
    head, cell = book.add_format({**face, "bold": True}), book.add_format(face)
    page = book.add_worksheet(plain(words, "paper.rows.front"))
    page.freeze_panes(1, 0)
    page.fit_to_pages(1, 0)
    for at, column in enumerate(columns()):
        told = [row.get(column["of"]) for row in rows]
        longest = max(len(str(value or "")) for value in (column["head"], *told))
        page.set_column(at, at, min(longest + 3, WIDEST))
        page.write_string(0, at, column["head"], head)
        for line, value in enumerate(told, start=1):
            if isinstance(value, (int, float)):
                page.write_number(line, at, value, cell)
            else:
                page.write_string(line, at, cell_text(words, value), cell)


PAPERS = {"front_sheet": front_sheet}
