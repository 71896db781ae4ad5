"""Telephone numbers: kept in one form, compared in that form, shown as people write them."""

import re

_SEPARATORS = re.compile(r"[\s.\-()]+")
_NATIONAL = re.compile(r"(?:\+?84|0)(\d{9,10})")


def phone_of(text: str) -> str | None:
    """`0900 000 001` or `84900000001` -> `+84900000001`; None when it is no such number."""
    found = _NATIONAL.fullmatch(_SEPARATORS.sub("", text))
    return f"+84{found[1]}" if found and not found[1].startswith("0") else None


def phone_words(phone: str) -> str:
    """`+84900000001` -> `0900 000 001`."""
    digits = "0" + phone.removeprefix("+84")
    return f"{digits[:4]} {digits[4:7]} {digits[7:]}".strip()
