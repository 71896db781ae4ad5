"""What an organiser says of a day without opening a page: off, later, elsewhere, full, waiting."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from language.answers.activities.day_names import called_so, done_so
from language.line.codes import CODE
from language.line.fold import fold
from language.line.patterns import NO, NOT, OK, YES

Kind = Literal[
    "wait",
    "full",
    "place",
    "calloff",
    "postpone",
    "shift",
    "count",
    "keep",
    "reopen",
    "mistaken",
]


@dataclass(frozen=True, slots=True)
class ActivityOrder:
    """What is wanted, the words that say where, when or why, why it moves, and the words before
    it that say which day is meant: «dọn rác bãi biển», «thứ 7 này»."""

    kind: Kind
    rest: str = ""
    why: str = ""
    about: str = ""


_NOT = rf"(?:{NOT}|thoi|dung|ngung|stop)"
_WEEKEND = r"(?:thu 7|thu bay|t7|chu nhat|cn)"
_PART = r"(?:(?:chieu|sang|toi) )?(?:nay|mai)"
_DAY = (
    rf"(?P<day>(?:buoi|hoat dong|ngay)(?: {_WEEKEND})?(?: {_PART})?"
    rf"|{_WEEKEND}(?: {_PART})?|{_PART})"
)
_OF_DAY = _DAY.replace("<day>", "<of>")
_TAIL = (
    r"(?:[\s,]+(?:nhe|nha|a|em|e|c|chi|anh|di|luon|roi|r|thoi|nay|do|den day|moi nguoi|mn))*"
    r"[\s.!]*"
)
_EVERYBODY = r"(?:moi nguoi|mn|ca nha|ba con|anh em|ae|cac ban|tat ca|ca nhom|ca doi|ca lop)"
_TELLS = (
    rf"(?:(?:e |em |a |anh |c |chi |nho |giup |bot )*(?:thong bao|bao|nhan|nhan tin|tb)(?: lai)?"
    rf"(?: (?:giup|ho|cho|den|toi))* {_EVERYBODY}(?: (?:la|rang|biet|giup|nhe))*[\s,:]+)?"
)
_LEAD = rf"(?:(?:{YES}|da|thoi|chi oi|anh oi|em oi|mn oi|moi nguoi oi)[\s,]+)*{_TELLS}"
_RAIN = (
    r"(?P<before>(?:(?:troi|dang|chac|neu|co|hom do) )*\b(?:mua|bao)\b[^,]*?,?\s*"
    r"(?:(?:thi|nen)\s+)?)?"
)
_WEATHER_OF = (
    r"(?:sang mai|chieu mai|ngay mai|mai|sang nay|chieu nay|hom nay|thu 7|thu bay|t7|chu nhat|cn)"
)
_RAIN_OF_A_DAY = _RAIN.replace("(?:troi|", f"(?:{_WEATHER_OF}|du bao|bao|troi|", 1)
"""«mai mưa to, lùi buổi kênh mương»: the day of the rain is no day that is named twice."""
_CANNOT = (
    rf"(?:{NO}|chang) (?:the )?(?:lam|to chuc|ra quan|trien khai|don|thuc hien)"
    r"(?: (?:duoc|dc|noi|gi|nua|dau))*"
)
_WORD = r"(?!(?:mua|bao|xin|han|gia|viec|hop|em|e|nv)\b|\d{3})[^\s,:;]+[\s,]+"
_ABOUT = (
    rf"{_LEAD}(?P<about>(?:(?:cai |cho )*(?:buoi|hoat dong|hd)\s+(?:{_WORD}){{0,12}}?"
    rf"|(?:{_WORD}){{0,8}}?))"
)
_WHY = r"(?:\s*,\s*(?P<why>.+)|\s+(?:vi|do|tai)\s+(?P<because>.+))?"
_BECAUSE = r"(?:,?\s+(?:vi|do|tai)\s+(?P<because>.+))?"
_LONG = r"\d{1,3} ?(?:tieng|gio|phut|p)"
_DEED = r"(?:huy|hoan|doi|chuyen|lui|dung)"
_NO_MORE = rf"(?:{NOT}|dung|khoi|chang) {_DEED}(?: (?:nua|dau|gi|buoi|ngay|gio|lich|nay|do))*"
_GOES_ON = (
    r"van (?:to chuc|lam|di|giu|dien ra|nhu cu|nhu thuong|nhu da bao)"
    r"(?: (?:nhu|cu|da|bao|nguyen|binh thuong|lich|gio|thuong))*"
)
_STAYS = (
    r"(?:de|giu)(?= .*\b(?:nguyen|nhu cu|nhu da bao|cu)\b)(?: (?:nguyen|lich|gio|buoi|luc))*"
    r"(?: (?P<at>\d{1,2} ?[hg:] ?\d{0,2}))?(?: (?:nhu|cu|nguyen|da|bao))*"
)
_UNDO = r"(?:hoan tac|quay lai nhu cu|tra lai nhu cu|rut lai)(?: (?:giup|lai|luon|bao lai))*"
_WRONG = (
    r"(?:(?:e|em|toi|minh|tui) )?(?:(?:bam|gui|bao|huy|go) )?(?:nham|lon)"
    r"(?: (?:mat|buoi|nut|tin|lenh))*"
)
_MISTAKEN = rf"(?:{_WRONG}|tanh(?: mua)?|het mua|troi (?:tanh|dep|nang))(?: (?:roi|r))?"
_OPENS_AGAIN = (
    r"(?:(?:goi|mo) lai (?:buoi|lich|hoat dong)|khoi phuc(?: lai)?"
    r"|(?:bo|huy|rut|go) (?:lenh )?hoan|(?:bo|rut|go) (?:lenh )?huy)"
)
_RAINED_OFF = re.compile(
    rf"{_LEAD}(?P<before>(?:(?:{_WEATHER_OF}|troi|dang|o day|ben (?:toi|em|e)) )*"
    r"(?:mua|bao|gio)(?: (?:to|lon|qua|lam|bao|gio|nang hat|suot|mai))*),? (?:nen )?"
    rf"{_CANNOT}{_TAIL}"
)
"""«mưa to không làm được»: also what is answered where figures were asked for."""
_KEPT = rf"(?:{_NO_MORE}|{_GOES_ON}|{_STAYS}|{_UNDO}|{_OPENS_AGAIN}(?: (?:buoi|lich|do))*)"
_STARTLED = (
    r"(?:(?:thoi )?chet(?: (?:that|cha|roi|toi|em|e))*|ui|uy|troi oi|troi|i|"
    r"xin loi(?: (?:moi nguoi|ca nha|nhe|a))*|sorry)"
)
_SAYS_LITTLE = rf"(?:{_STARTLED}|{_MISTAKEN}|thoi|khoan|a|oi|{OK}|da)"
_LOOKS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "keep",
        re.compile(
            rf"(?:{_SAYS_LITTLE}[\s,]+)*{_KEPT}(?:[\s,]+(?:{_NO_MORE}|{_GOES_ON}|{_UNDO}))*{_TAIL}"
        ),
    ),
    (
        "full",
        re.compile(
            r"(?:(?:da )?(?:du|full|het cho|dong)(?: (?:nguoi|ng|roi|r|cho|so luong))*[\s,]+)?"
            rf"(?:{_NOT}\s+nhan(?: dang ky| them| nua| tiep| nguoi)*"
            rf"|(?:dong|chot|khoa|ngung|dung) (?:so |ds |danh sach )?(?:nhan )?dang ky){_TAIL}"
        ),
    ),
    (
        "reopen",
        re.compile(
            rf"{_ABOUT}(?:mo lai|mo|nhan lai|nhan tiep) (?:cho )?(?:dang ky|nhan dang ky){_TAIL}"
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
        re.compile(rf"{_ABOUT}{_RAIN}huy {_DAY}{_TAIL}{_WHY}"),
    ),
    (
        "calloff",
        _RAINED_OFF,
    ),
    (
        "postpone",
        re.compile(rf"{_ABOUT}{_RAIN}hoan(?: {_DAY})?{_TAIL}{_WHY}"),
    ),
    (
        "place",
        re.compile(
            rf"{_ABOUT}{_RAIN}(?:doi|chuyen)(?: {_DAY})?(?: (?:diem|dia diem|cho|noi))?"
            r"(?: tap trung)?\s*(?:(?:ra|sang|ve|den|qua|toi|thanh|vao)\b|:)\s*(?P<where>.+?)"
            rf"{_BECAUSE}"
        ),
    ),
    (
        "shift",
        re.compile(
            rf"{_ABOUT}{_RAIN}(?!hoan thanh\b)(?:(?:hoan|doi|chuyen)(?: (?:gio|lich))?(?: {_DAY})?"
            r"(?: (?:nay|gio|lich|ngay))*\s+(?:lai|sang|thanh|vao|qua|den|:)"
            r"|(?:doi|chuyen|lui) (?:gio|lich)(?= (?:tap trung )?\d)(?: tap trung)?"
            rf"|(?:lui|day|som)(?: (?:{_OF_DAY}|gio|lich))?(?: {_LONG})?"
            r"\s+(?:lai|sang|thanh|vao|qua|den|:))"
            rf"\s*(?P<where>.+?)(?:\s+(?:nhe|nha|a|di))*{_BECAUSE}"
        ),
    ),
    (
        "shift",
        re.compile(
            rf"{_ABOUT}{_RAIN}(?P<where>(?:lui|cham|muon|som) (?:lai )?{_LONG}){_TAIL}{_WHY}"
        ),
    ),
    ("mistaken", re.compile(rf"(?:{_SAYS_LITTLE}[\s,]+)*{_WRONG}{_TAIL}")),
)


_NOT_A_DAY = (
    r"(?!(?:viec|nv|dang ky|dk|ket qua|bao cao|bc|han|gia han|hop|muc|dong|anh|hinh|file|nhom"
    r"|phieu|yeu cau|ten|so|mat khau|lenh|het|di|nua|thoi|cau hoi|nhac|tin|thanh|tat|thien|tac"
    r"|tra|giup|roi|r|a|vi|slot|suat|keo|qua|tu|cho|cua|phep|da|dau|em|e|toi|mua|diem|buoi"
    r"|chua)\b)"
)
_NAMED = (
    rf"(?P<named>{CODE}"
    rf"|{_NOT_A_DAY}(?!\d)[^\s,:;]+(?: (?!\d{{3}}|vi\b|do\b|tai\b)[^\s,:;]+){{1,7}}?)"
)
_OPENING = r"(?:dang ky|dk|nhan dang ky|nhan nguoi)(?: (?:cho|buoi))*"
_DAYS = r"(?: (?:buoi|ngay|lich|hoat dong))*"
_BY_NAME: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("keep", re.compile(rf"{_LEAD}(?:{_OPENS_AGAIN}|{_NO_MORE}){_DAYS} {_NAMED}(?: nua)?{_TAIL}")),
    ("keep", re.compile(rf"(?:buoi )?{_NAMED} (?:thi )?{_NO_MORE}{_TAIL}")),
    (
        "keep",
        re.compile(
            r"(?!.*\b(?:hoan|huy|nhung|con)\b)(?:buoi )?"
            rf"{_NAMED} (?:thi )?(?=van (?:to chuc|lam|dien ra)\b){_GOES_ON}{_TAIL}"
        ),
    ),
    (
        "shift",
        re.compile(
            rf"{_LEAD}{_RAIN_OF_A_DAY}(?:hoan|doi|chuyen|lui|day)(?: gio)?{_DAYS} {_NAMED}"
            r" (?:lai|sang|thanh|vao|qua|den|toi)(?: (?:ngay|luc))? (?P<where>.+?)"
            rf"{_TAIL}{_BECAUSE}"
        ),
    ),
    (
        "shift",
        re.compile(
            rf"{_LEAD}{_RAIN_OF_A_DAY}(?P<by>lui|cham|muon|som)(?: gio)?{_DAYS} {_NAMED}"
            rf"(?: (?:lai|di|them|hon))* (?P<long>{_LONG}){_TAIL}{_WHY}"
        ),
    ),
    ("calloff", re.compile(rf"{_LEAD}{_RAIN_OF_A_DAY}huy{_DAYS} {_NAMED}{_TAIL}{_WHY}")),
    ("calloff", re.compile(rf"{_NAMED} (?:huy|(?:{NO}) (?:lam|to chuc) nua){_TAIL}{_WHY}")),
    ("postpone", re.compile(rf"{_LEAD}{_RAIN_OF_A_DAY}hoan{_DAYS} {_NAMED}{_TAIL}{_WHY}")),
    ("postpone", re.compile(rf"{_NAMED} hoan(?: (?:lai|da))*{_TAIL}{_WHY}")),
    ("reopen", re.compile(rf"{_LEAD}(?:mo|mo lai|nhan lai) {_OPENING} {_NAMED}{_TAIL}")),
    ("full", re.compile(rf"{_LEAD}(?:dong|chot|khoa|ngung) {_OPENING} {_NAMED}{_TAIL}")),
)
"""«hoãn dọn biển Trà Cổ sang CN», «hủy trồng cây khu 2»: of a day that is called by its name."""


def is_rained_off(folded: str) -> bool:
    """«mưa to không làm được»: of a day ahead, or instead of its figures."""
    return _RAINED_OFF.fullmatch(folded) is not None


def read_order_by_name(
    text: str, folded: str, is_moment: Callable[[str], bool]
) -> ActivityOrder | None:
    """The same where the day is named behind the order; whether there is such a day is seen
    where the days are known."""
    said = " ".join(text.split())
    said = said if len(folded) == len(said) else folded
    for kind, look in _BY_NAME:
        match = look.fullmatch(folded)
        if match and (order := _order(kind, match, said, is_moment)):
            return replace(order, about=said[slice(*match.span("named"))].strip(" ,.!"))
    return None


def read_activity_order(
    text: str, folded: str, is_moment: Callable[[str], bool]
) -> ActivityOrder | None:
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
) -> ActivityOrder | None:
    parts = {
        name: said[slice(*match.span(name))].strip(" ,.!")
        for name, got in match.groupdict().items()
        if got
    }
    where = parts.get("where") or " ".join(parts[n] for n in ("by", "long") if n in parts)
    if kind in ("place", "shift") and is_moment(where) != (kind == "shift"):
        return None
    if kind == "place" and _SOMEBODY.search(fold(where)):
        return None
    why = parts.get("why") or parts.get("because") or _without_if(parts.get("before", ""))
    about = " ".join(filter(None, (parts.get(name, "") for name in ("about", "day", "of"))))
    about = "" if _SMALL_ALONE.fullmatch(fold(about)) else about
    if kind in ("place", "shift"):
        return ActivityOrder(kind, where, why, about)
    return ActivityOrder(kind, parts.get("at") or why, "", about)


_SOMEBODY = re.compile(r"\b(?:phu trach|dung diem|lam truong diem|truong diem|chi huy)\b")
"""«đổi sang Dung phụ trách»: no place."""
_SMALL_ALONE = re.compile(r"(?:buoi|hoat dong|ngay)(?: (?:nay|do))?")
_SMALL = re.compile(r"\b(?:buoi|hoat dong|ngay|diem|o|ben|ngoai|nay|mai|cua|cho|va|a)\b")


def days_meant(
    rest: str, days: Collection[int], names: Mapping[int, Sequence[str]]
) -> list[int] | None:
    """Which of these days the words call by a name, all where they call none; None where they
    call something else."""
    called = " ".join(_SMALL.sub(" ", rest).split())
    if not called:
        return list(days)
    return called_so(called, names) or None


def days_done(rest: str, names: Mapping[int, Sequence[str]]) -> list[int]:
    """The same by what is done there, where a day was named beside it."""
    return done_so(" ".join(_SMALL.sub(" ", rest).split()), names)


_POLITE = re.compile(r"(?i)(?:[\s,]+(?:nhé|nhe|nha|ạ|a|thôi|thoi|đi|di|em|e))+[\s.!]*$")


def without_politeness(words: str) -> str:
    """«8h nhé» is «8h»."""
    return _POLITE.sub("", words)


_IF = re.compile(r"(?i)\s*,?\s+(?:thì|thi|nên|nen)$")


def _without_if(words: str) -> str:
    """«mưa to thì» is «mưa to»."""
    return _IF.sub("", words).strip(" ,")


_MOVES = re.compile(
    r"(?:(?P<why>.+?)[, ]+(?:nen |thi )?)?(?:doi|chuyen|hoan|lui)(?: (?:gio|lich|ngay))?"
    r" (?:sang|den|qua|vao|thanh)\s+(?P<when>.+)"
)


_BEGINS_WHY = re.compile(r"(?i)^(?:vì|vi|do|tại|tai|lý do|ly do)[ :]+")


def read_moved(text: str, folded: str, is_moment: Callable[[str], bool]) -> ActivityOrder | None:
    """Asked why a day is put off: «chủ nhật 6/12 14h», «mưa to, đổi sang 14h chủ nhật» says when
    it is held instead."""
    if is_moment(text):
        return ActivityOrder("shift", text)
    said = " ".join(text.split())
    before, _, why = said.partition(",")
    if why.strip() and is_moment(before) and not is_moment(why):
        return ActivityOrder("shift", before, _BEGINS_WHY.sub("", why.strip()))
    found = _MOVES.fullmatch(folded) if len(said) == len(folded) else None
    if found is None or not is_moment(said[slice(*found.span("when"))]):
        return None
    return ActivityOrder("shift", found["when"], said[: found.end("why")] if found["why"] else "")
