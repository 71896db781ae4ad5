"""Which thing a line calls by words of its name: «sửa giờ dọn rác» is «Dọn rác bãi biển»."""

import re
from collections.abc import Hashable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TypeVar

from language.line.fold import fold
from language.line.vocabulary import book

T = TypeVar("T", bound=Hashable)
"""What a thing is known by."""
LEAST = 2
"""So many words of a name must stand together."""
TELLING = 3
"""Letters of a word that tells one name from another: «ở», «và» do not."""


def called(text: str, names: Mapping[T, Sequence[str]]) -> list[T]:
    """The things of whose name most words stand together in the line, two at least; words that
    any name may hold («danh sách», «kế hoạch») call nothing by themselves."""
    said = _words(text)
    share = {
        one: max((_together(said, _words(n)) for n in names[one]), default=0) for one in names
    }
    most = max(share.values(), default=0)
    return [one for one, words in share.items() if most >= LEAST and words == most]


def called_loosely(text: str, names: Mapping[T, Sequence[str]]) -> list[T]:
    """The same of whoever can mean nothing else: «dọn biển» is «Dọn vệ sinh bãi biển»."""
    return called(text, names) or called_apart(text, names)


def called_apart(text: str, names: Mapping[T, Sequence[str]]) -> list[T]:
    """The things of whose name most words stand anywhere in the line, two at least."""
    said = {word for word in _words(text) if len(word) >= TELLING}
    share = {
        one: max((len(said.intersection(_words(name))) for name in called), default=0)
        for one, called in names.items()
    }
    most = max(share.values(), default=0)
    return [one for one, words in share.items() if most >= LEAST and words == most]


def _together(said: Sequence[str], name: Sequence[str]) -> int:
    """The longest stretch of a name that stands in the line and says more than any name does."""
    line, most = f" {' '.join(said)} ", 0
    for first in range(len(name)):
        for last in range(len(name), first + max(most, LEAST - 1), -1):
            stretch = name[first:last]
            if f" {' '.join(stretch)} " in line and not _says_nothing(stretch):
                most = last - first
                break
    return most


def _says_nothing(stretch: Sequence[str]) -> bool:
    """«danh sách», «ngày thứ 7», «6 hộ»: nothing but what any name may hold."""
    common = all(pair in _common() for pair in pairwise(stretch))
    return common or sum(map(str.isalpha, stretch)) < LEAST


@cache
def _common() -> frozenset[tuple[str, str]]:
    lists = book("aside")["common_names"]
    return frozenset(pair for words in lists["any"] for pair in pairwise(_words(words)))


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", fold(text))
