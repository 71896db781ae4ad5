"""Adds a report up and doubts what does not add up."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from language.figures.headcount import MOST, HeadSum, Item, Turnout
from language.figures.shares import share_of, together
from language.line.vocabulary import group

MONTHS = 12
TWO = 2
COUNTS = ("people", "ratio", "vague", "all_there")
Sums = tuple[int | None, int | None, int | None, str]


def counted_up(s: HeadSum, metrics: dict[str, float]) -> Turnout:
    total, planned, absent, why = _figures(s)
    why = why or s.doubt or _doubt(s, total, planned, absent)
    numbered = sum(_numbered_or_counted(s.items)) if s.by_org and not s.loose else 0
    why = why or ("place_or_count" if numbered else "")
    if total is None and planned is None and absent is None and not s.by_org:
        return _nobody(s, metrics, why)
    return Turnout(
        "ask" if why else "ok",
        total,
        s.by_org,
        s.by_point,
        planned,
        absent,
        metrics,
        why=why,
        about=s.about,
        candidates=_candidates(s, total, numbered),
        summed=bool(s.loose or {"present", "total"} & set(s.role)),
        grouped=any(i.kind == "num" and i.grouped for i in s.items),
    )


def _numbered_or_counted(items: list[Item]) -> Iterator[int]:
    """«HPN xã 3, phụ nữ thôn 12»: women of the twelfth hamlet, or twelve women of a hamlet, where
    nothing else is said of them."""
    row = [Item("sep", ",", 0, 0), *items, Item("sep", ",", 0, 0)]
    for before, who, place, after in zip(row, row[1:], row[2:], row[3:], strict=False):
        clause = (before.kind, who.kind, after.kind) == ("sep", "organisations", "sep")
        if clause and not who.role and place.kind in ("place", "skip") and not place.role:
            number = str(place.value).rpartition(" ")[2]
            yield int(number) if number.isdecimal() else 0


def _figures(s: HeadSum) -> Sums:
    """How many came, were expected, are missing, and what does not add up."""
    total, why = _total(s)
    planned, absent = s.role.get("planned"), s.role.get("absent")
    if planned is None and any(i.value == "as_planned" for i in s.items):
        planned = total
    ratios = [i for i in s.items if i.kind == "ratio"]
    if ratios:
        total, planned, absent, why = _by_ratio(s, ratios[0])
    if len(ratios) > 1:
        total, planned, why = _by_ratios(s, ratios, total, planned)
    percent = next((i.value for i in s.items if i.kind == "percent"), None)
    if ratios and percent is not None:
        return total, planned, absent, why or _disagrees(ratios[0].value, percent)
    if percent is not None and planned and total is not None:
        return total, planned, absent, why or _disagrees((total, planned), percent)
    whole = planned or total or (s.loose[0].value if len(s.loose) == 1 else None)
    if percent is not None and whole and not s.by_org:
        return round(whole * percent / 100), whole, absent, "computed"
    if total is None and planned is not None and has_kind(s, "all_there"):
        return planned, planned, absent, why
    if total is None and planned is not None and absent is not None and not why:
        return _less(planned, absent)
    return total, planned, absent, why


def _disagrees(ratio: tuple[int, int], percent: float) -> str:
    """«64/70, đạt 91%» tells the ratio once more."""
    got, of = ratio
    return "" if of and abs(100 * got / of - percent) <= 1 else "mismatch"


def _by_ratios(
    s: HeadSum, ratios: list[Item], total: int | None, planned: int | None
) -> tuple[int | None, int | None, str]:
    """«HND 12/15; HPN 20/20»: one for each organisation, and nothing else."""
    if any(ratio.role != "part" for ratio in ratios) or s.loose:
        return total, planned, "two_numbers"
    return sum(r.value[0] for r in ratios), sum(r.value[1] for r in ratios), ""


def _less(planned: int, absent: int) -> Sums:
    enough = absent <= planned
    total = planned - absent if enough else None
    return total, planned, absent, "" if enough else "absent_above_planned"


def _may_be_yes(s: HeadSum) -> bool:
    """«vang 45» without marks: 45 are absent, or «vâng, 45»."""
    return any(i.kind == "absent" and i.value == "vang" for i in s.items)


def _by_ratio(s: HeadSum, ratio: Item) -> Sums:
    got, of = ratio.value
    labels = ("absent", "present", "total")
    before = [i for i in s.items if i.start < ratio.start and i.kind in labels]
    if before and before[-1].kind == "absent" and not before[-1].role:
        return _less(of, got)
    turned = got > of and of <= MONTHS  # «có mặt 20/11»: more than were asked for, or a day?
    doubt = "date_or_ratio" if ratio.approx or turned else ""
    if s.by_org and sum(s.by_org.values()) != got:
        doubt = "mismatch"
    if s.loose or s.role.get("present", got) != got:
        doubt = "two_numbers"  # «40 nhưng có 1/2 thôi»: half of them
    return got, of, s.role.get("absent"), doubt


def _total(s: HeadSum) -> tuple[int | None, str]:
    parts = sum(s.by_org.values()) + sum(s.by_point.values())
    told = s.role.get("present", s.role.get("total"))
    if "present" in s.role and s.role.get("total", told) != told:
        s.role.setdefault("planned", s.role["total"])
    if told is None and len(s.loose) == 1:
        told = s.loose[0].value
        if (s.by_org or s.by_point) and told != parts and not _people_said(s):
            return parts, "two_numbers"
    elif s.loose:
        return told, "two_numbers"
    by_sex = _by_sex(s, told, parts) if s.sexes else None
    if by_sex:
        return by_sex
    return _with_parts(s, told, parts) if s.by_org or s.by_point else (told, "")


def _by_sex(s: HeadSum, told: int | None, parts: int) -> tuple[int | None, str] | None:
    """«nam 20, nữ 25» make a total; «45 người (20 nữ)» tells one already."""
    both = {"male", "female"} <= {i.role for i in s.items}
    if told is not None:
        return (told, "mismatch") if both and sum(s.sexes) != told else None
    if parts:
        return parts, ""
    return (sum(s.sexes), "") if both else (None, "one_sex")


def _with_parts(s: HeadSum, told: int | None, parts: int) -> tuple[int, str]:
    if told is None or told == parts:
        return parts, ""
    among = any(i.kind == "chat" and i.value == "among" for i in s.items)
    return told, "" if among and parts < told else "mismatch"


def _people_said(s: HeadSum) -> bool:
    """Does the loose number stand before its parts, or beside «người»?"""
    loose = s.loose[0]
    first_part = next((i.start for i in s.items if i.kind == "organisations"), 0)
    beside = any(i.kind == "people" and i.start == loose.end for i in s.items)
    return beside or loose.start < first_part


def _doubt(s: HeadSum, total: int | None, planned: int | None, absent: int | None) -> str:
    if s.about:
        return "about"
    if any(i.value == "given_by" for i in s.items):
        return "givers"
    if _whose(s):
        return "body"
    if s.by_org and any(_without_a_figure(s, i) for i in s.items):
        return "unread_body"
    if _compared(s.items) or _each(s) or _one_of_two(s):
        return "compared"
    crowd = any(i.value == "crowd" for i in s.items)
    told = total is not None or planned is not None
    if told and (crowd or has_kind(s, "vague")):
        return "vague"  # «một tá các mẹ với hai bác», «biên phòng 7, dân ra đông», «hơn nửa số đó»
    if not all(0 <= told <= MOST for told in (total or 0, planned or 0)):
        return "too_many"
    why = "" if _unbound(s) else _contradiction(s, total, planned, absent)
    if why or total is not None:
        changed = {"plus", "minus"} & set(s.role) or _some_more(s)  # «45, thêm 3»: of how many?
        changed = changed and not _comes_to(s)
        return why or ("changed_or_total" if changed else "")
    if any(i.kind == "planned" and i.value == "moi" for i in s.items):
        return "invited_or_only"  # «moi 9 nguoi ra»
    return "absent_or_yes" if planned is None and _may_be_yes(s) else ""


def _comes_to(s: HeadSum) -> bool:
    """«thêm 5 bạn, tổng 43», «thêm 5 thành 43»: with them it comes to so many."""
    moved = [i.start for i in s.items if i.kind == "num" and i.role in ("plus", "minus")]
    told = [i.start for i in s.items if i.kind == "num" and i.role == "total"]
    return len(told) == 1 and bool(moved) and max(moved) < told[0]


def _whose(s: HeadSum) -> bool:
    """«CĐ 12»: with no other body beside it, it may be either of two."""
    named = [i for i in s.items if i.kind == "organisations" and i.role == "used"]
    return len(named) == 1 and named[0].approx


def _without_a_figure(s: HeadSum, item: Item) -> bool:
    """«pn 12, nd 7, ít cựu chiến binh»: one more body, and nobody knows how many."""
    named = item.kind == "organisations" and not item.role
    return named and item.value != "KHAC" and item.value not in s.by_org


def _contradiction(s: HeadSum, total: int | None, planned: int | None, absent: int | None) -> str:
    if total is None:
        return ""
    if absent and _counts_absent(s):
        return "with_or_without_absent"
    if planned is not None and absent is not None and total + absent != planned:
        return "mismatch"
    return "strange" if _strange(s) else ""


def _compared(items: list[Item]) -> bool:
    """«nhiều hơn tuần trước 5 người», «gấp đôi 20 người»: a figure beside another one; «45 người,
    đông hơn tuần trước» only says how it looks."""
    for n, item in enumerate(items):
        beside = next((i for i in items[n + 1 :] if i.kind != "time"), None)
        alone = not any(i.kind == "num" for i in items)
        compares = item.value == "compare" or (item.kind == "multiples" and item.value != "1")
        if compares and (alone or (beside and beside.kind == "num")):
            return True
    return any(i.value == "enough" for i in items)


def _each(s: HeadSum) -> bool:
    """«mỗi hộ 1 người», «12 người x 2 buổi»: the figure is only one share."""
    share = share_of(s.items)
    times = [(a, b) for a, b in pairwise(s.items) if a.value == "times" and b.role != "apart"]
    several = any(b.kind in ("num", "measure") for _, b in times)
    return several or (share is not None and share.role != "apart")


def _one_of_two(s: HeadSum) -> bool:
    """«phụ nữ thì đông chớ CCB có 7 ông»: whose figure is it, and what of the others?"""
    named = [n for n, i in enumerate(s.items) if i.kind == "organisations" and not i.role]
    pairs = [(a, b) for a, b in pairwise(named) if s.items[a].value != s.items[b].value]
    return any(i.kind == "other" for a, b in pairs for i in s.items[a:b])


def _some_more(s: HeadSum) -> bool:
    """«3 bạn nữa mới đến»: three in all, or three more?"""
    return any(b.value == "more" and a.kind in ("num", "people") for a, b in pairwise(s.items))


def _unbound(s: HeadSum) -> bool:
    """An organisation named without a figure: «45 người ra quân cùng phụ nữ»."""
    named = any(i.kind == "organisations" and i.role in ("", "beyond") for i in s.items)
    return named and not s.loose and not s.by_org


def _counts_absent(s: HeadSum) -> bool:
    """«tổng 60 vắng 5»: are the five among the sixty?"""
    return "total" in s.role and not {"planned", "present"} & set(s.role) and not s.by_org


def _strange(s: HeadSum) -> bool:
    """A bare number among unknown words may be anything."""
    if s.by_org or s.sexes or any(i.kind in COUNTS for i in s.items):
        return False
    if set(s.role) & {"present", "total", "absent", "planned"}:
        return _unknown_words(s.items) > 4 or any(_of_what(s.items))
    return any(i.kind in ("other", "organisations", "dash", "percent", "skip") for i in s.items)


def _of_what(items: list[Item]) -> Iterator[bool]:
    """«được mỗi 2 móng»: so many of something that nobody knows."""
    for number, thing in pairwise(items):
        told = number.kind == "num" and number.role == "present" and thing.kind == "other"
        yield told and thing.value not in group("figures", "behind")


def _unknown_words(items: list[Item]) -> int:
    """How many words nobody knows; those around a measure only say what was done."""
    count, clause = 0, list[Item]()
    for item in [*items, Item("sep", ",", 0, 0)]:
        clause.append(item)
        if item.kind == "sep":
            kinds = [i.kind for i in clause]
            count += 0 if "measure" in kinds and "num" not in kinds else kinds.count("other")
            clause = []
    return count


def _candidates(s: HeadSum, total: int | None, numbered: int = 0) -> tuple[int, ...]:
    if numbered and total is not None:
        return total + numbered, total
    parts = sum(s.by_org.values()) + sum(s.by_point.values())
    absent = s.role.get("absent", 0)
    came = (i.value for i in s.items if i.kind == "num" and i.role == "present")
    moved = (i.value for i in s.items if i.kind == "num" and i.role in ("plus", "minus", "beyond"))
    told = [total, parts or None, *came, *(i.value for i in s.loose)]
    options = [*told, *_moved_on(s, total), *moved]
    if total is not None and absent:
        options.append(total - absent)
    return _options([*options[:1], *_together(s, total, parts), *options[1:]])


def _moved_on(s: HeadSum, total: int | None) -> Iterator[int]:
    """«tổng 43, thêm 5»: 43 with them, or 48."""
    for i in s.items:
        if total is not None and i.kind == "num" and i.role in ("plus", "minus"):
            yield total + (i.value if i.role == "plus" else -i.value)


def _together(s: HeadSum, total: int | None, parts: int) -> Iterator[int]:
    """«30 nhà, mỗi nhà một người», «10 người với 3 ông mặt trận», «14 chưa kể tôi»: what the
    figures may come to."""
    share = share_of(s.items)
    if share is not None and (whole := together(s.items, share)):
        yield whole
    numbers = [i.value for i in s.items if i.kind == "num"]
    besides = sum(i.value for i in s.loose) or s.role.get("present", 0)
    if parts and besides:
        yield parts + besides  # «clb 17, đoàn 9, hpn 4»: a body that nobody knows
    for share in (i.value for i in s.items if i.kind == "vague" and "/" in str(i.value)):
        part, of = map(int, share.split("/"))
        yield from (number * part // of for number in numbers[:1])
    if any(i.value == "beyond" for i in s.items) and total is not None:
        yield total + 1
    told = [i.value for i in s.items if i.kind == "num" and i.role in ("", "present", "part")]
    among = any(i.value == "among" for i in s.items)
    if (
        (len(told) == TWO or len(told) == len(s.loose) > TWO)
        and not among
        and (not parts or s.loose)
    ):
        yield sum(told)


def _options(options: Iterable[int | None]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(v for v in options if v is not None and v >= 0))


def _nobody(s: HeadSum, metrics: dict[str, float], why: str) -> Turnout:
    if any(i.role == "beyond" and i.kind == "num" for i in s.items):
        return Turnout("ask", metrics=metrics, why="no_figure")  # «bộ đội 15 không tính»
    if has_kind(s, "nothing"):
        return Turnout("ask", 0, metrics=metrics, why="nobody", candidates=(0,))
    if s.loose:
        return Turnout("ask", metrics=metrics, why=why or "two_numbers", candidates=_loose(s))
    if has_kind(s, "vague"):
        return Turnout("ask", metrics=metrics, why="vague")
    if has_kind(s, "pairs") and not metrics:
        return Turnout("ask", why="names", candidates=_by_name(s))
    if set(metrics) == {"households"} or s.sexes:
        return Turnout("ask", metrics=metrics, why="households" if metrics else "one_sex")
    return Turnout("none", metrics=metrics)


def _by_name(s: HeadSum) -> tuple[int, ...]:
    """«có mỗi mình tôi» is one, «hai vợ chồng tôi với ông Khánh» three: offered, and asked."""
    told = [i.value for i in s.items if i.kind == "pairs"]
    if "alone" in told:
        return (1,)
    return (TWO + told.count("any"),) if "couple" in told else ()


def _loose(s: HeadSum) -> tuple[int, ...]:
    """«xóm trên 9, xóm dưới 13»: one of them, or all of them together."""
    values, whole = [i.value for i in s.loose], sum(i.value for i in s.loose)
    return _options([*values, whole] if len(values) <= TWO else [whole, *values])


def has_kind(s: HeadSum, kind: str) -> bool:
    return any(i.kind == kind for i in s.items)
