"""Any of several words, as a part of a pattern."""

import re
from collections.abc import Iterable
from functools import cache

from language.line.once import fold
from language.line.vocabulary import book


def either(words: Iterable[str]) -> str:
    """«(?:dia ban|noi)»: without marks, the longest first, so that none is cut short."""
    folded = dict.fromkeys(map(fold, words))
    return f"(?:{'|'.join(map(re.escape, sorted(folded, key=len, reverse=True)))})"


@cache
def any_of(name: str, section: str, *parts: str) -> str:
    """The same of these parts of a list's section; of all, where none is named."""
    listed = book(name)[section]
    return either(word for part in parts or listed for word in listed[part])
