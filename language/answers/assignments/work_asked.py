"""«152 thi han den bao gio vay», «ai dang tre viec»: what is asked about work, in any order."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from language.answers.assignments.briefing import longest_head
from language.line.names import Colleague, Match
from language.line.once import fold
from language.line.phrases import phrases
from language.line.vocabulary import book
from language.line.words import cut

_UNIT = re.compile(r"\b(?:may|bao nhieu|viec|den dau|toi dau|the nao|tinh hinh|tien do)\b")
LEAST, MOST = 10, 9999
"""What the number of a piece of work may be."""
_WHOSE = re.compile(r"\b(?:giao(?: viec)?(?: cho)?|viec(?: cua)?|cua|nho) (?=[^\W\d])")


def work_asked(folded: str) -> tuple[Literal["show", "overdue"], int | None] | None:
    """A line that is nothing but a question about one piece of work, or about who is late."""
    said = " ".join(re.findall(r"\w+", folded))
    words = frozenset(said.split())
    numbers = [int(word) for word in words if word.isdecimal()]
    rest = {word for word in words if not word.isdecimal()}
    asked = _any("asks").search(said) or folded.endswith("?")
    if len(numbers) == 1 and LEAST <= numbers[0] <= MOST and rest <= _words("of_work"):
        return ("show", numbers[0]) if asked else None
    late = _any("who").search(said) and _any("late").search(said)
    besides = _words("of_whom") if "ai" in rest else frozenset[str]()
    return (
        ("overdue", None) if late and not numbers and rest <= _words("of_late") | besides else None
    )


def unit_asked(text: str) -> tuple[Literal["unit", "overdue"], str] | None:
    """«TTVĐ còn mấy việc», «bên dân chủ có việc nào quá hạn không»: of a section, by its code."""
    line = cut(" ".join(text.split()))
    for place in range(len(line)):
        code, end = phrases("names", "units").tag(line, place)
        besides = (*line.words[:place], *line.words[end:])
        rest = " ".join(re.findall(r"\w+", fold(" ".join(word.text for word in besides))))
        if code and rest and set(rest.split()) <= _words("of_unit") | _words("of_late"):
            late = _any("late").search(rest)
            return ("overdue" if late else "unit", code) if late or _UNIT.search(rest) else None
    return None


def asked_of(text: str, roster: Sequence[Colleague]) -> Match:
    """«giao Nam việc đó chưa», «việc Nam gửi tao đến đâu rồi»: whose work the question is of."""
    flat = " ".join(text.split())
    places = [found.end() for found in _WHOSE.finditer(fold(flat))]
    named = (longest_head(flat[place:], roster)[0] for place in (0, *places))
    return next((found for found in named if found.people), Match())


@cache
def _words(what: str) -> frozenset[str]:
    """All that may stand in such a question."""
    lists = book("aside")["work_asked"]
    phrases = (*lists["small"], *lists["asks"], *lists["who"], *lists[what])
    return frozenset(word for phrase in phrases for word in fold(phrase).split())


@cache
def _any(what: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(fold, book('aside')['work_asked'][what]))})\b")
