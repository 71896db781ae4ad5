"""The roll call by typing: «vắng 3 7 12», «đủ», «thêm 3», and the code that was read aloud."""

import re

_LISTED = r"\s*:?\s*\d[\d ,;]*"
_ABSENT = re.compile(rf"(?i)(?:vắng|vang|absent|(?:đủ|du|all) (?:trừ|tru|but|except)){_LISTED}")
_PRESENT = re.compile(rf"(?i)(?:có mặt|co mat|present){_LISTED}")
_ALL = re.compile(r"(?i)(?:đủ|du|everybody|all)(?: (?:cả|ca|hết|het|rồi|roi|here|present))?")
_FOUR = r"\d(?: ?\d){3}"
_CODE = re.compile(rf"(?i)(?:{_FOUR}|.{{0,24}}\b(?:mã|ma|code)\b\D{{0,24}}{_FOUR}\D{{0,16}})")
_EXTRA = re.compile(r"(?i)(?:(?:đến|den) )?(?:thêm|them|extra)\s+(\d{1,4})(?:\s.*)?")
_EXTRA_IS = re.compile(r"(?i)(?:(?:đến|den) )?(?:thêm|them|extra)\s*[:=]\s*(\d{1,4})")
_NUMBER = re.compile(r"\d{1,6}")
_FEW = re.compile(r"(?i)(\d{1,4})(?:\s*(?:ng|người|nguoi|people|more|nữa|nua)\.?)*")
ROLL_LINES = {
    "check_in": _CODE,
    "absent": _ABSENT,
    "present": _PRESENT,
    "everybody": _ALL,
    "extra": _EXTRA,
    "extra_is": _EXTRA_IS,
}
"""What a line says at the roll call; the first that fits a whole line counts."""


def numbers_on_roll(text: str) -> list[int]:
    """«vắng 3 7 12»: places on the list."""
    return [int(number) for number in _NUMBER.findall(text)]


def few(text: str) -> int | None:
    """«3», «3 ng», «3 người nữa»: a bare number of people."""
    found = _FEW.fullmatch(text)
    return int(found[1]) if found else None


def digits(text: str) -> str:
    """«mã là 4 8 2 7 ạ»: the digits alone."""
    return "".join(re.findall(r"\d", text))
