"""Papers about visits: the lists of proposals and of the programme, the ready letter, the paper
for the road."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from papers.letterhead import CENTRE, SMALL, TEXT, blank, letterhead, prose, sign, write
from papers.report_forms import form_for
from papers.sheet import Said, Sheet, sayings
from papers.wording import Wording

BLANK = "…" * 22
"""To be written in by hand."""
WIDTHS = (2.0, 6.0, 5.2, 3.9, 2.6, 6.0)
SETTLED_WIDTHS = (2.0, 5.2, 4.4, 3.0, 3.0, 4.6, 3.5)
"""Widths of the lists' columns, in cm: a code is divided by no line."""


def conference_list(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """Every proposal that is to be settled, a row each, with what it overlaps; what is said of it
    is written in by hand."""
    said = sayings(words, "conference")
    rows = [
        (
            row["org"],
            said(
                "overlap",
                met=row["met"],
                apart=row["apart"],
                inside=row["inside"],
                trip=row["trip"],
            ),
            "",
        )
        for row in facts["rows"]
    ]
    return f"hiep-thuong-{facts['year']}.docx", _list(said, facts, ("overlap", "opinion"), rows)


def sealed_facts(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """What a seal code is the SHA-256 of, letter by letter and nothing more."""
    return f"{facts['code']}-niem-phong.txt", facts["proved"].encode()


def programme_list(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """The year's programme, a row each: who leads, who goes along, when, how far it has come."""
    said = sayings(words, "programme")
    rows = [
        (said("org", org=row["org"], along=row["along"]), said("stage", stage=row["stage"]))
        for row in facts["rows"]
    ]
    return f"chuong-trinh-{facts['year']}.docx", _list(said, facts, ("stage",), rows)


def _list(
    said: Said, facts: Mapping[str, Any], last: Sequence[str], ends: Sequence[tuple[str, ...]]
) -> bytes:
    """A year's visits, a row each; `ends` says of each whose it is and what stands in the `last`
    columns."""
    sheet = Sheet(across=True)
    sheet.line(facts["office"].upper(), 12, bold=True, after=12)
    sheet.line(said("title", year=facts["year"]), 15, bold=True)
    if not facts["rows"]:
        sheet.line(said("none"), 13)
        return sheet.save()
    heads = [said(f"head.{name}") for name in ("code", "theme", "body", "org", "when", *last)]
    rows = [
        [row["code"], row["theme"], row["body"], whose, said("when", window=row["window"]), *end]
        for row, (whose, *end) in zip(facts["rows"], ends, strict=True)
    ]
    sheet.table(heads, rows, WIDTHS if len(last) == 1 else SETTLED_WIDTHS)
    return sheet.save()


def reminder_letter(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """To those above a body that has not answered: drafted here, numbered, signed and sent by
    people, under the head of whoever recommended."""
    said, body = sayings(words, "reminder"), facts["body"]
    form = form_for(facts["forms"], facts["office"], facts["place"])
    paper = blank(form)
    below = letterhead(paper, form, form.letter, said("dated", place=form.place))
    write(below, said("about", body=body), SMALL, align=CENTRE)
    write(paper.add_paragraph(), said("to", body=body), TEXT, align=CENTRE)
    prose(paper, said("begins", body=body))
    for row in facts["rows"]:
        prose(paper, said("row" if row["what"] else "row_bare", **row))
    prose(paper, said("asks"))
    copies = said("copies", body=body).split("\n")
    sign(paper, form, said("recipients"), copies, said("by_signer"))
    out = io.BytesIO()
    paper.save(out)
    return f"don-doc-{facts['code']}.docx", out.getvalue()


def road_paper(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """For the team on its way; of an unannounced visit the point is written in by hand."""
    said, sheet = sayings(words, "road"), Sheet(margin=2.5)
    sheet.line(facts["office"].upper(), 12, bold=True, after=2)
    sheet.line(said("number"), 12, after=2)
    sheet.line(said("dated"), 12, italic=True, after=18)
    sheet.line(said("title", species=facts["species"]), 16, bold=True)
    sheet.line(said("theme", theme=facts["theme"] or BLANK), 14, after=12)
    sheet.line(said("place", place=facts["place"] or BLANK), 14, centre=False)
    meets = facts["meets"] if facts["starts"] else BLANK
    sheet.line(said("when", starts=facts["starts"], meets=meets), 14, centre=False)
    for member in facts["team"]:
        sheet.line(said("member", **member), 14, centre=False, after=2)
    for guest in facts.get("guests", ()):
        sheet.line(said("guest", name=guest), 14, centre=False, after=2)
    for name in ("good", "short", "cause", "guests"):
        sheet.line(said(name), 14, centre=False, after=70, leads=name == "guests")
    sheet.line(said("signed" if facts["place"] else "signed_alone"), 13, bold=True)
    return f"{facts['code']}-di-duong.docx", sheet.save()


PAPERS = {
    "conference_list": conference_list,
    "programme_list": programme_list,
    "reminder_letter": reminder_letter,
    "road_paper": road_paper,
    "sealed_facts": sealed_facts,
}
