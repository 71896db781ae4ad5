"""Figures that are told by others: «phụ nữ gấp đôi nông dân», «18 người, nông dân hết»."""

from itertools import pairwise, takewhile

from language.figures.headcount import HeadSum, Item
from language.figures.shares import share_of

BODY, TIMES = "organisations", "multiples"
CAME = ("", "present", "total")
WHOLE = ("whole_before", "whole_after")
AWAY_FROM = ("planned", "total", "present")
Told = tuple[Item, float, Item | None]
"""A body, how many times as many, and whose figure it is of (none: of «một bên»)."""


def in_proportion(items: list[Item]) -> list[Told]:
    """«phụ nữ gấp đôi nông dân»: neither of the two takes the next figure for its own."""
    row = [i for i in items if i.kind in (BODY, TIMES, "num", "sep")]
    out: list[Told] = []
    for first, times, after in zip(row, row[1:], [*row[2:], None], strict=False):
        if first.kind != BODY or times.kind != TIMES:
            continue
        named = after is not None and after.kind == BODY and after.value != first.value
        of = after if named else None
        if of or float(times.value) > 1:
            first.role = "beside"
            if of:
                of.role = "beside"
            out.append((first, float(times.value), of))
    return out


def give_in_proportion(s: HeadSum, told: list[Told]) -> None:
    """Computed from the figure of the other, and asked; asked as well where there is none."""
    for body, times, of in told:
        share = share_of(s.items)
        whole = s.by_org.get(of.value) if of else share.value if share else None
        s.doubt = s.doubt or "computed"
        if whole is None or body.value in s.by_org:
            continue
        s.by_org[body.value], body.role = round(times * whole), "used"
        if of:
            of.role = "used"


def all_of_one(s: HeadSum) -> None:
    """«21 người, nông dân hết», «25 bạn, toàn đoàn viên»: whose they all are."""
    bodies = [i for i in s.items if i.kind == BODY]
    numbers = [i for i in s.items if i.kind == "num"]
    if len(bodies) != 1 or len(numbers) != 1 or s.by_org or bodies[0].role:
        return
    (body,), (number,) = bodies, numbers
    word = _of_them_all(s.items, s.items.index(body))
    if not word and _does_it_all(s.items, body, number):
        s.by_org[body.value], body.role, number.role = number.value, "used", number.role or "part"
    if word and number.start < body.start and number.role in CAME:
        s.by_org[body.value], body.role = number.value, "used"
        number.role, word.role = number.role or "part", "settled"


def _does_it_all(items: list[Item], body: Item, number: Item) -> bool:
    """«Hội phụ nữ trao 15 suất quà, có mười chị đi»: who opens the line is who did it."""
    opens = all(
        i.kind in ("chat", "time", "sep", "colon", "place") for i in items[: items.index(body)]
    )
    measured = any(i.kind == "measure" and body.end <= i.start < number.start for i in items)
    return opens and measured and number.role in CAME and not body.approx


def _of_them_all(items: list[Item], n: int) -> Item | None:
    """The word before or behind a body that says so, where its clause begins and ends there."""
    end = Item("sep", ",", 0, 0)
    row = [i for i in [end, *items, end] if i.value != "polite"]
    at = row.index(items[n])
    before, after = row[at - 1], row[at + 1]
    if before.value == WHOLE[0] and (after.kind == "sep" or after.value == WHOLE[1]):
        return before
    return after if before.kind == "sep" and after.value == WHOLE[1] else None


def those_left_came(s: HeadSum) -> None:
    """«danh sách 48, sáu người đi đám cưới, ba người ốm, còn lại có mặt đủ»: thirty-nine."""
    rest = next((n for n, i in enumerate(s.items) if i.value == "rest"), 0)
    behind = list(takewhile(lambda i: i.kind != "sep", s.items[rest + 1 :]))
    came = any(i.kind in ("present", "all_there") for i in behind)
    numbers = [i for i in s.items if i.kind == "num"]
    if not (rest and came) or len(numbers) < len("..") or any(i.kind == "num" for i in behind):
        return
    if any(i.role == "absent" for i in numbers):
        return
    listed, *away = numbers
    absent = sum(i.value for i in away)
    first = next((i for i in s.items if i.kind in (*AWAY_FROM, "num")), listed)
    if first.kind != "planned" or absent >= listed.value or any(i.kind == BODY for i in s.items):
        return
    s.role["planned"], s.role["absent"] = listed.value, absent
    for item in numbers:
        item.role = "apart"
    s.doubt = s.doubt or "computed"


def told_at_last(s: HeadSum) -> None:
    """«lúc 7h có 12, 8h có 19, chốt 19 nha»: the last word counts, the others led to it."""
    numbers = [i for i in s.items if i.kind == "num"]
    told = [b for a, b in pairwise(s.items) if a.value == "final" and b.kind == "num"]
    bodies = any(i.kind == BODY for i in s.items)
    if len(told) != 1 or told[0] is not numbers[-1] or len(numbers) < len("..") or bodies:
        return
    for item in numbers[:-1]:
        item.role = item.role or "apart"
    told[0].role = "total"
    for about in (i for i in s.items if i.kind == "approximate" and i.end <= numbers[-2].end):
        about.kind = "chat"
