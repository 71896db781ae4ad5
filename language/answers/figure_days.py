"""«28/11 dtn 25», «t7 tuan truoc co 30 nguoi»: of which day a line of figures speaks."""

import re
from collections.abc import Collection
from datetime import date

from language.dates.moments import When

_YEAR = r"(?:[/.]\d{2,4})?"
_DATE = re.compile(rf"(?i)(?:\bng[àa]y )?(?<![\d/.,])(\d{{1,2}})[/.](\d{{1,2}}){_YEAR}(?![\d/])")


def day_among(text: str, when: When, days: Collection[date]) -> tuple[date | None, str]:
    """The one of these days that is named, and the line without it."""
    for found in _DATE.finditer(text):
        named = [d for d in days if (d.day, d.month) == (int(found[1]), int(found[2]))]
        if named:
            return max(named), _joined(text[: found.start()], text[found.end() :])
    said = {when.start, when.other.start if when.other else None} & set(days)
    return (max(day for day in said if day), when.rest) if any(said) else (None, text)


def _joined(before: str, after: str) -> str:
    return f"{before.rstrip(' ,')} {after.lstrip(' ,')}".replace(" :", ":").strip(" :")
