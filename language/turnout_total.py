"""Adds a report up and doubts what does not add up."""

from language.headcount import MOST, Sum, Turnout
from language.item import Item


def counted_up(s: Sum, metrics: dict[str, float]) -> Turnout:
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


def _may_be_yes(s: Sum) -> bool:
    """«vang 45» without marks: 45 are absent, or «vâng, 45»."""
    return any(i.kind == "absent" and i.value == "vang" for i in s.items)


def _by_ratio(
    s: Sum, ratio: Item, total: int | None, why: str
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


def _total(s: Sum) -> tuple[int | None, str]:
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


def _with_parts(s: Sum, told: int | None, parts: int) -> tuple[int, str]:
    if told is None or told == parts:
        return parts, ""
    among = any(i.kind == "chat" and i.value == "among" for i in s.items)
    return told, "" if among and parts < told else "mismatch"


def _people_said(s: Sum) -> bool:
    """Does the loose number stand before its parts, or beside «người»?"""
    loose = s.loose[0]
    first_part = next((i.start for i in s.items if i.kind == "organisations"), 0)
    beside = any(i.kind == "people" and i.start == loose.end for i in s.items)
    return beside or loose.start < first_part


def _doubt(s: Sum, total: int | None, planned: int | None, absent: int | None) -> str:
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


def _strange(s: Sum, total: int | None) -> bool:
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


def _candidates(s: Sum, total: int | None) -> tuple[int, ...]:
    parts = sum(s.by_org.values()) + sum(s.by_point.values())
    absent = s.role.get("absent", 0)
    options = [total, parts or None, *(i.value for i in s.loose)]
    if total is not None and absent:
        options.append(total - absent)
    return tuple(dict.fromkeys(v for v in options if v is not None and v >= 0))


def _nobody(s: Sum, metrics: dict[str, float], why: str) -> Turnout:
    if has_kind(s, "nothing"):
        return Turnout("ask", 0, metrics=metrics, why="nobody", candidates=(0,))
    if s.loose:
        values = tuple(i.value for i in s.loose)
        return Turnout("ask", metrics=metrics, why=why or "two_numbers", candidates=values)
    if has_kind(s, "vague"):
        return Turnout("ask", metrics=metrics, why="vague")
    if has_kind(s, "pairs") and not metrics:
        return Turnout("ask", why="names")
    if set(metrics) == {"households"} or s.sexes:
        return Turnout("ask", metrics=metrics, why="households" if metrics else "one_sex")
    return Turnout("none", metrics=metrics)


def has_kind(s: Sum, kind: str) -> bool:
    return any(i.kind == kind for i in s.items)
