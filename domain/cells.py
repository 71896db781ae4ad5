"""A cell of a table that people open in a spreadsheet: what is text stays text, and never runs."""

from typing import Any

MARK = "'"
_RUNS = frozenset("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula, in full width too."""


def cell(value: Any) -> Any:
    """Text that would run as a formula, or lose its nought as a number («0912 345 678»), is
    marked by one `'` before it; so is text that begins with one, so that whoever takes one `'`
    away has what was kept."""
    if not isinstance(value, str):
        return value
    return MARK + value if _is_marked(value) else value


def _is_marked(text: str) -> bool:
    first = text.lstrip(" ")[:1]
    return first == MARK or first in _RUNS or _is_number("".join(text.split()))


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
