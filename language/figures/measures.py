"""Reads results with their units: «2.5km đường», «4m3 rác», «5 suất mỗi suất 500k»."""

from dataclasses import dataclass, field

from language.figures.headcount import Amount, Item
from language.figures.shares import each_of, how_many
from language.figures.undone import left_to_do, promised
from language.line.phrases import phrases
from language.line.vocabulary import group
from language.line.words import Line

LARGE_SUM = 1_000_000
ALONG, ALONG_NEAR = ("doc", "ven", "quanh"), 6
TENDED_NEAR = 4
BUYS_GIFTS = ["mua", "qua"]
BESIDE = ("beside", "bodies")
"""Somebody's age, seats, how many bodies: told, and neither people nor a result."""
GIVEN = ("gifts", "households")
UNCOUNTED = ("other", *BESIDE)
MOST = 40  # no honest line has more measures


@dataclass(slots=True)
class Measured:
    """What was achieved, by the codes of the catalogue, and what of it is to be asked."""

    amounts: dict[str, float] = field(default_factory=dict)
    why: str = ""  # code of the doubt: money that was multiplied, what is still to be done
    either: tuple[Amount, ...] = ()  # two readings of one figure, the likelier first


def measures(line: Line, items: list[Item]) -> Measured:
    found = Measured()
    for item in items:
        if item.kind == "labels":
            _labelled(found.amounts, items, item)
    for item in [i for i in items if i.kind == "measure"][:MOST]:
        if later := _said_anew(items, item):
            item.taken = True
            if not _taken_back(items, item, later):
                later.other = item.value[0]
            continue
        share = each_of(items, item)
        again = (share and _told_in_all(items, item)) or _is_among(items, item)
        if _denied(items, item) or again or _not_achieved(line, items, item, found):
            item.taken = True
        elif share and _unit_of(item) != "money":
            _multiplied(line, items, item, share, found)
        else:
            _measure(line, items, item, found)
    return found


def _said_anew(items: list[Item], item: Item) -> Item | None:
    """«nhầm 1,5km thành 2km»: never both; which of them it is, is asked."""
    n = items.index(item)
    later = next((k for k in range(n + 1, len(items)) if items[k].kind == "measure"), n)
    between = items[n + 1 : later]
    denied = any(i.value in ("not", "not_but") for i in between)
    anew = not denied and any(i.kind == "fix" or i.value in ("instead", "anew") for i in between)
    same = _unit_of(items[later]) == _unit_of(item) if later > n else False
    return items[later] if anew and same else None


def _taken_back(items: list[Item], item: Item, later: Item) -> bool:
    """«2 khối rưỡi, à không, hai khối tư»: the last one counts."""
    between = items[items.index(item) + 1 : items.index(later)]
    return any(i.value == "anew" for i in between)


def _not_achieved(line: Line, items: list[Item], item: Item, found: Measured) -> bool:
    """«hứa 5 triệu mà mới trao 3»: the promise stands beside what came of it, alone it is asked;
    «còn 1 km» is asked."""
    if left_to_do(line, item):
        found.why = "undone"
        return True
    if item.value[1].startswith(UNCOUNTED) or not promised(line, items, item):
        return False
    same = (i for i in items if i.kind == "measure" and _unit_of(i) == _unit_of(item))
    kept = any(i is not item and not promised(line, items, i) for i in same)
    found.why = found.why if kept or _handed(line, item) else "undone"
    return kept


def _handed(line: Line, item: Item) -> bool:
    """«45 người giao 30 cây» is done."""
    return phrases("figures", "planned").tag(line, item.start - 1)[0] == "handed"


def growth(items: list[Item]) -> int:
    """«thêm 2 tấn rác», «được thêm 2 tấn»: 1; «bớt 1 km»: -1. «3 km, thêm 2 tấn» only goes on."""
    first = next((n for n, i in enumerate(items) if i.kind == "measure"), 0)
    near = [i.kind for i in items[max(0, first - 2) : first] if i.kind not in ("present", "chat")]
    after = [i.value for i in items[first + 1 : first + 3] if i.kind != "sep"]
    if near[-1:] == ["minus"]:
        return -1
    return 1 if near[-1:] == ["plus"] or "more" in after else 0


def _before(items: list[Item], item: Item) -> Item | None:
    return next((i for i in items if i.end == item.start), None)


def _denied(items: list[Item], item: Item) -> bool:
    """«21 bạn chứ không phải 12 nhà», «nhầm 1,5 km thành 2 km»: the first counts no more."""
    before = _before(items, item)
    denied = before is not None and before.value in ("not", "not_but")
    return denied or _becomes_another(items, item)


def _becomes_another(items: list[Item], item: Item) -> bool:
    after = [i for i in items if i.start >= item.end][:2]
    if [i.value for i in after[:1]] != ["instead"] or [i.kind for i in after[1:]] != ["measure"]:
        return False
    return _unit_of(after[1]) == _unit_of(item)


def _told_in_all(items: list[Item], item: Item) -> bool:
    """«22 cây, mỗi người một cây», «mỗi nhóm 4 bao, tổng 16 bao»: the figure of all is told."""
    same = (i for i in items if i.kind == "measure" and _unit_of(i) == _unit_of(item))
    return any(i is not item and not each_of(items, i) for i in same)


def _multiplied(line: Line, items: list[Item], item: Item, each: Item, found: Measured) -> None:
    """«12 hộ, mỗi hộ 1 suất» are twelve; of nobody knows how many, it is left unread."""
    amount, unit = item.value
    if (several := how_many(line, items, each)) and _before(items, item) is each:
        item.value = amount * several, unit
        _measure(line, items, item, found)
        found.why = found.why or ("multiplied" if item.taken else "")


def _is_among(items: list[Item], item: Item) -> bool:
    """«60 bao rác, trong đó 20 bao nhựa»: a part, told once more."""
    among = [i.start for i in items if i.value == "among" and i.start < item.start]
    told = (i for i in items if i.kind == "measure" and among and i.end <= among[-1])
    return any(_unit_of(i) == _unit_of(item) and i.taken for i in told)


def _unit_of(item: Item) -> str:
    return str(item.value[1]).split("*")[0]


def _measure(line: Line, items: list[Item], item: Item, found: Measured) -> None:
    amount, unit = item.value
    name, factor = unit.split("+")[0].split("*")
    value = amount * float(factor)
    if "+" in unit:
        value += float(unit.split("+")[1]) * float(factor) / 10
    if name == "money":
        item.taken = _money(line, items, item, value, found)
        return
    code, scale = _code(line, items, item, name)
    item.taken = bool(code) or name in BESIDE
    if not code or _says_where(line, item):
        return
    if item.other is not None:
        found.either = _two_readings(code, item.other * float(factor) * scale, value * scale)
    elif name == "trees" and _may_be_road(line, item):
        found.either = ("road_km", value), ("trees", value)
    else:
        found.amounts[code] = _clean(found.amounts.get(code, 0) + value * scale)


def _says_where(line: Line, item: Item) -> bool:
    """«dọc tuyến kè dài 1,2 km», «trồng 100 cây dọc đường 800m»: how long the place is, and no
    work done."""
    if not item.value[1].startswith("length"):
        return False
    near = range(max(0, item.start - ALONG_NEAR), item.start)
    along = [i for i in near if line.bare_at(i) in ALONG]
    counted = any(line.words[i].digits for i in range(along[0])) if along else False
    planted = counted and any(w.bare in ("trong", "treo") for w in line.words[: along[0]])
    return bool(along) and (line.bare_at(item.start - 1) == "dai" or planted)


def _handed_out(line: Line, item: Item) -> bool:
    """«200 tờ rơi phát cho bà con»: given away, and not taken down."""
    return line.bare_at(item.end) in group("figures", "handed_out")


def _tended(line: Line, item: Item) -> bool:
    """«quét vôi 12 gốc cây»: cared for or felled, and not planted."""
    deeds = phrases("figures", "tended")
    near = range(max(0, item.start - TENDED_NEAR), item.start)
    return any(item.start - deeds.at(line, i)[1] in (0, 1) for i in near if deeds.at(line, i)[0])


def _two_readings(code: str, less: float, more: float) -> tuple[Amount, ...]:
    """«2,500 m3» is two and a half before it is two thousand five hundred."""
    return (code, _clean(less)), (code, _clean(more))


def _may_be_road(line: Line, item: Item) -> bool:
    """«đường 3 cây»: of road or of trees?"""
    alone = item.end == item.start + 2 and line.bare_at(item.start + 1) == "cay"
    before = (phrases("figures", "topics").tag(line, k) for k in (item.start - 1, item.start - 2))
    return alone and any(tag == "road" and end == item.start for tag, end in before)


def _clean(value: float) -> float:
    value = round(value, 6)
    return int(value) if value == int(value) else value


def _labelled(out: dict[str, float], items: list[Item], label: Item) -> None:
    """«km: 1,2»: the number after the label is the measure."""
    at = items.index(label)
    for item in items[at + 1 : at + 3]:
        if item.kind in ("num", "skip") and item.value is not None:
            out[label.value] = _clean(item.value)
            item.kind = "labelled"
            return


def _topics(line: Line, items: list[Item], item: Item) -> list[str]:
    """What the words near a measure speak of; the nearest first, the comma is a wall."""
    near: list[tuple[int, str]] = []
    walls = [i.start for i in items if i.kind == "sep"]
    left = max((w for w in walls if w < item.start), default=-1)
    right = min((w for w in walls if w >= item.end), default=len(line))
    for tag, start, end in phrases("figures", "topics").find(line):
        if left < start < right:
            distance = start - item.end if start >= item.start else item.start - end + 1
            near.append((distance, tag))
    return [tag for _, tag in sorted(near)]


def _code(line: Line, items: list[Item], item: Item, name: str) -> tuple[str, float]:
    topics = _topics(line, items, item)
    first = next((t for t in topics if t in ("road", "drain", "land")), "")
    if name == "length_km":
        return ("drain_m", 1000) if first == "drain" else ("road_km", 1)
    if name == "length_m":
        return {"road": ("road_km", 0.001), "drain": ("drain_m", 1.0)}.get(first, ("", 1.0))
    if name == "area_m2":
        return ("land_m2", 1) if "land" in topics else ("", 1)
    unrecorded = name in ("other", *BESIDE) or (name == "ads_removed" and _handed_out(line, item))
    unrecorded |= name == "trees" and _tended(line, item)
    return ("", 1) if unrecorded else (name, 1)


def _one_price(items: list[Item], item: Item, value: float) -> bool:
    """«20 suất quà 300k»: a small sum right after the gifts is the price of one."""
    before = _before(items, item)
    return before is not None and before.kind == "measure" and value < LARGE_SUM


def _gifts(items: list[Item], price: Item) -> float:
    """How many gifts, or households to receive one, the line tells of; those right before the
    price are the ones that it is of."""
    given = (i for i in items if i.kind == "measure" and _unit_of(i) in GIVEN)
    told = [i for i in given if not each_of(items, i)]
    beside = [i for i in told if i.end == price.start]
    return float(next((i.value[0] for i in [*beside, *told]), 0))


def _money(line: Line, items: list[Item], item: Item, value: float, found: Measured) -> bool:
    """Counts a sum of money, once; false if it counts for nothing."""
    out, whole = found.amounts, [tag for tag, _, _ in phrases("figures", "topics").find(line)]
    each = _is_each(line, items, item)
    raised = "raised" in (_topics(line, items, item) or whole) and not each
    if raised and [line.bare_at(i) for i in (item.end, item.end + 1)] == BUYS_GIFTS:
        found.either = ("raised_vnd", _clean(value)), ("gift_value_vnd", _clean(value))
        return True  # «góp được 2 triệu mua quà»: what was raised, or what was given?
    if raised:
        out["raised_vnd"] = _clean(out.get("raised_vnd", 0) + value)
        return True
    if not ({"gift", "each"} & set(whole)):
        return False
    times = _gifts(items, item) or _times_after(items, item)
    said, each = each, each or (times > 1 and _one_price(items, item, value))
    if each and not times:
        return False
    value = _clean(value * times if each else value)
    if out.get("gift_value_vnd") == value:
        found.why = ""  # «mười suất, mỗi suất ba trăm nghìn, là ba triệu»: told twice
        return True
    found.why = found.why or ("multiplied" if each and not (said and _only_price(items)) else "")
    out["gift_value_vnd"] = _clean(out.get("gift_value_vnd", 0) + value)
    return True


def _only_price(items: list[Item]) -> bool:
    """«15 suất quà, mỗi suất 500 nghìn»: one figure of gifts and one price leave no doubt."""
    told = [_unit_of(i) for i in items if i.kind == "measure"]
    given = [unit for unit in told if unit in GIVEN]
    return told.count("money") == 1 and len(given) == 1


def _is_each(line: Line, items: list[Item], item: Item) -> bool:
    """«mỗi suất 300k», «300k/suất», «12 suất x 300k»: the price of one."""
    before = _before(items, item)
    if before is not None and before.value == "times":
        return True
    sums = [i for i in items if i.kind == "measure" and i.value[1].startswith("money")]
    last = max((i.end for i in sums if i.end <= item.start), default=0)
    walls = [i.end for i in items if i.kind == "sep" and i.end <= item.start]
    first = max([last, *walls])
    told = [(a, b) for tag, a, b in phrases("figures", "topics").find(line) if tag == "each"]
    return any(a == item.end or first <= a < item.start for a, _ in told)


def _times_after(items: list[Item], item: Item) -> float:
    """«500k/suất x 12»."""
    core = [
        i for i in items if i.start >= item.end and i.kind in ("chat", "num", "sep", "measure")
    ]
    told = core[:1] and core[0].value == "times" and core[1:2] and core[1].kind == "num"
    return float(core[1].value) if told else 0
