"""What an organiser says of a day without opening a page: off, later, elsewhere, full, waiting."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["wait", "full", "place", "calloff", "postpone", "shift", "count"]


@dataclass(frozen=True, slots=True)
class DayOrder:
    """What is wanted, the words that say where, when or why, and why it moves."""

    kind: Kind
    rest: str = ""
    why: str = ""


_NOT = r"(?:khong|ko|k|kg|thoi|dung|ngung|stop)"
_WEEKEND = r"(?:thu 7|thu bay|t7|chu nhat|cn)"
_PART = r"(?:(?:chieu|sang|toi) )?(?:nay|mai)"
_DAY = rf"(?:(?:buoi|hoat dong|ngay)(?: (?:{_WEEKEND}|{_PART}))?|{_WEEKEND})"
_TAIL = (
    r"(?:[\s,]+(?:nhe|nha|a|em|e|c|chi|anh|di|luon|roi|r|thoi|nay|do|den day|moi nguoi|mn))*"
    r"[\s.!]*"
)
_RAIN = r"(?P<before>[^,]*\b(?:mua|bao)\b[^,]*,\s*)?"
_WHY = r"(?:\s*,\s*(?P<why>.+)|\s+(?:vi|do|tai)\s+(?P<because>.+))?"
_LOOKS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "full",
        re.compile(
            r"(?:(?:da )?(?:du|full|het cho|dong)(?: (?:nguoi|ng|roi|r|cho|so luong))*[\s,]+)?"
            rf"(?:{_NOT}\s+nhan(?: dang ky| them| nua| tiep| nguoi)*"
            rf"|(?:dong|chot|khoa|ngung|dung) (?:so |ds |danh sach )?(?:nhan )?dang ky){_TAIL}"
        ),
    ),
    (
        "count",
        re.compile(
            r"(?:co |duoc |hien co |den gio )*(?:may|bao nhieu) (?:nguoi|ng|ban)"
            rf"(?: (?:da|se))*(?: (?:dang ky|dk|di|tham gia|den))+{_TAIL}\?*"
        ),
    ),
    (
        "wait",
        re.compile(
            r"(?:.*\b(?:mua|bao|gio to|nuoc len|thoi tiet|troi)\b.*)\b(?:cho|doi|de|den)\b.*"
            rf"\b(?:xem|tinh|quyet|bao sau|bao lai)\b(?: sao| the nao| da| the)*{_TAIL}"
        ),
    ),
    (
        "calloff",
        re.compile(rf"{_RAIN}huy {_DAY}{_TAIL}{_WHY}"),
    ),
    (
        "postpone",
        re.compile(rf"{_RAIN}hoan(?: {_DAY})?{_TAIL}{_WHY}"),
    ),
    (
        "place",
        re.compile(
            rf"(?:(?:doi|chuyen|doi)(?: {_DAY})?(?: (?:diem|dia diem|cho|noi))?(?: tap trung)?)\s*"
            r"(?:ra|sang|ve|den|qua|toi|thanh|vao|:)\s*(?P<where>.+)"
        ),
    ),
    (
        "shift",
        re.compile(
            rf"(?:(?:hoan|doi|chuyen)(?: (?:gio|lich))?(?: {_DAY})?(?: (?:nay|gio|lich|ngay))*"
            rf"|(?:lui|day) (?:{_DAY}|gio|lich))\s+"
            r"(?:sang|thanh|vao|qua|:)\s*(?P<where>.+?)(?:,?\s+(?:vi|do|tai)\s+(?P<because>.+))?"
        ),
    ),
)


def read_day_order(text: str, folded: str, is_moment: Callable[[str], bool]) -> DayOrder | None:
    """The one thing that the whole line says of a day; None where it says anything else."""
    said = " ".join(text.split())
    if len(folded) != len(said):
        said = folded
    for kind, look in _LOOKS:
        match = look.fullmatch(folded)
        if match and (order := _order(kind, match, said, is_moment)):
            return order
    return None


def _order(
    kind: Kind, match: re.Match[str], said: str, is_moment: Callable[[str], bool]
) -> DayOrder | None:
    parts = {
        name: said[slice(*match.span(name))] for name, got in match.groupdict().items() if got
    }
    where = parts.get("where", "").strip(" .!")
    if kind in ("place", "shift") and is_moment(where) != (kind == "shift"):
        return None
    why = parts.get("why") or parts.get("because") or parts.get("before", "").strip(" ,")
    return DayOrder(kind, where, why) if kind == "shift" else DayOrder(kind, where or why)


_MOVES = re.compile(
    r"(?:(?P<why>.+?)[, ]+(?:nen |thi )?)?(?:doi|chuyen|hoan|lui)(?: (?:gio|lich|ngay))?"
    r" (?:sang|den|qua|vao|thanh)\s+(?P<when>.+)"
)


def read_moved(text: str, folded: str, is_moment: Callable[[str], bool]) -> DayOrder | None:
    """Asked why a day is put off: «chủ nhật 6/12 14h», «mưa to, đổi sang 14h chủ nhật» says when
    it is held instead."""
    if is_moment(text):
        return DayOrder("shift", text)
    said = " ".join(text.split())
    found = _MOVES.fullmatch(folded) if len(said) == len(folded) else None
    if found is None or not is_moment(said[slice(*found.span("when"))]):
        return None
    return DayOrder("shift", found["when"], said[: found.end("why")] if found["why"] else "")
