"""How an organisation's report looks on paper: header, number, whom it is for, who signs, who has
a copy; all of it data."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from domain.report import WeeklyReport

DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class ReportForm:
    left: Sequence[str]
    right: Sequence[str]
    """Empty where the organisation's papers bear no name of the country."""
    number: str
    to: str
    signed: Sequence[str]
    recipients: Sequence[str]

    def filled(self, report: WeeklyReport) -> "ReportForm":
        names = {
            "OFFICE": report.office.upper(),
            "PART": report.part.upper(),
            "leaders": report.leaders,
        }
        left = [text.format(**names) for text in self.left]
        to = self.to.format(**names)
        return ReportForm(left, self.right, self.number, to, self.signed, self.recipients)


def form_of(report: WeeklyReport) -> ReportForm:
    """The organisation's, else that of such an office, else the usual."""
    return forms().get(report.form, forms()[DEFAULT]).filled(report)


@cache
def forms() -> Mapping[str, ReportForm]:
    text = (resources.files("papers") / "report_forms.toml").read_text("utf-8")
    return {code: ReportForm(**table) for code, table in tomllib.loads(text).items()}
