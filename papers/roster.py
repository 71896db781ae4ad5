"""The list of a point on paper and as a table: for a morning without signal."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from papers.sheet import Sheet, Words, sayings


def table(rows: Iterable[Iterable[Any]]) -> bytes:
    """CSV that opens right in a Vietnamese Excel; no cell can become a formula."""
    out = io.StringIO()
    csv.writer(out).writerows([[_cell(value) for value in row] for row in rows])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _cell(value: Any) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text


def tick_list(words: Words, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """One A4 page with a box a name, to be typed in later."""
    said, sheet = sayings(words, "roster"), Sheet()
    sheet.line(said("title", point=facts["point"]), 18, bold=True)
    sheet.line(said("when", title=facts["title"], starts=facts["starts"]), 13, after=12)
    for row in facts["people"]:
        sheet.line(said("person", **row), 14, centre=False, after=4)
    sheet.line(said("more"), 13, centre=False)
    return f"{facts['code']}-diem-danh.docx", sheet.save()


def my_data(words: Words, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """Everything that is kept about one person, as a table of their own."""
    return "du-lieu-cua-toi.csv", table(facts["rows"])
