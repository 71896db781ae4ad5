"""Codes as they are typed: an activity's («T7-2811-2»: one word, and no number of anybody), an
invite's, a certificate's, those of all that is followed."""

import re

from domain.checklist_kinds import CHECKLISTS
from domain.kinds import KINDS
from domain.matter_kinds import KINDS as MATTERS
from domain.registers import REGISTERS
from domain.visits import PREFIX

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


_INVITE = re.compile(r"(CB[\s-]*)?([0-9A-Z]{4})[\s-]?([0-9A-Z]{4})", re.IGNORECASE)
PREFIXED = re.compile(r"(?i)CB[\s-]*[0-9A-Z]{4}[\s-]?[0-9A-Z]{4}")
_THINGS = "|".join(
    [PREFIX, *(k.prefix for kinds in (MATTERS, CHECKLISTS, REGISTERS) for k in kinds.values())]
)
_CODE = re.compile(rf"(?i)\b(?:NV|{_THINGS})[- ]?\d{{1,6}}\b")
_THING = re.compile(
    rf"(?i)(?:^\s*({_THINGS})[- ]?|(?<![\w-])({_THINGS})-?)(\d{{1,6}})(?![\w/-]|[.:]\d)"
)
"""Within a line a code has no space: «gửi cv 210» is a paper's number."""
CERTIFICATE = re.compile(r"(?i)\s*TN[- ]?[0-9A-Z]{8}[\s.?]*")


def invite_code(text: str, *, prefixed: bool) -> str | None:
    """The code that a line is, as it is hashed; None when the line is something else.

    Somebody known who writes must write the `CB`, so that no other words are taken for a code.
    """
    found = _INVITE.fullmatch(text.strip())
    if found is None or (prefixed and not found[1]):
        return None
    return f"CB-{found[2]}-{found[3]}".upper()


def certificate_code(text: str) -> str | None:
    """«TN-7K2M9PQR»: the number of a certificate, without the letters before it."""
    if CERTIFICATE.fullmatch(text) is None:
        return None
    return "".join(filter(str.isalnum, text.upper())).removeprefix("TN")


def names_a_code(text: str) -> bool:
    """«nhắc CV-001»: something of ours is named."""
    return _CODE.search(text) is not None


def things_named(text: str) -> tuple[list[tuple[str, int]], str]:
    """«theo dõi KN17»: the letters and the number of each thing but work; and the other words."""
    named = [((a or b).upper(), int(number)) for a, b, number in _THING.findall(text)]
    return named, _THING.sub("", text)
