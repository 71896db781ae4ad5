"""The roll call by typing: «vắng 3 7 12», «đủ», «thêm 3», and the code that was read aloud."""

import re

_AND = r"(?:\s*(?:[,;&+–-]|\b(?:và|va|đến|den|tới|toi|and|to)\b)\s*|\s+)"
_LISTED = rf"\s*:?\s*(?:(?:số|so)\s+)?\d{{1,6}}(?:{_AND}\d{{1,6}})*\s*(?:ạ|a|nhé|nhe)?\s*[.!]?"
_THROUGH = re.compile(
    r"(\d{1,3})\s*(?:[–-]|\b(?:đến|den|tới|toi|to)\b)\s*(\d{1,3})", re.IGNORECASE
)
_ABSENT = re.compile(rf"(?i)(?:vắng|vang|absent|(?:đủ|du|all) (?:trừ|tru|but|except)){_LISTED}")
_PRESENT = re.compile(rf"(?i)(?:có mặt|co mat|present){_LISTED}")
_ALL = re.compile(r"(?i)(?:đủ|du|everybody|all)(?: (?:cả|ca|hết|het|rồi|roi|here|present))?")
_FOUR = r"\d(?: ?\d){3}"
_HERE = r"(?:đến|den|tới|toi|có mặt|co mat|đây|day|here)"
_AROUND = (
    rf"{_FOUR}\s\D{{0,16}}\b{_HERE}\b\D{{0,16}}|\D{{0,16}}\b{_HERE}\b\D{{0,16}}\b{_FOUR}\D{{0,16}}"
)
_CODE = re.compile(
    rf"(?i)(?:{_FOUR}|{_AROUND}|.{{0,24}}\b(?:mã|ma|code)\b\D{{0,24}}{_FOUR}\D{{0,16}})"
)
_MANY = r"(\d{1,3}(?:[.,]\d{3})+|\d{1,4})"
_EXTRA = re.compile(rf"(?i)(?:(?:đến|den) )?(?:thêm|them|extra)\s+{_MANY}(?:\s.*)?")
_EXTRA_IS = re.compile(rf"(?i)(?:(?:đến|den) )?(?:thêm|them|extra)\s*[:=]\s*{_MANY}")
_NUMBER = re.compile(r"\d{1,6}")
_FEW = re.compile(r"(?i)(\d{1,4})(?:\s*(?:ng|người|nguoi|people|more|nữa|nua)\.?)*")
ROLL_LINES = {
    "extra": _EXTRA,
    "extra_is": _EXTRA_IS,
    "check_in": _CODE,
    "absent": _ABSENT,
    "present": _PRESENT,
    "everybody": _ALL,
}
"""What a line says at the roll call; the first that fits a whole line counts."""


def numbers_on_roll(text: str) -> list[int]:
    """«vắng 3 7 12», «vắng 3-5»: places on the list."""
    spread = _THROUGH.sub(_between, text)
    return [int(number) for number in _NUMBER.findall(spread)]


def _between(ends: re.Match[str]) -> str:
    first, last = int(ends[1]), int(ends[2])
    return " ".join(map(str, range(first, last + 1))) if first <= last else ends[0]


def extra_in(text: str) -> int:
    """«thêm 3», «thêm 1.000»."""
    said = _EXTRA.fullmatch(text) or _EXTRA_IS.fullmatch(text)
    return int(re.sub(r"\D", "", said[1])) if said else 0


def few(text: str) -> int | None:
    """«3», «3 ng», «3 người nữa»: a bare number of people."""
    found = _FEW.fullmatch(text)
    return int(found[1]) if found else None


def digits(text: str) -> str:
    """«mã là 4 8 2 7 ạ»: the digits alone."""
    return "".join(re.findall(r"\d", text))
