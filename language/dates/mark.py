"""A mark of time in a line, and the neighbours that make a word something else."""

from dataclasses import dataclass
from typing import Any

from language.line.phrases import phrases
from language.line.vocabulary import group
from language.line.words import Line


@dataclass(frozen=True, slots=True)
class Mark:
    kind: str
    value: Any
    start: int  # first word
    end: int  # the word after it
    sure: bool = True  # False: without marks the word could mean something else


def has_marks(line: Line) -> bool:
    """Somebody who writes marks anywhere in the line means a bare word as it stands."""
    return not line.patchy and any(word.accented for word in line.words)


def counted(line: Line, j: int) -> bool:
    """Does a thing that is counted stand here: «6/9 khu», «thu 5 triệu»?"""
    _, end = phrases("days", "counted_after").at(line, j) if j < len(line) else ("", j)
    if end == j:
        return False
    if line.text_at(j) == "nha" and end == len(line):
        return False  # «tre nhat thu 6 nha»
    if line.words[j].text in ("anh", "em", "chị", "e", "a"):
        return False
    if _stands_out(line, j):
        return False
    return not (line.text_at(j) in ("m", "k", "đ") and not line.words[j].glued)


def named(line: Line, i: int) -> bool:
    """Is the word at i the name of a person: «chị Mai», «giao Mai»?"""
    tag = _title_before(line, i)
    if tag:
        title = line.words[i - 1]
        sure = title.marked or title.bare not in group("days", "no_title")
        return (tag == "any" and sure) or _stands_out(line, i)
    if not line.words[i].capital:
        return False
    return _calls_somebody(line) if i == 0 else _capital_is_rare(line, i)


def titled(line: Line, i: int) -> bool:
    """«anh Năm», «đ/c Tư»: a capital right after a title."""
    return bool(_title_before(line, i)) and _stands_out(line, i)


def _stands_out(line: Line, i: int) -> bool:
    return line.words[i].capital and not line.shouted


def _calls_somebody(line: Line) -> bool:
    """«Mai: gửi file», «Mai với Lan đi chợ»."""
    with_another = line.bare_at(1) in ("voi", "va", "cung") and len(line) > 2
    return line.text_at(1) == ":" or (with_another and line.words[2].capital)


def _title_before(line: Line, i: int) -> str:
    before = phrases("days", "name_before")
    found = (before.tag(line, i - length) for length in (3, 2, 1) if i >= length)
    return next((tag for tag, end in found if tag and end == i), "")


def _capital_is_rare(line: Line, i: int) -> bool:
    before = line.words[i - 1]
    if before.text in ".!?\n:-•…" or before.bare in group("days", "before_mai"):
        return False
    letters = [w for w in line.words if w.text.isalpha()]
    return 2 * sum(w.capital for w in letters) <= len(letters)
