"""What an organiser wants to see of a day: its page, its link, its code to scan, who is on the
list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from language.line.day_codes import CODE

Page = Literal["see", "link", "qr", "poster", "names"]


@dataclass(frozen=True, slots=True)
class DayPage:
    """What is to be shown, and the words that say of which day."""

    what: Page
    about: str


_ASK = (
    r"(?:(?:cho (?:em |e |toi |minh |anh |chi )?(?:xin|xem|hoi)?|xin|lay|gui|mo|xem|in|tai|can|tao"
    r"|dua|em oi|bot oi|giup)(?: (?:cho|lai|giup|em|e|toi|minh|anh|chi))* )*"
)
_OF = r"(?: (?:buoi|cua|cho|hoat dong|diem|o|dang ky|dk|tham gia|de dang ky|vao))*"
_TAIL = r"(?:[ ,]+(?:voi|nhe|nha|a|giup|em|e|di|cai|phat|chut|minh|toi))*[ .!?]*"
_ABOUT = rf"(?P<about>{CODE}|(?:[^\s,;:?]+ ){{0,6}}?[^\s,;:?]+)"
_NAMED: Mapping[Page, str] = {
    "qr": "ma qr|qr|ma vach",
    "poster": "ap phich|poster|to ap phich",
    "names": "(?:ds|danh sach)(?: (?:nguoi|ten|tnv|tinh nguyen vien|nhung nguoi|da))*",
    "link": "link|duong dan|duong link|lien ket",
}
_LOOKS = {
    what: re.compile(rf"{_ASK}(?:{named}){_OF} {_ABOUT}{_TAIL}") for what, named in _NAMED.items()
}
_SEE = re.compile(
    rf"(?:(?:cho )?(?:xem|mo|tim)(?: lai)?(?: (?:buoi|hoat dong))* )?({CODE}){_TAIL}"
)


def read_day_page(folded: str) -> DayPage | None:
    """«link dang ky T7-2811-2», «cho xin ma QR buoi cho Trung tam», «xem T7-2811»; whether there
    is such a day is seen where the days are known."""
    if seen := _SEE.fullmatch(folded):
        return DayPage("see", seen[1])
    found = ((what, look.fullmatch(folded)) for what, look in _LOOKS.items())
    return next((DayPage(what, m["about"]) for what, m in found if m and m["about"]), None)
