"""«báo cáo tháng 11», «báo cáo quý 4/2026», «báo cáo năm», «báo cáo từ đầu năm»."""

import re
from dataclasses import dataclass, replace

from language.line.fold import fold

_ASKS = (
    r"(?: (?:thi |co )?(?:sao|the nao|ra sao|nhu the nao|dau|gi))?"
    r"(?: (?:roi|nhi|a|vay|the|nhe))*[ ?.!]*"
)
_PERIOD = re.compile(
    r"(?:(?:con |the )*)(?:(?:cho (?:toi |em |anh )?xem |xem |gui )?bao cao )?"
    r"(?:(?P<kind>thang|quy|nam)(?: (?P<number>\d{1,4}|i{1,3}|iv))?(?: ?/ ?(?P<year>\d{4})"
    r"| nam (?P<of>\d{4}))?"
    r"|(?P<named>thang|quy|nam) (?:(?P<last>truoc|roi|vua roi|vua qua|qua|ngoai)|nay)"
    r"|tuan (?P<week>\d{1,2})(?:(?: ?/ ?| nam | )(?P<its_year>\d{4}))?"
    r"|(?P<bare>\d{1,2})(?: ?/ ?| nam | )(?P<bare_year>\d{4})"
    r"|(?P<so_far>(?:tu )?dau nam(?: den nay)?))"
    rf"{_ASKS}"
)
_PAPER = re.compile(
    r"^(?:(?:(?:cho|gui|xin|toi|em|anh) )*(?:ban|bang|file) (word|excel) (?:cua )?)"
    r"|(?: (?:ban |bang |file )?(word|excel))(?: nhe| a)?$"
)
"""«bản word báo cáo tháng 11», «báo cáo quý 4 bản excel»."""
PERIOD_LINE = re.compile(
    r"(?i).{0,12}(?:b[aả]n|b[aả]ng|file) (?:word|excel) (?:c[uủ]a )?tu[aầ]n \d{1,2}.{0,9}"
    r"|(?:.{0,14} |.{0,12}(?:b[aả]n|b[aả]ng|file) (?:word|excel) (?:c[uủ]a )?)?"
    r"b[aá]o c[aá]o (?:(?:th[aá]ng|qu[yý]|n[aă]m) [\divIV].{0,12}"
    r"|(?:th[aá]ng|qu[yý]|n[aă]m) (?:tr[uư][oớ]c|(?:v[uừ]a )?r[oồ]i|(?:v[uừ]a )?qua|n[aà]y|nay"
    r"|ngo[aá]i).{0,9}"
    r"|tu[aầ]n \d{1,2}(?: ?/ ?| n[aă]m )\d{4}.{0,9}"
    r"|t[uừ] [dđ][aầ]u n[aă]m.{0,12})"
)
PERIOD_ALONE = re.compile(
    r"(?i)(?:(?:th[aá]ng|qu[yý]) (?:\d{1,2}|i{1,3}|iv)(?: ?/ ?\d{4})?"
    r"|t[uừ] [dđ][aầ]u n[aă]m(?: [dđ][eế]n nay)?"
    r"|b[aá]o c[aá]o (?:th[aá]ng|qu[yý]|n[aă]m))"
    r"(?: (?:th[iì] )?(?:sao|th[eế] n[aà]o|ra sao)(?: r[oồ]i)?)?\s*\??"
)
"""«tháng 11» and no more: whose report is meant, where nothing else asks for a day."""
WHY_SO = re.compile(r"(?i)(?:v[iì]|t[aạ]i) sao [\w-]{2,10} \d{1,3} ?/ ?\d{1,3}\s*\??")
"""«vì sao dcpl 1/3»"""
APPROVES_WEEK = re.compile(r"(?i)duy[eệ]t b[aá]o c[aá]o tu[aầ]n (?P<week>\d{1,2})")
_WEEK_BEFORE = re.compile(
    rf"(?:con |the )*(?:(?:cho (?:toi |em |anh )?xem |xem |gui )?bao cao )?"
    rf"tuan (?:truoc(?: do| nua)?|vua roi|vua qua){_ASKS}"
)
_KINDS = {"thang": "month", "quy": "quarter", "nam": "year"}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class PeriodAsked:
    """Which period's report is asked for; without a number the present one, or the `last` before
    it; as a `paper` («word», «excel»), or to be read here."""

    kind: str
    number: int | None = None
    year: int | None = None
    last: bool = False
    paper: str = ""


def report_period(text: str) -> PeriodAsked | None:
    said = fold(text)
    paper = _PAPER.search(said)
    read = _period_of(_PAPER.sub("", said, count=1))
    if read and read.kind == "week" and not (read.year or paper):
        return None  # «báo cáo tuần 46» is read with what is decided of reports
    return replace(read, paper=paper[1] or paper[2]) if read and paper else read


def _period_of(said: str) -> PeriodAsked | None:
    found = _PERIOD.fullmatch(said)
    if found is None:
        return None
    if found["so_far"]:
        return PeriodAsked("so_far")
    if week := found["week"] or found["bare"]:
        its_year = found["its_year"] or found["bare_year"]
        return PeriodAsked("week", int(week), int(its_year) if its_year else None)
    if found["named"]:
        return PeriodAsked(_KINDS[found["named"]], last=bool(found["last"]))
    number = _ROMAN.get(found["number"] or "") or int(found["number"] or 0) or None
    year = found["year"] or found["of"]
    kind = _KINDS[found["kind"]]
    if kind == "year":
        return PeriodAsked(kind, year=number or (int(year) if year else None))
    return PeriodAsked(kind, number, int(year) if year else None)


def asks_week_before(text: str) -> bool:
    """«tuần trước thì sao»: under a report, of the one before it."""
    return _WEEK_BEFORE.fullmatch(fold(text)) is not None


def week_approved(text: str) -> int | None:
    """«duyệt báo cáo tuần 48»: of which week."""
    found = APPROVES_WEEK.fullmatch(text.strip())
    return int(found["week"]) if found else None
