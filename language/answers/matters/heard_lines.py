"""Which month is asked for: «nghe dân nói tháng 10»."""

import re
from datetime import date

from language.line.once import fold

DECEMBER = 12
MONTH_LINE = re.compile(r"(?i)nghe d[aâ]n n[oó]i(?: th[aá]ng)? \d{1,2}(?:/\d{4})?")
_MONTH = re.compile(r"nghe dan noi(?: thang)? (\d{1,2})(?:/(\d{4}))?")


def heard_month(text: str, today: date) -> date:
    """«nghe dân nói tháng 10»: the last such month that began; without one the present."""
    found = _MONTH.fullmatch(fold(text))
    if found is None or not 1 <= int(found[1]) <= DECEMBER:
        return today.replace(day=1)
    first = date(int(found[2] or today.year), int(found[1]), 1)
    return first if found[2] or first <= today else first.replace(year=today.year - 1)
