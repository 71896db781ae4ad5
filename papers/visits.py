"""Papers about visits: the list for the conference, the ready letter, the paper for the road."""

from collections.abc import Mapping
from typing import Any

from papers.sheet import Sheet, Wording, sayings

BLANK = "…" * 22
"""To be written in by hand."""


def conference_list(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """Every proposal that is to be settled, a row each, with what it overlaps."""
    said, sheet = sayings(words, "conference"), Sheet()
    sheet.line(facts["office"].upper(), 12, bold=True, after=12)
    sheet.line(said("title", year=facts["year"]), 15, bold=True)
    heads = [said(f"head.{name}") for name in ("code", "theme", "body", "org", "when", "overlap")]
    rows = [
        [
            row["code"],
            row["theme"],
            row["body"],
            row["org"],
            said("when", window=row["window"]),
            said("overlap", met=row["met"], apart=row["apart"]),
        ]
        for row in facts["rows"]
    ]
    sheet.table(heads, rows)
    return f"hiep-thuong-{facts['year']}.docx", sheet.save()


def reminder_letter(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """To those above a body that has not answered: drafted here, signed and sent by people."""
    said, sheet = sayings(words, "reminder"), Sheet(margin=2.5)
    sheet.line(facts["office"].upper(), 12, bold=True, after=2)
    sheet.line(said("number"), 13, after=2)
    sheet.line(said("dated"), 13, italic=True, after=18)
    sheet.line(said("title"), 14, bold=True)
    sheet.line(said("about", body=facts["body"]), 13, after=18)
    sheet.line(said("to", body=facts["body"]), 14, after=12)
    sheet.line(said("begins", body=facts["body"]), 14, centre=False)
    for row in facts["rows"]:
        sheet.line(said("row", **row), 14, centre=False, after=3)
    sheet.line(said("asks"), 14, centre=False, after=30)
    sheet.line(said("signed"), 13, bold=True, after=0)
    sheet.line(said("by_hand"), 12, italic=True, after=60)
    sheet.line(said("copies", body=facts["body"]), 11, centre=False)
    return f"don-doc-{facts['code']}.docx", sheet.save()


def road_paper(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """For the team on its way; of an unannounced visit the point is written in by hand."""
    said, sheet = sayings(words, "road"), Sheet(margin=2.5)
    sheet.line(facts["office"].upper(), 12, bold=True, after=18)
    sheet.line(said("title", species=facts["species"]), 16, bold=True)
    sheet.line(said("theme", theme=facts["theme"]), 14, after=12)
    sheet.line(said("place", place=facts["place"] or BLANK), 14, centre=False)
    sheet.line(said("when", starts=facts["starts"], meets=facts["meets"]), 14, centre=False)
    for member in facts["team"]:
        sheet.line(said("member", **member), 14, centre=False, after=2)
    for name in ("good", "short", "cause"):
        sheet.line(said(name), 14, centre=False, after=90)
    sheet.line(said("signed"), 13, bold=True)
    return f"{facts['code']}-di-duong.docx", sheet.save()
