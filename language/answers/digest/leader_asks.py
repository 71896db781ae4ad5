"""What a leader asks of the office, in whatever order of words: what waits for me, did people
come, what became of what I gave and concluded."""

import re
from functools import cache

from language.line.once import fold
from language.line.vocabulary import book


def leader_asks(folded: str) -> str:
    """Which of them the whole line asks: it names it, asks, and says nothing besides."""
    said = " ".join(re.findall(r"\w+", folded))
    kinds = book("leaders")["wants"]["kinds"]
    return next((kind for kind in kinds if _asks(kind, said)), "")


def _asks(kind: str, said: str) -> bool:
    about, asks = _any(kind, "about").search(said), _any(kind, "asks").search(said)
    return bool(about and asks) and set(said.split()) <= _words(kind)


@cache
def _any(kind: str, part: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(fold, book('leaders')['wants'][kind][part]))})\b")


@cache
def _words(kind: str) -> frozenset[str]:
    """All that may stand in such a question."""
    wants = book("leaders")["wants"]
    lists = (wants["small"], *(wants[kind][part] for part in ("about", "asks", "more")))
    return frozenset(word for phrases in lists for one in phrases for word in fold(one).split())
