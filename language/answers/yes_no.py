"""Yes, no and «thôi», as people type them under a question; a sentence says more than that."""

from typing import Literal

from domain.names import fold

YesNo = Literal["yes", "no", ""]
Way = Literal["block", "release", "note", "drop", ""]

NOT = ("khong", "ko", "k")
"""The one word in all its short forms; each list below is built on it."""
_AGREED = ("đúng", "đúng rồi", "ok", "oke", "vâng", "chuẩn", "phải", "👍", "✅")
_YES = frozenset(map(fold, _AGREED))
_SENDS = _YES | {"gui", "gui di", "gui luon", "gui nhe", "send", "send it"}
_NO = frozenset(("khong", "thoi", "bo", "khong phai", "de nguyen"))
_COMES = _YES | {"co", "co a", "u"}
_STAYS = frozenset((*NOT, "khong a", "ko a", "da khong", "no"))
ALLOWED = ("co", "duoc", "yes")
_NOTHING = "0"
NOBODY = ("khong", "khong co", _NOTHING)
_WITHDRAWN = (_NOTHING, "rut", "rut nhom", "withdraw")
_WAYS: dict[str, Way] = {
    "vuong": "block",
    "vuong mac": "block",
    "khong nhan": "release",
    "xin khong nhan": "release",
    "chi ghi": "note",
    "ghi lai": "note",
    "chi ghi lai": "note",
}


def yes_no(text: str) -> YesNo:
    """«đúng», «ok», «thôi»: an answer to something that was read back."""
    said = _bare(text)
    return "yes" if said in _YES else "no" if said in _NO else ""


def comes_or_not(text: str) -> YesNo:
    """«có», «ừ», «ko ạ»: whether one comes, in a word."""
    said = _bare(text)
    return "yes" if said in _COMES else "no" if said in _STAYS else ""


def sends(text: str) -> bool:
    """«gửi», «gửi đi», or a plain yes, under what is shown before it is sent."""
    return _bare(text) in _SENDS


def withdraws(text: str) -> bool:
    """«0», «rút nhóm»: the group is taken back."""
    return fold(text) in _WITHDRAWN


def takes(text: str) -> bool:
    """«đã nhận ạ», «nhận việc»."""
    return "nhan" in fold(text)


def is_nothing(text: str) -> bool:
    """«0»: there is nothing to say."""
    return text.strip() == _NOTHING


def way_meant(text: str) -> Way:
    """«vướng», «không nhận», «chỉ ghi», «thôi»: which way a doubtful «no» is settled."""
    return "drop" if yes_no(text) == "no" else _WAYS.get(_bare(text), "")


def _bare(text: str) -> str:
    return fold(text).strip(" .!")
