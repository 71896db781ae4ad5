"""The words of visits: what opens a line, what is polite behind it."""

from functools import cache

from language.line.once import fold
from language.line.vocabulary import book

LONGEST = 5
_MARKS = ",;:.!"


def less_polite(text: str) -> str:
    """«tuần này gs ở đâu ạ» asks what it asks without its last word."""
    words, polite = text.split(), listed("asks", "polite")
    while len(words) > 2 and fold(words[-1]) in polite:
        words = words[:-1]
    return " ".join(words)


def opening(text: str, known: dict[str, str]) -> tuple[str, str]:
    """What the first words mean, the most of them that mean something, and what follows; a mark
    behind them parts the two."""
    words = text.split()
    bare = [word.rstrip(_MARKS) for word in fold(" ".join(words[:LONGEST])).split()]
    for many in range(len(bare), 0, -1):
        if found := known.get(" ".join(bare[:many])):
            return found, " ".join(words[many:])
    return "", text


@cache
def listed(part: str, what: str) -> dict[str, str]:
    """The words of one list, each under its own name."""
    return {fold(said): said for said in book("visits")[part][what]}


@cache
def openings(which: str) -> dict[str, str]:
    ways_of = book("visits")[which].items()
    return {fold(said): meant for meant, ways in ways_of for said in ways}
