"""What papers to be signed share: A4, the organisation's head, who signs, who has a copy."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.text.paragraph import Paragraph

from papers.report_forms import ReportForm
from papers.sheet import TYPEFACE, fresh

TEXT, TITLE, SMALL = 13.5, 14, 12
LEFT, RIGHT = Cm(6.6), Cm(9.9)
CENTRE, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


def blank(form: ReportForm) -> Paper:
    """A4, numbered from its second page."""
    paper = fresh()
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


def letterhead(paper: Paper, form: ReportForm, number: str, day: str) -> Paragraph:
    """The organisation at the left, the country at the right; the number is written by hand.
    Gives where what is said below them stands."""
    table = bare(paper, 3)
    left, right = [*form.over, *form.left, form.rule], form.right
    for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
        for place, text in enumerate(lines):
            where = cell.paragraphs[0] if not place else cell.add_paragraph()
            size = TEXT if place == 1 and lines is right else SMALL
            issues = lines is right or place >= len(form.over)
            write(where, text, size, bold=issues, align=CENTRE)
    for cell, text in zip(table.rows[1].cells, (number, day), strict=True):
        write(cell.paragraphs[0], text, TEXT, italic=text is day, align=CENTRE)
    below: Paragraph = table.rows[2].cells[0].paragraphs[0]
    return below


def bare(paper: Paper, rows: int) -> Any:
    """Two columns without lines."""
    table = paper.add_table(rows, 2)
    table.autofit = False
    for row in table.rows:
        row.cells[0].width, row.cells[1].width = LEFT, RIGHT
    for column, width in zip(table.columns, (LEFT, RIGHT), strict=True):
        column.width = width
    return table


def sign(paper: Paper, form: ReportForm, head: str, copies: Sequence[str], under: str) -> None:
    """Who has a copy at the left, who signs at the right, below the last words: never alone on a
    page."""
    for paragraph in (*paper.paragraphs[-1:], paper.add_paragraph()):
        paragraph.paragraph_format.keep_with_next = True
    row = whole(bare(paper, 1).rows[0])
    left, right = row.cells
    write(
        left.paragraphs[0], "\n".join([head, *(f"- {one}" for one in copies)]), SMALL, italic=True
    )
    write(right.paragraphs[0], "\n".join([*form.signed, under]), TEXT, bold=True, align=CENTRE)


def whole(row: Any) -> Any:
    """A row that no page divides: nobody signs on half a page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return row


def prose(paper: Paper, text: str) -> None:
    if text:
        paragraph = paper.add_paragraph()
        paragraph.paragraph_format.first_line_indent = Cm(1)
        write(paragraph, text, TEXT, align=JUSTIFY)


def write(
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
