"""Figures that stand beside the one that counts: an older one, a roll, a price, a bare sum."""

from itertools import pairwise

from language.figures.headcount import LABELS, HeadSum, Item

BY_SIGN = ("people", "chat", "sign", "time")
PRICE_TAIL = ("sign", "sep", "people", "other")
AFTER_OLDER = ("num", "sep", "fix", "planned", "absent")
FIGURES = ("num", "organisations")
LEFT = ("still", "rest")
TWO = 2
THREE = 3  # who were to come, who did not, who did
BECAUSE = ("do", "vì", "tại")
ROLLS = ("called", "roll", "strength", "real")


def set_beside(s: HeadSum) -> None:
    """What is told beside those who came is set aside, before the rest is bound."""
    _named_twice(s.items)
    _of_before(s.items)
    _of_another_day(s.items)
    _because(s.items)
    _only_signs(s.items)
    _at_a_price(s.items)
    _strength(s)
    _left_of_all(s.items)
    _fewer_than_planned(s.items)
    _left_early(s)
    _with_a_sign(s.items)
    _named_for_nobody(s.items)
    _some_in_brackets(s.items)
    _gone_either_way(s.items)
    _only_has(s.items)
    _old_and_young(s.items)


def _with_a_sign(items: list[Item]) -> None:
    """«à quên +3 bác ccb»: the only figure, with its sign, comes on top."""
    core = [i for i in items if i.kind in (*FIGURES, "measure") or i.value in ("+", "cộng")]
    more = any(i.value == "more" for i in items)
    for n, (sign, number) in enumerate(pairwise(core)):
        signed = sign.value == "+" or (sign.value == "cộng" and more)
        whose = core[:n] + core[n + 2 :]
        if signed and number.kind == "num" and [i.kind for i in whose] in ([], ["organisations"]):
            sign.kind = "plus"


def _named_for_nobody(items: list[Item]) -> None:
    """«dtn 12 hpn 9 hnd ko có»: a body without anybody takes none of the figures."""
    several = len([i for i in items if i.kind == "organisations"]) > 1
    told = [i for i in items if i.kind != "colon"]
    for org, nobody in pairwise(told) if several else ():
        if org.kind == "organisations" and nobody.kind == "nothing":
            org.role = "none"


def _left_of_all(items: list[Item]) -> None:
    """«đk 25 mà 2 bạn bùng nên còn 23»: so many were to come, so many did."""
    numbers = [i for i in items if i.kind == "num"]
    away = [i for i in items if i.kind in ("absent", "minus")]
    left = next((b for a, b in pairwise(items) if a.value in LEFT and b.kind == "num"), None)
    if len(numbers) != THREE or not away or left is not numbers[-1] or _has_bodies(items):
        return
    listed, absent, came = numbers
    if listed.value - absent.value == came.value:
        listed.role, absent.role, came.role = "planned", "absent", "present"
        for label in away:
            label.role = "used"


def _fewer_than_planned(items: list[Item]) -> None:
    """«không đủ 20 như đăng ký, có 16 thôi»: the first was the plan."""
    for number, plan in pairwise(items):
        others = [i for i in items if i.kind == "num" and i is not number]
        if number.kind == "num" and plan.value == "as_planned" and len(others) == 1:
            number.role, plan.kind, plan.value = "planned", "chat", "any"
            for about in (i for i in items if i.end == number.start):
                about.kind = "chat"


def _left_early(s: HeadSum) -> None:
    """«đoàn 14 (2 em về sớm), phụ nữ 11»: they came too, and it is asked."""
    row = [i for i in s.items if i.kind != "people"]
    several = len([i for i in row if i.kind == "num"]) > 1
    ends = [*row[2:], Item("sep", ")", 0, 0)]
    for number, early, after in zip(row, row[1:], ends, strict=False):
        closed = after.kind == "sep" or after.value == ")"
        if several and (number.kind, early.kind) == ("num", "minus") and closed:
            number.role, early.kind = "apart", "chat"
            s.doubt = s.doubt or "left_early"


def _has_bodies(items: list[Item]) -> bool:
    return any(i.kind == "organisations" for i in items)


def _named_twice(items: list[Item]) -> None:
    """«30 chị em HPN», «12 đoàn viên ĐTN»: one organisation, by two names side by side."""
    for first, again in pairwise(items):
        same = first.kind == again.kind == "organisations" and first.value == again.value
        if same and first.end == again.start:
            again.kind = "chat"


def _of_before(items: list[Item]) -> None:
    """«đính chính báo cáo trước ghi 51», «buổi trước 29»: another report's figure."""
    numbers = [i for i in items if i.kind == "num"]
    if len(numbers) < 2 or any(i.kind == "organisations" for i in items):
        return
    for n, item in enumerate(items):
        if item.value != "older" or (n and items[n - 1].kind == "planned"):
            continue  # «đăng ký ban đầu 40»
        told = next((i for i in items[n + 1 :] if _settles(i)), None)
        beside = items[:n] and numbers[0] in items[:n]
        if told and told.kind == "num" and (beside or any(i.kind == "fix" for i in items)):
            told.role, item.role = "denied", "used"


def _of_another_day(items: list[Item]) -> None:
    """«tuần trước 40 người, tuần này chỉ có 28», «hôm nay 52, t7 trước có 40»: the older figure is
    told beside it."""
    row = [i for i in items if i.kind in FIGURES or i.value == "past"]
    if [i.kind for i in row].count("num") != TWO or len(row) != THREE or row[-1].kind != "num":
        return
    day = next((i for i in row if i.kind == "time"), None)
    if day and not any(i.value == "compare" or i.kind == "multiples" for i in items):
        number = row[row.index(day) + 1]
        day.role, number.role = "settled", "apart"


def _because(items: list[Item]) -> None:
    """«không phải 28 mà là 26, do có hai đồng chí ký trùng»: a figure that only says why."""
    if not any(i.kind == "fix" for i in items):
        return
    why = next((n for n, i in enumerate(items) if i.value in BECAUSE), len(items))
    if any(i.kind == "num" for i in items[:why]):
        for item in items[why:]:
            item.role = "apart" if item.kind == "num" else item.role


def _settles(item: Item) -> bool:
    """What tells whose the next figure is, or that figure itself."""
    return item.kind in AFTER_OLDER or item.value in ROLLS


def _only_signs(items: list[Item]) -> None:
    """«15+7+9»: a sum that is only written down."""
    core = [i for i in items if i.kind not in BY_SIGN]
    numbers, signs = core[::2], core[1::2]
    plain = len(numbers) > 2 and all(i.kind == "num" for i in numbers)
    if plain and all(i.value == "+" for i in signs) and len(core) % 2:
        for number in numbers[1:]:
            numbers[0].value += number.value
            number.role = "apart"


def _at_a_price(items: list[Item]) -> None:
    """«quà 500k/suất x 12»: twelve gifts, and nobody who came."""
    core = [i for i in items if i.kind not in PRICE_TAIL]
    for before, sign, number in zip(core, core[1:], core[2:], strict=False):
        if priced(before) and sign.value == "times" and number.kind == "num":
            number.role = "apart"


def priced(item: Item) -> bool:
    return item.kind == "measure" and item.value[1].startswith(("money", "gifts"))


def _strength(s: HeadSum) -> None:
    """«quân số 22, có mặt 20»: so many belong to it; «quân số 22, vắng 3» leaves it open."""
    core = [i for i in s.items if i.kind in ("num", "present", "absent", "planned", "total")]
    told = [(a, b) for a, b in pairwise(core) if b.kind == "num"]
    listed = [b for a, b in told if a.value == "strength"]
    if len(listed) != 1 or any(a.kind in ("planned", "total") for a, _ in told):
        return
    came = any(a.kind == "present" and a.value != "strength" for a, _ in told)
    if came:
        listed[0].role = "planned"
    elif any(a.kind == "absent" for a, _ in told):
        s.doubt = s.doubt or "with_or_without_absent"


def _some_in_brackets(items: list[Item]) -> None:
    """«29 người (có 3 cháu nhỏ)»: some of those who came."""
    row = [i for i in items if i.kind not in ("other", "sign")]
    for whole, opens, has, some, kin in zip(row, row[1:], row[2:], row[3:], row[4:], strict=False):
        inside = (opens.value, has.value, kin.value) == ("(", "weak", "kin")
        if inside and whole.kind == "people" and some.kind == "num":
            some.role, has.role = "apart", "used"


def _gone_either_way(items: list[Item]) -> None:
    """«trừ 1 bác về sớm», «bớt 2, 2 bạn về trước»: the same ones, told on both sides."""
    row = [i for i in items if i.kind in ("minus", "num", "organisations", "plus")]
    kinds = [i.kind for i in row if i.kind != "organisations"]
    if kinds == ["minus", "num", "minus"] and row[-1].kind == "minus":
        row[-1].kind = "chat"
        row[-1].role = "settled"
        for item in items[items.index(row[-1]) :]:
            item.value = "any" if item.value == "beyond" else item.value
    if kinds == ["minus", "num", "num", "minus"] and row[1].value == row[-2].value:
        row[-2].role, row[-1].kind, row[-1].role = "apart", "chat", "settled"


def _only_has(items: list[Item]) -> None:
    """«có 16 người đăng ký», «50 người, có 18 nữ»: what stands behind tells whose it is."""
    core = [i for i in items if i.kind in ("num", "organisations", *LABELS)]
    end = Item("sep", ",", 0, 0)
    for has, number, label, after in zip(core, core[1:], core[2:], [*core[3:], end], strict=False):
        told = number.kind == "num" and label.kind in ("planned", "male", "female")
        if has.value == "weak" and told and after.kind != "num":
            has.kind = "chat"


def _old_and_young(items: list[Item]) -> None:
    """«12 người lớn, 8 trẻ em»: twenty."""
    told = [(a, b) for a, b in pairwise(items) if a.kind == "num"]
    if len(told) == TWO and {of.value for _, of in told} == {"adults", "young"}:
        (first, _), (second, _) = told
        first.value += second.value
        second.role = "apart"
