"""What a whole line is, wherever it is typed, by words known by heart or by its look."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from language.answers.conclusions.conclusion_lines import CONCLUDED
from language.answers.digest.report_periods import (
    APPROVES_WEEK,
    PERIOD_ALONE,
    PERIOD_LINE,
    WHY_SO,
)
from language.answers.opinions.topics import MONTH_LINE
from language.answers.registrations.ages import AN_AGE
from language.answers.roll.roll_lines import ROLL_LINES
from language.line.codes import CERTIFICATE, PREFIXED
from language.line.fold import fold
from language.line.patterns import NO, OK, YES
from language.line.vocabulary import book

_REGISTERS = r"(?:đăng k[ýí]|dang k[yi]|[đd]ki?)"
_POLITELY = r"(?:giúp|giup|hộ|ho|cho|em|e|tôi|toi|mình|minh|với|voi|nhé|nhe|nha|ạ|a|luôn|luon)"
_WITH_DAY = re.compile(
    rf"(?i){_REGISTERS} (?:ngày |ngay )?\d{{1,2}}/\d{{1,2}}"
    rf"|{_REGISTERS}(?: lại| lai)?(?: {_POLITELY})+"
)
"""«đk 28/11», «dk lai giup e»."""
_PARTICLES = re.compile(r"(?:\s+(?:the|vay|nhi|ha|nao|day))+\s*\??$")
"""«ai rảnh thế», «tuần này có gì vậy»: they only ask."""
_BEFORE = re.compile(
    r"(?:(?:da|vang)[ ,]+)?(?:(?:chi|anh|c|a|em|e|bac|co|chu|sep|dong chi)(?: \w+)? oi[ ,]+)?"
    r"(?:cho (?:em|e|toi|t|minh|chi|anh) hoi(?: chut| ti| voi)?[ ,:]+)?"
)
_BEHIND = re.compile(r"[ ,]+(?:a|ah|chi|anh|em|c|e|the|vay|nhi|ha|nao|day)$")
"""«chị ơi việc đơn vị ạ», «cho em hỏi ai quá hạn?»."""
_MY_WORK = re.compile(
    r"(?:(?:chi|anh|c|a) oi[ ,]*)?(?:hom nay |tuan nay |nay |mai |chieu nay )?"
    r"(?:em |e |toi |minh )?"
    r"(?:con |dang |phai |can |co |duoc giao )*(?:viec|lam) (?:gi|nao|nhung gi)"
    rf"(?: moi| nua| chua xong| dang mo| phai lam| can lam| (?:{NO})| vay| the| a| nhi| nhe)*"
    r"\s*\?*"
    r"|(?:(?:chi|anh|c|a) oi[ ,]*)?(?:cac |may )?viec cua (?:em|e|toi|minh|t)"
    r" (?:den|toi|the|ra)? ?(?:dau|nao|sao)(?: (?:roi|r|a|nhi|vay))*\s*\?*"
)
"""«tuần này em phải làm gì», «có việc gì mới không»."""
_LOOKS: Mapping[str, re.Pattern[str]] = {
    "invite": PREFIXED,
    "age": AN_AGE,
    "certificate": CERTIFICATE,
    "coming_up": _WITH_DAY,
    "period_report": PERIOD_LINE,
    "period_alone": PERIOD_ALONE,
    "approve_report": APPROVES_WEEK,
    "report_why": WHY_SO,
    "concluded": CONCLUDED,
    "opinions_heard": MONTH_LINE,
    **ROLL_LINES,
}
"""Lines of a certain look; the first that fits counts."""


def by_heart(folded: str) -> str:
    """What a whole line is known for, with a particle behind it or without, politely or not."""
    bare = _known().get(folded) or _known().get(_PARTICLES.sub("", folded))
    return bare or next((_known()[way] for way in _less_polite(folded) if way in _known()), "")


def _less_polite(folded: str) -> Iterator[str]:
    """The line without what is only polite, word by word; one word alone may be another's:
    «duyệt ạ» decides."""
    for line in (folded, _BEFORE.sub("", folded, count=1)):
        shorter = line.rstrip(" ?.!")
        while " " in shorter:
            yield shorter
            line, shorter = shorter, _BEHIND.sub("", shorter)
            if line == shorter:
                break


def look_of(text: str) -> str:
    """The intent of a whole line by its look alone."""
    return next((intent for intent, look in _LOOKS.items() if look.fullmatch(text)), "")


def asks_own_work(folded: str) -> bool:
    return bool(_MY_WORK.fullmatch(folded))


_HEARD = re.compile(
    rf"(?:(?:{OK}|{YES}|da|roi|r|a|anh|e|em|c|chi|toi|t|minh|bac|co|chu|chau)[ ,]+)*(?:da |cung )?"
    r"(?:biet|nam duoc|nam ro|nhan diem|nhan duoc tin|nhan tin|nhan thong bao)"
    r"(?: (?:tin|lich|thong tin|roi|r))*"
    r"(?:[ ,]+(?:a|nhe|nha|e|em|c|chi|anh|chau|con|co|chu|bac|cam on|bot|ban"
    r"|(?:(?:e|em|toi|minh) )?van di))*[ .!]*"
)


def says_it_is_known(folded: str) -> bool:
    """«ok a biet roi», «ok nhận điểm»: what was told has been read."""
    return bool(_HEARD.fullmatch(folded)) and folded not in ("biet", "a biet", "da biet a")


def known_or_of_a_look() -> frozenset[str]:
    """Every intent that a line has for its words or its look."""
    return frozenset(_known().values()) | _LOOKS.keys()


@cache
def _known() -> dict[str, str]:
    alone = book("intents")["alone"].items()
    return {fold(typed): intent for intent, lines in alone for typed in lines}


_LEAD = (
    r"(?:(?:da|vang|\w+ oi|ad|cho|xin|em|e|toi|minh|chau|con|muon|can|lay|nhan|gui|giup|in|cap|hoi"
    r"|duoc|the|ve|bao gio co|khi nao co|sao chua co|chua thay)[ ,]+)*"
)
_PAPER = (
    r"(?:(?:to |cai )?(?:giay|phieu) (?:chung nhan|xac nhan)"
    r"|chung nhan (?:tinh nguyen|tham gia))"
)
_OF = (
    r"(?: (?:tinh nguyen|tham gia|da tham gia|(?:cua|cho) (?:em|e|toi|minh|chau))"
    r"| (?:(?:cua|cho|o) )?(?:buoi|hoat dong|ngay|hom|sang|thu|cn|chu nhat|\d{1,2}/)"
    r"[^?!.,]{0,40}?)*"
)
_TAIL = (
    r"(?:[ ,]+(?:dau|roi|chua|chua co|chua thay|co chua|bao gio co|khi nao co|voi"
    rf"|nhe|nha|a|em|e|the|vay|chi|anh|giup|duoc|dc|{NO}))*[ ?.!]*"
)
_WANTS_PAPER = re.compile(f"{_LEAD}{_PAPER}{_OF}{_TAIL}")


_ME = r"(?:em|e|toi|minh|mk|tui|chau|con|co|bac|chu|anh|chi)"
_OWN_HOURS = re.compile(
    rf"(?:(?:da|cho|xem|hoi|chau oi|em oi|a|{_ME})[ ,]+)*"
    rf"(?:(?:so )?gio tinh nguyen(?: cua)?(?: {_ME})?"
    r"(?: (?:la|duoc|dc|co|den dau|bao nhieu|may gio|may|roi|r))*"
    rf"|{_ME} (?:da )?(?:(?:di|lam|tham gia|tinh nguyen) )?(?:duoc|dc) (?:tong(?: cong)? )?"
    r"(?:may|bao nhieu) (?:gio|tieng|buoi)(?: tinh nguyen)?(?: (?:roi|r)|(?<= nguyen)))"
    r"(?: (?:a|nhe|nhi|vay|the|ha|em|e|chau|chi|anh))*[ ?.!]*"
)


def asks_own_hours(folded: str) -> bool:
    """«giờ tình nguyện của cô», «em đi được mấy giờ rồi ạ»: one's own ledger."""
    return bool(_OWN_HOURS.fullmatch(folded))


def asks_certificate(folded: str) -> bool:
    """The whole line wants one's own certificate; «lớp có giấy chứng nhận không» asks of a day."""
    return bool(_WANTS_PAPER.fullmatch(folded))
