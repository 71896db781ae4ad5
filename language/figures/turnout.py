"""Reads how many people came: «45/60», «dtn 20 pn 15, vắng 3», «sửa lại 48»."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from language.figures.headcount import HeadSum, Item, Turnout
from language.figures.measures import growth, measures
from language.figures.picking import items_of
from language.figures.turnout_parts import bind
from language.figures.turnout_total import counted_up, has_kind
from language.line.phrases import Phrases, phrases
from language.line.restore import read
from language.line.spans import places
from language.line.words import Line

__all__ = ["Turnout", "turnout"]

UNDERSTOOD = ("num", "all_there")
BODY = "organisations"
LEFT_OUT = ("", "part", "absent")
UNREAD = ("other", "sign", "skip")


@lru_cache(maxsize=8)
def _aliases(organisations: tuple[tuple[str, tuple[str, ...]], ...]) -> Phrases:
    return Phrases((code, alias) for code, aliases in organisations for alias in aliases)


def turnout(text: str, organisations: Mapping[str, Sequence[str]] | None = None) -> Turnout:
    """What a report line says. `organisations`: code to the names people type."""
    if organisations is None:
        return turnout_in(read(text), phrases("figures", "organisations"))
    listed = tuple((code, tuple(names)) for code, names in organisations.items())
    return turnout_in(read(text), _aliases(listed))


def turnout_in(line: Line, known: Phrases) -> Turnout:
    """The same of a line that is read already."""
    said = items_of(line, known)
    items = _begun_anew(said)
    measured = measures(line, items)
    summed = HeadSum(items)
    bind(summed)
    used = places(line, (*_taken_back(said, items), *_used(items)))
    found = replace(_conclude(summed, measured.amounts), used=used)
    changes = bool(measured.amounts) and (found.total is None or found.status == "delta")
    joined = found.status == "delta" and (found.total or 0) > 0  # «thêm 3 người, 2 tấn rác»
    grows = (growth(items) or int(joined)) if changes else 0
    mended = found.status == "none" and bool(found.metrics) and has_kind(summed, "fix")
    settled = places(line, _settled(summed))
    found = replace(found, settled=settled, grows=grows, mended=mended)
    if measured.either and found.status in ("ok", "none"):
        return replace(found, status="ask", why="measure", either=measured.either)
    return replace(found, why=found.why or measured.why, either=measured.either)


def _begun_anew(items: list[Item]) -> list[Item]:
    """«1 nha 4 nguoi… thoi 7 nguoi»: what was said before is taken back."""
    for n in range(len(items) - 1, 1, -1):
        told, before = items[n], items[n - 1]
        taken_back = items[n - 2].kind in ("sep", "sign") or before.end - before.start > 1
        if before.value == "anew" and told.kind == "num" and taken_back:
            return _of_one_body(items, n) if has_kind(HeadSum(items[:n]), BODY) else items[n:]
    return items


def _of_one_body(items: list[Item], n: int) -> list[Item]:
    """«thanh niên 14 à quên 15, phụ nữ 12»: only the last figure is taken back; what is of
    another body comes besides: «dtn 12, à quên 3 ccb»."""
    before, behind = items[: n - 1], items[n:]
    bodies = [i.value for i in behind if i.kind == BODY]
    whose = next(i.value for i in reversed(before) if i.kind == BODY)
    numbers_first = len(bodies) == sum(i.kind == "num" for i in behind)
    besides = numbers_first and bodies[0] != whose
    last = max((k for k, i in enumerate(before) if i.kind == "num"), default=n)
    if besides or any(i.value == "more" for i in behind):
        return items
    return [*before[:last], *behind]


def _taken_back(said: list[Item], items: list[Item]) -> Iterator[int]:
    """«hai mươi tám, à không ba mươi tám»: the first was understood, and does not count."""
    kept = {id(item) for item in items}
    before = [item for item in said if id(item) not in kept]
    in_so_many_words = before and before[-1].end - before[-1].start > 1
    return _used(before if in_so_many_words else ())


def _used(items: Iterable[Item]) -> Iterator[int]:
    """The words that became something: a figure, what it counts, a time, small talk around it."""
    for item in items:
        dropped = item.kind == "measure" and not item.taken
        dropped = dropped or (item.value == "older" and not item.role)
        if item.kind not in UNREAD and not dropped:
            yield from range(item.start, item.end)


def _settled(s: HeadSum) -> Iterator[int]:
    """«không ai vắng», «tổ 7 chả ai đi», «bốn mươi tám»."""
    plans = {n for n, (a, b) in enumerate(pairwise(s.items)) if _plan(a, b)}
    for n, item in enumerate(s.items):
        body = item.kind == "organisations" and item.role == "used"
        body = body or (n in plans and "present" in s.role)
        thing = item.kind == "measure" and not item.taken  # «30 kg gạo»: no «không»
        if body or thing or item.kind in UNDERSTOOD or item.role == "settled":
            yield from range(item.start, item.end)


def _plan(label: Item, number: Item) -> bool:
    """«dự kiến 40, đi 36»: so many were to come."""
    planned = label.kind == "planned" and label.role == "used"
    return planned and number.kind == "num" and number.role == "planned"


def _conclude(s: HeadSum, metrics: dict[str, float]) -> Turnout:
    span = _range(s)
    if span:
        return Turnout("ask", metrics=metrics, span=span, why="range", candidates=span, about=True)
    if _delta_only(s):
        return _changed(s, metrics)  # «bớt 2, em đếm nhầm» as well
    if has_kind(s, "fix") or any(i.value == "not_but" for i in s.items):
        return _fixed(s, metrics)
    return counted_up(s, metrics)


def _range(s: HeadSum) -> tuple[int, int] | None:
    for n, item in enumerate(s.items[1:-1], 1):
        a, b = s.items[n - 1], s.items[n + 1]
        if (
            (
                item.kind == "dash"
                and a.kind == b.kind == "num"
                and 0 < a.value < b.value < 10 * a.value + 10
            )
            and a.role in ("", "part", "present", "total")
            and not s.by_point
            and len(s.by_org) < 2
        ):
            return a.value, b.value
    return None


def _fixed(s: HeadSum, metrics: dict[str, float]) -> Turnout:
    if len(s.loose) > 1:
        values = tuple(i.value for i in s.loose)
        return Turnout("ask", why="two_numbers", candidates=values, metrics=metrics)
    told = s.loose or s.by_org or s.by_point or s.role
    if not told and any(i.role == "denied" for i in s.items):
        if metrics:
            return Turnout("none", metrics=metrics)  # «1200 m chứ không phải 2000»
        return Turnout("ask", metrics=metrics, why="no_figure")  # «không phải 45»: what then?
    inner = counted_up(s, metrics)
    if inner.total is not None and not inner.by_org and _names_one(s):
        return Turnout("ask", inner.total, metrics=metrics, why="strange")
    if inner.status == "ask" and inner.why not in ("no_figure", "strange"):
        return inner
    if inner.total is None and not inner.by_org and inner.planned is None:
        return inner if inner.status == "ask" else Turnout("none", metrics=metrics)
    anew = any(i.value == "of_another" for i in s.items)
    whole = inner.total if len(inner.by_org) != 1 or "total" in s.role or anew else None
    return Turnout(
        "fix", whole, inner.by_org, inner.by_point, inner.planned, inner.absent, metrics
    )


def _names_one(s: HeadSum) -> bool:
    """«sửa HPN từ 12 thành 15»: the figure of one organisation, or of all?"""
    return any(i.kind == "organisations" and not i.role for i in s.items)


def _left_out(s: HeadSum) -> bool:
    """«còn 3 nd nữa», «sót 2 ccb»: besides those that were counted before."""
    first = next((n for n, i in enumerate(s.items) if _leaves_out(s, i)), None)
    mended = any(i.value == "not_but" for i in s.items)  # «quên, pn 13 chứ không phải 31»
    if first is None or mended or has_kind(HeadSum(s.items[:first]), "num"):
        return False
    behind = s.items[first:]
    besides = s.items[first].value != "still" or any(i.value == "more" for i in behind)
    counted = any(i.kind == "num" and i.role in LEFT_OUT for i in behind)
    counts = counted and (s.by_org or has_kind(s, "people"))
    return bool(besides and counts and not {"total", "present", "planned"} & set(s.role))


def _leaves_out(s: HeadSum, item: Item) -> bool:
    """«thiếu ND 3 người, cộng thêm nhé»: missing in the report, where it says to add them."""
    adds = any(i.kind == "plus" and not i.role and i.start > item.start for i in s.items)
    return item.value in ("still", "left_out") or (item.kind == "absent" and adds)


def _of_one_more(s: HeadSum) -> bool:
    """«CCB 4 nữa», «nhầm, ĐTN cũng có 4 người nữa»: so many of one body, and no more."""
    numbers = [n for n, i in enumerate(s.items) if i.kind == "num"]
    if len(numbers) != 1 or len(s.by_org) != 1 or s.items[numbers[0]].role not in ("", "part"):
        return False
    before, behind = s.items[: numbers[0]], s.items[numbers[0] + 1 :]
    besides = [i for i in behind if i.kind not in ("people", "sep", "chat")]
    plain = [i.kind for i in before if i.kind not in ("other", "sep", "chat", "fix", "present")]
    return plain == ["organisations"] and any(i.value == "more" for i in behind) and not besides


def _delta_only(s: HeadSum) -> bool:
    if _left_out(s) or _of_one_more(s):
        for item in s.items:
            item.role = "plus" if item.kind == "num" and item.role in LEFT_OUT else item.role
            item.role = "used" if item.kind == "plus" else item.role
        return True
    moved = [i for i in s.items if i.kind == "num" and i.role in ("plus", "minus")]
    first = s.items[0] if s.items else None
    if first and first.value in ("+", "-") and len(s.loose) == 1 and not s.by_org:
        s.loose[0].role = "plus" if first.value == "+" else "minus"
        return True
    return (
        bool(moved)
        and not s.loose
        and not s.sexes
        and "total" not in s.role
        and "present" not in s.role
    )


def _changed(s: HeadSum, metrics: dict[str, float]) -> Turnout:
    moved = [i for i in s.items if i.kind == "num" and i.role in ("plus", "minus")]
    if _more_away(s):
        return Turnout("ask", absent=moved[0].value, metrics=metrics, why="absent_or_yes")
    value = sum(i.value if i.role == "plus" else -i.value for i in moved)
    parts = sum(s.by_org.values())
    if s.by_org and len(moved) < len(s.by_org):
        value = parts if moved[0].role == "plus" else -parts
    if any(i.kind in ("plus", "minus") and i.role != "used" for i in s.items):
        s.doubt = s.doubt or "strange"  # «them sau ma bot hai»: one of them has no figure
    if s.about or s.doubt:
        return Turnout("ask", value, s.by_org, metrics=metrics, why=s.doubt or "about", about=True)
    absent = sum(i.value for i in s.items if i.kind == "num" and i.role == "absent") or None
    return Turnout(
        "delta", value, s.by_org, metrics=metrics, absent=absent, moved=_moved(s, value)
    )


def _more_away(s: HeadSum) -> bool:
    """«vắng thêm 2»: nobody more came."""
    return not s.by_org and [i.kind for i in s.items[:3]] == ["absent", "plus", "num"]


def _moved(s: HeadSum, value: int) -> dict[str, int]:
    """«thêm 2 đtn, bớt 3 pn»: by organisation, each its own way; «bớt 2 pn, 1 đtn» is fewer of
    both."""
    grows = any(i.kind == "num" and i.role == "plus" for i in s.items)
    only = len(s.by_org) > 1 and not grows and value < 0
    fewer = s.by_org.keys() if only else s.fewer
    return {code: -n if code in fewer else n for code, n in s.by_org.items()}
