"""Orders to work by its number, one or several in a line: «147 đạt, 149 lùi t5», «bỏ hạn 152»."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from language.answers.assignments.order_words import (
    AFTER_NUMBERS,
    ALL_BUT,
    APART,
    BEFORE,
    BEHIND,
    BUT,
    CONDITION,
    EACH,
    FOR_LONGER,
    MARK,
    NEXT,
    NUMBERS,
    OF_WHOM,
    ONCE_MORE,
    SAYS_WHY,
    What,
)
from language.line.fold import fold

IsDay = Callable[[str], bool]
Span = tuple[int, int]
SURELY_WORK = 100
ALL_ITS_WORDS: frozenset[What] = frozenset({"back", "cancel", "refuse", "word"})
"""Whatever stands behind it is its reason, and no other order."""
TO_A_DAY: frozenset[What] = frozenset({"hand", "move", "grant"})


@dataclass(frozen=True, slots=True)
class NumberOrder:
    """What is to be done with which number; who is named, until when, and in which words. `said`
    is the piece of the line that orders it, without what is ordered of others."""

    number: int
    what: What
    who: str = ""
    day: str = ""
    note: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """The words as they were typed; the same without marks, with the numbers painted over."""

    said: str
    bare: str
    numbers: Mapping[int, Sequence[int]]
    is_day: IsDay

    def named(self, span: Span) -> Sequence[int]:
        return self.numbers.get(self.bare.find(MARK, *span), ())

    def begins(self, span: Span) -> bool:
        """Its first word is a number: it is of that one, and no reason."""
        return self.bare.startswith(MARK, span[0])

    def words(self, start: int, end: int) -> str:
        return self.said[start:end].strip(" .,;")

    def read(self, what: What, found: re.Match[str], number: int = 0) -> NumberOrder | None:
        """One order out of what was found, unless its day is none."""
        parts = {k: self.words(*found.span(k)) for k, v in found.groupdict().items() if v}
        if parts.get("day") and not self.is_day(parts["day"]):
            return None
        return NumberOrder(number, what, **parts, said=self.words(*found.span()))

    def alone(self, span: Span) -> NumberOrder | None:
        """What the words order that stand behind a number."""
        for what, look in BEHIND:
            found = look.fullmatch(self.bare, *span)
            if found and (order := self.read(what, found)):
                return order
        return None


def number_orders(text: str, is_day: IsDay) -> Sequence[NumberOrder]:
    """What is to be done with which number, in the order of the line. No word is left over and no
    number is dropped; else it is another line, and there is nothing."""
    lines = (" ".join(line.split()) for line in text.strip().splitlines())
    said = unicodedata.normalize("NFC", "; ".join(line for line in lines if line))
    folded = fold(said)
    if not NUMBERS.search(folded):
        return ()
    return _orders(_marked(said if len(said) == len(folded) else folded, folded, is_day))


def _marked(said: str, folded: str, is_day: IsDay) -> _Line:
    found = list(NUMBERS.finditer(folded))
    numbers = {one.start(): [int(n) for n in EACH.findall(one[0])] for one in found}
    return _Line(said, NUMBERS.sub(lambda one: MARK * len(one[0]), folded), numbers, is_day)


def _pieces(bare: str, apart: re.Pattern[str] = APART, of: Span | None = None) -> Iterator[Span]:
    start, last = of or (0, len(bare))
    for cut in apart.finditer(bare, start, last):
        yield start, cut.start()
        start = cut.end()
    yield start, last


def _orders(line: _Line) -> Sequence[NumberOrder]:
    orders = list[NumberOrder]()
    of_last = slice(0, 0)
    for piece in _pieces(line.bare):
        fresh = _of_piece(line, piece) if line.named(piece) else ()
        fresh = fresh or _words_on(line, piece)
        if fresh:
            of_last = slice(len(orders), len(orders) + len(fresh))
            orders += fresh
        else:
            fresh = _besides(line, piece, orders[of_last])
            orders = orders[: of_last.start] + list(fresh)
            of_last = slice(of_last.start, len(orders))
        if not fresh:
            return ()
    return orders if any(order.what != "word" for order in orders) else ()


def _of_piece(line: _Line, piece: Span) -> Sequence[NumberOrder]:
    """The order of all the numbers of a piece; two may stand in it without a comma."""
    return _whole(line, piece) or _in_a_row(line, piece)


def _words_on(line: _Line, piece: Span) -> Sequence[NumberOrder]:
    """«163 in màu», beside an order: what is said of a number that is large enough for work."""
    numbers = line.named(piece)
    if not numbers or min(numbers) < SURELY_WORK:
        return ()
    after = AFTER_NUMBERS.match(line.bare, *piece)
    said = line.words(after.end() if after else piece[0], piece[1])
    return [NumberOrder(n, "word", note=said, said=said) for n in numbers] if said else ()


def _in_a_row(line: _Line, piece: Span) -> Sequence[NumberOrder]:
    """«147 đạt 149 chưa»."""
    parts = list(_pieces(line.bare, NEXT, piece))
    each = [_whole(line, part) for part in parts] if len(parts) > 1 else []
    return [order for orders in each for order in orders] if all(each) else []


def _whole(line: _Line, piece: Span) -> Sequence[NumberOrder]:
    numbers = line.named(piece)
    after = AFTER_NUMBERS.match(line.bare, *piece)
    if after:
        order = line.alone((after.end(), piece[1])) if after.end() < piece[1] else None
        short = order and min(numbers) < 10
        return [replace(order, number=n) for n in numbers] if order and not short else []
    for what, look in BEFORE:
        found = look.fullmatch(line.bare, *piece)
        if found and (order := line.read(what, found)):
            return [replace(order, number=n) for n in numbers]
    return _split(line, piece, numbers)


def _split(line: _Line, piece: Span, numbers: Sequence[int]) -> Sequence[NumberOrder]:
    """«đạt 147, 148 thiếu danh sách»: of the last number something else is said."""
    end = line.bare.rfind(MARK, *piece) + 1
    order = line.alone((end + 1, piece[1])) if len(numbers) > 1 and end < piece[1] else None
    first = _whole(line, (piece[0], end)) if order else []
    return [*first[:-1], replace(order, number=numbers[-1])] if order and first else []


def _besides(line: _Line, piece: Span, last: Sequence[NumberOrder]) -> Sequence[NumberOrder]:
    """What a piece without a number says of those just named: another order, or why."""
    if not last or line.begins(piece):
        return []
    what, words = last[-1].what, line.words(*piece)
    condition = CONDITION.match(fold(words))
    more = None if condition or what in ALL_ITS_WORDS else line.alone(piece)
    if more and more.what in ONCE_MORE:
        if more.what == "move" and not (last[-1].day or more.who) and what in TO_A_DAY:
            return [replace(order, day=more.day) for order in last]
        if more.what == "move" and last[-1].day and not more.who and what in TO_A_DAY:
            return [replace(order, day=f"{order.said}, {words}") for order in last]
        return [*last, *(replace(more, number=n) for n in dict.fromkeys(o.number for o in last))]
    if condition and condition[0] == "nhung":
        words = words[condition.end() :].strip()
    if what not in SAYS_WHY or (what == "approve" and BUT.search(fold(words))):
        return []
    return [replace(o, note=f"{o.note}, {words}" if o.note else words) for o in last]


def is_limited(order: NumberOrder) -> bool:
    """A yes with words that may limit it: it is read back with them."""
    return bool(order.note) and (
        order.what in ("move", "grant") or CONDITION.match(fold(order.note)) is not None
    )


def without_opening(condition: str) -> str:
    """«miễn là thứ 4 xong» without «miễn là»."""
    found = CONDITION.match(fold(condition))
    return condition[found.end() :].strip() if found else condition


def all_but(text: str) -> Sequence[int]:
    """«duyệt hết trừ 149»: which ones are left out."""
    found = ALL_BUT.fullmatch(fold(" ".join(text.split())))
    return [int(number) for number in EACH.findall(found["but"])] if found else ()


def passed_by_name(text: str) -> str:
    """«của Bình đạt cả», «cái giấy mời thì ok»: whose, or which, without a number."""
    said = " ".join(text.split()).rstrip(" .!")
    found = OF_WHOM.fullmatch(fold(said))
    return said[slice(*found.span("of"))] if found else ""


def for_longer(text: str) -> bool:
    """«5 ngày», «thêm 1 tuần»: counted from the limit that stands."""
    return FOR_LONGER.fullmatch(fold(text)) is not None


def with_days(orders: Sequence[NumberOrder]) -> Sequence[NumberOrder]:
    """«gia hạn 150, 149 đến thứ 6»: a day is of all that stand before it without one."""
    found, day = list[NumberOrder](), ""
    for order in reversed(orders):
        day = (order.day or day) if order.what == "move" else ""
        found.insert(0, replace(order, day=day) if order.what == "move" else order)
    return found if all(o.day for o in found if o.what == "move") else ()
