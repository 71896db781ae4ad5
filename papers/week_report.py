"""The weekly report as a paper to be signed: A4, its header, its sections, its tables."""

import io
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.text.paragraph import Paragraph

from domain.report import Line, Table, WeeklyReport
from domain.report_reading import read
from papers.report_forms import DOTS, ReportForm, form_of
from papers.sheet import TYPEFACE, Said, Wording, plain, sayings
from papers.week_rows import cell_text

TEXT, TITLE, SMALL, TINY = 13.5, 14, 12, 10
SIGNS = "🟢🟡🔴👥❗"
"""What is told by signs on a telephone is told by numbers on paper."""
LEFT, RIGHT = Cm(6.6), Cm(9.9)
MANY = 7
PAGE, NARROW, ROOMY, LOOKED_AT = 16.5, 10, 28, 50
"""The page in cm; the fewest and the most letters in a line of a cell; rows that are measured."""
TABLES = ("by_section", "overdue", "registers", "turnout", "supervision")
"""Biểu 1–5 where there is something in them; everything else stands in the workbook."""
TABLED = {
    "by_section": ("digest.by_unit", "digest.unit", "digest.unit_none"),
    "overdue": ("digest.overdue_head", "digest.overdue"),
}
"""Lines of the telephone that a table of the paper tells."""
CENTRE, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


def week_report(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    report, said = read(facts), sayings(words, "report")
    form = form_of(report)
    paper = _page(form)
    _header(paper, said, report, form)
    for text, size in ((said("title"), TITLE), (_about(said, report), TEXT)):
        _write(paper.add_paragraph(), text, size, bold=True, align=CENTRE)
    to = "\n".join([said("to", first=form.to[0]), *form.to[1:]])
    _write(paper.add_paragraph(), to, TEXT, align=CENTRE)
    _results(paper, words, said, report)
    _head(paper, said("judged"))
    for name in ("good", "bad"):
        _text(paper, said(name))
    _text(paper, report.remarks)
    _head(paper, said("coming", number=report.following.number))
    coming = [line for part in report.parts for line in part.next]
    _lines(paper, words, coming)
    _text(paper, "" if coming else said("by_hand"))
    _head(paper, said("asked"))
    for number, ask in enumerate(report.asks, start=1):
        _text(paper, f"{number}. {ask}")
    _text(paper, "" if report.asks else said("by_hand"))
    _signature(paper, said, form)
    _appendix(paper, words, said, report)
    out = io.BytesIO()
    paper.save(out)
    return f"bao-cao-tuan-{report.number}.docx", out.getvalue()


def _page(form: ReportForm) -> Paper:
    paper = Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = map(Mm, form.margins[:2])
    section.left_margin, section.right_margin = map(Mm, form.margins[2:])
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = CENTRE
    run = number.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = text
        run._r.append(mark)
    return paper


def _header(paper: Paper, said: Said, report: WeeklyReport, form: ReportForm) -> None:
    """The organisation at the left, the country at the right; the number is written by hand."""
    table = _bare(paper, 3)
    left, right = [*form.over, *form.left, form.rule], form.right
    for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
        for number, text in enumerate(lines):
            where = cell.paragraphs[0] if not number else cell.add_paragraph()
            size = TEXT if number == 1 and lines is right else SMALL
            issues = lines is right or number >= len(form.over)
            _write(where, text, size, bold=issues, align=CENTRE)
    monday = report.following.monday
    place = report.place or DOTS
    day = said("day", place=place, d=f"{monday:%d}", m=f"{monday:%m}", y=monday.year)
    for cell, text, italic in zip(
        table.rows[1].cells, (form.number, day), (False, True), strict=True
    ):
        _write(cell.paragraphs[0], text, TEXT, italic=italic, align=CENTRE)
    if not report.approved:
        _write(table.rows[2].cells[0].paragraphs[0], said("draft"), TITLE, bold=True, align=CENTRE)


def _bare(paper: Paper, rows: int) -> Any:
    table = paper.add_table(rows, 2)
    table.autofit = False
    for row in table.rows:
        row.cells[0].width, row.cells[1].width = LEFT, RIGHT
    for column, width in zip(table.columns, (LEFT, RIGHT), strict=True):
        column.width = width
    return table


def _about(said: Said, report: WeeklyReport) -> str:
    facts = {n: getattr(report, n) for n in ("number", "monday", "sunday")}
    return said("about", **facts, next=report.following.number)


def _results(paper: Paper, words: Wording, said: Said, report: WeeklyReport) -> None:
    _head(paper, said("results", number=report.number))
    told = [part for part in report.parts if part.glance or part.lines]
    for number, part in enumerate(told, start=1):
        title = plain(words, f"digest.section.{part.name}", leaders=report.leaders)
        _write(paper.add_paragraph(), f"{number}. {title.capitalize()}", TEXT, bold=True)
        hidden = {
            kind for table in part.tables if table.rows for kind in TABLED.get(table.title, ())
        }
        _lines(paper, words, [*part.glance, *_beside(part.lines, hidden)])
        see = [
            number
            for number, title in _numbered(report)
            if title in TABLED and title in {t.title for t in part.tables}
        ]
        _text(paper, said("see", tables=see) if see else "")


def _beside(lines: Sequence[Line], told: Container[str]) -> Iterator[Line]:
    """What no table tells; «… và 4 việc khác» goes with the list that it ends."""
    gone = False
    for line in lines:
        gone = line.kind in told or (gone and line.kind == "digest.more")
        if not gone:
            yield line


def _lines(paper: Paper, words: Wording, lines: Sequence[Line]) -> None:
    for line in lines:
        text = plain(words, line.kind, **line.facts).translate(dict.fromkeys(map(ord, SIGNS)))
        _text(paper, text.strip("•– "))


def _head(paper: Paper, text: str) -> None:
    _write(paper.add_paragraph(), text, TEXT, bold=True)


def _text(paper: Paper, text: str) -> None:
    if text:
        paragraph = paper.add_paragraph()
        paragraph.paragraph_format.first_line_indent = Cm(1)
        _write(paragraph, text, TEXT, align=JUSTIFY)


def _write(
    paragraph: Paragraph,
    text: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH | None = None,
) -> None:
    if align is not None:
        paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(3)
    run = paragraph.add_run(text)
    run.bold, run.italic = bold, italic
    run.font.size, run.font.name = Pt(size), TYPEFACE
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), TYPEFACE)


def _signature(paper: Paper, said: Said, form: ReportForm) -> None:
    paper.add_paragraph()
    table = _bare(paper, 1)
    left, right = table.rows[0].cells
    copies = "\n".join([said("recipients"), *(f"- {one}" for one in form.recipients)])
    _write(left.paragraphs[0], copies, SMALL, italic=True)
    signed = "\n".join([*form.signed, said("by_signer")])
    _write(right.paragraphs[0], signed, TEXT, bold=True, align=CENTRE)
    _whole(table.rows[0])


def _appendix(paper: Paper, words: Wording, said: Said, report: WeeklyReport) -> None:
    """Biểu 1, 2, …: a table each."""
    told = {table.title: table for part in report.parts for table in part.tables}
    for number, name in _numbered(report):
        table = told[name]
        title = plain(words, f"paper.rows.{table.title}")
        heading = paper.add_paragraph()
        heading.paragraph_format.page_break_before = number == 1
        heading.paragraph_format.keep_with_next = True
        _write(heading, said("table", number=number, title=title), TEXT, bold=True)
        _table(paper, words, table)


def _numbered(report: WeeklyReport) -> list[tuple[int, str]]:
    """The tables that have something in them, with the numbers that they bear."""
    told = {table.title for part in report.parts for table in part.tables if table.rows}
    return list(enumerate((title for title in TABLES if title in told), start=1))


def _whole(row: Any) -> Any:
    """A row that no page divides: nobody signs on half a page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return row


def _heads(row: Any) -> None:
    """The heads stand above on every page that a long table takes."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _table(paper: Paper, words: Wording, table: Table) -> None:
    drawn = paper.add_table(1, len(table.heads))
    drawn.style = "Table Grid"
    size = SMALL if len(table.heads) < MANY else TINY
    for cell, key in zip(drawn.rows[0].cells, table.heads, strict=True):
        _write(cell.paragraphs[0], plain(words, f"paper.rows.{key}"), size, bold=True)
    drawn.autofit = False
    for column, width in zip(drawn.columns, _widths(words, table), strict=True):
        column.width = width
    _heads(drawn.rows[0])
    for row in table.rows:
        for cell, value in zip(_whole(drawn.add_row()).cells, row, strict=True):
            _write(cell.paragraphs[0], _cell(words, value), size)


def _widths(words: Wording, table: Table) -> list[Cm]:
    """Each column as wide as its longest text asks for; together they fill the page."""
    heads = [plain(words, f"paper.rows.{key}") for key in table.heads]
    told = [[_cell(words, value) for value in row] for row in table.rows[:LOOKED_AT]]
    columns = (max(map(len, column)) for column in zip(heads, *told, strict=True))
    asked = [min(max(letters, NARROW), ROOMY) for letters in columns]
    return [Cm(PAGE * one / sum(asked)) for one in asked]


def _cell(words: Wording, value: Any) -> str:
    if isinstance(value, datetime):
        return plain(words, "paper.report.moment", moment=value)
    return cell_text(words, value)
