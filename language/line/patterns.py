"""Words of the lists as parts of a pattern: any of several; a yes and a no, spelt nowhere else."""

import re
from collections.abc import Iterable
from functools import cache

from language.line.fold import bare, fold
from language.line.vocabulary import book, spellings


def either(words: Iterable[str]) -> str:
    """«(?:dia ban|noi)»: without marks, the longest first, so that none is cut short."""
    folded = dict.fromkeys(map(fold, words))
    return f"(?:{'|'.join(map(re.escape, sorted(folded, key=len, reverse=True)))})"


@cache
def any_of(name: str, section: str, *parts: str) -> str:
    """The same of these parts of a list's section; of all, where none is named."""
    listed = book(name)[section]
    return either(word for part in parts or listed for word in listed[part])


def spelt(*words: str) -> tuple[str, ...]:
    """Every way to type these, without marks."""
    return tuple(dict.fromkeys(bare(way) for word in words for way in spellings()[word]))


def _either(*words: str) -> str:
    """The same as a pattern, with marks and without."""
    ways = (typed for word in words for way in spellings()[word] for typed in (way, bare(way)))
    return "|".join(dict.fromkeys(ways))


OK, AGREE, AGREED = _either("ok"), _either("đồng ý"), _either("đồng ý", "ok")
YES = _either("ok", "vâng", "ừ")
NO = _either("không")
NOT = _either("không", "hông")
"""Where «kg» can be no weight."""
UNDENIED = "".join(f"(?<!{no} )" for no in spelt("không"))
"""No «không» stands just before."""
