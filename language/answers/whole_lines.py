"""What a whole line is, wherever it is typed: words known by heart, a code, a line of the roll."""

import re
from collections.abc import Mapping
from functools import cache

from domain.names import fold
from language.answers.ages import AN_AGE
from language.answers.codes import CERTIFICATE, PREFIXED
from language.answers.matter_lines import matter_code, raised_in
from language.answers.register_lines import register_line
from language.answers.roll_lines import ROLL_LINES
from language.line.vocabulary import book

_WITH_DAY = re.compile(r"(?i)(?:đăng k[ýí]|dang k[yi]|đk|dk) (?:ngày |ngay )?\d{1,2}/\d{1,2}")
_LOOKS: Mapping[str, re.Pattern[str]] = {
    "invite": PREFIXED,
    "age": AN_AGE,
    "certificate": CERTIFICATE,
    "coming_up": _WITH_DAY,
    **ROLL_LINES,
}
"""Lines of a certain look; the first that fits counts."""
READ = frozenset(
    {
        "day_question",
        "day_order",
        "whose_number",
        "incoming_paper",
        "paper_asked",
        "new_work",
        "company",
        "decision",
        "week_report",
        "matter_raised",
        "matter_code",
        "register_line",
    }
)
"""Lines that are read word by word; see `Reading.intent`."""


def intent_of(text: str) -> str:
    """The intent of a whole line; empty when the line says something of its own."""
    known = _known().get(fold(text))
    if raised_in(text):
        return "matter_raised"
    if matter_code(text):
        return "matter_code"
    if register_line(text):
        return "register_line"
    return known or next((name for name, look in _LOOKS.items() if look.fullmatch(text)), "")


def intents() -> frozenset[str]:
    """Every intent that a whole line may have."""
    return frozenset(_known().values()) | _LOOKS.keys() | READ


@cache
def _known() -> dict[str, str]:
    alone = book("intents")["alone"].items()
    return {fold(typed): intent for intent, lines in alone for typed in lines}
