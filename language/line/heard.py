"""Names of bodies as a telephone that writes down what it hears spells them: «phụ lữ»."""

import unicodedata
from functools import cache, lru_cache

from language.line.vocabulary import book, split
from language.line.words import Line

SAME = (("tr", "ch"), ("gi", "d"), ("r", "d"), ("z", "d"), ("s", "x"), ("l", "n"))
"""How a syllable may begin, and what is said the same there."""
HOOK, TILDE = "\u0309", "\u0303"
LONG = 3  # of so many syllables one may be heard wrongly


def heard_at(line: Line, i: int) -> tuple[str, ...]:
    """The name that is meant by the words from here, as it is spelt; none if it stands so."""
    for name in _by_first().get(_sound(line.text_at(i)), ()):
        typed = [line.text_at(j) for j in range(i, i + len(name))]
        if tuple(typed) != name and _meant(typed, name):
            return name
    return ()


def _meant(typed: list[str], name: tuple[str, ...]) -> bool:
    wrong = [(a, b) for a, b in zip(typed, name, strict=True) if not a or _sound(a) != _sound(b)]
    slip = len(wrong) == 1 and len(name) >= LONG and _one_letter(*wrong[0])
    return not wrong or slip


def _one_letter(typed: str, meant: str) -> bool:
    """«minh» for «binh»."""
    pairs = zip(typed, meant, strict=False)
    return len(typed) == len(meant) and sum(a != b for a, b in pairs) == 1


@lru_cache(maxsize=4096)
def _sound(syllable: str) -> str:
    """«lữ», «nử» sound as «nữ» does."""
    spread = unicodedata.normalize("NFD", syllable).replace(HOOK, TILDE)
    written = unicodedata.normalize("NFC", spread)
    for begins, said in SAME:
        if written.startswith(begins):
            return said + written.removeprefix(begins)
    return written


@cache
def _by_first() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in book("unmarked")["heard"]["any"]:
        syllables = tuple(split(name))
        found.setdefault(_sound(syllables[0]), []).append(syllables)
    return found
