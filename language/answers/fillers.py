"""Small words that change nothing: fillers of every line, and those that belong to one intent."""

from functools import cache

from language.line.phrases import Phrases
from language.line.vocabulary import book
from language.line.words import Line


def fillers(line: Line, intent: str) -> set[int]:
    """The words that need no meaning of their own."""
    return {i for _, a, b in _listed(intent).find(line) for i in range(a, b)}


@cache
def _listed(intent: str) -> Phrases:
    listed = book("answers")["fillers"]
    return Phrases((tag, word) for tag in ("any", intent) for word in listed.get(tag, ()))
