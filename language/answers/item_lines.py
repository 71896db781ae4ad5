"""What a leader says of what the report asks: «mục 1 đồng ý», «số 2 để tuần sau»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from domain.names import fold
from language.line.vocabulary import book

Way = Literal["decide", "put_off", "table", "inquire", "open", "show"]
_N = r"\d{1,2}(?!\d)"
_NUMBERS = rf"(?P<n>{_N}(?: (?:va |voi |muc |so )*{_N})*)(?! (?:gio|h|thang|ngay|tuan)\b)"
_ORDER: tuple[Way, ...] = ("inquire", "table", "put_off", "open", "show", "decide")
"""What is only asked, or left open, is no yes: «đồng ý, nhưng hỏi a Diên đã»."""


_DENIES = re.compile(r"\b(?:khong|ko|k|chua|dung)\b")


@dataclass(frozen=True, slots=True)
class ItemSaid:
    """Which items (none are all of them), what is said of them, and in whose words."""

    numbers: tuple[int, ...]
    way: Way
    words: str

    @property
    def denies(self) -> bool:
        """«mục 2 không đồng ý», «mục 2 chưa»"""
        return bool(_DENIES.search(fold(self.words)))


def items_in(text: str, folded: str) -> Sequence[ItemSaid]:
    """One answer a clause where every clause has its item; else the line is one answer."""
    if (whole := _item(text, folded)) is None:
        return []
    clauses = [part for part in re.split(r"[,;\n]", text) if part.strip()]
    each = [_item(part, fold(part)) for part in clauses] if len(clauses) > 1 else []
    return [one for one in each if one] if each and all(each) else [whole]


def _item(text: str, folded: str) -> ItemSaid | None:
    said = " ".join(re.findall(r"\w+", folded))
    found = _named().search(said)
    if found is None:
        return _of_all(said, text)
    way = _way(found, said[: found.start()].strip(), said[found.end() :].strip())
    numbers = tuple(map(int, re.findall(r"\d+", found["n"])))
    return ItemSaid(numbers, way, text.strip()) if way else None


def _way(found: re.Match[str], before: str, after: str) -> Way | None:
    """«mục 1» may be followed by any words; «số 1 được 20 người» is no item."""
    way = next((way for way in _ORDER if _says(way).search(f"{before} {after}")), None)
    if not found["surely"]:
        tied = way and way != "show" and (not after or _says(way).match(after))
        return way if tied and (way == "put_off" or not re.search(r"\d", after)) else None
    if way is None and not before:
        return "decide" if after else "show"
    return way


def way_in(folded: str) -> Way | None:
    """What the words say of one item that is known already."""
    said = " ".join(re.findall(r"\w+", folded))
    return next((way for way in _ORDER if _says(way).search(said)), None)


def _of_all(said: str, text: str) -> ItemSaid | None:
    """«đồng ý hết», «nhất trí cả 3 mục»."""
    found = _all().fullmatch(said)
    return ItemSaid((), "decide", text.strip()) if found else None


@cache
def _named() -> re.Pattern[str]:
    """«mục 1», «ý kiến số 2» are surely items; «số 1», «câu 2» where an answer stands beside."""
    return re.compile(
        rf"\b(?:(?P<surely>{_any('surely')})|{_any('perhaps')})(?: so| thu)? {_NUMBERS}"
    )


@cache
def _all() -> re.Pattern[str]:
    kinds = rf"(?: (?:{_any('surely')}|{_any('perhaps')}))?"
    of_all = rf"(?: voi)? (?:{_any('all')})(?: \d)?{kinds}"
    return re.compile(rf"(?:{_any('agrees')}){of_all}(?: {_any('small')})*")


@cache
def _says(way: Way) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\b)(?:{_any(way)})\b")


@cache
def _any(name: str) -> str:
    words = sorted(map(fold, book("items")["items"][name]), key=len, reverse=True)
    return f"(?:{'|'.join(words)})"
