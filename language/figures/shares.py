"""What each of several has, and how many they are: «4 tổ, mỗi tổ 10 người» are forty."""

from itertools import pairwise, takewhile

from language.figures.headcount import HeadSum, Item
from language.line.words import Line

COUNTED = ("households", "other", "bodies", "waste_truck")
REACH = 6
"""So many items after «mỗi tổ» its share may stand."""


def share_of(items: list[Item]) -> Item | None:
    """«mỗi hộ cử đúng một người»: the figure of each, in the same clause."""
    for n in [n for n, item in enumerate(items) if item.value == "each"]:
        clause = takewhile(lambda i: i.kind not in ("sep", "measure"), items[n + 1 : n + REACH])
        share = next((i for i in clause if i.kind == "num"), None)
        if share is not None:
            return share
    return None


def each_of(items: list[Item], share: Item) -> Item | None:
    """«mỗi nhóm nhặt 4 bao»: whose share it is, named before it in the same clause."""
    before = items[: items.index(share)]
    clause = takewhile(lambda i: i.kind not in ("sep", "measure"), reversed(before))
    return next((item for item in clause if item.value == "each"), None)


def how_many(line: Line, items: list[Item], each: Item) -> int:
    """«12 hộ nghèo, mỗi hộ …»: so many of them are told; nought where that is open."""
    noun = line.bare_at(each.end - 1)
    told = (i for i in items if _counts(i) and i.end <= each.start)
    named = (i for i in told if noun in [line.bare_at(j) for j in range(i.start, i.end)])
    return int(next((i.value[0] for i in named), 0))


def together(items: list[Item], share: Item) -> int | None:
    """As many as the share makes of all who are counted in the line, or numbered one by one."""
    told = [i.value[0] for i in items if _counts(i)]
    told += [a.value for a, b in pairwise(items) if a.kind == "num" and b.value == "bodies"]
    count = next(iter(told), len({i.value for i in items if i.kind == "place"}))
    return int(count * share.value) if count > 1 else None


def multiplied_out(items: list[Item]) -> None:
    """«mỗi hội 5 người, 5 hội là 25»: the product is told, and its factors count nobody."""
    share = share_of(items)
    numbers = [i for i in items if i.kind == "num" and i is not share]
    if share is None or not numbers:
        return
    whole = numbers[-1]
    factors = [i.value for i in numbers[:-1]]
    count = factors[0] if len(factors) == 1 else 0
    if whole.value not in (together(items, share), count * share.value):
        return
    for item in (share, *numbers[:-1]):
        item.role = "apart"
    for item in (i for i in items if _counts(i)):
        item.taken = True


def so_many_each(s: HeadSum) -> None:
    """«Đoàn với công đoàn mỗi bên 10 người»: as many of each body that is named."""
    share = share_of(s.items)
    named = [i for i in s.items if i.kind == "organisations" and not i.role]
    numbers = [i for i in s.items if i.kind == "num"]
    if share is None or numbers != [share] or len({i.value for i in named}) < len(named):
        return
    if len(named) > 1 and all(i.end <= share.start for i in named):
        share.role = "apart"
        for org in named:
            s.by_org[org.value], org.role = share.value, "used"


def _counts(item: Item) -> bool:
    return item.kind == "measure" and item.value[1].split("*")[0] in COUNTED
