"""Which month is asked for: «nghe dân nói tháng 10»."""

import re
from datetime import date

MONTH_LINE = re.compile(r"(?i)nghe d[aâ]n n[oó]i(?: th[aá]ng)? (1[0-2]|0?[1-9])\b(?:/(\d{4}))?")


def heard_month(text: str, today: date) -> date:
    """The last such month that began; without one the present."""
    found = MONTH_LINE.match(text)
    first = date(int(found[2] or today.year), int(found[1]), 1) if found else today
    begun = first <= today or (found and found[2])
    return first.replace(day=1, year=first.year if begun else today.year - 1)
