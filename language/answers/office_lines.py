"""What an office writes down about itself: a day off, and what an hour of volunteering counts."""

import re
from datetime import date, timedelta

from domain.ledger import MOST_DAYS, MOST_HOURS, MOST_ROWS, Rule
from domain.refusals import Refusal

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?\s*(.*)", re.DOTALL)
_STEP = re.compile(r"(\d+(?:[.,]\d+)?) *h *= *(\d+(?:[.,]\d+)?)")


def read_named_day(words: str, today: date) -> tuple[date, str]:
    """`2/9 Quốc khánh` -> the next 2/9, and its name."""
    found = _DAY.fullmatch(words.strip())
    if found is None:
        raise Refusal("day_form")
    number, month, year, name = found.groups()
    try:
        day = date(int(year or today.year), int(month), int(number))
        if not year and day < today:
            day = day.replace(year=today.year + 1)
    except ValueError:
        raise Refusal("day_form") from None
    return day, name


def read_rule(typed: str) -> Rule | None:
    """`2h=1 0h=0,5`: from two hours on a day, below it half a day; None when it is unclear."""
    steps = {_number(hours): _number(days) for hours, days in _STEP.findall(typed)}
    left_over = _STEP.sub("", typed).strip(" ;,\n")
    fits = 0 < len(steps) <= MOST_ROWS and max(steps) <= MOST_HOURS
    if not fits or left_over or max(steps.values()) > MOST_DAYS:
        return None
    return [(timedelta(hours=hours), days) for hours, days in sorted(steps.items(), reverse=True)]


def _number(typed: str) -> float:
    return float(typed.replace(",", "."))
