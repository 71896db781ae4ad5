"""What plainly belongs to a result that was read back: «đã ký thêm 2 hộ»; what puts it right or
takes it back."""

import re
from functools import cache

from domain.names import fold
from language.line.vocabulary import book

_NUMBER = re.compile(r"(?<![\d/.,:-])\d{1,6}(?![\d/.,:%-]*\d|%)")
_UNIT = r"(?:\s*(?P<unit>[^\W\d]+))??"
_END = r"(?:\s+(?:thoi|nhe|nha|a|e|em|c|chi|anh|co|dung|moi|roi|r|chu))*[\s.!]*"
_NOT = r"(?:khong|ko|k|kg|hok|chu khong|chu ko|chu k) phai(?: la)?"
_RIGHT = (
    re.compile(rf"(?:a )?(?P<new>\d{{1,6}}){_UNIT}{_END}[, ]+{_NOT} (?P<old>\d{{1,6}}).*"),
    re.compile(
        rf"(?:a )?{_NOT} (?P<old>\d{{1,6}})[^\d]*? (?:ma )?(?:la )?(?P<new>\d{{1,6}}){_UNIT}{_END}"
    ),
    re.compile(
        r"(?:(?:a|e|em|chet|da|c|chi|oi|xin loi|sr|sorry)[, ]+)*"
        r"(?:hinh nhu|quen|nham|lon|dung ra|thuc ra|chinh xac|sua lai|sua|doi lai|dinh chinh)"
        r"(?: la| thanh| chi| co| roi| ra)*[, ]+"
        rf"(?P<new>\d{{1,6}}){_UNIT}{_END}"
    ),
)
_TAKEN_BACK = re.compile(
    r"\b(?:gui|bam|bao|nhan|an|go|ghi) (?:nham|lon)\b|\blo (?:tay|bam|gui)\b|"
    r"\b(?:chua|dau da|ma da) xong\b(?! (?:khu|phan|ho|to)\b)"
)
_PHOTO_ALONE = re.compile(
    r"(?:(?:ca|may|\d) )?(?:anh|hinh|file|tep|anh nay|hinh nay)(?: (?:do|day|nay))?"
    r"(?: (?:cua|la|cho|viec|nv|so))* (?P<after>\d{2,4})(?: (?:do|day|nhe|a|e|c|nha))*|"
    r"(?:cua |viec |nv |so )*(?P<before>\d{2,4})"
    r"(?: (?:(?:ca|may|\d) )?(?:anh|hinh|file|tep)(?: nay)?)?(?: (?:do|day|nhe|a|e|c|nha))*"
)


def tells_a_result(text: str) -> bool:
    """A figure, or a word that tells what was done or what to change; chat has neither."""
    said = " ".join(re.findall(r"\w+", fold(text)))
    return re.search(r"\d", text) is not None or _words().search(said) is not None


def takes_it_back(text: str) -> bool:
    """«chưa xong đâu c, e gửi nhầm»: what was read back is not so."""
    return _TAKEN_BACK.search(_plain(text)) is not None


def put_right(text: str, before: str) -> str | None:
    """«hình như 45 thôi», of «5 khu 47 hộ»: the same with the one number that is meant; None
    where the line puts no number right, or it is not plain which."""
    said = next((m for m in (look.fullmatch(_plain(text)) for look in _RIGHT) if m), None)
    if said is None:
        return None
    parts = said.groupdict()
    meant = _meant(before, said["new"], parts.get("old") or "", parts.get("unit") or "")
    return None if meant is None else before[: meant[0]] + said["new"] + before[meant[1] :]


def _meant(before: str, new: str, old: str, unit: str) -> tuple[int, int] | None:
    """The number that was named; else the one of this unit; else the one of as many figures."""
    found = list(_NUMBER.finditer(before))
    if old:
        found = [m for m in found if m[0] == old]
    elif unit and any(_counts(before, m, unit) for m in found):
        found = [m for m in found if _counts(before, m, unit)]
    elif len(found) > 1:
        found = [m for m in found if len(m[0]) == len(new)]
    return found[0].span() if len(found) == 1 else None


def _counts(before: str, number: re.Match[str], unit: str) -> bool:
    return re.match(rf"\s*{re.escape(unit)}\b", fold(before[number.end() :])) is not None


def number_of_photo(text: str) -> int | None:
    """«152», «ảnh của 152 đó», «152 cả 2 ảnh»: what was just sent is of this work, and no more."""
    said = _PHOTO_ALONE.fullmatch(_plain(text))
    return int(said["after"] or said["before"]) if said else None


def _plain(text: str) -> str:
    return " ".join(fold(text).split()).strip(" .!")


@cache
def _words() -> re.Pattern[str]:
    words = map(fold, book("aside")["result"]["tells"])
    return re.compile(rf"\b(?:{'|'.join(words)})\b")
