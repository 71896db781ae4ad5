"""A mark of time in a line, and the neighbours that make a word something else."""

from dataclasses import dataclass
from typing import Any

from language.phrases import phrases
from language.words import Line


@dataclass(frozen=True, slots=True)
class Mark:
    kind: str
    value: Any
    start: int  # first word
    end: int  # the word after it
    sure: bool = True  # False: without marks the word could mean something else


def has_marks(line: Line) -> bool:
    """Somebody who writes marks anywhere in the line means a bare word as it stands."""
    return any(word.marked for word in line.words)


def counted(line: Line, j: int) -> bool:
    """Does a thing that is counted stand here: «6/9 khu», «thu 5 triệu»?"""
    _, end = phrases("days", "counted_after").at(line, j) if j < len(line) else ("", j)
    if end == j:
        return False
    if line.words[j].text in ("anh", "em", "chị", "e", "a") or line.words[j].capital:
        return False
    return not (line.text_at(j) in ("m", "k", "đ") and not line.words[j].glued)


OTHER_WORDS = ("di", "co", "nha", "be", "cau", "mo", "thay", "dc")  # «di thu 7» is no «dì Thu»


def named(line: Line, i: int) -> bool:
    """Is the word at i the name of a person: «chị Mai», «giao Mai»?"""
    before = phrases("days", "name_before")
    for length in (3, 2, 1):
        if i >= length:
            tag, end = before.tag(line, i - length)
            if end == i and tag:
                title = line.words[i - 1]
                sure = tag == "any" and (title.marked or title.bare not in OTHER_WORDS)
                return sure or line.words[i].capital
    if i == 0 and line.words[i].capital and line.text_at(1) == ":":
        return True
    return line.words[i].capital and i > 0 and _capital_is_rare(line, i)


def _capital_is_rare(line: Line, i: int) -> bool:
    before = line.words[i - 1]
    if before.text in (".", "!", "?", "\n", ":", "-", "•", "…"):
        return False
    if before.bare in (
        "ngay",
        "sang",
        "chieu",
        "toi",
        "trua",
        "dem",
        "den",
        "hom",
        "som",
        "h",
        "gio",
    ):
        return False
    letters = [w for w in line.words if w.text.isalpha()]
    return 2 * sum(w.capital for w in letters) <= len(letters)
