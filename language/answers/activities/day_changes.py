"""What is changed of an open day in a line: what to bring, where, who leads, how many."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from language.answers.activities.plan_lines import rains
from language.answers.activities.planned import is_of_a_day
from language.line.codes import CODE, codes_in
from language.line.fold import fold
from language.line.patterns import NO

Changed = Literal[
    "line",
    "bring",
    "more_bring",
    "seats",
    "more_seats",
    "fewer_seats",
    "leader",
    "place",
    "more_points",
    "drop_point",
    "time",
]


_OF_SEATS = ("seats", "more_seats", "fewer_seats")


@dataclass(frozen=True, slots=True)
class DayChange:
    """Each thing that is changed, and to what; before it the words that say which day."""

    changes: tuple[tuple[Changed, str], ...]
    about: str = ""
    alters: bool = False
    """It says that something is another than before: no new plan."""

    @property
    def is_of_a_point(self) -> bool:
        """Who leads a point, how many places it has, and nothing else."""
        return all(what in ("leader", *_OF_SEATS) for what, _ in self.changes)


_SMALL = r"(?:\s+(?:nhe|nha|a|thoi|luon|giup|em|e|la du|do))*[ .!]*"
_ALL = r"(?:(?:nho|nhac|bao|moi nguoi|ba con|ca nha|ai cung|yeu cau|anh em|cac ban|phai|can)\s+)*"
_LEADS = r"(?:phu trach|dung diem|lam truong diem)"
_SEATS = r"(?:cho|suat|nguoi|ng)"
_LOOKS: tuple[tuple[Changed, re.Pattern[str]], ...] = (
    ("more_bring", re.compile(rf"{_ALL}(?:mang|dem) them(?: theo)?[ :]+(?P<to>.+?){_SMALL}")),
    (
        "bring",
        re.compile(rf"{_ALL}(?:mang|dem)(?: theo| di)?[ :]+(?!theo\b[ :]*$)(?P<to>.+?){_SMALL}"),
    ),
    ("more_seats", re.compile(rf"(?:them|mo them|tang them) (?P<to>\d{{1,4}}) {_SEATS}{_SMALL}")),
    (
        "fewer_seats",
        re.compile(
            rf"(?:bot|giam bot|rut bot|cat bot)(?: di)? (?P<to>\d{{1,4}}) {_SEATS}{_SMALL}"
        ),
    ),
    (
        "seats",
        re.compile(
            r"(?:tang|giam|nang|ha|rut|doi|mo|nhan|lay|de)(?: (?:so|luong|cho|suat|nguoi|nhan))*"
            rf" (?:(?:len|xuong|con|thanh|toi da|la) (?P<to>\d{{1,4}})(?: ?{_SEATS})?"
            rf"|(?P<n>\d{{1,4}}) ?{_SEATS}){_SMALL}"
        ),
    ),
    ("seats", re.compile(rf"(?:chi )?(?P<to>\d{{1,4}}) (?:cho|suat){_SMALL}")),
    (
        "seats",
        re.compile(
            rf"(?:(?:chi|chot) )?(?:can|nhan|lay|cho|toi da|du) (?P<to>\d{{1,4}}) ?{_SEATS}"
            rf"(?:[ ,]+(?:chu|ma) (?:{NO}) phai(?: la)? \d{{1,4}}(?: ?{_SEATS})?)?{_SMALL}"
        ),
    ),
    (
        "leader",
        re.compile(
            rf"(?:doi|thay|chuyen|giao|de)(?: (?:nguoi|lai|cho))* {_LEADS}"
            rf"(?: (?:sang|thanh|la|cho|bang|thay))*[ :]+(?P<to>.+?){_SMALL}"
        ),
    ),
    (
        "leader",
        re.compile(
            r"(?:(?:doi|thay|giao|de|do)(?: (?:sang|thanh|lai|cho))* )?"
            rf"(?P<to>[^:\d]+?) {_LEADS}(?: (?:thay|diem))*{_SMALL}"
        ),
    ),
    (
        "place",
        re.compile(
            r"(?:(?:doi|chuyen) )?(?:(?:diem|dia diem|noi|cho) )?(?:tap trung|tap ket)"
            rf"(?: (?:o|tai|ra|sang|ve|moi|la)|:)+ ?(?P<to>[^\d].+?){_SMALL}"
        ),
    ),
    (
        "place",
        re.compile(
            r"(?:(?:doi|chuyen|sua) )?dia diem(?: (?:moi|o|tai|la|sang|ra|thanh)|:)*"
            rf" (?!(?:{NO}|chua|nao|dau|gi|thi|cu|nhu|moi)\b)(?P<to>[^\d:].+?){_SMALL}"
        ),
    ),
    (
        "drop_point",
        re.compile(
            r"(?:bo|xoa|huy|cat)(?: (?:bot|di|cai))* diem(?: (?:tap trung|so|thu|o|tai))*"
            rf" (?P<to>.+?){_SMALL}"
        ),
    ),
)
_STORED = re.compile(
    r"(?:neu mua|an sang|an uong|an trua|nuoc uong|gui xe|de xe|do xe|xe dua don|dua don"
    r"|trang phuc|bao hiem|giay chung nhan)\b[ :]*"
    r"(?!(?:thi )?(?:hoan|nghi|huy|lui|o dau|dau|gi|the nao)\b)(?P<to>\S.*)"
)
_NEW_LEADER = re.compile(
    rf"(?:doi|thay) (?:nguoi )?{_LEADS} (?:cua |buoi )?(?P<of>.+?) (?:sang|thanh|bang|cho|la)"
    rf" (?P<to>.+?){_SMALL}"
)
_RAIN = re.compile(rf"(?:(?:neu|troi|hom do) )*mua(?: to)? thi (?P<to>.+?){_SMALL}")
_OF_TIME = re.compile(r"(?:sang |chieu )?(?:thu \d|thu bay|t\d|cn|chu nhat|mai|\d{1,2}/\d{1,2})\b")
_ALTERS = re.compile(r"\b(?:tang|giam|nang|rut|thay|doi|bot|them \d+|(?:them|bo) diem)\b")
_MORE_POINTS = re.compile(
    r"(?i)\s*(?:(?:bổ sung|bo sung|mở|mo) )?th[êe]m (?:m[ộo]t |1 )?[đd]i[ểe]m"
    r"(?: m[ớo]i)?(?: [ởo]| t[ạa]i| là| la)?\b[ :]*"
)
_TO_IT = re.compile(rf"(?i)(?: (?:v[àa]o|c[ủu]a|cho|bu[ổo]i|ở|o))*[ ,]*{CODE}[ ,:]*")
_OF_A_DAY = re.compile(
    r"(?i)(?P<said>.+?)[ ,]+(?:(?:cho|của|cua|vào|vao|ở|o|trong) )?"
    r"(?P<about>(?:buổi|buoi|hoạt động|hoat dong) (?!(?:này|nay|đó|do)\b)\S.*?)[ .!]*"
)
"""«thêm điểm Vạn Ninh 15 người cho buổi dọn kênh»."""
MOST_WORDS, MOST_LETTERS = 9, 300


def read_draft_change(text: str, time_in: Callable[[str], str]) -> DayChange | None:
    """«đổi sang 7h30, cần 30 người», of a plan that was just read back: each piece of it is a
    change, another time or a number of people, or it is none."""
    text = _SLIP.sub("", text)
    if named := _named(text):
        return DayChange((("line", named),))
    whole = [_each(line) for line in text.splitlines() if line.strip()]
    if whole and all(whole):
        return DayChange(tuple(one for changes in whole for one in changes or ()))
    if hour := time_in(_hour_of(text)):
        return DayChange((("time", hour),))
    if point := _A_POINT.fullmatch(" ".join(text.split())):
        return DayChange((("more_points", point["to"]),))
    pieces = [piece.strip() for piece in re.split(r"[;,\n]", text) if piece.strip()]
    found = [
        _change(piece) or _line(piece) or _time(time_in(_hour_of(piece))) or _people(piece)
        for piece in pieces
    ]
    told = tuple(one for one in found if one)
    return DayChange(told) if told and len(told) == len(pieces) else None


_SLIP = re.compile(
    rf"(?i)^(?:(?:à|a|ờ|ơ|chết|chet|xin lỗi|xin loi|nhầm|nham|sai|{NO})(?: rồi| roi)?"
    r"[ ,.:]+)+(?=\S)"
)
"""«nhầm, 6h30 mới đúng»: what was wrong is said by what comes then."""
_POINTS = r"(?:(?:ca|tat ca) )?(?:(?:hai|ba|bon|2|3|4|cac|moi) )?(?:diem|buoi)"
_HOUR_SAID = re.compile(
    rf"(?:{_POINTS}(?: deu| thi)?[ ,:]+)?"
    r"(?:(?:doi |sua )?(?:gio|bat dau|khoi hanh)(?: (?:bat dau|tap trung|lam|moi))?"
    r"(?: (?:la|thanh|luc|vao|sang|phai la)|:)*[ :]+)?"
    r"(?P<to>\d{1,2} ?(?:h|g|gio|:) ?(?:\d{1,2}|ruoi)?(?: (?:sang|chieu|toi|trua))?)"
    r"(?: (?:moi dung|nhe|nha|a|thoi|co|chu|em|e))*"
    rf"(?:[ ,]+(?:chu |ma )?(?:{NO}) phai(?: la)? \d{{1,2}} ?(?:h|g|gio|:) ?\d{{0,2}})?[ .!]*"
)
"""«6h30 mới đúng», «giờ là 6h30», «cả hai điểm 6h30 nhé không phải 7h»."""


def _hour_of(piece: str) -> str:
    """The hour alone, where nothing else is said; else the piece as it stands."""
    found = _HOUR_SAID.fullmatch(" ".join(fold(piece).split()))
    return found["to"].strip() if found else piece


_NAME = re.compile(
    r"(?i)(?:(?:đổi|doi|sửa|sua|đặt|dat)(?: lại| lai)? t[êe]n(?: (?:buổi|buoi|hoạt động|hoat dong"
    r"|ngày|ngay|dự thảo|du thao))?(?: (?:thành|thanh|là|la|sang))?"
    r"|t[êe]n(?: (?:buổi|buoi|hoạt động|hoat dong))?(?: là| la| thôi)?)"
    r"\s*:?\s+(?P<to>\S.*?)"
    r"(?: (?:thôi|thoi|nhé|nhe|ạ|nha))*[ .!]*"
)


def _named(text: str) -> str:
    """«đổi tên: Trồng hoa», «tên hoạt động là Trồng hoa thôi»: as a line of the plan says it."""
    found = _NAME.fullmatch(" ".join(text.split()))
    return f"tên: {found['to']}" if found else ""


_A_LINE = re.compile(
    r"(?:(?:don vi )?(?P<host>chu tri)(?: (?:la|do)|:)* (?P<who>[^\d:].*?)"
    r"|(?:han|chot)(?: (?:dk|dang ky|danh sach))?(?: (?:het|den|toi|truoc|la|ngay|vao|luc)|:)*"
    rf" (?P<until>\d.*?|thu .*?|t\d.*?)){_SMALL}"
)


def _line(piece: str) -> tuple[Changed, str] | None:
    """«chủ trì hội phụ nữ nhé», «hạn đk hết 3/12»."""
    said = " ".join(piece.split())
    found = _A_LINE.fullmatch(fold(said))
    if found is None:
        return None
    return "line", f"chủ trì: {found['who']}" if found["host"] else f"chốt: {found['until']}"


_A_POINT = re.compile(r"(?i)(?:đi[ểe]m|diem)\s*:?\s+(?P<to>[^\d,;:][^,;:]*(?:,[^,;:]+)+)")
"""«điểm: Nhà văn hóa thôn 2, Bính, 50»."""


def _time(words: str) -> tuple[Changed, str] | None:
    return ("time", words) if words else None


_PEOPLE = re.compile(rf"(?P<to>\d{{1,4}}) ?{_SEATS}{_SMALL}")


def _people(piece: str) -> tuple[Changed, str] | None:
    found = _PEOPLE.fullmatch(fold(piece))
    return ("seats", found["to"]) if found else None


_DROPS = re.compile(
    rf"(?:(?:a|thoi|{NO})[ ,]+)*(?:bo|xoa|huy)(?: (?:di|het|luon))?"
    r" (?:(?:cai|buoi|ban|lich|ke hoach) )?(?:du thao|ban nhap|cai|nay)(?: (?:nay|do|di))*"
    r"(?:[ ,]+(?:di|thoi|nhe|nha|a|lam lai|lap lai|viet lai|e|em))*[ .!]*"
)


_KEEPS = re.compile(
    rf"(?:(?:a|thoi|{NO}|dung)[ ,]+)*(?:(?:cu|de|van)[ ,]+)*"
    r"(?:giu nguyen|de nguyen|nhu cu|nguyen nhu cu)"
    r"(?: (?:gio|ngay|lich|cu|nhu|thoi|nhe|nha|a|di|em|e))*[ .!]*"
)


def keeps_as_it_is(text: str) -> bool:
    """«k, giữ nguyên», «thôi cứ để nguyên như cũ»."""
    return bool(_KEEPS.fullmatch(" ".join(fold(text).split())))


def drops_draft(text: str) -> bool:
    """«thôi bỏ cái này đi, làm lại», «xóa dự thảo»: the plan that is shown is not wanted."""
    return bool(_DROPS.fullmatch(" ".join(fold(text).split())))


def read_day_change(text: str) -> DayChange | None:
    """«thu 7 trong cay: mang them xeng», «tang len 40 cho»; every line and every piece of it is a
    change, or it is none."""
    first, *others = [line for line in text.splitlines() if line.strip()] or [""]
    about, begun = _cut(first)
    if begun is None:
        return None
    rest = [_each(line) for line in others]
    if not all(rest):
        return None
    if not begun and not rest:
        return None
    alters = bool(_ALTERS.search(fold(text)))
    return DayChange((*begun, *(one for changes in rest for one in changes or ())), about, alters)


_OF_PLACE = re.compile(
    r"(?:(?:diem|buoi|o) )*(?P<about>[^\d,;:?]+?)"
    r"(?: (?:thi|cho|can|nhan|lay|toi da|duoc|tang|giam|len|xuong|con|so|luong|la|de))*"
    rf" (?P<n>\d{{1,4}}) ?{_SEATS}"
    rf"(?:[ ,]+(?:chu|ma) (?:{NO}) phai(?: la)? \d{{1,4}}(?: ?{_SEATS})?)?{_SMALL}"
)


_HERE = r"(?:(?:diem|buoi|o|ben|tai) )*"
_MEETS_AT = re.compile(
    rf"{_HERE}(?P<about>[^\d,;:?]+?) (?:(?:thi|se|cho|doi|chuyen) )*(?:noi |diem )?"
    rf"(?:tap trung|tap ket)(?: (?:o|tai|ra|sang|ve|la|moi)|:)* (?P<to>[^\d:?].+?){_SMALL}"
    rf"|(?:doi|chuyen) (?:diem )?(?P<of>[^\d,;:?]+?) (?:sang|ra|ve|qua)"
    rf" (?P<there>[^\d:?].+?){_SMALL}"
)
"""«Hải Hòa thì tập trung ở nhà văn hóa khu 5», «đổi điểm Hải Hòa sang nhà văn hóa khu 5»."""
_CALLED = r"(?:anh|chi|a|c|d/c|dc|dong chi|co|chu|ong|ba|bac|em)"
_LED_AT = (
    re.compile(
        rf"{_HERE}(?P<about>[^\d,;:?]+?)"
        r" (?:doi|thay|chuyen|giao)(?: (?:lai|sang|cho|qua|thanh|la|bang|nguoi phu trach|cua))*"
        rf" (?P<who>[^\d,;:?]+?) {_LEADS}(?: (?:thay|diem|nay|do))*{_SMALL}"
    ),
    re.compile(
        rf"{_HERE}(?!(?:doi|thay|chuyen|giao|de|cho|do|thi)\b)(?P<about>[^,;:?]+)"
        r" (?:(?:thi|la|do|cho|de) )?"
        rf"(?P<who>{_CALLED} [^\d,;:?]+?) {_LEADS}(?: (?:thay|diem|nay|do))*{_SMALL}"
    ),
    re.compile(
        rf"(?:(?:doi|thay|giao|de|cho)(?: lai)? )?(?!nguoi\b)(?P<who>[^\d,;:?]+?)"
        rf" {_LEADS} {_HERE}(?!(?:thay|thanh|la|sang|cho|bang|diem|nhe|nha|a|thoi|luon)\b)"
        rf"(?P<about>[^,;:?]+?){_SMALL}"
    ),
)
"""«Trà Cổ đổi sang Dung phụ trách», «Hải Tiến chị Hoa phụ trách», «a Bắc phụ trách Hải Đông»."""


def read_change_of_place(text: str) -> DayChange | None:
    """«Bình Ngọc 50 người», «chợ Trung tâm cần 40 người chứ ko phải 25», «Trà Cổ đổi sang Dung phụ
    trách»: of an organiser who has a point that is called so; whether there is one is seen where
    the points are known."""
    flat = " ".join(text.split())
    folded = fold(flat)
    if len(folded) != len(flat) or "\n" in text.strip():
        return None
    if led := next(filter(None, (look.fullmatch(folded) for look in _LED_AT)), None):
        said = flat[slice(*led.span("who"))]
        return DayChange((("leader", said),), flat[slice(*led.span("about"))], alters=True)
    if meets := _MEETS_AT.fullmatch(folded):
        about, to = ("about", "to") if meets["to"] else ("of", "there")
        there = flat[slice(*meets.span(to))]
        return DayChange((("place", there),), flat[slice(*meets.span(about))], alters=True)
    found = _OF_PLACE.fullmatch(folded)
    about = flat[slice(*found.span("about"))] if found else ""
    return DayChange((("seats", found["n"]),), about) if found else None


def _cut(line: str) -> tuple[str, list[tuple[Changed, str]] | None]:
    """Which day, and what is changed of it; of a line that only names the day nothing is."""
    if named := _NEW_LEADER.fullmatch(" ".join(fold(line).split())):
        return named["of"], [("leader", named["to"])]
    if len(codes := codes_in(line)) == 1 and (rest := _TO_IT.sub(" ", line).strip(" ,:")):
        return codes[0], _each(rest)
    head, colon, rest = line.partition(":")
    if colon and _calls_a_day(fold(head)) and len(head.split()) <= MOST_WORDS:
        return head.strip(), _each(rest) if rest.strip() else []
    behind = _OF_A_DAY.fullmatch(" ".join(line.split()))
    if behind and (whole := _each(behind["said"])):
        return behind["about"], whole
    if whole := _each(line):
        return "", whole
    words = line.split()
    for count in range(1, min(len(words), MOST_WORDS + 1)):
        head = " ".join(words[:count]).strip(" ,")
        changes = _each(" ".join(words[count:])) if _calls_a_day(fold(head)) else None
        if changes:
            return head, changes
    return "", None


def _calls_a_day(head: str) -> bool:
    return is_of_a_day(head) or bool(_OF_TIME.match(head)) or bool(codes_in(head))


def _each(line: str) -> list[tuple[Changed, str]] | None:
    """The whole line as one change, or as several between commas; a new point is told with its
    leader and its places."""
    if plan := _when_it_rains(line):
        return [("line", plan)]
    if _MORE_POINTS.match(fold(line)):
        said = _MORE_POINTS.sub("", " ".join(line.split()), count=1).strip(" .")
        return [("more_points", _with_its_place(said))] if said else None
    several = [_change(piece.strip()) for piece in re.split(r"[;,]", line) if piece.strip()]
    found = [one for one in several if one]
    if len(several) > 1 and len(found) == len(several):
        return found
    one = _change(line.strip(" ,."))
    return [one] if one else None


_MEETS = re.compile(
    r"(?i)(?:nơi |noi |điểm |diem )?(?:tập trung|tap trung|tập kết|tap ket)"
    r"(?: (?:ở|o|tại|tai|là|la)|:)* (?P<to>\D.*)"
)


def _with_its_place(said: str) -> str:
    """«Hải Hòa nữa, 40 ng, tập trung nhà văn hóa khu 5»: its name, where it is, how many."""
    pieces = [piece.strip() for piece in said.split(",")]
    first, *others = [re.sub(r"(?i) (?:nữa|nua|nhé|nhe)$", "", piece) for piece in pieces]
    meets = [found["to"] for piece in others if (found := _MEETS.fullmatch(piece))]
    rest = [piece for piece in others if not _MEETS.fullmatch(piece)]
    return ", ".join([*meets[:1], first, *rest])


def _when_it_rains(line: str) -> str:
    """«mưa: chuyển sang sáng chủ nhật», «phương án mưa: vào nhà văn hóa»: nothing moves by it."""
    head, colon, rest = line.partition(":")
    return f"nếu mưa: {rest.strip()}" if colon and rest.strip() and rains(head) else ""


def is_for_rain(line: str) -> bool:
    """Whether the whole line says what is done when it rains."""
    return bool(_when_it_rains(line)) and "\n" not in line.strip()


def _change(piece: str) -> tuple[Changed, str] | None:
    said = " ".join(piece.split())
    folded = fold(said)
    if len(said) > MOST_LETTERS:
        return None
    said = said if len(folded) == len(said) else folded
    found = _RAIN.fullmatch(folded)
    if found and not re.match(r"(?:hoan|nghi|huy|thoi|doi|lui)\b", found["to"]):
        return "line", f"nếu mưa: {said[slice(*found.span('to'))]}"
    for what, look in _matching(folded):
        return what, said[slice(*look.span("to" if look["to"] else "n"))]
    return ("line", said) if _STORED.fullmatch(folded) else None


def _matching(folded: str) -> Iterator[tuple[Changed, re.Match[str]]]:
    for what, look in _LOOKS:
        if found := look.fullmatch(folded):
            yield what, found
