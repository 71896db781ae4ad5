"""Who is away: «t5 nghỉ, Mai làm thay», «em ốm mai xin nghỉ 2 ngày»; why is not taken down."""

import calendar
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from domain.absences import AbsenceSaid
from language.dates.moments import When, day_of
from language.line.fold import fold
from language.line.numbers import in_words
from language.line.patterns import NO

WhenOf = Callable[[str], When]
IsWorkingDay = Callable[[date], bool]
_ME = r"(?:em|e|toi|t|minh|mk|tui|chau)"
_POLITE = rf"(?:ca ngay|thoi|a|nhe|nha|voi|c|chi|anh|sep|ah|(?:duoc|dc) (?:{NO})|di lam)"
_INSTEAD = re.compile(
    r"\s*\b(?:(?:lam|truc|nhan|phu trach|giai quyet)? ?thay"
    r"|(?:lam|truc|lo|nhan) (?:ho|giup)|giup)"
    rf"(?: (?:cho )?{_ME})?"
    rf"(?:[ ,]+{_POLITE})*[ .!]*"
)
_ASKED = re.compile(r"\bnho \w+")
_WEEK_FIRST = re.compile(
    rf"(tuan (?:sau|toi|nay))[ ,]+((?:cho )?(?:{_ME} )?(?:xin |duoc )*nghi(?: phep)?)"
    r"(?: ca tuan| (?:tu )?((?:t\d|thu|cn|chu nhat)\b[^,]*))((?:,.*)?)"
)
_NOT_HERE = re.compile(
    rf"[ ,]*(?:{_ME} )?(?:phai |xin |bi )*"
    r"(?:vang(?: mat)?|di hoc|di cong tac|di vang|om|ban(?: (?:viec rieng|viec|roi|hop))?)"
    r"(?P<rest>(?: (?:o|tai|ca ngay)\b[^,]*)?(?:,.*)?)"
)
"""Where somebody does the work meanwhile, these say it as well."""
_TRAVELS = re.compile(
    rf"[ ,]*(?:{_ME} (?:phai |se |xin |bi )*(?:di cong tac|di vang|vang mat)"
    r"(?: (?!(?:ve|nen|den|xong|nop|bao|gui|lam|muon|roi|da)\b)[a-z]+){0,4}(?P<rest>))[ .!]*"
)
"""«tôi đi công tác t4-t6»: on whole days, of oneself, and no word on anything else."""
_MEANWHILE_FIRST = re.compile(
    r"(?P<who>(?:(?!(?:em|e|toi|minh|ai|da|se|nho|de|xin|nghi)\b)[^\W\d]+ ){1,3})"
    rf"(?:lam|truc|lo|nhan|giai quyet)(?: viec)? (?:thay|ho|giup)(?: cho)? (?P<me>{_ME}|den)"
    r" (?P<days>.+)"
)
"""«Bắc làm thay tôi thứ 5», «Bắc làm thay tới thứ 5»: who, and on which days."""
_WHO_IS_AWAY = re.compile(
    r"(?:co )?(?:nhung )?ai (?:dang |se |xin |duoc )*(?:nghi|vang)(?: phep| mat| lam| viec)?"
    rf"(?: (?:{NO}|a|the|vay|nhi|nhe|em|chi))*"
)
_NAMING = re.compile(r"(?:(?:da|va|nho|de|co|xin|cho|cu|dong chi|d/c) )+")
_HELLO = r"(?:(?:da|chi|anh|c|a|sep|oi|thua|bao cao|bc)[ ,]+)*"
_WHY = (
    rf"(?:(?:{_ME} |con |nha |gia dinh |me |bo |vo |chong )*(?:bi )?"
    r"(?:om|met|sot|ban|dau|co viec|di kham|kham benh|di vien|nam vien|di hoc|ve que|cuoi|dam)\b"
    r"[^,\d]{0,25}?(?:[ ,]+(?:nen )?))?"
)
"""«em ốm», «nhà có việc»: it stands before, and is not kept."""
_WHY_LAST = re.compile(
    r"(?<=\w)[ ]*[,;.(] *(?:(?:(?:ly do|vi|tai)\b ?:? ?)(?:[a-z]+ ?){1,8}"
    rf"|(?:{_ME} |con |nha |gia dinh |me |bo |vo |chong |ba |ong )+"
    r"(?:(?:bi|moi|sap|phai|co|dang|di) )*"
    r"(?:om|met|sot|de|sinh|mo|dau|viec|kham benh|kham|vien|hoc|que|cuoi|dam|gio|hieu|nam vien)"
    r"(?: (?!lam|truc|thay)[a-z]+){0,3})[ .)]*$"
)
"""Of whom, and what ails them: behind a mark, at the end."""
_I, _I_AM_OFF = (
    "em",
    re.compile(r"(?<=\w )toi(?= (?:xin |phai |se |duoc |bi )*(?:nghi|ban|om|vang)\b)"),
)
_ASKS = (
    r"(?:xin phep (?:c |chi |anh |a |sep )?|xin |(?:co )?(?P<may>duoc|dc) |dk |dang ky |dinh |se "
    r"|phai "
    rf"|cho {_ME} |{_ME} )*"
)
_OFF = (
    r"(?:nghi\b(?: (?:phep|om|hop|lam|viec|buoi))*|vang mat\b"
    rf"|(?:{NO}) (?:di lam|den co quan|co mat)(?: duoc| dc)?\b)"
)
_AWAY = re.compile(rf"[ ,]*{_HELLO}{_WHY}{_HELLO}(?:cho )?{_ASKS}{_OFF}(?P<rest>.*)")
_OVER = re.compile(rf"(?:[ ,]*{_POLITE})*[ .!?]*|\s*,.+|\s*(?:vi|do|tai)\s.+")
_MAY_I = re.compile(rf"[ ,]*(?:{NO})(?:[ ,]*{_POLITE})*[ .!?]*")
"""«mai được nghỉ không ạ»: leave is asked for."""
_NUMBERS = in_words(5)
_COUNT = re.compile(rf"\b(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)}) (?:ngay|hom)\b(?! \d)")
_LONG = re.compile(
    rf"(?<!ngay )\b(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)}) (?P<long>tuan|thang)\b"
    r"(?! ?(?:\d|nay|sau|toi|truoc))"
)
"""«1 tháng từ 25/12», «hai tuần»: by the calendar; «2 tháng 12» is a day."""
_UNTIL = re.compile(r"\b(?:den|toi|het)\b")
_SINCE = re.compile(r"\btu\b")
_THERE = (
    r"di lam|(?:len|vao) (?:co quan|lam)|co mat o co quan|di truc"
    r"|(?:quay|tro|ve) lai(?: (?:lam(?: viec)?|co quan))?"
)
_BACK = re.compile(
    rf"[ ,]*{_HELLO}(?:(?:{_ME}|khoe|do|het|om|benh|sot|viec|xong|roi|r|thi|den|tu|ngay|hom|moi"
    r"|van|se|lai|con|thoi|nay)[ ,]+)*"
    rf"(?:(?P<there>{_THERE})|(?P<over>het nghi|(?:{NO}|thoi|khoi) (?:co )?nghi nua))"
    r"(?P<tail>(?:[ ,]+(?:lai|binh thuong|som|hon|lam viec|o co quan|roi|r|nhe|nha|a|c|chi|anh|sep"
    rf"|duoc|dc|nua|thoi|day|{_ME}))*)[ .!]*"
)
_NAMES_HIM = r"(?:(?:thoi|de|cho|nho|xin|cu|dong chi|d/c|doi|thanh|sang|co|la|nguoi|viec|may) )*"
_KINDLY = rf"(?:[ ,]+(?:nhe|nha|a|giup|ho|thay|voi|di|c|chi|anh|sep|het|ca|viec|{_ME}))*"
_WHO = (
    rf"(?P<who>(?!(?:da|dang|van|se|ai|em|e|toi|con|chua|{NO}|nguoi)\b)"
    r"[^\W\d]+(?: [^\W\d]+){0,3}?)"
)
_MEANWHILE = r"(?:lam|truc|lo|nhan|phu trach|giai quyet)(?: viec)?"
_STAND_IN = (
    re.compile(
        rf"{_HELLO}(?:{_ME} )?{_NAMES_HIM}{_WHO} "
        rf"(?:{_MEANWHILE} (?:thay|ho|giup|thay the)|(?<!\bca )thay){_KINDLY}"
    ),
    re.compile(rf"{_HELLO}(?:{_ME} )?(?:(?:thoi|viec) )*(?:de|nho) {_WHO} {_MEANWHILE}{_KINDLY}"),
    re.compile(rf"{_HELLO}{_WHO} (?:lam|lo|truc) (?:nhe|nha|di){_KINDLY}"),
    re.compile(
        rf"{_HELLO}(?:{_ME} )?(?:da |se )?(?:ban giao|giao|chuyen)(?: (?:lai|viec|het|ca))*"
        rf" (?:cho|sang) {_WHO}{_KINDLY}"
    ),
    re.compile(
        r"co (?:gi|viec gi|viec)[ ,]*(?:thi )?(?:(?:c|chi|anh|a|moi nguoi|mn|cac chi) )?(?:cu )?"
        rf"(?:goi|hoi|lien he|nhan|bao|gap)(?: cho)? {_WHO}{_KINDLY}"
    ),
)
_TURNS_TO = re.compile(r",\s*|\s(?=(?:giao|ban giao|chuyen|nho|viec|co gi|co viec)\b)")
"""Where a leave may go on to who does the work meanwhile."""
_OF_WORK = re.compile(
    r"(?:(?:moi|cac) )?(?:viec|nv|so)(?: (?:so )?\d{2,4})(?:[, va]+\d{2,4})*[ ,:]+"
)
_AT_THE_END = re.compile(
    rf"(?:(?:moi|cac) )?(?:viec )?(?:(?:thi|de) )?(?:nho {_WHO}|{_WHO.replace('who', 'also')}"
    rf" (?:lam|lo|truc)(?: (?:giup|ho|thay))?){_KINDLY}"
)
_WEEK, _MONTHS, _HALF_A_DAY = 7, 12, timedelta(hours=6)


def away_asked(text: str, when_of: WhenOf, today: date) -> tuple[date, date] | None:
    """«mai ai nghỉ», «tuần sau ai nghỉ»: on which days; today where none is said."""
    when = when_of(text)
    days = _days(when, fold(text))
    said = " ".join(re.findall(r"\w+", fold(when.rest if days else text)))
    return (days or (today, today)) if _WHO_IS_AWAY.fullmatch(said) else None


def absence_in(text: str, folded: str, when_of: WhenOf, works: IsWorkingDay) -> AbsenceSaid | None:
    """The days that the line says, of which one is worked, and who is named instead."""
    said = _stand_in_last(_week_last(_without_why(" ".join(text.split()))), when_of)
    instead = _instead(fold(said))
    handed = "" if instead else _handed(said)[1]
    said = _handed(said)[0] if handed else said
    body = said[: instead.start()] if instead else said
    counted = _COUNT.search(fold(body)) or _LONG.search(fold(body))
    count = _number(counted["n"]) if counted else 1
    long = counted["long"] if counted and counted.re is _LONG else ""
    body = f"{body[: counted.start()]}{body[counted.end() :]}" if counted else body
    when = when_of(body)
    mine = instead and when.why == "unmarked" and when.other
    if mine and when.other:  # «thu 5 toi ban»: I, no evening
        when = replace(when.other, today=when.today, used=when.used)
    rest, or_today = _left(body, when), when.why == "same_weekday"
    when = replace(when, kind="day") if or_today else when
    days = _days(when, "" if mine else fold(body)) or (
        (when.today,) * 2 if counted and not when else None
    )
    away = _AWAY.fullmatch(fold(rest)) if days else None
    if days and instead and away is None:
        away = _NOT_HERE.fullmatch(fold(rest))
    if days and away is None and not counted:
        away = _TRAVELS.fullmatch(fold(rest))
    if days is None or away is None or not _is_worked(*days, works):
        return None
    name = _name(rest[away.start("rest") :]) if instead else handed
    whole = bool(name) if instead else _says_no_more(away)
    first, last = days
    last = max(last, _long_on(first, count, long) or _counted_on(first, count, works))
    half = _is_half(when)
    return AbsenceSaid(first, last, name, half=half, or_today=or_today) if whole else None


def _without_why(said: str) -> str:
    """«…, Mai làm thay, vợ mới đẻ»: why stands last, and is not kept; «toi nghi» without marks is
    «tôi»."""
    found = _WHY_LAST.search(fold(said)) if len(fold(said)) == len(said) else None
    return _I_AM_OFF.sub(_I, said[: found.start()] if found else said)


def _says_no_more(away: re.Match[str]) -> bool:
    asks = away.groupdict().get("may") and _MAY_I.fullmatch(away["rest"])
    return bool(asks or _OVER.fullmatch(away["rest"]))


def back_on(text: str, when_of: WhenOf, today: date) -> date | None:
    """«mai em đi làm lại», «em hết nghỉ rồi»: from when somebody is there again; «mai đi làm» says
    it by its day, and without one it is said in so many words."""
    when = when_of(text)
    days = _days(when, fold(text))
    said = _BACK.fullmatch(fold(_left(text, when) if days else text).strip())
    if said is None:
        return None
    again = said["over"] or re.search(r"\blai\b", said["there"] + said["tail"])
    if days:
        return days[1] if _UNTIL.search(fold(text)) else days[0]
    return today if again else None


def stand_in_said(text: str) -> str:
    """«để Bắc làm thay», «bàn giao cho Bắc», «có gì gọi Hoa»: who is named."""
    flat = " ".join(text.split()).strip(" .!")
    folded = fold(flat)
    looks = (look.fullmatch(folded) for look in _STAND_IN) if len(folded) == len(flat) else ()
    said = next((match for match in looks if match), None)
    return flat[slice(*said.span("who"))] if said else ""


def _instead(folded: str) -> re.Match[str] | None:
    """Where the line says that somebody does the work meanwhile: at its end."""
    ends = (m for m in _INSTEAD.finditer(folded) if m.end() == len(folded))
    return next((m for m in ends if re.search("thay|ho", m[0]) or _ASKED.search(folded)), None)


def _handed(said: str) -> tuple[str, str]:
    """«mai em nghỉ, giao lại cho anh Lực»: what stands before, and whom the end of it names."""
    folded = fold(said)
    cuts = [m.start() for m in _TURNS_TO.finditer(folded)] if len(folded) == len(said) else []
    for cut in cuts:
        tail = said[cut:].lstrip(" ,")
        work = _OF_WORK.match(fold(tail))
        who = stand_in_said(tail[work.end() :] if work else tail) or _named_at_the_end(tail)
        if who:
            return said[:cut], who
    return said, ""


def _named_at_the_end(tail: str) -> str:
    """«…, chị Hoa làm», «…, việc nhờ anh Bắc»: where a leave stands before it."""
    flat = tail.strip(" .!")
    found = _AT_THE_END.fullmatch(fold(flat))
    which = "who" if found and found["who"] else "also"
    return flat[slice(*found.span(which))] if found else ""


def _week_last(said: str) -> str:
    """«tuần sau em nghỉ t2 đến t4» is «em nghỉ t2 đến t4 tuần sau»."""
    folded = fold(said)
    found = _WEEK_FIRST.fullmatch(folded) if len(folded) == len(said) else None
    if found is None:
        return said
    week, away, days, rest = (said[found.start(n) : found.end(n)] for n in (1, 2, 3, 4))
    return f"{away} {days} {week}{rest}".replace("  ", " ")


def _number(said: str) -> int:
    return _NUMBERS.get(said) or int(said)


def _left(body: str, when: When) -> str:
    """The line without the words that say when."""
    left, at = list[str](), 0
    for start, end in when.used:
        left.append(body[at:start])
        at = end
    return " ".join(" ".join([*left, body[at:]]).split())


def _days(when: When, body: str) -> tuple[date, date] | None:
    """Whole days or half of one: an hour is nobody's absence. «đến thứ 4» begins today."""
    if when.start is None or when.kind not in ("day", "span", "before", "after"):
        return None
    if when.kind in ("before", "after") and isinstance(when.start, datetime):
        return None
    first, last = day_of(when.start), day_of(when.end or when.start)
    begins_now = _UNTIL.search(body) and not _SINCE.search(body) and when.end is None
    if when.kind == "before" or (begins_now and when.kind == "day"):
        return when.today, last
    return first, last


def _is_half(when: When) -> bool:
    """«sáng thứ 4»; «cả ngày mai» is whole."""
    first, last = when.start, when.end
    if when.kind != "span" or not (isinstance(first, datetime) and isinstance(last, datetime)):
        return False
    return last - first < _HALF_A_DAY


def _is_worked(first: date, last: date, works: IsWorkingDay) -> bool:
    """A week is looked at; a longer absence has a working day in it."""
    days = (date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)[:_WEEK])
    return any(works(day) for day in days)


def _counted_on(first: date, count: int, works: IsWorkingDay) -> date:
    """The last of so many working days."""
    day = first
    for _ in range(count - 1):
        day = next(d for n in range(1, 2 * _WEEK * 2) if works(d := _on(day, n)))
    return day


def _long_on(first: date, count: int, what: str) -> date | None:
    """The last day of so many weeks or months."""
    if what == "tuan":
        return _on(first, count * _WEEK - 1)
    if what != "thang":
        return None
    years, month = divmod(first.month - 1 + count, _MONTHS)
    begins = date(first.year + years, month + 1, 1)
    over = calendar.monthrange(begins.year, begins.month)[1]
    return _on(begins, min(first.day, over + 1) - 2)


def _stand_in_last(said: str, when_of: WhenOf) -> str:
    """«Bắc làm thay tôi thứ 5» is «thứ 5 nghỉ, Bắc làm thay»; «tới thứ 5» is until then."""
    folded = fold(said.strip(" .!"))
    found = _MEANWHILE_FIRST.fullmatch(folded) if len(fold(said)) == len(said) else None
    if found is None:
        return said
    who, me, days = (said[slice(*found.span(name))] for name in ("who", "me", "days"))
    when = when_of(days)
    if not when or _left(days, when).strip(" ,.!a"):
        return said
    until = "đến " if me.lower() in ("tới", "đến", "den") else ""
    return f"nghỉ {until}{days}, {who.strip()} làm thay"


def _on(day: date, n: int) -> date:
    return date.fromordinal(day.toordinal() + n)


def _name(text: str) -> str:
    """The words before «làm thay» that name somebody; what stands before a comma is not theirs."""
    words = text.rpartition(",")[2].strip()
    polite = _NAMING.match(fold(words))
    return words[polite.end() :] if polite else words
