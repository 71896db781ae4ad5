"""Numbers below a hundred that name one's own work: «xong 4», «việc 4 vướng», «nhận 1, 2». In
January work is counted from 1 again; a bare small number counts things."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from language.line.fold import fold
from language.line.vocabulary import book

_ADDRESS = r"(?:(?:da|vang|em|e|toi|chi|anh|c|a|oi|bao cao|bc|bao)[ ,]+)*"
_NAMED = r"(?:viec|nv|nhiem vu|so)"
_ACTS = (
    r"(?:(?:da |xin |ghi |lam )*(?:xong|hoan thanh|nhan(?! (?:tien|qua|duoc|dc)\b)|gia han|lui han"
    r"|tra(?! loi\b)(?: lai)?|tu choi|vuong(?: mac)?|tien do|done|accept|extend))"
)
_NUMBER = r"(?<![\w/.,-])0*(?P<n>[1-9]\d?)(?![\d/%\w]|[.,:-]\d| ?%| ?/)"
_HEAD = re.compile(
    rf"{_ADDRESS}(?:{_ACTS}(?: (?:cho |{_NAMED} )*)|(?P<called>{_NAMED} (?:{_NAMED} )*)){_NUMBER}"
)
_BEHIND = re.compile(rf"{_ADDRESS}{_NUMBER}[ :,]+(?:(?:em|e|da) )*{_ACTS}\b")
_NEXT = re.compile(rf"\s*(?:[,;&+]|\b(?:va|voi|lan)\b)\s*(?:{_NAMED} )*{_NUMBER}")
_CLAUSE = re.compile(r"[,;\n]\s*")
_ENDS = re.compile(rf"\s*(?:$|[,;:.!\n]|{_ACTS}\b)")
_SAID_TO = re.compile(
    r"\s*(?:em|e|chi|c|anh|a|bac|co|chu|sep)\b(?: (?:a|nhe|nha|oi|da|dang|se|xin|chua|lam|gui)\b"
    r"|\s*(?:$|[,;.!]))"
)
_NO_UNIT = re.compile(r"\s*(?:to chuc|con(?= \d)|cong (?:bo|nhan)|ban hanh|phan cong|lan luot)\b")
"""What looks like a unit without its marks."""
_OTHERWISE = frozenset(
    ("la", "co", "den", "doi", "cap", "may", "qua", "y", "t", "n", "d", "dd", "k", "m", "%")
)
"""Without its marks more often «là», «có», «đến», «đợi» than what is counted by it."""
_TIME = ("ngày", "hôm", "tuần", "tháng", "năm", "quý", "giờ", "h", "g", "phút", "tiếng", "bước")


def may_be_small(text: str) -> bool:
    """Whether a line may name work by a small number at all, whoever says it."""
    return any(_named(fold(text), named_alone=True))


def spelled_out(text: str, own: Collection[int], *, named_alone: bool) -> str:
    """The line with the small numbers of one's own work written as their codes end: «xong 0004»;
    «việc 4», which may be a row of what is shown, only where that is `named_alone`."""
    folded, parts, end = fold(text), list[str](), 0
    if len(folded) != len(text):
        return text
    for number, start, stop in _named(folded, named_alone=named_alone):
        if number in own:
            parts += text[end:start], f"{number:04}"
            end = stop
    return "".join((*parts, text[end:]))


def _named(folded: str, *, named_alone: bool) -> Iterator[tuple[int, int, int]]:
    """Each number that a clause acts on, and where it stands; behind the first clause only where
    the number ends it, or is acted on itself."""
    starts = [0, *(m.end() for m in _CLAUSE.finditer(folded))]
    for start in starts:
        found = _BEHIND.match(folded, start) or _HEAD.match(folded, start)
        if found is None or _counts(folded, found):
            continue
        if found.groupdict().get("called") and not named_alone:
            continue
        if start and not (_ENDS.match(folded, found.end("n"))):
            continue
        while found and not _counts(folded, found):
            yield int(found["n"]), *found.span("n")
            found = _NEXT.match(folded, found.end("n"))


def _counts(folded: str, found: re.Match[str]) -> bool:
    """«xong 4 hộ», «nhận 2 việc»: so many, and no work; «nhận 4 chị nhé» is said to somebody."""
    end = found.end("n")
    if _SAID_TO.match(folded, end) or _NO_UNIT.match(folded, end):
        return False
    return _units().match(folded, end) is not None


@cache
def _units() -> re.Pattern[str]:
    figures = book("figures")
    people = (word for words in figures["people"].values() for word in words)
    units = (word for words in figures["units"].values() for word in words)
    counted = {*book("days")["counted_after"]["any"], *people, *units, *_TIME}
    words = sorted({fold(word) for word in counted} - _OTHERWISE, key=len, reverse=True)
    return re.compile(rf" ?(?:{'|'.join(map(re.escape, words))})(?!\w)")
