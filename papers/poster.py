"""The poster of an activity: A4, to hang where people pass, with a QR and a telephone number."""

from collections.abc import Mapping
from typing import Any

from papers.qr import qr
from papers.sheet import Sheet, Words, sayings


def poster(words: Words, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """A Word file that an office can still change before it prints it."""
    said, sheet = sayings(words, "poster"), Sheet()
    sheet.line(facts["office"].upper(), 13, after=18)
    sheet.line(facts["kind"].upper(), 20, bold=True)
    sheet.line(facts["title"], 30, bold=True, after=14)
    sheet.line(said("when", starts=facts["starts"]), 22, bold=True)
    for point in facts["points"]:
        sheet.line(said("point", **point), 17, after=2)
    if facts.get("bring"):
        sheet.line(said("bring", bring=facts["bring"]), 15, after=10)
    sheet.picture(qr(facts["link"], scale=16), 10.5)
    sheet.line(said("scan"), 17, bold=True)
    sheet.line(said("children", age=facts.get("age", 16), welcome=facts.get("children", "no")), 13)
    sheet.line(said("call", name=facts["contact"], phone=facts["phone"]), 17, bold=True)
    sheet.line(said("privacy"), 11, italic=True)
    return f"{facts['code']}-ap-phich.docx", sheet.save()
