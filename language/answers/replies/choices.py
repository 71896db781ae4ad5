"""Which of the shown is meant, in words: «149», «cái thứ 2», «giấy mời», «không cái nào»."""

import re
from collections.abc import Sequence
from functools import cache

from language.line.fold import fold
from language.line.vocabulary import book


def choice_among(text: str, labels: Sequence[str]) -> Sequence[int] | None:
    """The places of those that are meant, from the first shown; none of them is an empty list,
    and other words are nothing."""
    said = _bare(text)
    if not said or not labels:
        return None
    if (several := _of_all(said, len(labels))) is not None:
        return several
    numbers = [int(word) for word in said if word.isdecimal()]
    if numbers and len(numbers) == len(said):
        return _by_number(numbers, [fold(label) for label in labels])
    place = _by_place(" ".join(said), len(labels))
    return [place] if place is not None else _by_words(said, labels)


def _bare(text: str) -> list[str]:
    words = re.findall(r"\w+", fold(text))
    around = _words("around")
    return [word for word in words if word not in around] or words


def _of_all(said: Sequence[str], shown: int) -> Sequence[int] | None:
    whole = " ".join(said)
    if whole in _words("none"):
        return []
    if whole in _words("all") or whole in _words(f"all_{shown}"):
        return range(shown)
    return None


def _by_number(numbers: Sequence[int], labels: Sequence[str]) -> Sequence[int] | None:
    """«149», «147, 149»: what the labels begin with; «2» is the second of them."""
    begins = [re.match(r"\d+", label) for label in labels]
    own = [int(found[0]) if found else 0 for found in begins]
    if all(number in own for number in numbers):
        return [own.index(number) for number in numbers]
    alone = numbers[0] if len(numbers) == 1 else 0
    return [alone - 1] if 1 <= alone <= len(labels) else None


def _by_place(whole: str, shown: int) -> int | None:
    for place, words in enumerate(book("aside")["choices"]["place"]):
        if whole in map(fold, words) and place < shown:
            return place
    return shown - 1 if whole in _words("last") else None


def _by_words(said: Sequence[str], labels: Sequence[str]) -> Sequence[int] | None:
    """Words that stand in one label alone; a number among them counts something."""
    if any(word.isdecimal() for word in said):
        return None
    held = [set(re.findall(r"\w+", fold(label))) for label in labels]
    found = [place for place, words in enumerate(held) if set(said) <= words]
    return found if len(found) == 1 else None


@cache
def _words(what: str) -> frozenset[str]:
    return frozenset(map(fold, book("aside")["choices"].get(what, ())))
