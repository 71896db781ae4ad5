"""The roll call by typing: «vắng 3 7 12», «đủ», «thêm 3», and the code that was read aloud."""

import re
from typing import Literal

from language.line.patterns import NO, YES

_AND = r"(?:\s*(?:[,;&+–-]|\b(?:và|va|với|voi|đến|den|tới|toi|and|to)\b)\s*|\s+)"
_SO_MANY = r"\d{1,2}\s+(?:bạn|ban|người|nguoi|ng|em|đứa|dua)\s+(?=(?:số|so)\b)"
"""«2 bạn số 4 với 7»: how many, before their numbers."""
_ONLY = r"(?:\s+(?:mỗi|moi|mình|minh|chỉ|chi|có|co|ra|bạn|ban))*"
_LISTED = (
    rf"{_ONLY}\s*:?\s*(?:{_SO_MANY})?(?:(?:số|so)\s+)?"
    rf"\d{{1,6}}(?:{_AND}\d{{1,6}})*\s*(?:ạ|a|nhé|nhe)?\s*[.!]?"
)
_THROUGH = re.compile(
    r"(\d{1,3})\s*(?:[–-]|\b(?:đến|den|tới|toi|to)\b)\s*(\d{1,3})", re.IGNORECASE
)
_WHOLE = r"(?:đủ|du|all)(?: (?:cả|ca|hết|het|mặt|mat|rồi|roi))*"
_ABSENT = re.compile(
    r"(?i)(?:(?:chỉ |chi )?(?:vắng|vang|absent"
    rf"|{_WHOLE},? (?:trừ|tru|thiếu|thieu|vắng|vang|but|except)){_LISTED}"
    rf"|(?:chỉ |chi )?(?:thiếu|thieu)(?={_ONLY} (?:\d{{1,2}} \w+ )?(?:số|so)\b){_LISTED})"
)
_PRESENT = re.compile(rf"(?i)(?:có mặt|co mat|present){_LISTED}")
_EVERYBODY = (
    r"(?:mọi người|moi nguoi|tất cả|tat ca|cả nhóm|ca nhom|cả đội|ca doi|anh em|ae|bà con|ba con"
    r"|đã|da|đến|den|tới|toi|có mặt|co mat|everybody|all)"
)
_ALL = re.compile(
    rf"(?i)(?:{_EVERYBODY}[ ,]+)*"
    r"(?:(?:đông|dong|đầy|day)? ?(?:đủ|du)|(?:có mặt|co mat|đến|den|tới|toi) (?:hết|het|cả|ca)"
    r"|everybody|all)"
    r"(?: (?:cả|ca|hết|het|mặt|mat|rồi|roi|r|nhé|nhe|ạ|a|here|present))*[.!]*"
)
_FOUR = r"\d(?: ?\d){3}"
_HERE = r"(?:đến|den|tới|toi|có mặt|co mat|đây|day|here)"
_AROUND = (
    rf"{_FOUR}\s\D{{0,16}}\b{_HERE}\b\D{{0,16}}|\D{{0,16}}\b{_HERE}\b\D{{0,16}}\b{_FOUR}\D{{0,16}}"
)
_SAID_SO = (
    r"(?:[ ,]+(?:ạ|a|nhé|nhe|nha|đây|cháu|chau|con|em|e|cô|co|bác|bac|chú|chu|anh|chị|chi))*[ .!]*"
)
"""«2580 nhé cháu»."""
_CODE = re.compile(
    rf"(?i)(?:{_FOUR}{_SAID_SO}|{_AROUND}|.{{0,24}}\b(?:mã|ma|code)\b\D{{0,24}}{_FOUR}\D{{0,16}})"
)
_MANY = r"(\d{1,3}(?:[.,]\d{3})+|\d{1,4})"
_UNLISTED = (
    rf"(?:có |co |còn |con |thêm |them )*{_MANY}\s*(?:người|nguoi|ng|bạn|ban|em)\s+"
    r"(?:(?:đến|den|tới|toi|tự|tu|mà|ma)\s+)*"
    rf"(?:(?:(?:{NO}|chưa|chua)(?: (?:có|co|hề|he))?"
    r" (?:đăng ký|đăng kí|dang ky|đk|dk|trong|tên|ten)"
    r"|ngoài|ngoai)\b\D{0,30}|vãng lai|vang lai|tự đến|tu den)"
)
"""«3 người chưa đăng ký», «có 2 bạn ngoài danh sách»: they came besides."""
_EXTRA = re.compile(
    rf"(?i)(?:(?:(?:đến|den) )?(?:thêm|them|extra)\s+{_MANY}(?:\s.*)?|{_UNLISTED})"
)
_EXTRA_IS = re.compile(rf"(?i)(?:(?:đến|den) )?(?:thêm|them|extra)\s*[:=]\s*{_MANY}")
_BOTH = re.compile(
    rf"(?i)(?P<who>(?:{_ABSENT.pattern[4:]}|{_PRESENT.pattern[4:]}|{_ALL.pattern[4:]}))"
    rf"\s*[,;.+]?\s*(?:và|va|nhưng|nhung)?\s*(?P<more>{_EXTRA_IS.pattern[4:]}|{_EXTRA.pattern[4:]})"
)
_CLOSES = re.compile(
    rf"(?i)(?P<yes>(?:đúng|dung|{YES})(?: rồi| roi)?[\s,]+)?(?:chốt|chot|close)"
    r"(?: (?:sổ|so|danh sách|danh sach|luôn|luon|đi|di|nhé|nhe|ạ|a))*[.!]*"
)
_LINE = rf"(?:{_BOTH.pattern[4:]}|{_ABSENT.pattern[4:]}|{_PRESENT.pattern[4:]}|{_ALL.pattern[4:]})"
_THEN_CLOSES = re.compile(
    rf"(?i)(?P<line>{re.sub(r'[?]P<[a-z]+>', '?:', _LINE)})\s*[,;.]?\s*(?:rồi |roi |và |va )?"
    rf"{re.sub(r'[?]P<[a-z]+>', '?:', _CLOSES.pattern[4:])}"
)
_NO_BEFORE = re.compile(
    rf"(?i)(?:(?:dạ|da) )?(?:(?:{NO}) (?:phải|phai)|{NO}|sai|nhầm|nham)"
    r"(?: (?:rồi|roi|đâu|dau|phải|phai))*(?:[\s,.]+(?P<then>.+))?"
)
_NUMBER = re.compile(r"\d{1,6}")
_FEW = re.compile(r"(?i)(\d{1,4})(?:\s*(?:ng|người|nguoi|people|more|nữa|nua)\.?)*")
_CALLED = r"(?i)(?:(?:điểm danh|diem danh)\s*[:,–-]?\s+)?"
"""«điểm danh: đủ»."""
ROLL_LINES = {
    "roll_closed": _CLOSES,
    "roll_then_closed": _THEN_CLOSES,
    "roll_both": _BOTH,
    "extra": _EXTRA,
    "extra_is": _EXTRA_IS,
    "check_in": _CODE,
    "absent": re.compile(_CALLED + _ABSENT.pattern[4:]),
    "present": re.compile(_CALLED + _PRESENT.pattern[4:]),
    "everybody": re.compile(_CALLED + _ALL.pattern[4:]),
}
"""What a line says at the roll call; the first that fits a whole line counts."""


def numbers_on_roll(text: str) -> list[int]:
    """«vắng 3 7 12», «vắng 3-5»: places on the list."""
    spread = _THROUGH.sub(_between, re.sub(_SO_MANY, "", text, flags=re.IGNORECASE))
    return [int(number) for number in _NUMBER.findall(spread)]


def _between(ends: re.Match[str]) -> str:
    first, last = int(ends[1]), int(ends[2])
    return " ".join(map(str, range(first, last + 1))) if first <= last else ends[0]


def extra_in(text: str) -> int:
    """«thêm 3», «thêm 1.000»."""
    said = _EXTRA.fullmatch(text) or _EXTRA_IS.fullmatch(text)
    number = next(filter(None, said.groups()), "") if said else ""
    return int(re.sub(r"\D", "", number)) if number else 0


def with_extra(text: str) -> tuple[str, str] | None:
    """«đủ, thêm 2», «vang 2, den them 4»: the one, and the other."""
    found = _BOTH.fullmatch(text)
    return (found["who"], found["more"]) if found else None


def before_closing(text: str) -> str:
    """«vắng 3, chốt»: what is said of the list before it is closed."""
    found = _THEN_CLOSES.fullmatch(text)
    return found["line"] if found else ""


def said_no(text: str) -> str | None:
    """«không, đủ cả»: what is said after the no; empty where nothing is."""
    found = _NO_BEFORE.fullmatch(text)
    return (found["then"] or "") if found else None


def closes(text: str) -> Literal["", "close", "both"]:
    """«chốt»; «đúng, chốt luôn»."""
    found = _CLOSES.fullmatch(text)
    if found is None:
        return ""
    return "both" if found["yes"] else "close"


def kind_of(text: str) -> str:
    """Which of the roll's lines it is; empty when it is none."""
    return next((name for name, look in ROLL_LINES.items() if look.fullmatch(text)), "")


def few(text: str) -> int | None:
    """«3», «3 ng», «3 người nữa»: a bare number of people."""
    found = _FEW.fullmatch(text)
    return int(found[1]) if found else None


def digits(text: str) -> str:
    """«mã là 4 8 2 7 ạ»: the digits alone."""
    return "".join(re.findall(r"\d", text))
