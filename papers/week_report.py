"""The weekly report as a paper to be signed: A4, its header, its sections, its tables."""

import io
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from docx.document import Document as Paper
from docx.oxml import OxmlElement
from docx.shared import Cm

from domain.report import ASKED, ReportLine, ReportTable, WeeklyReport
from domain.report_reading import read
from papers.letterhead import (
    CENTRE,
    SMALL,
    TEXT,
    TITLE,
    blank,
    letterhead,
    prose,
    sign,
    whole,
    write,
)
from papers.report_forms import ReportForm, form_of
from papers.sheet import Said, plain, sayings
from papers.week_rows import FILED, cell_text
from papers.wording import Wording

TINY = 10
SIGNS = "🟢🟡🔴👥❗"
"""What is told by signs on a telephone is told by numbers on paper."""
MANY = 7
PAGE, ROOMY, LOOKED_AT = 16.5, 28, 50
"""The page in cm; the most letters in a line of a cell; rows that are measured."""
LETTER, SIDES = 0.0202, 0.4
"""Centimetres: of a letter for each point of its size, and beside the text of a cell."""


def week_report(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    report, said = read(facts), sayings(words, "report")
    form = form_of(report)
    paper = blank(form)
    _header(paper, said, report, form)
    for text, size in ((said("title"), TITLE), (_about(said, report), TEXT)):
        write(paper.add_paragraph(), text, size, bold=True, align=CENTRE)
    to = "\n".join([said("to", first=form.to[0]), *form.to[1:]])
    write(paper.add_paragraph(), to, TEXT, align=CENTRE)
    _results(paper, words, said, report)
    _head(paper, said("judged"))
    for name in ("good", "bad"):
        prose(paper, said(name))
    prose(paper, report.remarks)
    _head(paper, said(_of_kind("coming", report), number=report.following.number))
    coming = [line for part in report.parts for line in part.next]
    _lines(paper, words, coming)
    prose(paper, "" if coming else said("by_hand"))
    _head(paper, said("asked"))
    for number, (ask, stands) in enumerate(zip(report.asks, report.stand, strict=True), start=1):
        over = f" ({plain(words, stands.kind, **stands.facts)})" if stands.kind != ASKED else ""
        prose(paper, f"{number}. {ask}{over}")
    prose(paper, "" if report.asks else said("by_hand"))
    sign(paper, form, said("recipients"), form.recipients, said("by_signer"))
    _appendix(paper, words, said, report)
    out = io.BytesIO()
    paper.save(out)
    return f"bao-cao-{FILED[report.kind]}-{report.number}.docx", out.getvalue()


def _header(paper: Paper, said: Said, report: WeeklyReport, form: ReportForm) -> None:
    over = report.sunday + timedelta(days=1)
    day = said("day", place=form.place, d=f"{over:%d}", m=f"{over:%m}", y=over.year)
    below = letterhead(paper, form, form.number, day)
    if not report.approved:
        write(below, said("draft"), TITLE, bold=True, align=CENTRE)


def _about(said: Said, report: WeeklyReport) -> str:
    facts = {n: getattr(report, n) for n in ("kind", "number", "monday", "sunday")}
    return said(_of_kind("about", report), **facts, next=report.following.number)


def _of_kind(key: str, report: WeeklyReport) -> str:
    """A month, a quarter, a year have words of their own."""
    return key if report.kind == "week" else f"{key}_span"


def _results(paper: Paper, words: Wording, said: Said, report: WeeklyReport) -> None:
    _head(paper, said(_of_kind("results", report), kind=report.kind, number=report.number))
    told = [part for part in report.parts if part.glance or part.lines]
    for number, part in enumerate(told, start=1):
        title = plain(words, f"digest.section.{part.name}", leaders=report.leaders)
        write(paper.add_paragraph(), f"{number}. {title.capitalize()}", TEXT, bold=True)
        hidden = {kind for table in part.tables if table.rows for kind in table.instead_of}
        _lines(paper, words, [*part.glance, *_beside(part.lines, hidden)])
        see = [number for number, table in _numbered(report) if table in part.tables]
        prose(paper, said("see", tables=see) if see else "")


def _beside(lines: Sequence[ReportLine], told: Container[str]) -> Iterator[ReportLine]:
    """What no table tells; «… và 4 việc khác» goes with the list that it ends."""
    gone = False
    for line in lines:
        gone = line.kind in told or (gone and line.kind == "digest.more")
        if not gone:
            yield line


def _lines(paper: Paper, words: Wording, lines: Sequence[ReportLine]) -> None:
    for line in lines:
        text = plain(words, line.kind, **line.facts).translate(dict.fromkeys(map(ord, SIGNS)))
        prose(paper, text.strip("•– "))


def _head(paper: Paper, text: str) -> None:
    write(paper.add_paragraph(), text, TEXT, bold=True)


def _appendix(paper: Paper, words: Wording, said: Said, report: WeeklyReport) -> None:
    """Biểu 1, 2, …: a table each."""
    for number, table in _numbered(report):
        title = plain(words, f"paper.rows.{table.title}")
        heading = paper.add_paragraph()
        heading.paragraph_format.page_break_before = number == 1
        heading.paragraph_format.keep_with_next = True
        write(heading, said("table", number=number, title=title), TEXT, bold=True)
        _table(paper, words, table)


def _numbered(report: WeeklyReport) -> list[tuple[int, ReportTable]]:
    """The tables of every room that have something in them, with the numbers that they bear."""
    told = (table for part in report.parts for table in part.tables if table.rows)
    return list(enumerate(told, start=1))


def _heads(row: Any) -> None:
    """The heads stand above on every page that a long table takes."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _table(paper: Paper, words: Wording, table: ReportTable) -> None:
    drawn = paper.add_table(1, len(table.heads))
    drawn.style = "Table Grid"
    size = SMALL if len(table.heads) < MANY else TINY
    for cell, key in zip(drawn.rows[0].cells, table.heads, strict=True):
        write(cell.paragraphs[0], plain(words, f"paper.rows.{key}"), size, bold=True)
    drawn.autofit = False
    widths = _widths(words, table, size)
    for column, cell, width in zip(drawn.columns, drawn.rows[0].cells, widths, strict=True):
        column.width = cell.width = width
    _heads(drawn.rows[0])
    for row in table.rows:
        for cell, value in zip(whole(drawn.add_row()).cells, row, strict=True):
            write(cell.paragraphs[0], _cell(words, value), size)


def _widths(words: Wording, table: ReportTable, size: int) -> list[Cm]:
    """Each column holds its longest word, and beyond that what its longest text asks for; together
    they fill the page."""
    heads = [plain(words, f"paper.rows.{key}") for key in table.heads]
    told = [[_cell(words, value) for value in row] for row in table.rows[:LOOKED_AT]]
    columns = list(zip(heads, *told, strict=True))
    words_of = [[word for text in column for word in text.split()] for column in columns]
    least = [max(map(len, said), default=1) * size * LETTER + SIDES for said in words_of]
    texts = [min(max(map(len, column)), ROOMY) for column in columns]
    longer = [1 + max(0, n - max(map(len, w))) for n, w in zip(texts, words_of, strict=True)]
    left = max(0.0, PAGE - sum(least))
    wide = [one + left * more / sum(longer) for one, more in zip(least, longer, strict=True)]
    return [Cm(PAGE * one / sum(wide)) for one in wide]


def _cell(words: Wording, value: Any) -> str:
    if isinstance(value, datetime):
        return plain(words, "paper.report.moment", moment=value)
    return cell_text(words, value)


PAPERS = {"week_report": week_report}
