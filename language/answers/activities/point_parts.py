"""What else a point may be called: the beginning or the end of its name, where only one has it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from language.line.fold import fold
from language.line.vocabulary import book

LEAST = 2
"""Words of a part: one alone says too little."""
_WORDS = re.compile(r"[^\W_]+")


def with_parts(called: Mapping[int, Sequence[str]]) -> Mapping[int, Sequence[str]]:
    """«Bãi biển Trà Cổ» is «bai bien», and «the beach», where no other point begins so."""
    parts = {point: {*_parts(names)} for point, names in called.items()}
    shared = Counter(part for some in parts.values() for part in some)
    return {
        point: (*names, *sorted(part for part in parts[point] if shared[part] == 1))
        for point, names in called.items()
    }


def _parts(names: Sequence[str]) -> set[str]:
    spelt = {other for name in names for other in _spellings(" ".join(_WORDS.findall(fold(name))))}
    whole = {part for name in spelt for part in _ends(name.split())}
    return whole | {word for part in whole for word in _translated().get(part, ())}


def _ends(words: list[str]) -> set[str]:
    cuts = range(LEAST, len(words) + 1)
    pieces = [piece for cut in cuts for piece in (words[:cut], words[-cut:])]
    return {" ".join(piece) for piece in pieces if not all(word.isdigit() for word in piece)}


def _spellings(name: str) -> set[str]:
    """«NVH khu 2», «nhà văn hóa khu 2»."""
    found = {name}
    for short, long in _short().items():
        found |= {re.sub(rf"\b{long}\b", short, name), re.sub(rf"\b{short}\b", long, name)}
    return found


@cache
def _short() -> Mapping[str, str]:
    return {
        fold(short): fold(long) for short, long in book("newcomers")["places"]["short"].items()
    }


@cache
def _translated() -> Mapping[str, Sequence[str]]:
    spoken = book("newcomers")["places"]["english"]
    return {fold(name): tuple(map(fold, words)) for name, words in spoken.items()}
