"""What every printed sheet shares: A4, one typeface, words without markup."""

import html
import io
from collections.abc import Callable, Sequence
from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from docx.table import Table

from papers.wording import Wording

TYPEFACE = "Times New Roman"


def plain(words: Wording, key: str, /, **facts: Any) -> str:
    """A text for paper: no markup."""
    text = words(key, **facts)
    for mark in ("<b>", "</b>", "<i>", "</i>"):
        text = text.replace(mark, "")
    return html.unescape(text)


def fresh() -> Paper:
    """An empty paper, which names nobody as its author."""
    paper = Document()
    about = paper.core_properties
    about.author = about.comments = about.last_modified_by = about.title = ""
    return paper


class Sheet:
    """One A4 page, filled from the top; a wide list lies `across`."""

    def __init__(self, margin: float = 2.0, *, across: bool = False) -> None:
        self._document = fresh()
        section = self._document.sections[0]
        sides = (Cm(29.7), Cm(21)) if across else (Cm(21), Cm(29.7))
        section.page_width, section.page_height = sides
        if across:
            section.orientation = WD_ORIENT.LANDSCAPE
        section.left_margin = section.right_margin = Cm(margin)
        section.top_margin = section.bottom_margin = Cm(margin)

    def line(
        self,
        text: str,
        size: float = 14,
        *,
        bold: bool = False,
        italic: bool = False,
        centre: bool = True,
        after: float = 6,
        leads: bool = False,
    ) -> None:
        """What `leads` stands on one page with the line after it."""
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(after)
        paragraph.paragraph_format.keep_with_next = leads
        if centre:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for number, part in enumerate(text.split("\n")):
            run = paragraph.add_run()
            if number:
                run.add_break()
            run.add_text(part)
            run.bold, run.italic = bold, italic
            run.font.size, run.font.name = Pt(size), TYPEFACE

    def table(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float] = ()
    ) -> None:
        """A grid: heads in bold and on every page, a row each, which no page divides; `widths`
        in cm, where the columns are not alike."""
        grid = self._document.add_table(rows=1 + len(rows), cols=len(heads), style="Table Grid")
        grid.autofit = not widths
        for column, width in zip(grid.columns, widths, strict=False):
            column.width = Cm(width)
            for cell in column.cells:
                cell.width = Cm(width)
        whole_rows(grid)
        for at, row in zip(grid.rows, (heads, *rows), strict=True):
            for cell, text in zip(at.cells, row, strict=True):
                run = cell.paragraphs[0].add_run(text)
                run.bold = row is heads
                run.font.size, run.font.name = Pt(12), TYPEFACE

    def picture(self, png: bytes, width: float) -> None:
        paragraph = self._document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run().add_picture(io.BytesIO(png), width=Cm(width))

    def save(self) -> bytes:
        out = io.BytesIO()
        self._document.save(out)
        return out.getvalue()


def whole_rows(grid: Table) -> None:
    """No page divides a row; the first is said again on each."""
    for number, row in enumerate(grid.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if not number:
            properties.append(OxmlElement("w:tblHeader"))


Said = Callable[..., str]
"""A text by the last part of its key: `said("title", code="…")`."""


def sayings(words: Wording, of: str) -> Said:
    """The texts of one paper, `paper.<of>.<name>`, as plain text."""

    def said(which: str, /, **facts: Any) -> str:
        return plain(words, f"paper.{of}.{which}", **facts)

    return said
