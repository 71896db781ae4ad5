"""Reads how many people came: «45/60», «dtn 20 pn 15, vắng 3», «sửa lại 48»."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from language.figures import Item, items_of
from language.measures import measures
from language.phrases import Phrases, phrases
from language.words import read

Status = Literal["ok", "ask", "delta", "fix", "none"]
MOST = 20_000  # more people at one point are asked


@dataclass(frozen=True, slots=True)
class Turnout:
    status: Status = "none"
    total: int | None = None
    by_org: dict[str, int] = field(default_factory=dict)
    by_point: dict[str, int] = field(default_factory=dict)
    planned: int | None = None
    absent: int | None = None
    metrics: dict[str, float] = field(default_factory=dict)
    span: tuple[int, int] | None = None  # «50-60 người»
    why: str = ""  # code of the doubt
    candidates: tuple[int, ...] = field(
        default=(), compare=False
    )  # what the total may be, to be offered as buttons
    about: bool = False  # «khoảng», «hơn»
    grouped: bool = field(default=False, compare=False)  # «1.250»: thousands with a sign

    def __bool__(self) -> bool:
        return self.status != "none"


@dataclass(slots=True)
class _Sum:
    items: list[Item]
    by_org: dict[str, int] = field(default_factory=dict)
    by_point: dict[str, int] = field(default_factory=dict)
    role: dict[str, int] = field(default_factory=dict)
    sexes: list[int] = field(default_factory=list)
    loose: list[Item] = field(default_factory=list)
    about: bool = False
    doubt: str = ""


@lru_cache(maxsize=8)
def _aliases(organisations: tuple[tuple[str, tuple[str, ...]], ...]) -> Phrases:
    return Phrases((code, alias) for code, aliases in organisations for alias in aliases)


def turnout(text: str, organisations: Mapping[str, Sequence[str]] | None = None) -> Turnout:
    """What a report line says. `organisations`: code to the names people type."""
    line = read(text)
    if organisations is None:
        known = phrases("figures", "organisations")
    else:
        known = _aliases(tuple((code, tuple(names)) for code, names in organisations.items()))
    items = items_of(line, known)
    metrics, money_asked = measures(line, items)
    summed = _Sum(items)
    _bind(summed)
    found = _conclude(summed, metrics)
    return replace(found, why=found.why or "multiplied") if money_asked else found


# --- which number belongs to what ------------------------------------------

_LABELS = ("total", "present", "planned", "absent", "male", "female", "plus", "minus")


def _bind(s: _Sum) -> None:
    for segment in _segments(s.items):
        _labels(segment)
        _pairs(s, segment)
    _loose_orgs(s)
    _points(s)
    for item in s.items:
        if item.kind == "num" and item.role in ("male", "female"):
            s.sexes.append(item.value)
        elif item.kind == "num" and item.role in _LABELS:
            if item.role in s.role and s.role[item.role] != item.value:
                s.doubt = s.doubt or "two_numbers"
            s.role[item.role] = item.value
        elif item.kind == "num" and not item.role:
            s.loose.append(item)
        s.about = s.about or (item.kind == "num" and item.approx) or item.kind == "approximate"


def _segments(items: list[Item]) -> list[list[Item]]:
    out: list[list[Item]] = [[]]
    for item in items:
        if item.kind == "sep" or (item.kind == "chat" and item.value in ("among", "made_of")):
            out.append([])
        else:
            out[-1].append(item)
    return [segment for segment in out if segment]


def _labels(segment: list[Item]) -> None:
    """«có mặt 45 vắng 3», «60 đăng ký, 45 có mặt»: before the number, or else after it."""
    core = [i for i in segment if i.kind in ("num", "org", "organisations", *_LABELS)]
    for n, item in enumerate(core):
        label = core[n - 1] if n else item
        if item.kind == "num" and label.kind in _LABELS and not label.role:
            item.role, label.role = label.kind, "used"
    for n, item in enumerate(core):
        if item.kind == "num" and not item.role and n + 1 < len(core):
            label = core[n + 1]
            if (
                label.kind in _LABELS
                and not label.role
                and label.kind not in ("total", "plus", "minus")
            ):
                item.role, label.role = label.kind, "used"
    _swap_if_number_first(core)


def _swap_if_number_first(core: list[Item]) -> None:
    """«60 đăng ký 45 có mặt»: read number first if that uses everything."""
    kinds = ["L" if i.kind in _LABELS else "N" if i.kind == "num" else "O" for i in core]
    if len(core) < 4 or "O" in kinds or kinds != ["N", "L"] * (len(core) // 2):
        return
    for number, label in zip(core[::2], core[1::2], strict=True):
        number.role = label.kind


def _pairs(s: _Sum, segment: list[Item]) -> None:
    row = [i for i in segment if i.kind == "organisations" or (i.kind == "num" and _free(i))]
    row = _once(row)
    kinds = [i.kind for i in row]
    if not row or "organisations" not in kinds:
        return
    if (
        len(row) % 2
        and kinds[0] == "num"
        and len(row) > 2
        and kinds[1] == "organisations" == kinds[-2]
    ):
        head, row = row[0], row[1:]  # «45 dtn 20 hpn 25»: a total and its parts
        if kinds[2] != "num":
            row = [head, *row]
    half = len(row) // 2
    pairs = list(zip(row[::2], row[1::2], strict=False))
    if (
        len(row) % 2
        or len({(a.kind, b.kind) for a, b in pairs}) != 1
        or pairs[0][0].kind == pairs[0][1].kind
    ):
        return
    assert half
    for a, b in pairs:
        org, number = (a, b) if a.kind == "organisations" else (b, a)
        _give(s, org, number)


def _once(row: list[Item]) -> list[Item]:
    """«hội phụ nữ 12 chị em»: one organisation, named on both sides of its number."""
    out: list[Item] = []
    for item in row:
        again = len(out) > 1 and out[-1].kind == "num" and out[-2].kind == item.kind
        if (
            again
            and item.kind == "organisations"
            and out[-2].value == item.value
            and len(row) == 3
        ):
            item.role = "used"
        else:
            out.append(item)
    return out


def _free(item: Item) -> bool:
    return item.role in ("", "present", "plus", "minus")


def _give(s: _Sum, org: Item, number: Item) -> None:
    if org.value in s.by_org and org.value not in ("KHAC",):
        s.doubt = s.doubt or "organisation_twice"
    s.by_org[org.value] = s.by_org.get(org.value, 0) + number.value
    number.role = number.role if number.role in ("plus", "minus") else "part"
    org.role = "used"


def _loose_orgs(s: _Sum) -> None:
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
    if any(i.kind == "other" for i in s.items):
        return  # «45 nhé, chưa tính dân»
    if kinds == ["organisations", "num"] * n or kinds == ["num", "organisations"] * n:
        for a, b in zip(row[::2], row[1::2], strict=True):
            _give(s, *((a, b) if a.kind == "organisations" else (b, a)))


def _points(s: _Sum) -> None:
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


# --- what it comes to ------------------------------------------------------


def _has(s: _Sum, kind: str) -> bool:
    return any(i.kind == kind for i in s.items)


def _conclude(s: _Sum, metrics: dict[str, float]) -> Turnout:
    span = _range(s)
    if span:
        return Turnout("ask", metrics=metrics, span=span, why="range", candidates=span, about=True)
    if _has(s, "fix") or any(i.value == "not_but" for i in s.items):
        return _fixed(s, metrics)
    if _delta_only(s):
        return _changed(s, metrics)
    return _counted(s, metrics)


def _range(s: _Sum) -> tuple[int, int] | None:
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


def _fixed(s: _Sum, metrics: dict[str, float]) -> Turnout:
    if len(s.loose) == 1 and _denied(s, s.loose[0]):
        return Turnout("ask", metrics=metrics, why="no_figure")  # «không phải 45»: what then?
    if len(s.loose) > 1:
        kept = _instead(s)
        if kept is None:
            values = tuple(i.value for i in s.loose)
            return Turnout("ask", why="two_numbers", candidates=values, metrics=metrics)
        s.loose = [kept]
    inner = _counted(s, metrics)
    if inner.status == "ask" and inner.why not in ("no_figure", "strange"):
        return inner
    if inner.total is None and not inner.by_org and inner.planned is None:
        return inner if inner.status == "ask" else Turnout("none", metrics=metrics)
    whole = inner.total if len(inner.by_org) != 1 or "total" in s.role else None
    return Turnout(
        "fix", whole, inner.by_org, inner.by_point, inner.planned, inner.absent, metrics
    )


def _instead(s: _Sum) -> Item | None:
    """«không phải 45 mà 48», «sửa 45 thành 48», «48 chứ không phải 45»."""
    if len(s.loose) != 2:
        return None
    old, new = s.loose
    denied = [n for n in s.loose if _denied(s, n)]
    if denied:
        return old if denied == [new] else new if denied == [old] else None
    between = [i for i in s.items if old.end <= i.start < new.start]
    return new if any(i.value == "instead" for i in between) else None


def _denied(s: _Sum, number: Item) -> bool:
    """Does «không phải» stand right before it?"""
    return any(i.end == number.start and i.value in ("not", "not_but") for i in s.items)


def _delta_only(s: _Sum) -> bool:
    moved = [i for i in s.items if i.kind == "num" and i.role in ("plus", "minus")]
    first = s.items[0] if s.items else None
    if first and first.value in ("+", "-") and len(s.loose) == 1 and not s.by_org:
        s.loose[0].role = "plus" if first.value == "+" else "minus"
        return True
    return bool(moved) and not s.loose and "total" not in s.role and "present" not in s.role


def _changed(s: _Sum, metrics: dict[str, float]) -> Turnout:
    moved = [i for i in s.items if i.kind == "num" and i.role in ("plus", "minus")]
    value = sum(i.value if i.role == "plus" else -i.value for i in moved)
    parts = sum(s.by_org.values())
    if s.by_org and len(moved) < len(s.by_org):
        value = parts if moved[0].role == "plus" else -parts
    if s.about or s.doubt:
        return Turnout("ask", value, s.by_org, metrics=metrics, why=s.doubt or "about", about=True)
    return Turnout("delta", value, s.by_org, metrics=metrics, absent=s.role.get("absent"))


def _counted(s: _Sum, metrics: dict[str, float]) -> Turnout:
    ratio = next((i for i in s.items if i.kind == "ratio"), None)
    planned, absent = s.role.get("planned"), s.role.get("absent")
    total, why = _total(s)
    if ratio:
        total, planned, absent, why = _by_ratio(s, ratio, total, why)
    percent = next((i.value for i in s.items if i.kind == "percent"), None)
    whole = planned or total or (s.loose[0].value if len(s.loose) == 1 else None)
    if percent is not None and whole and not s.by_org:
        planned = whole
        total, why = round(planned * percent / 100), "computed"
    if total is None and planned is not None and absent is not None and not why:
        total = planned - absent if planned >= absent else None
        why = "" if total is not None else "absent_above_planned"
    why = why or s.doubt or _doubt(s, total, planned, absent)
    if total is None and planned is None and _may_be_yes(s):
        why = why or "absent_or_yes"
    if total is not None and set(s.role) & {"plus", "minus"}:
        why = why or "changed_or_total"  # «45, thêm 3»: of how many?
    if total is None and planned is None and absent is None and not s.by_org:
        return _nobody(s, metrics, why)
    grouped = any(i.kind == "num" and i.grouped for i in s.items)
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
        candidates=_candidates(s, total),
        grouped=grouped,
    )


def _may_be_yes(s: _Sum) -> bool:
    """«vang 45» without marks: 45 are absent, or «vâng, 45»."""
    return any(i.kind == "absent" and i.value == "vang" for i in s.items)


def _by_ratio(
    s: _Sum, ratio: Item, total: int | None, why: str
) -> tuple[int | None, int, int | None, str]:
    got, of = ratio.value
    before = [
        i for i in s.items if i.start < ratio.start and i.kind in ("absent", "present", "total")
    ]
    if before and before[-1].kind == "absent" and not before[-1].role:
        return (
            (of - got if got <= of else None),
            of,
            got,
            "" if got <= of else "absent_above_planned",
        )
    doubt = "date_or_ratio" if ratio.approx else ""
    if s.by_org and sum(s.by_org.values()) != got:
        doubt = "mismatch"
    if s.loose:
        doubt = "two_numbers"
    return got, of, s.role.get("absent"), doubt


def _total(s: _Sum) -> tuple[int | None, str]:
    parts = sum(s.by_org.values()) + sum(s.by_point.values())
    told = s.role.get("present", s.role.get("total"))
    if "present" in s.role and "total" in s.role and s.role["present"] != s.role["total"]:
        s.role.setdefault("planned", s.role["total"])
    loose = [i.value for i in s.loose]
    if told is None and len(loose) == 1:
        told, loose = loose[0], []
        if not _people_said(s) and (s.by_org or s.by_point):
            return parts, "two_numbers"
    if loose:
        return (told if told is not None else None), "two_numbers"
    if s.sexes:
        both = len({i.role for i in s.items if i.role in ("male", "female")} - {""}) == 2
        if told is None:
            return (
                (sum(s.sexes), "")
                if both and not parts
                else (parts or None, "" if parts else "one_sex")
            )
        if both and sum(s.sexes) != told:
            return told, "mismatch"
    if s.by_org or s.by_point:
        return _with_parts(s, told, parts)
    return told, ""


def _with_parts(s: _Sum, told: int | None, parts: int) -> tuple[int, str]:
    if told is None or told == parts:
        return parts, ""
    among = any(i.kind == "chat" and i.value == "among" for i in s.items)
    return told, "" if among and parts < told else "mismatch"


def _people_said(s: _Sum) -> bool:
    """Does the loose number stand before its parts, or beside «người»?"""
    loose = s.loose[0]
    first_part = next((i.start for i in s.items if i.kind == "organisations"), 0)
    beside = any(i.kind == "people" and i.start == loose.end for i in s.items)
    return beside or loose.start < first_part


def _doubt(s: _Sum, total: int | None, planned: int | None, absent: int | None) -> str:
    if s.about:
        return "about"
    if total is not None and not 0 <= total <= MOST:
        return "too_many"
    if (
        any(i.kind == "organisations" and not i.role for i in s.items)
        and not s.loose
        and not s.by_org
    ):
        return ""
    if (
        total is not None
        and absent
        and "total" in s.role
        and "planned" not in s.role
        and "present" not in s.role
        and not s.by_org
    ):
        return "with_or_without_absent"
    if (
        total is not None
        and planned is not None
        and absent is not None
        and total + absent != planned
    ):
        return "mismatch"
    return "strange" if _strange(s, total) else ""


def _strange(s: _Sum, total: int | None) -> bool:
    """A bare number among unknown words may be anything."""
    if (
        total is None
        or s.by_org
        or s.sexes
        or any(i.kind in ("people", "ratio", "vague") for i in s.items)
    ):
        return False
    if set(s.role) & {"present", "total", "absent", "planned"}:
        return sum(i.kind == "other" for i in s.items) > 4
    return any(i.kind in ("other", "organisations", "dash", "percent", "skip") for i in s.items)


def _candidates(s: _Sum, total: int | None) -> tuple[int, ...]:
    parts = sum(s.by_org.values()) + sum(s.by_point.values())
    absent = s.role.get("absent", 0)
    options = [total, parts or None, *(i.value for i in s.loose)]
    if total is not None and absent:
        options.append(total - absent)
    return tuple(dict.fromkeys(v for v in options if v is not None and v >= 0))


def _nobody(s: _Sum, metrics: dict[str, float], why: str) -> Turnout:
    if _has(s, "nothing"):
        return Turnout("ask", 0, metrics=metrics, why="nobody", candidates=(0,))
    if s.loose:
        values = tuple(i.value for i in s.loose)
        return Turnout("ask", metrics=metrics, why=why or "two_numbers", candidates=values)
    if _has(s, "vague"):
        return Turnout("ask", metrics=metrics, why="vague")
    if _has(s, "pairs") and not metrics:
        return Turnout("ask", why="names")
    if set(metrics) == {"households"} or s.sexes:
        return Turnout("ask", metrics=metrics, why="households" if metrics else "one_sex")
    return Turnout("none", metrics=metrics)
