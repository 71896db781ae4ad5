"""What is asked of a day: its figures (how many, who has not said, how many places, who leads), or
to see its page, its link, its code to scan, who is on the list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from language.line.codes import CODE
from language.line.fold import fold
from language.line.patterns import NO

FigureAsked = Literal["total", "silent", "seats", "leader", "where", "mine"]


@dataclass(frozen=True, slots=True)
class FiguresAsked:
    """What is asked, and the other words: which day, or which point."""

    about: FigureAsked
    rest: str


_PEOPLE = r"(?:nguoi|ng|ban|tnv|hoi vien|doan vien|tinh nguyen vien)"
_PLACES = f"cho|suat|{_PEOPLE[3:-1]}"
_BEGINS = "(?:tap trung|bat dau|xuat phat|co mat|tap ket|gap nhau|hoat dong|buoi)"
_MANY = r"(?<!muoi )(?<!ham )(?<!\d )(?:bao nhieu|may|bn)"
_LEADS = r"(?:phu trach|dung diem|lam truong diem|truong diem|chi huy|dan doan|chiu trach nhiem)"
_SELF = "(?:toi|em|e|minh)"
_SILENT = r"chua (?:bao|dang ky|dk|gui so|nop so|co so|cho so)"
_LOOKS: tuple[tuple[FigureAsked, re.Pattern[str]], ...] = (
    (
        "mine",
        re.compile(rf"\b{_SELF} (?:duoc giao |dang |se )?{_LEADS} (?:diem|buoi|cho) (?:nao|gi)\b"),
    ),
    ("leader", re.compile(rf"\bai (?:la (?:nguoi )?)?{_LEADS}\b|\b{_LEADS} la ai\b")),
    (
        "silent",
        re.compile(
            rf"\b(?:ai|nao)\b.*\b{_SILENT}\b|\bcon ai {_SILENT}\b|\bai (?:da )?bao\b.*\bchua\W*$"
        ),
    ),
    (
        "seats",
        re.compile(
            rf"\b(?:con|thieu|du)\b.*\b(?:{_PLACES})\b.*\b(?:{NO}|chua)\b"
            rf"|\b(?:con|thieu)\b.*\b{_MANY} (?:{_PLACES})\b(?! (?:{_SILENT}|den))"
            rf"|\bthieu {_MANY}\b|\bdiem nao (?:con |dang )?thieu\b"
        ),
    ),
    (
        "where",
        re.compile(
            rf"\bmay gio\b.*\b{_BEGINS}\b|\b{_BEGINS}\b.*\bmay gio\b"
            r"|\b(?:tap trung|gap nhau|tap ket)\b.*\bdau\b"
        ),
    ),
    (
        "total",
        re.compile(
            rf"\b{_MANY} {_PEOPLE}\b|\bai (?:da )?(?:dang ky|dk|dki)\b"
            rf"|\b(?:dang ky|dk|tham gia|di|den) (?:duoc |dc )?{_MANY}\b"
            rf"|\btong (?:cong |so )?(?:duoc |la |co )?{_MANY}\b|\bduoc {_MANY} roi\b"
            r"|\bsi so (?:the nao|ra sao|bao nhieu)\b"
        ),
    ),
)
_KNOWN = re.compile(
    rf"\b(?:bao nhieu|may|bn|tong cong|tong so|tong|{_PEOPLE[3:-1]}|dang ky|dk|tham gia|di|den"
    rf"|co mat|duoc|dc|roi|r|hien tai|hien nay|hien|bay gio|bay h|gio|nay gio|da|se|moi diem"
    rf"|tung diem|si so"
    rf"|the nao|la|ai|nguoi|{_LEADS[3:-1]}|nhung|cac|chua|bao|gui|so lieu|so nguoi|ket qua"
    rf"|so|nhom nao|nhom|don vi|to chuc|doan the|diem nao|nao|cho|cho trong|suat|con|thieu|trong"
    rf"|du|nua|may gio|xuat phat|tap trung|gap nhau|tap ket|o dau|dau|bat dau|luc|nhom em|ben em"
    rf"|{NO}|dki|toi|minh|ra quan|duoc giao|dang"
    rf"|diem|o|ben|cho em hoi|cho hoi|hoi|bot oi|em oi|chi oi|anh oi|a|vay|the|nhi|e"
    rf"|em|c|chi|anh|ha|hoat dong|buoi|xem|voi|giup|va|co)\b|[?.,!]"
)


_SAYS_MORE = frozenset(
    fold(
        "nhắc giục đôn thì để nên chốt nhận biết bik rõ in phát nộp ký phép vắng về gì họp việc"
        " cáo phải"
    ).split()
) | {"cai", "cao", "nhap", "ban", "chua", "khi", "neu", "ma", "xong", "lam"}
"""Words of a line that says something besides."""
_NAMED_NUMBER = re.compile(
    r"\b(?:thu|t|khu|thon|diem|to|ngay|hom|bua|xom|ban|so) ?\d{1,2}\b|\b\d{1,2}[/.]\d{1,2}\b"
)
_ON_DAY = re.compile(r"\b(?:hom|bua|ngay) \d{1,2}\b(?! ?[/.])")
_SOME_DAY = re.compile(r"\b(?:hom|bua)(?= \d{1,2}\b)")
"""«hôm 28» is said of a day as «ngày 28» is."""
_OF_A_NAME = re.compile(r"\bdon (?!doc\b)|\bky nang\b")
"""«dọn rác», «lớp kỹ năng»: no «đôn», no «ký»."""
FEW = 6


def figures_asked(folded: str) -> FiguresAsked | None:
    """«tổng bao nhiêu người rồi», «điểm nào chưa báo», «con thieu bao nhieu cho», «ai phu trach
    diem Tra Co»; None where it asks nothing of these, or says something besides."""
    looked = _ON_DAY.sub("hom ay", folded)
    about = next((about for about, look in _LOOKS if look.search(looked)), None)
    if about is None or re.search(r"\d", _NAMED_NUMBER.sub("", folded)):
        return None
    rest = _KNOWN.sub(" ", folded).split()
    others = _KNOWN.sub(" ", _OF_A_NAME.sub(" ", folded)).split()
    if len(rest) > FEW or not _SAYS_MORE.isdisjoint(others):
        return None
    return FiguresAsked(about, _SOME_DAY.sub("ngay", " ".join(rest)))


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
_SHOWN = {
    what: re.compile(rf"{_ASK}(?:{named}){_OF} {_ABOUT}{_TAIL}") for what, named in _NAMED.items()
}
_SEEN = re.compile(
    rf"(?:(?:cho )?(?:xem|mo|tim)(?: lai)?(?: (?:buoi|hoat dong))* )?({CODE}){_TAIL}"
)


def read_day_page(folded: str) -> DayPage | None:
    """«link dang ky T7-2811-2», «cho xin ma QR buoi cho Trung tam», «xem T7-2811»; whether there
    is such a day is seen where the days are known."""
    if seen := _SEEN.fullmatch(folded):
        return DayPage("see", seen[1])
    found = ((what, look.fullmatch(folded)) for what, look in _SHOWN.items())
    return next((DayPage(what, m["about"]) for what, m in found if m and m["about"]), None)
