"""What somebody who comes asks about the day: rain, the leader's number, or something else."""

import re
from typing import Literal

from domain.names import fold

Asked = Literal["rain", "phone", "other", ""]
_ASKS = re.compile(
    r"(?:\?|\b(?:sao|khong|ko|k|hok|dau|gi|nao|may gio|bao nhieu|the nao))[\s?.!]*"
    r"(?:(?:a|vay|the|nhi|e|em|c|chi|anh)[\s?.!]*)*$"
)
_RAIN = re.compile(r"\b(?:mua|bao)\b")
_PHONE = re.compile(r"^(?:cho |xin |hoi |em |toi |e )*(?:sdt|so dt|so dien thoai|dien thoai)\b")
_DAY = re.compile(
    r"\b(?:an sang|an trua|com|nuoc uong|gui xe|do xe|bai xe|xe dua|ao|mu|gang tay|"
    r"dung cu|mang theo|ve sinh|giay chung nhan|bao hiem)\b"
)


def day_question(text: str) -> Asked:
    """Only a question of these kinds; anything else is read as it was before."""
    said = fold(text)
    if _PHONE.search(said):
        return "phone"
    if not _ASKS.search(said):
        return ""
    return "rain" if _RAIN.search(said) else "other" if _DAY.search(said) else ""
