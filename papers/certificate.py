"""The certificate of days and hours given, with a QR by which anybody may ask if it is true."""

from collections.abc import Mapping
from typing import Any

from papers.qr import qr
from papers.sheet import Sheet, sayings
from papers.wording import Wording


def certificate(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    said, sheet = sayings(words, "certificate"), Sheet(margin=2.5)
    sheet.line(facts["office"].upper(), 12, bold=True, after=84)
    sheet.line(said("title"), 24, bold=True, after=6)
    sheet.line(said("number", code=facts["code"]), 13, after=42)
    sheet.line(said("certifies"), 15)
    sheet.line(facts["name"], 26, bold=True, after=18)
    sheet.line(said("given", days=facts["days"], hours=facts["hours"]), 16)
    sheet.line(said(_period(facts), since=facts["since"], until=facts["until"]), 14, after=24)
    sheet.line(said("issued", day=facts["issued"]), 13, italic=True, after=6)
    sheet.line(said("signed"), 13, bold=True, after=0)
    sheet.line(said("by_hand"), 12, italic=True, after=84)
    sheet.picture(qr(facts["link"], scale=8), 4)
    sheet.line(said("verify"), 11, italic=True)
    return f"{facts['code']}.docx", sheet.save()


def _period(facts: Mapping[str, Any]) -> str:
    return "one_day" if facts["since"] == facts["until"] else "period"


PAPERS = {"certificate": certificate}
