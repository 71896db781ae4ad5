"""A draft of work put right in words («2 thôi t5», «việc 2 giao Bắc», «15 hộ thôi», «bỏ hết»), and
what the form of giving work may be answered with: a limit alone, a name."""

import re
from dataclasses import dataclass
from typing import Literal

from language.answers.assignments.briefing import PERIODS, closes
from language.answers.assignments.decisions import AROUND_A_DAY
from language.dates.marks import marks_of
from language.line.fold import fold
from language.line.numbers import in_words
from language.line.patterns import AGREED, NO, YES
from language.line.restore import read
from language.line.vocabulary import group

EVERY, LAST = 0, -1
"""«cả hai», «việc sau»: of which lines it is, where no number is said."""
_EDGES = {"dau": 1, "tren": 1, "truoc": 1, "cuoi": LAST, "duoi": LAST, "sau": LAST}
_MANY = in_words(4, 2)
_COUNT = "|".join(_MANY)
_WORD = r"(?:viec|dong|so|muc|cai)"
_AT = (
    rf"(?:(?:{_WORD}\s*(?:so\s*|thu\s*)?)?(?P<n>[1-9]\d?)"
    rf"|{_WORD} (?P<edge>dau|tren|truoc|cuoi|duoi|sau)(?: tien| cung)?"
    rf"|(?P<every>ca (?:{_COUNT}|\d)(?: viec)?|tat ca(?: cac viec)?|(?:cac|moi) viec)"
    rf"|(?:{_WORD} )?cua (?P<whose>[^\d,:]+?))"
)
_OPENS = re.compile(
    r"(?:(?:a|ah|oi|nham|lon|quen|khoan|thoi|uh|u|da|sua(?: lai)?|noi lai)(?: roi)?(?:[ ,:]+|$)"
    rf"|(?:{NO})(?: phai)?\s*,\s*)*"
)
"""«à nhầm», «không, …»: that something is put right, and not yet what."""
_SMALL = r"(?:\s+(?:nhe|nha|a|di|luon|em|e|nua|voi|day|do|chu|moi dung))*[\s.!]*"
_PARTS = {
    "at": _AT,
    "row": rf"(?:{_AT}(?:[ ,:]+|$))?",
    "to": r"(?:(?:thoi|sang|den|toi|thanh|la|lai|vao|deu|thi|moi)\s+)*",
    "who": r"(?P<rest>[^\d,:]+?)",
    "old": r"(?P<old>[^\d,:]+?)",
    "was_due": r"(?P<old>[^,:]+?)",
    "rest": r"(?P<rest>.+?)",
    "no": rf"(?:{NO}|dung)",
    "not": rf"(?:chu )?(?:{NO}) (?:phai|la)(?: la)?",
    "acts": r"(?:lam|lo|nhan|di|phu trach|chu tri|theo doi|dam nhan|xu ly)",
    "help": r"(?:phoi hop|ho tro|giup|phu(?: giup)?|cung lam|lam cung|di cung)(?: voi)?",
    "all": r"(?:(?:di|luon|ca|cai)? ?(?:het|tat ca|toan bo|ca hai|ca \d|(?:ban )?nhap))",
    "these": r"(?: (?:cac |may |nhung |ca )?viec(?: nay)?)?",
    "again": r"(?:de (?:toi |t |c |minh |e )?)?(?:lam|giao|viet|ghi|soan) lai(?: tu dau| het)?",
    "count": r"(?P<rest>\d+(?: [^\W\d_]+){0,2}?)",
    "was": r"(?P<old>\d+)(?: [^\W\d_]+)?",
    "right": r"(?:a|ah|hinh nhu|chac|sua|doi|la|co|chi|moi|lai|thanh|con|dung ra|nham|thoi)",
    "just": r"(?: (?:thoi|moi dung|la du|chu))",
}
What = Literal[
    "give", "join", "more", "drop", "leave", "out", "due", "lead", "support", "count", "what"
]  # fmt: skip
_WAYS: tuple[tuple[What, str], ...] = (
    (
        "give",
        rf"(?:(?:{AGREED}|{YES}|da|duyet|dung|chuan|duoc|dc)(?: (?:roi|r|day|do))?[ ,]+)*"
        r"(?:giao|gui)"
        rf"(?: (?:viec|het|tat ca|ca (?P<rest>\d+|{_COUNT})|ca|\d+ viec|do|nay|day))*",
    ),
    ("join", r"gop(?: (?:lai|ca|het|vao|chung|luon|hai|\d|viec|cu|voi|ban))*"),
    ("more", r"them (?:mot |1 )?viec(?: nua| khac)?"),
    ("drop", r"(?:bo|huy|xoa)(?: di| luon)*(?: {all})*{these}[ ,]+{again}"),
    ("drop", r"(?:bo|huy|xoa)(?: {all})+{these}"),
    ("drop", r"(?:bo|huy|xoa) (?:cac|may|nhung) viec(?: nay)?"),
    ("drop", r"{again}"),
    ("drop", r"(?:{no}|khoi)(?: can)? giao(?: (?:gi|viec|nay|ai))*(?: (?:nua|dau|het))*"),
    ("leave", r"(?:bo|huy|xoa)(?: (?:di|luon|qua))*"),
    ("out", r"(?:bo|huy|xoa) (?:viec|cai|dong|phan)(?: nay| do| kia)?"),
    ("due", r"(?:(?:doi|sua|lui|chuyen|keo)(?: lai)? )?han(?: cua| cho)? {at}[ ,:]+{to}{rest}"),
    ("due", r"(?:doi|sua|lui|chuyen|de|cho) {at}(?: han)? {to}{rest}"),
    ("due", r"{row}(?:han[ ,:]+)?{to}{rest}[ ,]+(?:chu |ma )?{not} {was_due}"),
    ("due", r"{row}(?:han[ ,:]+)?{not} {was_due}(?:[ ,]+ma|,) (?:la )?{to}{rest}"),
    ("due", r"{row}(?:(?:doi|sua|lui|chuyen|de)[ ,:]+)*(?:han(?: chot)?[ ,:]+)?{to}{rest}"),
    ("support", r"(?:cho |nho |co |them |ca )*{who} {help} (?:vao |o )?{at}"),
    ("support", r"{row}(?:cho |nho |co |va )*them {who} {help}"),
    ("support", r"{row}(?:them )?{help} them {who}"),
    ("support", r"{row}(?:cho |nho |co |de |va )?{who} {help}"),
    ("support", r"(?:cho |nho |co )?them(?: ca)? {who} vao {at}"),
    ("support", r"{row}(?:cho |nho |co )?them(?: ca)? {who}"),
    ("lead", r"{row}(?:giao |la |de |cho )*{who}(?: {acts})?[ ,]+(?:chu |ma )?{not} {old}"),
    ("lead", r"{row}{not} {old}[ ,]+(?:ma )?(?:la |giao )?{who}"),
    ("lead", r"{row}{no} giao {old}(?: nua)?[ ,]+(?:ma )?giao(?: cho)? {who}"),
    ("lead", r"{row}(?:doi|thay|chuyen) {old} (?:thanh|bang|sang|cho|qua) {who}"),
    ("lead", r"{row}(?:de |cho |giao )?{who}(?: lam)? thay(?: cho)? {old}"),
    ("lead", r"(?:giao|chuyen|doi) {at} (?:cho|sang|qua) {who}"),
    ("lead", r"(?:doi|thay) nguoi(?: {acts})? {at} (?:thanh|bang|sang|la) {who}"),
    ("lead", r"{row}(?:giao|chuyen)(?: lai)?(?: cho| sang)? {rest}"),
    (
        "lead",
        r"{row}(?:doi|chuyen|thay|sua)(?: lai)?(?: nguoi)?(?: {acts})?[ :]+{to}(?:bang )?{who}",
    ),
    ("lead", r"{row}(?:de|cho|nho) {who} {acts}"),
    ("lead", r"{row}nguoi (?:{acts}|duoc giao)(?: viec)? (?:phai )?(?:la|thi) {who}"),
    ("lead", r"nguoi (?:{acts}|duoc giao)(?: viec)? {at} (?:phai )?(?:la|thi) {who}"),
    ("lead", r"{at}[ ,:]+(?:do |de |la )?{who}(?: {acts})?"),
    ("lead", r"(?:y (?:toi|t|chi|c|anh|minh) )?(?:phai )?la {who}"),
    ("lead", r"{who} (?:chu|moi dung)"),
    ("count", r"{row}(?:{right}[ ,]+)*{count}[ ,]+(?:chu |ma )?{not} {was}"),
    ("count", r"{row}{not} {was}[ ,]+(?:ma )?(?:la )?{count}{just}*"),
    ("count", r"{row}(?:sua|doi) {was} (?:thanh|sang) {count}"),
    ("count", r"{row}(?:{right}[ ,]+)*{count}{just}+"),
    ("count", r"{row}(?:{right}[ ,]+)+{count}"),
    ("what", r"(?:sua|doi)(?: lai)?(?: noi dung)? {at} (?:thanh|la)[ :]+{rest}"),
    ("what", r"noi dung(?: {at})?(?: la| thanh)?[ :]+{rest}"),
)
"""In this order: «1 mai» is tomorrow, «2 Bắc» somebody."""
_LOOKS = tuple((what, re.compile(way.format(**_PARTS) + _SMALL)) for what, way in _WAYS)
_ROW = re.compile(_AT + _SMALL)
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+(?:và|va|còn)\s+", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w/.,])\d+(?![\w/]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class DraftChange:
    """What is put right: of the line with this number, of all that `whose` leads, of the one that
    stands so for `old`; the only one where nothing of it is said."""

    what: What
    row: int | None = None
    words: str = ""
    old: str = ""
    whose: str = ""

    @property
    def many(self) -> int | None:
        """«giao cả hai»: of how many it is said."""
        said = fold(self.words)
        return int(said) if said.isdecimal() else _MANY.get(said)


def draft_changes(text: str, folded: str) -> list[DraftChange]:
    """All that the line may mean; whose words are a day or a name is for others to say."""
    said = " ".join(text.split())
    if len(said) != len(folded):
        said = folded
    opened = _OPENS.match(folded)
    starts = {0, opened.end() if opened else 0}
    found = ((what, look.fullmatch(folded, at)) for what, look in _LOOKS for at in sorted(starts))
    return list(dict.fromkeys(_change(what, match, said) for what, match in found if match))


def pieces_of(text: str) -> list[str]:
    """«ngày thứ 5, giao Hoa»: what stands between the commas."""
    return [piece for piece in _BETWEEN.split(text.strip(" .,;")) if piece]


def draft_row(folded: str) -> int | None:
    """«2», «việc đầu», «cả hai»: of which line it is, where that was asked."""
    said = _ROW.fullmatch(folded)
    return _row(said.groupdict()) if said else None


def with_count(title: str, words: str, old: str = "") -> str:
    """«38», «12 thùng»: the title with this number instead of its only one, of the same things;
    empty where that is not plain."""
    said, _, unit = words.partition(" ")
    found = [one for one in _NUMBER.finditer(title) if not old or one[0] == old]
    fitting = [one for one in found if fold(title[one.end() :]).strip().startswith(fold(unit))]
    if len(fitting) != 1 or (len(found) > 1 and not unit):
        return ""
    return f"{title[: fitting[0].start()]}{said}{title[fitting[0].end() :]}"


def _change(what: What, match: re.Match[str], said: str) -> DraftChange:
    parts = match.groupdict()
    words, old, whose = (
        said[slice(*match.span(name))] if parts.get(name) else ""
        for name in ("rest", "old", "whose")
    )
    return DraftChange(what, _row(parts), words, old, whose)


def _row(parts: dict[str, str | None]) -> int | None:
    if parts.get("every"):
        return EVERY
    edge, number = parts.get("edge"), parts.get("n")
    return _EDGES[edge] if edge else int(number) if number else None


NO_LIMITS = PERIODS | {"quarter", "year"}
LONGEST_STRANGER = 4
"""Words of a name that nobody here bears, with its address."""


def is_a_limit(text: str, rest: str) -> bool:
    """«thứ 6 là được», «trước 30/11 nhé», by what is left beside the day; «tháng 11», «quý này»
    are what a report is of."""
    kinds = {mark.kind for mark in marks_of(read(text))} - {"filler"}
    words = set(re.findall(r"\w+", fold(rest)))
    around = AROUND_A_DAY | group("names", "around_limit")
    return bool(kinds - NO_LIMITS) and (words <= around or closes(rest))


def may_be_a_stranger(text: str) -> bool:
    """«Tèo», «đ/c Phạm Văn Tèo»: letters alone, and few of them."""
    words = text.replace("/", "").replace(".", " ").split()
    return len(words) <= LONGEST_STRANGER and all(map(str.isalpha, words))
