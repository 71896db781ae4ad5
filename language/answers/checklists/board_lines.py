"""What is said of the board of a model hamlet or house, which need not be named: «còn tiêu chí 10
cũng đạt luôn», «nhà mẫu 47 đủ 8 tiêu chí», «thôn mẫu thôn Đông», «mở TM-01»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial

from domain.checklists import ItemSaid
from language.answers.checklists.mark_lines import is_tail, marks_in, takes_back
from language.line.fold import fold
from language.line.patterns import any_of
from language.line.vocabulary import book

_any = partial(any_of, "checklists", "board")
_NUMBERS = r"\d{1,2}(?:(?: ?[,;+] ?| va | )\d{1,2})*(?![\w/%])"


@dataclass(frozen=True, slots=True)
class BoardLine:
    """Of which house, where one is named; what is said of its items, or of `all_of` so many;
    nothing, where it speaks of one in other words."""

    said: Sequence[ItemSaid] = ()
    house: tuple[str, int] | None = None
    all_of: int = 0


def board_line(text: str) -> BoardLine | None:
    """A line that speaks of items as a board calls them, or of a house."""
    line = " ".join(text.split())
    folded = fold(line)
    if len(folded) != len(line):
        return None
    begins = _begins().match(folded)
    at = begins.end() if begins else 0
    house = (_code(), int(begins["house"])) if begins and begins["house"] else None
    rest, words = folded[at:].strip(" ,:"), line[at:].strip(" ,:")
    if house and not rest:
        return None
    if whole := _whole().fullmatch(rest):
        named = house is not None
        return BoardLine(house=house, all_of=int(whole["n"])) if named and _ends(whole) else None
    if several := _several().fullmatch(rest) or _several_turned().fullmatch(rest):
        numbers = [int(one) for one in re.findall(r"\d+", several["n"])]
        named = bool(several["item"] or (house and len(numbers) > 1))
        if named and _ends(several):
            return BoardLine([ItemSaid(number, "yes") for number in numbers], house)
    if not (_criterion().match(rest) or _item_alone(rest)):
        return None
    said = marks_in(words) or ()
    return BoardLine(() if any(one.note for one in said) else said, house)


def board_opened(text: str) -> str:
    """«mở TM-01», «thôn mẫu thôn Đông»: what is to be opened, by its code or its name."""
    found = _opened().fullmatch(fold(text).strip(" .!"))
    return (found["code"] or found["name"]) if found else ""


def _ends(found: re.Match[str]) -> bool:
    return is_tail(found["rest"]) and not takes_back(found["rest"])


def _code() -> str:
    code: str = book("checklists")["board"]["code"]
    return code


@cache
def _begins() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:{_any('before')})[ ,:]+)*(?:(?:cua )?{_any('house')}[ -]?(?P<house>\d{{1,4}})\b)?"
    )


def _item_alone(rest: str) -> bool:
    """«mục 7», «mục 8 chưa đạt, ngõ còn bẩn»; other words of a «mục» are of a report's."""
    found = _item().match(rest)
    return found is not None and (bool(found["unmet"]) or is_tail(rest[found.end() :]))


@cache
def _item() -> re.Pattern[str]:
    return re.compile(
        rf"{_any('item')}(?: so)? ?\d{{1,2}}\b(?P<unmet> (?:van )?{_any('unmet')}\b)?"
    )


@cache
def _criterion() -> re.Pattern[str]:
    return re.compile(rf"{_any('criterion')}(?: so)? ?\d{{1,2}}\b")


@cache
def _whole() -> re.Pattern[str]:
    """«đủ 8 tiêu chí»"""
    return re.compile(
        rf"(?:{_any('between')} )*{_any('all_of')}(?: ca| du)? (?P<n>\d{{1,2}}) {_any('item')}\b"
        r"(?P<rest>.*)"
    )


@cache
def _several() -> re.Pattern[str]:
    """«tiêu chí 9, 10 cũng đạt luôn»"""
    return re.compile(
        rf"(?P<item>{_any('item')}(?: so)? ?)?(?P<n>{_NUMBERS}) ?,? (?:{_any('between')} )*"
        rf"{_any('met')}\b(?P<rest>.*)"
    )


@cache
def _several_turned() -> re.Pattern[str]:
    """«đạt mục 1 2 3», «đạt 1 2 3 4»"""
    return re.compile(
        rf"(?:{_any('between')} )*{_any('met')} (?:cac )?(?P<item>{_any('item')}(?: so)? ?)?"
        rf"(?P<n>{_NUMBERS})(?P<rest>.*)"
    )


@cache
def _opened() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_any('opens')} (?:bang )?(?P<code>(?:tm|nm)[- ]?\d{{1,6}})|"
        rf"(?:{_any('opens')} )?{_any('hamlet')} (?P<name>thon \w+(?: \w+)?))"
    )
