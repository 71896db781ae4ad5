"""«báo cáo tháng 11», «báo cáo quý 4/2026», «báo cáo năm», «báo cáo từ đầu năm»."""

import re
from dataclasses import dataclass

from domain.names import fold

_PERIOD = re.compile(
    r"(?:(?:cho (?:toi |em |anh )?xem |xem |gui )?bao cao )?"
    r"(?:(?P<kind>thang|quy|nam)(?: (?P<number>\d{1,4}|i{1,3}|iv))?(?: ?/ ?(?P<year>\d{4})"
    r"| nam (?P<of>\d{4}))?|(?P<so_far>(?:tu )?dau nam(?: den nay)?))"
)
PERIOD_LINE = re.compile(
    r"(?i)(?:.{0,14} )?b[aá]o c[aá]o (?:(?:th[aá]ng|qu[yý]|n[aă]m) [\divIV].{0,12}"
    r"|t[uừ] [dđ][aầ]u n[aă]m.{0,9})"
)
_KINDS = {"thang": "month", "quy": "quarter", "nam": "year"}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class PeriodAsked:
    """Which period's report is asked for; without a number the present one."""

    kind: str
    number: int | None = None
    year: int | None = None


def report_period(text: str) -> PeriodAsked | None:
    found = _PERIOD.fullmatch(fold(text))
    if found is None:
        return None
    if found["so_far"]:
        return PeriodAsked("so_far")
    number = _ROMAN.get(found["number"] or "") or int(found["number"] or 0) or None
    year = found["year"] or found["of"]
    kind = _KINDS[found["kind"]]
    if kind == "year":
        return PeriodAsked(kind, year=number or (int(year) if year else None))
    return PeriodAsked(kind, number, int(year) if year else None)
