"""The code of an activity is one word, and no number of anybody: «T7-2811-2»."""

import re

from domain.kinds import KINDS

_PREFIXES = "|".join(kind.prefix.lower() for kind in KINDS.values())
CODE = (
    rf"(?<![\w-])(?:{_PREFIXES})-(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:-\d{{1,2}})?"
    r"(?![\w/-]|[.,:]\d)"
)
"""As it stands in a line in small letters."""
_CODES = re.compile(CODE, re.IGNORECASE)


def codes_in(text: str) -> list[str]:
    """Every code that is named, as it is written in storage."""
    return [code.upper() for code in _CODES.findall(text)]


def without_codes(text: str) -> str:
    """The line without them; of each letter one, so that places stay."""
    return _CODES.sub(lambda found: " " * len(found[0]), text)


def days_of_codes(text: str) -> list[tuple[int, int]]:
    """The day and the month that each of them bears."""
    bare = (code.split("-")[1] for code in codes_in(text))
    return [(int(digits[:2]), int(digits[2:])) for digits in bare]
