"""How an organisation's report looks on paper: header, number, whom it is for, who signs, who has
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
    to: Sequence[str]
    signed: Sequence[str]
    recipients: Sequence[str]
    margins: Sequence[int]
    """Above, below, left and right, in millimetres."""

    def filled(self, report: WeeklyReport) -> "ReportForm":
        place = report.place or DOTS
        names = {"OFFICE": report.office.upper(), "PLACE": place.upper(), "place": place}
        left, to = ([text.format(**names) for text in lines] for lines in (self.left, self.to))
        return replace(self, left=left, to=to)


def form_of(report: WeeklyReport) -> ReportForm:
    """The organisation's, else that of such an office, else the usual."""
    return forms().get(report.form, forms()[DEFAULT]).filled(report)


@cache
def forms() -> Mapping[str, ReportForm]:
    text = (resources.files("papers") / "report_forms.toml").read_text("utf-8")
    return {code: ReportForm(**table) for code, table in tomllib.loads(text).items()}
