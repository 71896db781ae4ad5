"""The poster of an activity: A4, to hang where people pass, with a QR and a telephone number."""

from collections.abc import Mapping
from typing import Any

from papers.qr import qr
from papers.sheet import Sheet, sayings
from papers.wording import Wording

LARGEST, SMALLEST, A_POINT = 9.5, 5.5, 0.7
"""Centimetres: the code is large where there is room, and gives way to what is said above it."""


def _point_size(points: int) -> int:
    """A few stand large; many still fit the one page."""
    return 17 if points < 4 else max(10, 17 - points)


def _qr_width(points: int) -> float:
    return max(SMALLEST, LARGEST - A_POINT * (points - 1))


def poster(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """A Word file that an office can still change before it prints it."""
    said, sheet = sayings(words, "poster"), Sheet()
    sheet.line(facts["office"].upper(), 13, after=18)
    sheet.line(said("kind", kind=facts["kind"]).upper(), 20, bold=True)
    sheet.line(facts["title"], 30, bold=True, after=14)
    sheet.line(said("when", starts=facts["starts"], ends=facts["ends"]), 22, bold=True)
    points = facts["points"]
    for number, point in enumerate(points):
        name = said("also" if number else "point", **point)
        sheet.line(name, _point_size(len(points)), after=2)
    if facts.get("bring"):
        sheet.line(said("bring", bring=facts["bring"]), 15, after=10)
    if facts.get("hosts"):
        sheet.line(said("hosts", hosts=facts["hosts"]), 13)
    sheet.picture(qr(facts["link"], scale=16), _qr_width(len(points)))
    sheet.line(said("scan"), 17, bold=True)
    sheet.line(said("children", age=facts.get("age", 16), welcome=facts.get("children", "no")), 13)
    sheet.line(said("call", name=facts["contact"], phone=facts["phone"]), 17, bold=True)
    sheet.line(said("privacy"), 11, italic=True)
    return f"{facts['code']}-ap-phich.docx", sheet.save()


PAPERS = {"poster": poster}
