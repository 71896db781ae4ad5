"""Telephone numbers: kept in one form, compared in that form, shown as people write them."""

_SEPARATORS = ".-()"
_DIGITS = (9, 10)


def phone_of(text: str) -> str | None:
    """`0900 000 001` or `84900000001` -> `+84900000001`; None when it is no such number."""
    typed = "".join(c for c in text if c not in _SEPARATORS and not c.isspace())
    prefix = next((p for p in ("+84", "84", "0") if typed.startswith(p)), None)
    rest = typed.removeprefix(prefix) if prefix else ""
    fits = len(rest) in _DIGITS and rest.isdecimal() and not rest.startswith("0")
    return f"+84{rest}" if fits else None


def phone_words(phone: str) -> str:
    """`+84900000001` -> `0900 000 001`."""
    digits = "0" + phone.removeprefix("+84")
    return f"{digits[:4]} {digits[4:7]} {digits[7:]}".strip()
