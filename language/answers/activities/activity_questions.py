"""What somebody who comes asks about the day: rain, the leader's number, or something else."""

import re
from typing import Literal

from language.line.patterns import NO, NOT

Asked = Literal[
    "rain",
    "phone",
    "food",
    "water",
    "parking",
    "transport",
    "clothes",
    "toilet",
    "certificate",
    "insurance",
    "children",
    "other",
    "asked",
    "told",
    "",
]
_ASKS = re.compile(
    rf"(?:\?|\b(?:sao|{NOT}|dau|gi|nao|may gio|bao nhieu|the nao))[\s?.!]*"
    r"(?:(?:di )?(?:a|vay|the|nhi|e|em|c|chi|anh)[\s?.!]*)*$"
)
_RAIN = re.compile(r"\b(?:mua|bao)\b")
_PHONE = re.compile(r"^(?:cho |xin |hoi |em |toi |e )*(?:sdt|so dt|so dien thoai|dien thoai)\b")
_ABOUT: tuple[tuple[Asked, str], ...] = (
    ("food", "an sang|an trua|an uong|com|food|lunch|breakfast"),
    ("water", f"nuoc uong|nuoc (?:{NO})|drinking water"),
    ("parking", "gui xe|do xe|de xe|bai xe|parking|park"),
    ("transport", "xe dua|dua don|xe don|bus|pick us up"),
    ("clothes", "ao|mu|trang phuc|wear|clothes"),
    ("toilet", "ve sinh|toilets?"),
    ("certificate", "giay chung nhan|chung nhan|certificate"),
    ("insurance", "bao hiem|insurance"),
    ("other", "gang tay|dung cu|mang theo|mang gi|can gi|chuan bi gi|bring|gloves|tools"),
    ("asked", "(?:mang|dem|cam) .*(?:duoc|dc|dk)"),
)
_CHILD = re.compile(
    r"\b(?:con|chau|be|em)\b(?!.*\bdi (?:cung|theo|kem)\b).*"
    r"\b(?:lop \d{1,2}|cap \d|\d{1,2} tuoi|hoc sinh)\b.*\b(?:duoc|dc|dk)\b"
)
"""«cho con tôi lớp 9 đi được không»."""
_WHO = (
    r"(?:ai cung|moi nguoi|mn|ca nha|ba con|tat ca|anh em|chi em|cac ban|tnv|cac diem|truong diem)"
)
_TOLD = re.compile(
    rf"(?:.*\b{_WHO}\b.*\b(?:(?:duoc|dc) bao|biet|(?:nhan|doc|xem)(?: (?:duoc|dc|het))* tin)\b.*"
    rf"|.*\b(?:bao|nhan tin|gui tin|thong bao)(?: (?:het|du|tin|cho|den|toi|roi))* {_WHO}\b.*)"
    r"\b(?:chua|ch|hay chua)[\s?.!]*(?:(?:a|vay|the|nhi|e|em|c|chi|anh)[\s?.!]*)*"
)
_NOT_TOLD = re.compile(
    r"(?:nhung |con )?ai (?:con )?(?:chua|ch) (?:biet|doc|xem|nhan tin|duoc bao|dc bao|bam)\b.*"
)
"""«mọi người biết chưa», «đã báo hết mọi người chưa», «ai chưa đọc»."""
_OF_THE_DAY = re.compile(
    rf"\b(?:buoi|hoat dong) (?!nay|do\b)[^?.!,]+?(?= (?:{_WHO}|da|duoc|chua|thi|hay)\b|[?.!,]|$)"
)
_LOOKS = tuple((about, re.compile(rf"\b(?:{words})\b")) for about, words in _ABOUT)


def activity_question(said: str) -> Asked:
    """Only a question of these kinds, in small letters without marks; anything else is read as
    it was before."""
    if _PHONE.search(said):
        return "phone"
    if _TOLD.fullmatch(said) or _NOT_TOLD.fullmatch(said):
        return "told"
    if not _ASKS.search(said):
        return ""
    if _RAIN.search(said):
        return "rain"
    if _CHILD.search(said):
        return "children"
    return next((about for about, look in _LOOKS if look.search(said)), "")


def day_asked_about(said: str) -> str:
    """«mọi người biết buổi trồng cây chưa»: the words for the day, where one is named."""
    found = _OF_THE_DAY.search(said)
    return found[0] if found else ""
