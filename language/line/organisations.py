"""Reads which organisation is named: «ĐTN», «hội phụ nữ», «cong doan»."""

from language.line.phrases import phrases
from language.line.restore import read


def organisation(text: str) -> str:
    """The code of the organisation that these words name, and nothing besides; else empty."""
    line = read(text)
    code, end = phrases("figures", "organisations").tag(line, 0)
    return code if end == len(line) else ""
