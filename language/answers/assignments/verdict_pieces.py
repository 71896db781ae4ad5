"""A verdict at the end of a line, behind praise or behind what is wanting: «đẹp đấy, đạt nhé»."""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from language.line.fold import fold
from language.line.patterns import AGREE, NO, NOT, OK, spelt

_NAME = r"(?:(?:anh|chi|em|c|a|dc|d/c|dong chi|chu|co|bac) )?[^\W\d]+"
_NOT_WHO = (
    rf"(?!(?:chua|{NO}|sau|duoc|thi|la|ma|khi|neu|ca|het|hai|theo|nhu|voi|them|o|tren|hay|gi|sao|"
    r"nao|dau|mai|chieu|toi|sang|hom|ngay|tuan|cho|xong|roi|dang)\b)"
)
_TAIL = (
    r"(?:[\s,]+(?:nhe|nha|nhee|e|em|c|chi|a|anh|ban|di|luon|day|do|roi|r|"
    r"cho (?:em|e|anh|chi|dong chi)))*"
)
_TO = rf"(?:[\s,]+(?:{_NOT_WHO})(?P<who>{_NAME}))?"
_PASSED = re.compile(
    rf"(?:(?:thi|la|cho|da|{OK})[ ,]+)*(?:dat|duyet|{AGREE}|nhat tri|thong qua)(?: cho)?"
    rf"(?: yeu cau)?{_TAIL}{_TO}{_TAIL}[\s.!👍]*"
)
_BACK = re.compile(
    rf"(?:tra lai|tra ve|(?:chua|{NOT}) (?:dat|duyet)"
    r"|(?:lam|nop|gui) lai(?= (?:nhe|em|e|di|nha|a)\b))"
    rf"{_TAIL}{_TO}{_TAIL}[\s.!]*"
)
_SEEN = re.compile(
    r"(?:(?:da|vua|toi|minh|chi|anh|c|a|bao cao|bc) )*(?:xem|doc|coi)"
    r"(?: (?:qua|ky|het|xong|lai|roi|r|bao cao|bc|bai|thay|cung))*[ ,]+"
    rf"(?:(?:thay|thi|cung)[ ,]+)*(?:duoc|dc|on|tot|{OK}){_TAIL}[\s.!👍]*"
)
"""«xem rồi, dc»: of what was shown, and a yes that may be politeness."""
_PRAISE = frozenset(
    [
        *("tot", "dep", "hay", "on", "kha", "gon", "day", "du", "duoc", "dc", "ky", "nhanh"),
        *("chuan", "ro", "rang", "xem", "doc", "coi", "roi", "r", "qua", "lam", "rat", "bai"),
        *("nay", "bao", "cao", "bc", "anh", "viec", "cai", "the", "la", "thi", "cam", "on", "em"),
        *("e", "nhe", "do", "lon", "bieu", "duong", "gioi", "chu", "dao", "khen", "da", "dung"),
        *spelt("ok", "ừ", "vâng"),
        *("cong", "phu", "ghe", "that", "het", "ca", "vay", "chi", "c", "a", "toi"),
    ]
)
_ENDS = re.compile(r"(?:[ ,]+(?:di|nhe|nha|em|e|luon|a|di em))*$")
_YES_TO = re.compile(rf"(?:da[ ,]+)?(?:{AGREE}|nhat tri|duyet)(?: voi| cho)?{_TAIL}{_TO}{_TAIL}")
_MORE = re.compile(
    rf"(?:(?:cho|{AGREE})(?: cho)? )?(?P<who>(?!(?:cho|xin|em|e|toi|minh|ai)\b){_NAME})"
    r"(?: [^,]*,)?(?: (?:thi|duoc|cu))* gia han(?: them)? (?:den|toi|sang) (?P<day>.+)"
    rf"|(?:cho )?gia han(?: them)? cho (?P<him>{_NAME}) (?:den|toi|sang|them den) (?P<until>.+)"
)
Kind = Literal["yes", "return", "let"]


class VerdictLast(NamedTuple):
    """What is decided, who is named, and the words that go along."""

    kind: Kind
    who: str
    words: str
    loose: bool = False


def verdict_last(said: str, folded: str, is_day: Callable[[str], bool]) -> VerdictLast | None:
    """«xem rồi, duyệt nhé», «thiếu chữ ký, trả lại em», «Bình còn 1 hộ, gia hạn đến thứ 3»."""
    if "?" in folded or len(folded) != len(said):
        return None
    before, comma, last = folded.rpartition(",")
    start = len(before) + len(comma)
    start += len(last) - len(last.lstrip())
    words = said[: len(before)].strip(" .,")
    if found := _PASSED.fullmatch(folded, start):
        plain = set(re.findall(r"\w+", before)) <= _PRAISE
        named = comma or found["who"]
        return VerdictLast("yes", _who(said, found), words) if plain and named else None
    if _SEEN.fullmatch(folded):
        return VerdictLast("yes", "", "", loose=True)
    if words and (found := _BACK.fullmatch(folded, start)):
        return VerdictLast("return", _who(said, found), words)
    return _more(said, folded, is_day)


def yes_to(folded: str) -> re.Match[str] | None:
    """«đồng ý nhé Bình»: a bare yes, and whom it is said to."""
    return _YES_TO.fullmatch(folded)


def _more(said: str, folded: str, is_day: Callable[[str], bool]) -> VerdictLast | None:
    found = _MORE.fullmatch(folded.strip(" .!"))
    if found is None:
        return None
    who, day = ("who", "day") if found["who"] else ("him", "until")
    until = said[slice(*found.span(day))].strip()
    until = until[: len(_ENDS.sub("", fold(until)))]
    return VerdictLast("let", said[slice(*found.span(who))], until) if is_day(until) else None


def _who(said: str, found: re.Match[str]) -> str:
    return said[slice(*found.span("who"))] if found["who"] else ""
