"""Binds each number to what it counts: a label, an organisation, a place."""

from collections.abc import Iterable
from itertools import pairwise, takewhile

from language.figures.headcount import LABELS, HeadSum, Item
from language.figures.proportions import (
    all_of_one,
    give_in_proportion,
    in_proportion,
    those_left_came,
    told_at_last,
)
from language.figures.shares import multiplied_out, so_many_each
from language.figures.turnout_sides import set_beside

WALLS = ("among", "made_of", "beyond", "instead")
LISTS = ("roll", "called")
TEACHERS = ("LDLD", "GV")
COUNTED = ("num", "organisations")
BOUND = ("organisations", "place", "measure", "plus", "minus", "absent", "planned", "total")
_AFTER = ("present", "planned", "absent", "male", "female")


def bind(s: HeadSum) -> None:
    set_beside(s)
    told_at_last(s)
    by_others = in_proportion(s.items)
    _deny(s.items)
    _have_come_too(s.items)
    _set_aside(s.items)
    _added_up(s.items)
    _makes_in_all(s.items)
    _makes_with_more(s.items)
    multiplied_out(s.items)
    _only_done(s)
    _called_up(s.items)
    _taken_apart(s.items)
    _absent_either_way(s.items)
    _men_and_women(s.items)
    so_many_each(s)
    left = _whoever_is_left(s.items)
    for_all = _for_them_all(s.items)
    _ratios(s)
    for segment in _segments(s.items):
        _labels(segment, for_all)
        _pairs(s, segment)
    _loose_orgs(s)
    give_in_proportion(s, by_others)
    all_of_one(s)
    those_left_came(s)
    _called_and_came(s.items)
    _on_the_roll(s.items)
    _none_at_a_point(s.items)
    _points(s)
    _came_in_parts(s.items)
    _some_of_them(s.items)
    _absent_of_each(s.items)
    _how_many_bodies(s)
    for item in s.items:
        if item.kind == "num" and item.role in ("male", "female"):
            s.sexes.append(item.value)
        elif item.kind == "num" and item.role in LABELS:
            if item.role in s.role and s.role[item.role] != item.value:
                s.doubt = s.doubt or "two_numbers"
            s.role[item.role] = item.value
        elif item.kind == "num" and not item.role and not _said_again(s, item):
            s.loose.append(item)
        s.about = s.about or (item.kind == "num" and item.approx) or _roughly(s.items, item)
    if left:
        _give_the_rest(s, left)
    if s.by_org:
        _came_none(s)
    else:
        _of_its_own(s)


def _roughly(items: list[Item], item: Item) -> bool:
    """«khoảng 40 người»; how much «khoảng 2 tấn rác» is, everybody only guesses, and «mới được
    42/50» is counted."""
    after = next((i for i in items if i.start >= item.end), None)
    measured = after is not None and after.kind == "measure" and after.end - after.start > 1
    of_all = item.value == "so_far" and after is not None and after.kind == "ratio"
    return item.kind == "approximate" and not measured and not of_all


def _called_up(items: list[Item]) -> None:
    """«kế hoạch huy động 60»: a plan, and nobody who came."""
    for plan, label in pairwise(items):
        if plan.kind == "planned" and label.value == "called":
            label.kind = "chat"


def _taken_apart(items: list[Item]) -> None:
    """«03 vắng (01 ốm, 02 trực)»: the figure once more, in parts."""
    for n in [n for n, item in enumerate(items) if item.value == "("]:
        before = [i for i in items[:n] if i.kind == "num"]
        inside = [i for i in takewhile(lambda i: i.value != ")", items[n:]) if i.kind in COUNTED]
        only = len(inside) > 1 and all(i.kind == "num" for i in inside)
        if before and only and sum(i.value for i in inside) == before[-1].value:
            _apart(inside)


def _absent_either_way(items: list[Item]) -> None:
    """«vắng có lý do 4, không lý do 2»: six are absent."""
    core = [i for i in items if i.kind in ("num", "absent")]
    told = {a.value: b for a, b in pairwise(core) if a.kind == "absent" and b.kind == "num"}
    if {"excused", "unexcused"} <= told.keys():
        told["excused"].value += told["unexcused"].value
        told["excused"].role = "absent"
        _apart([told["unexcused"]])


def _absent_of_each(items: list[Item]) -> None:
    """«pn 15 (vắng 1), tn 10 (vắng 2)»: three are absent."""
    told = [i for i in items if i.kind == "num"]
    away = [b for a, b in pairwise(told) if a.role == "part" and b.role == "absent"]
    if len(away) > 1 and len(away) == len([i for i in told if i.role == "absent"]):
        away[0].value = sum(i.value for i in away)
        _apart(away[1:])


def _how_many_bodies(s: HeadSum) -> None:
    """«cả 3 đoàn thể: pn 8, nd 7, tn 6»: of bodies, and of nobody who came."""
    for number, of in pairwise(s.items):
        if number.kind == "num" and of.value == "bodies" and number.value == len(s.by_org) > 1:
            number.role = "apart"


def _men_and_women(items: list[Item]) -> None:
    """«đi 5 nam 3 nữ»: where each figure stands before its sex, «đi» is of the whole."""
    sexes = [i for i in items if i.kind in ("male", "female")]
    told = [(a, b) for a, b in pairwise(items) if a.kind == "num" and b in sexes and not a.role]
    if len(told) == len(sexes) == len({i.kind for i in sexes}) == 2:
        for number, sex in told:
            number.role, sex.role = sex.kind, "used"


def _came_none(s: HeadSum) -> None:
    """«đoàn không có ai, phụ nữ 17»: nobody of one organisation is a figure too."""
    for org, nobody in pairwise([i for i in s.items if i.kind != "colon"]):
        nameless = org.kind == "organisations" and org.role in ("", "none")
        if nameless and nobody.kind == "nothing":
            s.by_org.setdefault(org.value, 0)
            org.role, nobody.kind, nobody.role = "used", "chat", "settled"


def _none_at_a_point(items: list[Item]) -> None:
    """«tổ 4 đi 11, tổ 5 đi 8, tổ 7 chả ai đi»: where nobody came counts nobody."""
    row = [i for i in items if i.kind in ("place", "num", "nothing")]
    pairs = list(zip(row[::2], row[1::2], strict=False))
    told = {(a.kind, b.kind) for a, b in pairs}
    if len(row) % 2 or told != {("place", "num"), ("place", "nothing")}:
        return
    for place, nobody in pairs:
        if nobody.kind == "nothing":
            place.kind = nobody.kind = "chat"
            place.role = nobody.role = "settled"


def _of_its_own(s: HeadSum) -> None:
    """«Hội CCB triệu tập 20, vắng 2, có mặt 18»: who calls its own up is what the figures are
    of; who «huy động» may call others."""
    core = [i for i in s.items if i.kind in ("organisations", "num", *LABELS)]
    bodies = [i for i in core if i.kind == "organisations"]
    summons = [i.kind for i in core[:2]] == ["organisations", "planned"]
    if len(bodies) != 1 or not summons or s.loose:
        return
    if (came := s.role.get("present")) is not None and not bodies[0].role:
        s.by_org[bodies[0].value], bodies[0].role = came, "used"


def _some_of_them(items: list[Item]) -> None:
    """«43 người, trong đó 22 là nữ, 9 đảng viên»: some of those who came."""
    among = next((n for n, i in enumerate(items) if i.value == "among"), len(items))
    whole = max((i.value for i in items[:among] if i.kind == "num"), default=0)
    end = Item("sep", ",", 0, 0)
    for number, name in pairwise([i for i in [*items[among:], end] if i.kind != "people"]):
        if number.kind == "num" and not number.role and name.kind in ("other", "sep", "dash"):
            number.role = "apart" if number.value < whole else ""


def _came_in_parts(items: list[Item]) -> None:
    """«đúng giờ 31, đến muộn 5, tổng 36»: those who came, in parts, and together."""
    came = [i for i in items if i.kind == "num" and i.role == "present"]
    told = [i.value for i in items if i.kind == "num" and i.role == "total"]
    if len(came) > 1 and told == [sum(i.value for i in came)]:
        _apart(came)


def _apart(items: list[Item]) -> None:
    for item in items:
        item.role = "apart"


def _whoever_is_left(items: list[Item]) -> Item | None:
    """«32 người, phụ nữ 20, còn lại là thanh niên»: whose figure is what the others leave."""
    for n in [n for n, item in enumerate(items) if item.value == "rest"]:
        core = [i for i in items[n:] if i.kind in COUNTED]
        if core and core[0].kind == "organisations" and len(core) == 1:
            core[0].role = "rest"
            return core[0]
    return None


def _give_the_rest(s: HeadSum, org: Item) -> None:
    told = s.role.get("present", s.role.get("total"))
    whole = s.loose[0].value if told is None and len(s.loose) == 1 else told
    parts = sum(s.by_org.values())
    if whole is None or not 0 < parts < whole or org.value in s.by_org:
        s.doubt = s.doubt or "strange"
        return
    s.by_org[org.value], org.role = whole - parts, "used"
    s.doubt = s.doubt or "computed"


def _deny(items: list[Item]) -> None:
    """«không phải 12», «sửa từ 12 thành 15»: the old figure counts nobody any more."""
    mended = any(i.kind == "fix" for i in items)
    _mended_after(items)
    for before, number in pairwise(items):
        if number.kind == "num" and before.value in ("not", "not_but"):
            number.role = "denied"
    for number, after in pairwise(items):
        if number.kind == "num" and after.value == "instead" and mended:
            number.role = "denied"


def _have_come_too(items: list[Item]) -> None:
    """«báo thêm có ba bạn tới sau»: they are added, and no whole."""
    for more, came in pairwise(items):
        if more.kind == "plus" and came.kind == "present" and came.end - came.start == 1:
            came.kind = "chat"
    core = [i for i in items if i.kind in ("num", "present", "plus", "absent", "planned", "total")]
    told = [i.kind for i in core] in (["num", "plus"], ["present", "num", "plus"])
    if told and core[-1] is items[-1]:
        core[-2].role, core[-1].role = "plus", "used"  # «có 4 bạn đến thêm»


def _set_aside(items: list[Item]) -> None:
    """«không tính bộ đội 15», «bộ đội 15 không tính»: named, and not counted."""
    for at in [n for n, item in enumerate(items) if item.value == "beyond"]:
        after = list(takewhile(_no_wall, items[at + 1 :]))
        last = all(i.value == "polite" for i in after)
        for item in _counted(takewhile(_no_wall, reversed(items[:at]))) if last else after:
            item.role = "beyond" if item.kind in COUNTED else item.role


def _added_up(items: list[Item]) -> None:
    """«20 hs + 3 gv + 15 tn = 38», «mt 3, pn 15 = 18»: the sum, written out."""
    added, several = False, 0
    for before, sign, told in zip(items, items[1:], items[2:], strict=False):
        several += before.kind == "num"
        added = added or before.value == "+"
        summed = added or (several > 1 and before.kind in ("num", "people"))
        if sign.value == "=" and told.kind == "num" and summed:
            told.role = "total"


def _makes_in_all(items: list[Item]) -> None:
    """«20, thêm 6 nữa là 26», «thêm tui nữa là 20», «23 bạn, thêm thầy Long nữa là 25»: the last
    figure is of all."""
    for n, (makes, told) in enumerate(pairwise(items)):
        if makes.value == "makes" and told.kind == "num":
            told.role = "total"
            for older in (i for i in items[:n] if i.value in ("older", "beyond")):
                older.kind, older.role = "chat", "settled"
            _fewer_before_more(items[:n], told.value)
            _takes_in(items[:n], told.value)


def _fewer_before_more(before: list[Item], whole: int) -> None:
    """Who was there before somebody named came «thêm»: told once more among all."""
    more = next((n for n, i in enumerate(before) if i.kind == "plus"), 0)
    first = _counted(before[:more])
    if len(first) == 1 and first[0].value < whole and not _counted(before[more:]):
        _apart(first)


def _makes_with_more(items: list[Item]) -> None:
    """«lúc đầu 33, sau thêm 5 là 38»: the last figure is of all, as the others come to."""
    last = max((n for n, i in enumerate(items) if i.kind == "num"), default=0)
    before, told = items[:last], items[last] if items else None
    if told is None or not before or before[-1].value != "comes_to":
        return
    numbers = [i.value for i in before if i.kind == "num"]
    more = any(i.kind == "plus" for i in before)
    if more and len(numbers) > 1 and sum(numbers) == told.value:
        told.role = "total"
        _takes_in(before, told.value)
        for older in (i for i in before if i.value == "older"):
            older.role = "settled"


def _takes_in(before: list[Item], whole: int) -> None:
    """What is added is among all; figures that come to all are said once more."""
    fewer = [i for i in before if i.kind == "minus"]
    for plus in (i for i in before if i.kind in ("plus", "minus")):
        plus.kind = "chat"
    counted = _counted(before)
    numbers = [i for i in counted if i.kind == "num"]
    told = sum(i.value for i in numbers)
    if fewer and len(numbers) > 1 and numbers[0].value - numbers[-1].value == whole:
        _apart(counted)  # «72, trừ đi 20 thì còn 52»
    if all(i.kind == "num" for i in counted) and told in (whole, whole - 1):  # «cộng cả em nữa»
        _apart(counted)


def _only_done(s: HeadSum) -> None:
    """«45 người giao 30 cây», «45 ng cần 2 xe»: behind a figure and before a measure, no plan."""
    row = [i for i in s.items if i.kind not in ("people", "chat")]
    for number, plan, measure in zip(row, row[1:], row[2:], strict=False):
        if (number.kind, plan.kind, measure.kind) == ("num", "planned", "measure"):
            s.doubt = s.doubt or ("" if plan.value == "handed" else "strange")
            plan.kind = "chat"


def _counted(stretch: Iterable[Item]) -> list[Item]:
    return [item for item in stretch if item.kind in COUNTED]


def _no_wall(item: Item) -> bool:
    return item.kind != "sep" and item.value != "then"


def _mended_after(items: list[Item]) -> None:
    """«52, nay xin đính chính 55», «61 là sai, 16 mới đúng»: a bare figure before, one after."""
    if _right_and_wrong(items):
        return
    fixes = [n for n, i in enumerate(items) if i.kind == "fix" and i.value != "not"]
    numbers = [n for n, i in enumerate(items) if i.kind == "num" and not i.role]
    if len(fixes) not in (1, 2) or len(numbers) != 2 or any(i.kind in BOUND for i in items):
        return
    if numbers[0] < fixes[0] < numbers[1]:
        items[numbers[0]].role = "denied"


def _right_and_wrong(items: list[Item]) -> bool:
    """«52 mới đúng, em gõ nhầm 25»: the figure before «đúng» counts, the one behind «nhầm» not."""
    told = [i for i in items if i.kind in ("num", "fix")]
    right = {a.start for a, b in pairwise(told) if a.kind == "num" and b.value == "right"}
    wrong = [b for a, b in pairwise(told) if a.value == "wrong" and b.kind == "num"]
    others = [i for i in told if i.kind == "num" and i.start not in right]
    if len(right) != 1 or others != [i for i in wrong if i.start not in right]:
        return False
    for number in others:
        number.role = "denied"
    return bool(others)


def _said_again(s: HeadSum, item: Item) -> bool:
    """«38 (ba mươi tám) người»: the same figure once more in brackets."""
    opened = any(i.end == item.start and i.value == "(" for i in s.items)
    before = [i for i in s.items if i.kind == "num" and i.end < item.start]
    return opened and bool(before) and before[-1].value == item.value


def _segments(items: list[Item]) -> list[list[Item]]:
    out: list[list[Item]] = [[]]
    for item in items:
        if item.kind == "sep" or (item.kind == "chat" and item.value in WALLS):
            out.append([])
        else:
            out[-1].append(item)
    return [segment for segment in out if segment]


def _labels(segment: list[Item], for_all: bool) -> None:
    """«có mặt 45 vắng 3», «60 đăng ký, 45 có mặt»: before the number, or else after it."""
    named = ("num", "organisations", *LABELS)
    core = [i for i in segment if i.kind in named and i.role != "beyond"]
    for label, item in [*pairwise(core), *_over_an_organisation(core)]:
        if item.kind == "num" and not item.role and label.kind in LABELS and not label.role:
            item.role, label.role = label.kind, "used"
    for item, label in [] if for_all else pairwise(core):
        if item.kind == "num" and not item.role and label.kind in _AFTER and not label.role:
            item.role, label.role = label.kind, "used"
    _swap_if_number_first(core)


def _for_them_all(items: list[Item]) -> bool:
    """«PN 20, ND 5 đăng ký»: every figure has its organisation; the last word is of the whole."""
    kinds = [i.kind for i in items if i.kind in ("num", "organisations", *LABELS)]
    pairs = len(kinds) // 2
    return pairs > 1 and kinds == [*["organisations", "num"] * pairs, "planned"]


def _over_an_organisation(core: list[Item]) -> list[tuple[Item, Item]]:
    """«thêm HPN 3»."""
    triples = zip(core, core[1:], core[2:], strict=False)
    return [
        (a, c) for a, b, c in triples if a.kind in ("plus", "minus") and b.kind == "organisations"
    ]


def _swap_if_number_first(core: list[Item]) -> None:
    """«60 đăng ký 45 có mặt»: read number first if that uses everything."""
    kinds = ["L" if i.kind in LABELS else "N" if i.kind == "num" else "O" for i in core]
    if len(core) < 4 or "O" in kinds or kinds != ["N", "L"] * (len(core) // 2):
        return
    for number, label in zip(core[::2], core[1::2], strict=True):
        number.role = label.kind


def _pairs(s: HeadSum, segment: list[Item]) -> None:
    row = [i for i in segment if i.kind in COUNTED and _free(i)]
    row = _without_head(_once(row))
    pairs = list(zip(row[::2], row[1::2], strict=False))
    if len(row) % 2 or not pairs:
        return
    if all({a.kind, b.kind} == {"organisations", "num"} for a, b in pairs):
        for a, b in pairs:
            _give(s, *((a, b) if a.kind == "organisations" else (b, a)))


def _without_head(row: list[Item]) -> list[Item]:
    """«45 dtn 20 hpn 25», «45 người: 20 đtn»: a total before its parts."""
    kinds = [i.kind for i in row]
    before = kinds == ["num", *["num", "organisations"] * (len(row) // 2)]
    after = kinds == ["num", *["organisations", "num"] * (len(row) // 2)]
    return row[1:] if len(row) > 1 and (before or after) else row


def _once(row: list[Item]) -> list[Item]:
    """«hội phụ nữ 12 chị em», «công đoàn 9 thầy cô»: one body, named on both sides."""
    if not row or row[0].kind != "organisations":
        return row
    for first, number, again, after in zip(row, row[1:], row[2:], [*row[3:], None], strict=False):
        named = (first.kind, number.kind, again.kind) == ("organisations", "num", "organisations")
        same = first.value == again.value or (first.value, again.value) == TEACHERS
        if named and same and (after is None or after.kind != "num"):
            again.role = "used"
    return [i for i in row if i.role != "used"]


def _free(item: Item) -> bool:
    return item.role in ("", "present", "plus", "minus")


def _give(s: HeadSum, org: Item, number: Item) -> None:
    if org.value in s.by_org and org.value not in ("KHAC",):
        s.doubt = s.doubt or "organisation_twice"
    s.by_org[org.value] = s.by_org.get(org.value, 0) + number.value
    if number.role == "minus":
        s.fewer.add(org.value)
    number.role = number.role if number.role in ("plus", "minus") else "part"
    org.role = "used"


def _loose_orgs(s: HeadSum) -> None:
    """What a separator cut apart: «dtn, 20; pn, 15» or one organisation left beside a number."""
    row = [
        i
        for i in s.items
        if (i.kind == "organisations" and not i.role) or (i.kind == "num" and not i.role)
    ]
    kinds = [i.kind for i in row]
    n = len(row) // 2
    if not n or len(row) % 2 or s.by_org:
        return
    if any(i.kind == "other" or i.value in ("beyond", "among") for i in s.items):
        return  # «45 nhé, chưa tính dân», «102 người, tính cả học sinh»
    if kinds == ["organisations", "num"] * n or kinds == ["num", "organisations"] * n:
        for a, b in zip(row[::2], row[1::2], strict=True):
            _give(s, *((a, b) if a.kind == "organisations" else (b, a)))


def _ratios(s: HeadSum) -> None:
    """«HND 12/15; HPN 20/20», «5/8 tn; 12/15 pn»: each ratio beside its own organisation;
    of one organisation «khu 5 15/20, khu 6 18/25» sum."""
    row = [i for i in s.items if i.kind not in ("colon", "chat", "place", "present", "people")]
    named = [i for i in row if i.kind == "organisations"]
    beside = list(pairwise(row))
    after = [(a, b) for a, b in beside if a in named and b.kind == "ratio" and not a.role]
    before = [(b, a) for a, b in beside if b in named and a.kind == "ratio" and not b.role]
    pairs = next((told for told in (after, before) if len(told) == len(named)), [])
    apart = len({i.value for i in s.items if i.kind == "place"}) == len(pairs)
    if len({org.value for org, _ in pairs}) != len(pairs) and not apart:
        return
    for org, ratio in pairs:
        s.by_org[org.value] = s.by_org.get(org.value, 0) + ratio.value[0]
        org.role, ratio.role = "used", "part"


def _called_and_came(items: list[Item]) -> None:
    """«huy động 50, thực tế 46»: so many were called, so many came."""
    core = [i for i in items if i.kind in ("num", "present")]
    told = [(a, b) for a, b in pairwise(core) if a.kind == "present" and b.role == "present"]
    asked_for = "called" if any(a.value == "called" for a, _ in told[:1]) else ""
    called = [b for a, b in told if (a.value == asked_for if asked_for else a.value != "real")]
    came = [b for _, b in told if b not in called]
    real = asked_for or any(a.value == "real" for a, _ in told)
    if real and len(came) == len(called) == 1:
        called[0].role = "planned"


def _on_the_roll(items: list[Item]) -> None:
    """«sĩ số 48 vắng 3», «huy động 60, vắng 8»: so many are on the list, or were called."""
    core = [i for i in items if i.kind in ("num", "present")]
    listed = [b for a, b in pairwise(core) if a.value in LISTS and b.role == "present"]
    away = any(i.role == "absent" or i.kind == "all_there" for i in items)
    if len(listed) == 1 and away:
        listed[0].role = "planned"


def _points(s: HeadSum) -> None:
    """«khu 3: 20, khu 4: 15»."""
    row = [
        i for i in s.items if i.kind == "place" or (i.kind == "num" and i.role in ("", "present"))
    ]
    kinds = [i.kind for i in row]
    n = len(row) // 2
    if n < 2 or len(row) % 2 or s.by_org:
        return
    if kinds in (["place", "num"] * n, ["num", "place"] * n):
        for a, b in zip(row[::2], row[1::2], strict=True):
            place, number = (a, b) if a.kind == "place" else (b, a)
            s.by_point[str(place.value)] = s.by_point.get(str(place.value), 0) + number.value
            number.role = "part"
