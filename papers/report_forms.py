"""How an organisation's papers look: header, numbers, whom it is for, who signs, who has
a copy; all of it data."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from domain.report import WeeklyReport

DEFAULT, DOTS = "default", "……………"


@dataclass(frozen=True, slots=True)
class ReportForm:
    over: Sequence[str]
    """Whom the organisation stands under."""
    left: Sequence[str]
    rule: str
    right: Sequence[str]
    """The country's name, or what stands in its place."""
    number: str
    letter: str
    """The number of what is no report."""
    to: Sequence[str]
    signed: Sequence[str]
    recipients: Sequence[str]
    margins: Sequence[int]
    """Above, below, left and right, in millimetres."""
    place: str = DOTS
    """Where it is written."""

    def filled(self, office: str, place: str) -> "ReportForm":
        place = place or DOTS
        names = {"OFFICE": office.upper(), "PLACE": place.upper(), "place": place}
        left, to = ([text.format(**names) for text in lines] for lines in (self.left, self.to))
        return replace(self, left=left, to=to, place=place)


def form_of(report: WeeklyReport) -> ReportForm:
    return form_for((report.form,), report.office, report.place)


def form_for(codes: Sequence[str], office: str, place: str) -> ReportForm:
    """The organisation's, else that of such an office, else the usual."""
    known = (forms()[code] for code in (*codes, DEFAULT) if code in forms())
    return next(known).filled(office, place)


@cache
def forms() -> Mapping[str, ReportForm]:
    text = (resources.files("papers") / "report_forms.toml").read_text("utf-8")
    return {code: ReportForm(**table) for code, table in tomllib.loads(text).items()}
