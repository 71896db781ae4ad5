"""The list of a point on paper, for a morning without signal."""

from collections.abc import Mapping
from typing import Any

from papers.sheet import Sheet, sayings
from papers.wording import Wording


def tick_list(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """One A4 page with a box a name, to be typed in later."""
    said, sheet = sayings(words, "roster"), Sheet()
    sheet.line(said("title", point=facts["point"]), 18, bold=True)
    sheet.line(said("when", title=facts["title"], starts=facts["starts"]), 13, after=12)
    for row in facts["people"]:
        sheet.line(said("person", **row), 13, centre=False, after=1)
    sheet.line(said("more"), 13, centre=False)
    return f"{facts['code']}-diem-danh.docx", sheet.save()


PAPERS = {"tick_list": tick_list}
