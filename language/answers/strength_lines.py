"""What a piece of work asks of whoever does it: «soạn kế hoạch», «tập huấn VNeID»."""

from collections.abc import Mapping, Sequence
from functools import cache

from domain.names import fold
from language.line.vocabulary import book


def strengths_wanted(text: str) -> Sequence[str]:
    said = f" {' '.join(fold(text).replace(',', ' ').split())} "
    return [one for one, words in _wants().items() if any(f" {w} " in said for w in words)]


@cache
def _wants() -> Mapping[str, Sequence[str]]:
    return {one: [fold(w) for w in words] for one, words in book("strengths")["wants"].items()}
