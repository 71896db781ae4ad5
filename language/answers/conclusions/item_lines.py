"""What a leader says of what the report asks: «mục 1 đồng ý», «số 2 để tuần sau»."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Literal

from domain.matter_kinds import DECISION
from language.answers.matters.matter_lines import pieces_of
from language.answers.matters.matter_steps import step_in
from language.line.fold import fold
from language.line.patterns import NO, any_of
from language.line.vocabulary import book

_any = partial(any_of, "items", "items")
Way = Literal["decide", "put_off", "table", "inquire", "open", "show", "unclear"]
_N = r"\d{1,2}(?!\d)"
_NUMBERS = rf"(?P<n>{_N}(?: (?:va |voi |muc |so )*{_N})*)(?! (?:gio|h|thang|ngay|tuan)\b)"
_WRITTEN = rf"{_N}(?:[\s,]+(?:(?:va|voi|muc|so)\s+)*{_N}(?![/.]\d))*"
"""The same as it stands in the line, with its marks."""
_ORDER: tuple[Way, ...] = ("inquire", "table", "put_off", "open", "show", "decide")
"""What is only asked, or left open, is no yes: «đồng ý, nhưng hỏi a Diên đã»."""


_CLAUSE = re.compile(r"[,;\n]|\.(?=\s)")
_PART = re.compile(r"[,;:.\n]|\bnhung\b")
_LOOKS: tuple[Way, ...] = ("open", "show")
"""They decide nothing."""
_BARE = re.compile(r"(?P<n>[1-9])\s*[:.)-]?\s+(?:thi )?(?P<after>\D.*)")
"""«1 đồng ý»: no number of work is so short that beside another it could be meant."""
_BARE_NUMBER = re.compile(r"^[1-9]\s*[:.)-]?\s+(?:(?:thì|thi) )?", re.IGNORECASE)
_DAY = r"\d{1,2} \d{1,2}|t[2-7]|ngay \d{1,2}"
_GIVES = re.compile(r"(?:giao (?!ban\b)|phan cong )")
"""«giao Nhàn xem»: what she is to do says nothing of the item."""
_DENIES = re.compile(rf"\b(?:{NO}|chua|dung)\b")


@dataclass(frozen=True, slots=True)
class ReportLinesSaid:
    """Which items (none are all of them), what is said of them, and in whose words."""

    numbers: tuple[int, ...]
    way: Way
    words: str

    @property
    def denies(self) -> bool:
        """«mục 2 không đồng ý», «mục 2 chưa»; «đồng ý, Dũng làm» is a yes."""
        said = fold(self.words)
        return bool(_DENIES.search(said)) and not _agrees().match(said)


Reads = Callable[[str, str], ReportLinesSaid | None]


def items_in(text: str, folded: str) -> Sequence[ReportLinesSaid]:
    """An answer for each item, with all that is said until the next one is named; what stands
    before the first is said to be unclear. «1 đồng ý, 2 để sau»: where there are several."""
    whole, opened = _item(text, folded), _pieces(text, _item)
    if sum(one is not None for _, one in opened) > 1:
        return [one or ReportLinesSaid((), "unclear", piece) for piece, one in opened]
    if whole is None:
        bare = _pieces(text, _bare)
        several = len(bare) > 1 and all(one for _, one in bare)
        return [one for _, one in bare if one] if several else []
    return [whole]


def bare_item(text: str) -> ReportLinesSaid | None:
    """«4 để giao ban bàn», «1 là việc gì»: of an item, where the report itself is spoken of."""
    return _bare(text, fold(text))


def _pieces(text: str, reads: Reads) -> list[tuple[str, ReportLinesSaid | None]]:
    """The line cut before each item; the words behind it go with it."""
    found: list[str] = []
    for clause in filter(str.strip, _CLAUSE.split(text)):
        if found and reads(clause, fold(clause)) is None:
            found[-1] += f", {clause.strip()}"
        else:
            found.append(clause.strip())
    return [(piece, reads(piece, fold(piece))) for piece in found]


def _bare(text: str, folded: str) -> ReportLinesSaid | None:
    found = _BARE.fullmatch(" ".join(folded.split()))
    after = " ".join(re.findall(r"\w+", found["after"])) if found else ""
    ways = (way for way in _ORDER if _says(way).match(after))
    way = "decide" if _GIVES.match(after) else next(ways, None)
    if way == "decide" and re.match(r"\w+(?: \w+)? \d", after):
        return None
    way = _decided(way, text)
    said = _BARE_NUMBER.sub("", text.strip())
    return ReportLinesSaid((int(found["n"]),), way, said) if found and way else None


def _item(text: str, folded: str) -> ReportLinesSaid | None:
    said = " ".join(re.findall(r"\w+", folded))
    found = _named().search(said)
    if found is None:
        return _of_all(said, text)
    way = _way(found, said[: found.start()].strip(), said[found.end() :].strip())
    numbers = tuple(map(int, re.findall(r"\d+", found["n"])))
    words = _besides_its_number(text)
    return ReportLinesSaid(numbers, _decided(way, words) or way, words) if way else None


def _besides_its_number(text: str) -> str:
    """«mục 1: đồng ý», «ok mục 1»: «đồng ý», «ok»; where nothing else is said, all of it."""
    line = text.strip()
    first = _at_first().match(fold(line))
    rest = line[first.end() :] if first else line
    last = None if first else _at_last().search(fold(rest))
    return (rest[: last.start()] if last else rest) or line


@cache
def _at_first() -> re.Pattern[str]:
    """What it is called, with what stands between that and the words."""
    return re.compile(rf"{_called()}{_WRITTEN}[\s:.,;)-]*(?:thi\b\s*)?")


@cache
def _at_last() -> re.Pattern[str]:
    return re.compile(rf"[\s,;]+(?:voi )?{_called()}{_WRITTEN}[\s.]*$")


@cache
def _called() -> str:
    return rf"(?:{_any('surely')}|{_any('perhaps')})(?: so| thu)? "


def _decided(way: Way | None, text: str) -> Way | None:
    """«đồng ý tổ chức cho, Điền chủ trì»: whatever else the words hold, where a part of them
    begins with a yes or a no it is no mere note, and no look."""
    if way not in _LOOKS:
        return way
    parts = (" ".join(re.findall(r"\w+", part)) for part in _PART.split(fold(text)))
    return "decide" if any(map(_says("decide").match, parts)) else way


def _way(found: re.Match[str], before: str, after: str) -> Way | None:
    """«mục 1» may be followed by any words; «số 1 được 20 người» is no item."""
    way = next((way for way in _ORDER if _says(way).search(f"{before} {after}")), None)
    if found["surely"] and not before and _GIVES.match(after):
        return "decide"
    if not found["surely"]:
        tied = way and way != "show" and (not after or _says(way).match(after))
        return way if tied and (way == "put_off" or not re.search(r"\d", after)) else None
    if way is None and not before:
        return "decide" if after else "show"
    return way


def way_in(folded: str) -> Way | None:
    """What the words say of one item that is known already."""
    words = _besides_its_number(folded)
    said = " ".join(re.findall(r"\w+", words))
    return _decided(next((way for way in _ORDER if _says(way).search(said)), None), words)


def way_opened(text: str) -> Way | None:
    """What they begin with, where it is put off, brought to the briefing or asked about; «đợi» is
    no «dời»."""
    said = " ".join(re.findall(r"\w+", _besides_its_number(text).casefold()))
    ways: tuple[Way, ...] = ("inquire", "table", "put_off")
    return next((way for way in ways if _begins_with(way, said)), None)


def asks_first(text: str) -> bool:
    """«hỏi anh Điền đã», «hỏi chị Nhàn trước»: before anything is decided."""
    said = fold(text).rstrip(" .!")
    before = any(said.endswith(f" {fold(word)}") for word in book("items")["items"]["before_that"])
    return before and not re.search(r"\d", said) and way_opened(text) == "inquire"


def _begins_with(way: Way, said: str) -> bool:
    found = _says(way).match(fold(said))
    words = said[: found.end()] if found else ""
    listed = words in book("items")["items"][way] or words.startswith("để ")
    return bool(words) and (listed or words == fold(words))


def by_codes(text: str) -> Sequence[ReportLinesSaid]:
    """«XK2 đồng ý lùi sang 12/12», «XK3 kết luận …»: of what is named by its code, where each
    piece is an answer."""
    said = [_by_code(number, words) for number, words in pieces_of(text, DECISION.prefix)]
    return [one for one in said if one] if all(said) else []


def _by_code(number: int, words: str) -> ReportLinesSaid | None:
    concludes = step_in(DECISION.prefix, words)
    if "conclude" in concludes.events and concludes.words:
        return ReportLinesSaid((number,), "decide", concludes.words)
    flat = " ".join(re.findall(r"\w+", fold(words)))
    way = way_in(flat)
    if way == "put_off" and _moves().match(flat):
        way = "decide"
    return ReportLinesSaid((number,), way, words) if way not in (None, "show") else None


@cache
def _moves() -> re.Pattern[str]:
    """«đồng ý lùi sang 12/12»: what is moved is what was asked, not the answer."""
    return re.compile(rf"{_any('agrees')} (?!de\b)")


def _of_all(said: str, text: str) -> ReportLinesSaid | None:
    """«đồng ý hết», «nhất trí cả 3 mục»."""
    found = _all().fullmatch(said)
    return ReportLinesSaid((), "decide", text.strip()) if found else None


@cache
def _named() -> re.Pattern[str]:
    """«mục 1», «ý kiến số 2» are surely items; «số 1», «câu 2» where an answer stands beside."""
    return re.compile(
        rf"\b(?<!dong )(?:(?P<surely>{_any('surely')})|{_any('perhaps')})(?: so| thu)? {_NUMBERS}"
    )


@cache
def _all() -> re.Pattern[str]:
    kinds = rf"(?: (?:{_any('surely')}|{_any('perhaps')}))?"
    of_all = rf"(?: voi)? {_any('all')}(?: \d)?{kinds}"
    return re.compile(rf"{_any('agrees')}{of_all}(?: {_any('small')})*")


@cache
def _agrees() -> re.Pattern[str]:
    return re.compile(rf"{_any('agrees')}\b")


@cache
def _says(way: Way) -> re.Pattern[str]:
    """«để tới 9/12», «để thứ 6»: with its day it is put off, whatever «để» stands before."""
    until = rf"|de (?:lai )?(?:(?:toi|den|qua|sang|sau) )?(?:{_DAY}|{_any('days')})"
    return re.compile(rf"(?:^|\b)(?:{_any(way)}{until if way == 'put_off' else ''})\b")
