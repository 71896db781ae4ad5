"""Small words that change nothing: fillers of every line, and those that belong to one intent."""

from functools import cache

from language.line.phrases import Phrases
from language.line.vocabulary import book
from language.line.words import Line


def fillers(line: Line, intent: str) -> set[int]:
    """The words that need no meaning of their own; «khu 3» with its number."""
    out = {i for _, a, b in _listed(intent).find(line) for i in range(a, b)}
    return out | {i + 1 for i in out if line.bare_at(i) in PLACED and _numbered(line, i + 1)}


def _numbered(line: Line, i: int) -> bool:
    return i < len(line) and line.words[i].digits


PLACED = ("khu", "to", "thon", "xom", "pho", "doi")


@cache
def _listed(intent: str) -> Phrases:
    listed = book("answers")["fillers"]
    return Phrases((tag, word) for tag in ("any", intent) for word in listed.get(tag, ()))
