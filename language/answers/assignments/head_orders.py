"""More of what a head types in a week: «144 gia hạn đến thứ 5», «việc của Nam», «ai chưa nhận»;
what is asked about work, in any order: «152 thi han den bao gio vay», «ai dang tre viec»."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from language.answers.assignments.hand_over_words import HAND_OVER
from language.answers.assignments.people_named import longest_head
from language.line.fold import fold
from language.line.names import Colleague, Match
from language.line.patterns import AGREE, AGREED, NO, OK
from language.line.phrases import phrases
from language.line.vocabulary import book
from language.line.words import cut

Decides = Literal["yes", "no", "return", "until", "extend", "let", "praise", "remark"]
Changes = Literal["hand_over", "cancel", "move", "unblock", "suspend"]
Asks = Literal["nudge", "chase_all", "show", "overdue", "waiting", "work_of", "report", "unit"]
Kind = Decides | Changes | Asks
_N = r"(?:(?:viec|nv|cv|so|bao cao|bc)\s+)*(?:nv-?\d{4}-)?0*(?P<before>\d{2,4})"
_END = r"(?:\s+(?:roi|vay|the|r|a|nhi|nhe|nha|em|e|day|do|di|luon))*[\s.!?]*"
_WHY = r"(?:\s*[,;–-]\s*(?P<why>.+))?"
_NO_MORE = r"(?!.*\b(?:dau|the nao|ra sao|gi|sao)\b)"
_OWN = r"(?!toi\b|t\b|em\b|e\b|minh\b|anh\b$|chi\b$)"
BEFORE_ALL: tuple[tuple[Kind, str], ...] = (
    ("extend", rf"{_N}\s*[:,]?\s+(?:cho |dong y )?gia han\s+(?:cho |den |toi |sang |them )?.+"),
    ("extend", rf"{_N}\s*[:,]?\s+cho (?:them |den |toi )(?!gioi).+"),
    (
        "move",
        rf"(?:sua|doi|chuyen|lui) (?:lai )?han (?:viec |cua )?{_N} (?:sang|den|thanh|toi) .+",
    ),
    (
        "let",
        rf"(?:(?:{AGREE}) cho(?: phep)?|cho phep) (?P<who>{_OWN}[^\d,:]+?)"
        r"(?: (?:duoc )?(?:gia han|lui han|lui)(?: (?:viec )?0*(?P<before>\d{1,4}))?"
        rf"(?: (?:den|toi|sang) (?P<why>.+?))?| (?:den|toi) (?P<because>.+?)){_END}",
    ),
    ("yes", rf"(?:{AGREED}|duyet|cho)(?: cho)? gia han (?:viec )?{_N}{_END}"),
    (
        "yes",
        rf"(?:{AGREED}|duyet|cho|cho phep)(?: cho)? (?:gia han|lui han){_END}",
    ),
    (
        "yes",
        rf"(?:{AGREED}|duyet)(?: voi)? {_N} (?:theo|nhu) (?:de xuat|de nghi|y kien).*",
    ),
    *HAND_OVER,
    ("return", rf"{_N}\s*[:,]?\s+(?P<all>(?:bo sung|bs|them|sua) .+ (?:gui|nop|lam) lai){_END}"),
    ("return", rf"tra {_N}(?:\s*[,;:–-]\s*(?P<why>.+))"),
    ("suspend", rf"(?:tam dung|dung)(?: lai)? {_N}{_END}"),
    ("cancel", rf"(?:huy|bo|thu hoi)(?: lai)? {_N}{_END}{_WHY}"),
    ("show", rf"(?:bao gio|khi nao|hom nao) (?:thi )?(?:xong|nop|duoc) {_N}{_END}"),
    (
        "chase_all",
        r"(?:nhac|don doc|giuc)(?: (?:giup|ho|lai|luon))*"
        r"(?: (?:tat ca|toan bo|het|cac|nhung|may))+"
        r"(?: (?:cac|nhung|may))* (?:viec|ai|nguoi|dong chi|cai|dong nao|cho)(?: nao)?"
        rf"(?: (?:dang|bi|da|con))* (?:qua han|tre han|tre|cham|chua nop){_END}",
    ),
    (
        "chase_all",
        rf"(?:nhac|don doc|giuc) viec (?:nao )?(?:dang |bi )*(?:qua han|tre han|tre|cham){_END}",
    ),
    (
        "overdue",
        r"(?:(?:cac|nhung|may) )?(?:viec|cai) (?:nao )?(?:dang |bi |con )*"
        r"(?:qua han|tre han|tre|cham)(?: (?:cua|o|ben))? "
        r"(?:to|tieu ban|phong|don vi|bo phan|nhom)(?: (?:minh|ta|toi|chung ta|em|anh|chi))*"
        rf"(?: (?:co|la|gom|nhung|may|gi|viec gi|viec nao))*{_END}",
    ),
    (
        "chase_all",
        r"(?:nhac|don doc|giuc) (?:tat ca|het|ca|moi nguoi|nhung ai|ai)"
        r"(?: (?:tat ca|cac|nhung|may))*"
        rf"(?: (?:viec|ai|nguoi|dang|bi))*(?: (?:qua han|tre han|tre|cham|chua nop))?{_END}",
    ),
    (
        "overdue",
        r"(?:viec|ai|phong|don vi|bo phan|tieu ban) nao? ?(?:dang )?(?:nhieu viec )?"
        rf"(?:qua han|tre han|tre|cham)(?: nhieu)?(?: nhat)?{_END}",
    ),
    ("overdue", rf"(?:viec )?(?:tre|cham|qua han) (?:lau )?nhat(?: la viec nao)?{_END}"),
    (
        "waiting",
        rf"(?:con |co )*(?:viec )?gi (?:dang )?cho (?:toi )?duyet(?: (?:{NO}))?{_END}",
    ),
    (
        "waiting",
        r"(?:con )?(?:lai )?(?:may|bao nhieu) (?:viec|bao cao|cai) (?:dang )?cho (?:toi |minh )?"
        rf"duyet{_END}",
    ),
    (
        "waiting",
        rf"(?:duyet|dat|{OK}) (?:het|tat ca|ca)(?: (?:hai|2|ba|3))?(?: di)?{_END}",
    ),
    (
        "waiting",
        rf"(?:ca|tat ca) ?(?:hai|2|ba|3|may)?(?: (?:viec|cai|bao cao))? ?(?:deu )?"
        rf"(?:dat|duyet){_END}",
    ),
    (
        "waiting",
        r"(?:cho (?:toi|minh|c|chi|anh) )?(?:xem |coi )?(?:lai )?(?:may |nhung |cac )?"
        r"(?:viec|bao cao|cai) (?:nao )?(?:dang )?(?:cho (?:toi|c|chi|anh|minh)|"
        rf"(?:toi|c|chi|anh|minh) (?:dang )?cho) duyet{_END}",
    ),
    ("unit", rf"(?:viec nao|viec gi|ai|cho nao) (?:dang |con |bi )*(?:vuong|ket)(?: gi)?{_END}"),
    ("unit", rf"(?:dang )?vuong (?:gi|o dau|cho nao){_END}"),
    ("unit", rf"(?:viec nao|ai) (?:con )?chua (?:ai )?nhan(?: viec)?{_END}"),
    ("unit", rf"ai (?:dang )?(?:nhieu|it) viec(?: nhat)?{_END}"),
    (
        "unit",
        r"(?:hom nay|mai|ngay mai|tuan nay|tuan sau)?\s*(?:co |con )?(?:(?:nhung |cac )?viec "
        r"(?:nao|gi) )?(?:sap |den |toi )*(?:het )?han(?: nhung)?(?: (?:viec nao|viec gi|gi))?"
        rf"(?: (?:hom nay|mai|tuan nay|tuan sau))?{_END}",
    ),
    (
        "unit",
        r"(?:\w{1,4} oi[ ,]+)?(?:hom nay|tuan nay)?\s*(?:(?:cac )?viec (?:cua )?)?"
        r"(?:tieu ban|phong|don vi|bo phan|to)"
        r"(?: (?:minh|ta|toi|chung ta))+"
        rf"(?: (?:lam )?(?:the nao|ra sao|sao|den dau|toi dau|co gi)(?: moi)?){_END}",
    ),
    (
        "waiting",
        r"(?:(?:sang|chieu|hom) nay |nay )?(?:co )?ai (?:da )?(?:bao cao|nop|gui)"
        rf"(?: bao cao| bc| gi| duoc gi)* ?(?:roi|chua|(?:{NO}))?{_END}",
    ),
    ("unit", rf"viec (?:cua )?(?:cac phong|ca co quan|toan co quan|cac tieu ban|ca phong){_END}"),
    ("work_of", rf"(?:cac )?viec cua {_NO_MORE}(?P<who>{_OWN}(?!ca |phong|cac )[^\d,:]+?){_END}"),
    (
        "work_of",
        rf"(?P<who>{_OWN}(?!ca |ai |phong )[^\d,:]+?) (?:con |dang )?(?:co )?"
        rf"(?:may|bao nhieu) viec{_END}",
    ),
)
"""In this order, before the others; a name is only a name where a colleague bears it."""


_UNIT = re.compile(r"\b(?:may|bao nhieu|viec|den dau|toi dau|the nao|tinh hinh|tien do)\b")
LEAST, MOST = 10, 9999
"""What the number of a piece of work may be."""
_WHOSE = re.compile(r"\b(?:giao(?: viec)?(?: cho)?|viec(?: cua)?|cua|nho) (?=[^\W\d])")


def work_asked(folded: str) -> tuple[Literal["show", "overdue"], int | None] | None:
    """A line that is nothing but a question about one piece of work, or about who is late."""
    said = " ".join(re.findall(r"\w+", folded))
    words = frozenset(said.split())
    numbers = [int(word) for word in words if word.isdecimal()]
    rest = {word for word in words if not word.isdecimal()}
    asked = _any("asks").search(said) or folded.endswith("?")
    if len(numbers) == 1 and LEAST <= numbers[0] <= MOST and rest <= _words("of_work"):
        return ("show", numbers[0]) if asked else None
    late = _any("who").search(said) and _any("late").search(said)
    besides = _words("of_whom") if "ai" in rest else frozenset[str]()
    return (
        ("overdue", None) if late and not numbers and rest <= _words("of_late") | besides else None
    )


def unit_asked(text: str) -> tuple[Literal["unit", "overdue"], str] | None:
    """«TTVĐ còn mấy việc», «bên dân chủ có việc nào quá hạn không»: of a section, by its code."""
    line = cut(" ".join(text.split()))
    for place in range(len(line)):
        code, end = phrases("names", "units").tag(line, place)
        besides = (*line.words[:place], *line.words[end:])
        rest = " ".join(re.findall(r"\w+", fold(" ".join(word.text for word in besides))))
        if code and rest and set(rest.split()) <= _words("of_unit") | _words("of_late"):
            late = _any("late").search(rest)
            return ("overdue" if late else "unit", code) if late or _UNIT.search(rest) else None
    return None


def asked_of(text: str, roster: Sequence[Colleague]) -> Match:
    """«giao Nam việc đó chưa», «việc Nam gửi tao đến đâu rồi»: whose work the question is of."""
    flat = " ".join(text.split())
    places = [found.end() for found in _WHOSE.finditer(fold(flat))]
    named = (longest_head(flat[place:], roster)[0] for place in (0, *places))
    return next((found for found in named if found.people), Match())


@cache
def _words(what: str) -> frozenset[str]:
    """All that may stand in such a question."""
    lists = book("aside")["work_asked"]
    phrases = (*lists["small"], *lists["asks"], *lists["who"], *lists[what])
    return frozenset(word for phrase in phrases for word in fold(phrase).split())


@cache
def _any(what: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(fold, book('aside')['work_asked'][what]))})\b")
