"""What is said of a group that was counted before: some more, one part of it, nobody any more."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.turnout import Figures
from language.line.called import called_apart
from language.line.codes import codes_in
from language.line.fold import fold
from language.line.patterns import NO, NOT

_DENIED = re.compile(
    rf"[\s,]+(?:(?:chu|ma) )?(?:{NO}|hong) (?:phai|la)(?: la)? (?P<what>[^\d,]+?)"
    r"(?: (?:nhe|nha|a|dau))*[ .!]*$"
)
_PARTLY = re.compile(
    r"(?:(?:a|da|oi|thoi)[ ,]+)*(?:nham|sai|doi lai|sua lai|sua|doi|chi con|con)\b"
)
_ONE_PART = re.compile(
    r"(?:(?:a|da|oi|thoi|ben|hoi|phan)[ ,]+)*[^\W\d]+(?: [^\W\d]+){0,2}? "
    r"(?:(?:gio|bay gio|chi|rut|giam|tang|lai|them|con) )*(?:con|xuong|len|thanh)"
    r"(?: (?:co|dung|lai))? \d{1,4}\b[^\d,;]*"
)
"""«ccb chỉ còn 6»: of the group only this."""
_WHO = r"(?:(?:ca )?(?:khu|diem|nhom|ben|doan)(?: (?:toi|em|e|minh|chung toi|ta|nay|\d{1,2}))* )?"
_WHEN = r"(?:(?:thu 7|thu bay|t7|chu nhat|cn|hom do|buoi nay|buoi do|mai|hom ay)(?: nay)? )?"
_NOT = rf"(?:{NOT}|chang)"
_GOES = r"(?:di|den|tham gia)(?: (?:duoc|dc|dk))?"
_NOBODY = re.compile(
    rf"(?:(?:huy|thoi|da|bao|bao lai|xin loi)[ ,]+)?{_WHO}{_WHEN}{_WHO}"
    rf"(?:{_NOT} (?:co )?ai {_GOES}|{_NOT} {_GOES} nua|huy nhom|rut nhom|xin rut)"
    r"(?: (?:nua|het|roi|a|nhe|duoc|dc|dau))*(?:\s*,[^\d]*)?[ .!]*"
)


@dataclass(frozen=True, slots=True)
class GroupChange:
    """Figures beside a group that stands: what is added or taken, or only the parts that change,
    and whose number it was not."""

    figures: Figures | None
    partly: bool = False
    denied: Figures | None = None


_BRINGS = re.compile(
    r"\b(?:mang|dan|keo|ru|kem|cho)(?: (?:theo|them|kem|di cung))+ (?P<n>\d{1,3})\b(?! ?[/h:%])"
)
_FEWER = re.compile(
    r"\b(?:bo|bot|rut|giam|tru|huy)(?: (?:bot|cho|e|em|di))* (?P<n>\d{1,3})\b(?! ?[/h:%])"
)
_BECOMES = re.compile(r"\b(?:con|xuong|len|thanh)(?: (?:lai|co|con|dung|duoc))* \d")
"""«rút bớt còn 9»: how many there are now."""
_PEOPLE = r"(?: ?(?:nguoi|ng|ban|em|suat|cho|chi em|hoi vien))?"
_FROM_TO = re.compile(
    r"(?:(?:da|vang|cho|xin|a|em|e|toi|minh|doi|sua|bao lai)[ ,]+)*"
    r"(?:(?:nhom|doan|doi)(?: (?:em|e|toi|minh|chung toi|nay))? )?(?:(?:tang|giam|doi|tu) )*"
    rf"(?:(?:them|tang|bot|giam|rut) )?(?P<was>\d{{1,3}}){_PEOPLE}(?: nua)?,? ?"
    r"(?:(?:tang|giam|doi|thi|nen) )*(?:thanh|len|xuong|con|la|sang)(?: (?:thanh|con|la|tong))*"
    rf" (?P<to>\d{{1,3}}){_PEOPLE}(?: (?:thoi|nhe|nha|a|em|e|luon))*[ .!]*"
)
"""«nhóm 15 thành 18», «tăng từ 15 lên 20», «giảm 3 người còn 12»."""
_NOW_WITHOUT = re.compile(
    r"(?:(?:da|a|bao lai|nhom|doan|ben em|em|e|toi|minh)[ ,]+)*(?:chi|con|chi con|chi co)"
    rf" (?P<to>\d{{1,3}}){_PEOPLE}(?: (?:thoi|di|di duoc|di dc|nhe|a))*[ ,;.]+"
    rf"(?:vi )?\d{{1,3}}{_PEOPLE}(?: (?:bi|thi|lai))?"
    rf" (?:om|ban|met|nghi|vang|(?:{NOT}) di)\b[^\d]*"
)
"""«chỉ 14 người thôi, 3 người ốm»: how many come, and why no more."""
_ALONE = re.compile(r"\d+")


def more_or_fewer(folded: str, *, gives_up: bool) -> int:
    """«e dẫn theo 2 cháu» is two more; «bỏ 3 người», «2 người ốm» are so many fewer; nothing where
    several numbers are said."""
    if len(numbers := _ALONE.findall(folded)) != 1 or _BECOMES.search(folded):
        return 0
    if _BRINGS.search(folded):
        return int(numbers[0])
    return -int(numbers[0]) if gives_up or _FEWER.search(folded) else 0


def becomes(folded: str) -> int | None:
    """«nhóm em 15 thành 18 người»: how many there are now."""
    found = _FROM_TO.fullmatch(folded) or _NOW_WITHOUT.fullmatch(folded)
    return int(found["to"]) if found else None


def among(said: Figures | None) -> Figures | None:
    """«15 người có 3 chị phụ nữ», «14, pn 9»: the fewer are among the more."""
    if said is None or said.doubt != "mismatch" or not said.parts:
        return said
    whole = said.candidates[0]
    fits = sum(said.parts.values()) < whole
    return replace(said, total=whole, doubt="", candidates=()) if fits else said


def denied_in(folded: str) -> re.Match[str] | None:
    """«dtn 15 chu khong phai mttq»: from where on it says what it is not."""
    return _DENIED.search(folded)


def is_partly(folded: str) -> bool:
    """«đổi lại pn 10 thôi», «ccb chỉ còn 6»: of the group only this."""
    return bool(_PARTLY.match(folded) or _ONE_PART.fullmatch(folded))


def nobody_comes(folded: str) -> bool:
    """«không ai đi», «hủy, khu tôi k đi đc nữa»: the group does not come."""
    return bool(_NOBODY.fullmatch(folded))


def days_named(
    folded: str, day: date | None, days: Mapping[int, date], names: Mapping[int, Sequence[str]]
) -> list[int]:
    """The days that a line may be about, by the date that it says and by what of their names
    stands in it: «kenh muong» is «Làm sạch kênh mương», «sua nha o Hai Dong» the one that is
    held there, «don bien» «Dọn vệ sinh bãi biển»."""
    found = [one for one in days if day in (None, days[one])] or list(days)
    said, codes = _LETTERS.findall(folded), codes_in(folded)
    named = {one: _weight(names[one], said, codes) for one in found}
    most = max(named.values(), default=0)
    likely = [one for one in found if named[one] == most]
    return called_apart(folded, {one: names[one] for one in likely}) or likely


MORE_THAN_ANY_NAME = 99
_LETTERS = re.compile(r"\w+")


def _weight(names: Sequence[str], said: Sequence[str], codes: Sequence[str]) -> int:
    """How many words of the line are called so, two at least in a row; a code is more than any
    name."""
    if any(name in codes for name in names):
        return MORE_THAN_ANY_NAME
    called = [f" {' '.join(_LETTERS.findall(fold(name)))} " for name in names]
    pairs = (n for n in range(len(said) - 1) if _stands(said[n : n + 2], called))
    return len({at for n in pairs for at in (n, n + 1)})


def _stands(words: Sequence[str], called: Sequence[str]) -> bool:
    return any(f" {' '.join(words)} " in name for name in called)
