"""What those who decide type: «đạt», «trả lại 157, ảnh mờ quá», «nhắc Nam 139», «xem 143»."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from language.answers.assignments.hand_over_words import INSTEAD
from language.answers.assignments.head_orders import BEFORE_ALL, Kind, unit_asked, work_asked
from language.answers.assignments.told_obstacles import no_longer_hindered
from language.answers.assignments.verdict_pieces import verdict_last, yes_to
from language.answers.replies.corrections import numbers_in
from language.line.fold import fold
from language.line.patterns import NO, NOT, YES, any_of, spelt


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided, about which number, who is named, and why; a `note` goes along. Whoever
    is named takes over from the one `instead` of whom it is. Words that are `loose` may be mere
    politeness: they decide nothing unless it is plain what they are about."""

    kind: Kind
    number: int | None = None
    who: str = ""
    reason: str = ""
    loose: bool = False
    note: str = ""
    instead: str = ""


_NOT = rf"(?:{NOT})"
_TAIL = (
    r"(?:[\s,]+(?:nhe|nha|nhee|e|em|c|chi|a|anh|ban|dong chi|di|luon|voi|giup|roi|r|do|day|dau))*"
    r"[\s.!…👍]*"
)
_N = r"(?:(?:viec|nv|cv|so|bao cao|bc)\s+)*(?:nv-?\d{4}-)?0*(?P<%s>\d{1,4})"
_M = r"(?:nv-?\d{4}-)?0*(?P<%s>\d{1,4})"
_BEFORE, _AFTER = rf"(?:{_N % 'before'}\s*[:,]?\s+)?", rf"(?:\s+{_N % 'after'})?"
_OK = rf"{YES}|duoc|👍"
_LATER = r"(?:gia han|lui|keo dai)(?: han)?"
_FOR_ME = r"(?:giup|gium|ho)(?:\s+(?:toi|minh|chi|anh|em|c|a|e))?"
_NUDGE = rf"(?:nhac|giuc|don doc)(?:\s+(?:lai|nho))?(?:\s+{_FOR_ME})?"
_HURRY = (
    r"(?:\s+(?:nop|bao cao|bao|bc|lam|gui|xong|som|len|nhanh|gap|cai|tien do|ket qua|ngay|nua|"
    rf"{_FOR_ME}|hoan thanh|tra loi|nhan(?: viec)?|xem|the nao|den dau|toi dau|sao|roi))*"
)
_WHY = r"(?:\s*[,.:;–-]\s*(?P<why>.+))?"
_GIVEN_WHY = (
    r"(?(after)(?:\s*[,;–-]\s*(?:(?:vi|do|tai)\s+)?(?P<why>.+)|"
    r"\s+(?:vi|do|tai)\s+(?P<because>.+))?|)"
)
"""Why work is handed over, where its number is named: «giao 147 cho Hoa vì Bình đi học»."""
_NAMES = frozenset({"Vì", "Đỗ", "đỗ", "Vi", "Do", "Tài", "tài"})
_SOMEBODY = (
    rf"(?!(?:ai|da|dang|chua|{NO}|se|moi|van|con|nao|gi|phuong|xa|dan|ba con)\b"
    r"|(?:em|e|toi|t|minh)(?: (?:lam|lo|xu|nhan|phu|theo|da|dang|se|chua|moi|qua|sang|den)\b|$))"
    r"[^\W\d]+(?: [^\W\d]+){0,3}?"
)
_DOES = r"(?:lam|lo|xu ly|nhan|phu trach|theo doi)(?: (?:ho|giup|thay|tiep))*(?: (?:e|em|toi))?"
_LOOKS: tuple[tuple[Kind, str], ...] = (
    (
        "overdue",
        r"(?:nhung |may )?(?:ai|viec nao|viec gi)\s+(?:dang |bi |con )*"
        r"(?:qua han|tre han|tre|cham)(?:\s+(?:roi|vay|the|a|nhi))*\s*\?*",
    ),
    (
        "overdue",
        r"(?:co |con |dang co |hien co )*(?:may|bao nhieu|nhung) viec (?:dang |bi )*"
        r"(?:qua han|tre han|tre|cham)(?:\s+(?:roi|vay|the|a|nhi))*\s*\?*",
    ),
    (
        "overdue",
        rf"(?:may )?ai chua (?:nop|bao|bao cao|xong|gui)(?: bc| bao cao)?,? (?:thi )?nhac{_TAIL}",
    ),
    (
        "waiting",
        r"(?:con )?(?:may|bao nhieu|nhung|co)?\s*(?:viec|bao cao|cai)\s+(?:nao |gi )?(?:dang )?"
        rf"cho (?:toi |c |chi |anh |minh |t |em )?duyet\s*(?:{NO}|nhi|a|vay)?\s*\?*",
    ),
    (
        "work_of",
        r"(?:cac )?viec (?:cua )?(?P<who>[^\d,:]+?) (?:lam )?"
        r"(?:toi dau|den dau|the nao|ra sao)(?:\s+(?:roi|vay|the|r|a))*\s*\?*",
    ),
    (
        "work_of",
        r"(?!ca |ai |phong |moi nguoi|tat ca)(?P<who>[^\d,:]+?) (?:dang |lam viec |lam )*"
        r"(?:den dau|toi dau|lam gi|co viec gi|den dau roi)(?:\s+(?:roi|vay|the|r|a|nhi))*\s*\?*",
    ),
    (
        "show",
        rf"{_N % 'before'}\s+(?:(?!xong|ai)\w+ )?(?:lam |dang |den |han )*"
        r"(?:sao|the nao|toi dau|den dau|ra sao|"
        r"cua ai|ai lam|han bao gio|bao gio han|bao gio xong|khi nao han|bao gio)"
        r"(?:\s+(?:roi|vay|the|r|a|nhi))*\s*\?*",
    ),
    (
        "show",
        rf"{_N % 'before'}\s+(?:la |noi dung )*(?:viec |lam |cai )?gi"
        r"(?:\s+(?:vay|the|a|nhi|r))*\s*\?*",
    ),
    (
        "show",
        rf"{_N % 'before'}\s*[:,]?\s+(?:cho (?:em|e|toi|c|chi|anh) )?(?:xem|coi|mo)"
        rf"(?: (?:lai|ra|len|thu|cai))*{_TAIL}",
    ),
    (
        "show",
        rf"{_N % 'before'}\s*[:,]?\s+(?:cho (?:em|e|toi|c|chi|anh) )?(?:(?:xem|coi) )?(?:ro )?"
        rf"(?:chi tiet|cu the)(?: viec| nay)*{_TAIL}\??",
    ),
    (
        "show",
        rf"(?:(?:the|vay|may|he thong|bot|da)\s+)*(?:ghi|luu)(?: duoc| lai)?"
        rf"\s+(?:nhung )?gi(?: (?:cho|ve|cua|o|vao))?\s+{_N % 'before'}"
        r"(?:\s+(?:roi|vay|the|r|a|nhi|chua))*\s*\?*",
    ),
    (
        "show",
        rf"{_N % 'before'}\s+(?:(?:da|dang|may|he thong|bot)\s+)*(?:ghi|luu)(?: duoc| lai)?"
        r"\s+(?:nhung )?gi(?:\s+(?:roi|vay|the|r|a|nhi|chua))*\s*\?*",
    ),
    ("show", rf"(?:open|show)(?: me)?(?: (?:task|work|number))? {_M % 'before'}"),
    ("praise", rf"(?:bieu duong|khen)\s+{_N % 'before'}{_TAIL}{_WHY}"),
    ("praise", rf"(?:bieu duong|khen)\s+{_N % 'before'}\s+(?!va\b|voi\b)(?P<all>[^\d]+)"),
    ("cancel", rf"(?:huy|bo)\s+(?:viec|nv|cv)\s+{_M % 'before'}{_TAIL}{_WHY}"),
    (
        "remark",
        rf"(?:{_N % 'before'}\s+|viec nay |cai nay )?(?:thi )?de (?:den )?giao ban "
        rf"(?:ban|noi|hop|tinh|xem|quyet){_TAIL}",
    ),
    (
        "move",
        rf"{_N % 'before'}\s+(?:de|lui|doi|chuyen|hoan)(?: han)?\s+(?:sang |den |toi |lai )?.+",
    ),
    (
        "report",
        rf"(?:cho )?(?:xem )?(?:lai )?(?:bao cao|bc)(?: tuan)? (?P<before>\d{{1,2}}){_TAIL}\??",
    ),
    (
        "show",
        rf"(?:cho )?(?:xem|coi|mo|(?:(?:xem|coi|mo) )?chi tiet)\s+(?:lai )?{_N % 'before'}"
        rf"(?: (?:ra|len|lai))?{_TAIL}",
    ),
    (
        "extend",
        rf"(?:dong y )?(?:cho|de) [^\d,:]+? (?:lui|gia han|keo dai)(?: han)?(?: viec)? "
        rf"{_N % 'before'}\s+(?:den|toi|sang|them)\s+.+",
    ),
    ("extend", rf"(?:(?:cho|dong y)\s+)?gia han\s+(?:cho\s+)?{_N % 'before'}\s+.+"),
    (
        "move",
        rf"(?:hoan|lui|doi|chuyen)(?: han)?\s+{_N % 'before'}\s+(?:sang|den|toi|lai)\s+.+",
    ),
    (
        "nudge",
        rf"{_NUDGE}(?:\s+(?P<who>[^\d,:]+?))?{_HURRY}{_AFTER}{_HURRY}{_TAIL}",
    ),
    (
        "nudge",
        rf"{_N % 'before'}\s+(?:lau|cham|tre|de lau|van chua xong)[^,]*[, ]+{_NUDGE}"
        rf"(?:\s+(?P<who>[^\d,:]+?))?{_HURRY}{_TAIL}",
    ),
    (
        "nudge",
        rf"{_N % 'before'}\s*[:,]?\s+{_NUDGE}(?:\s+(?P<who>[^\d,:]+?))?{_HURRY}{_TAIL}",
    ),
    (
        "nudge",
        rf"bao\s+(?P<who>(?!gio\b)[^\d,:]+?)\s+(?:nop|bao|lam|gui|xong)\s+{_N % 'after'}"
        rf"{_HURRY}{_TAIL}",
    ),
    (
        "unblock",
        rf"{_BEFORE}(?:da )?(?:het|bo|xoa) (?:cai )?(?:vuong|ket)(?: mac)?(?: cu)?{_AFTER}{_TAIL}",
    ),
    (
        "no",
        rf"{_BEFORE}(?:thoi[ ,]+)?{_NOT}\s+"
        rf"(?:dong y(?: cho)?(?: {_LATER})?|(?:duoc|dc|cho)(?: {_LATER})?|{_LATER})"
        rf"(?:\s+(?:duoc|dc|dau|nua|them))*{_AFTER}{_TAIL}{_WHY}",
    ),
    (
        "no",
        rf"{_BEFORE}(?:thoi[ ,]+)?(?:cu\s+)?giu (?:nguyen|han cu|nguyen han|dung han)"
        rf"{_AFTER}{_TAIL}{_WHY}",
    ),
    (
        "return",
        rf"{_BEFORE}(?:(?P<plain>(?:chua|{_NOT}) dat)|(?:chua|{_NOT}) (?:on|duyet)|"
        r"chua (?:duoc|dc)|tra lai|tra ve|lam lai)"
        rf"(?: bao cao)?{_AFTER}{_TAIL}(?:{_WHY}|\s+(?:vi|do|tai)\s+(?P<because>.+)|"
        rf"\s+(?P<all>(?:thieu|con thieu|sai|chua|{_NOT}|bo sung)\s.+))",
    ),
    ("return", rf"{_BEFORE}(?P<all>thieu .+)"),
    (
        "hand_over",
        rf"{_BEFORE}(?:(?:e|em|cho|xin)\s+)*nho\s+(?P<who>[^\d,:]+?)\s+(?:lam|lo|xu ly)"
        rf"(?:\s+(?:ho|giup|thay))?(?:\s+(?:e|em|toi))?{_AFTER}{_TAIL}",
    ),
    ("hand_over", rf"(?:de |cho )?(?P<who>{_SOMEBODY}) {_DOES}\s+{_N % 'after'}{_TAIL}"),
    ("hand_over", rf"{_N % 'before'}\s*[:,]?\s+(?:de |cho )?(?P<who>{_SOMEBODY}) {_DOES}{_TAIL}"),
    (
        "hand_over",
        rf"(?:(?:e|em|xin)\s+)*(?:doi|ban giao|nhuong|chuyen|giao){_AFTER}\s+(?:cho|sang)\s+"
        rf"(?P<who>{_SOMEBODY}){INSTEAD}{_TAIL}",
    ),
    (
        "yes",
        rf"{_BEFORE}(?:da[ ,]+)?(?:(?:{_OK})[ ,]+)?(?P<yes>dat|duyet|dong y|nhat tri|thong qua|"
        rf"nghiem thu|{_OK})(?: yeu cau)?{_AFTER}{_TAIL}{_WHY}",
    ),
    (
        "yes",
        rf"{_BEFORE}(?:da[ ,]+)?(?:(?:{_OK})[ ,]+)?(?P<yes>dat|duyet|thong qua|nghiem thu)"
        rf"(?: yeu cau)?{_AFTER}{_TAIL}\s+(?P<because>(?:cam on|thanks|tks)\b[^\d,;:.]*)",
    ),
    (
        "yes",
        rf"(?:duyet|dat|thong qua|nghiem thu)(?: bao cao)?\s+{_N % 'before'}\s+cho\s+"
        rf"(?P<who>{_SOMEBODY}){_TAIL}{_WHY}",
    ),
    (
        "hand_over",
        rf"(?:(?:{_OK}|dong y|thoi)[ ,]+)?(?:giao|chuyen)(?: lai)?{_AFTER}"
        rf"(?:\s+(?:cho|sang))?\s+(?P<who>[^\d,:]+?){INSTEAD}{_TAIL}{_GIVEN_WHY}",
    ),
)
_ADDRESS = frozenset(
    [
        *("anh", "chi", "em", "a", "c", "e", "co", "chu", "bac", "ong", "ba", "ban", "di", "cau"),
        *("chau", "dong", "dc", "d/c", "cho"),
    ]
)
"""«bác» without its mark is Bắc as well: alone it is the name."""
_COMPILED = tuple((kind, re.compile(look)) for kind, look in (*BEFORE_ALL, *_LOOKS))
_GRANTED = re.compile(
    rf"(?P<day>(?:da[ ,]+)?(?:{_OK}|dong y|nhat tri|duyet)\b.*?)[ ,]+"
    r"(?:nhung|mien la|co dieu)[ ,]+"
    rf"(?P<note>(?:la )?(?:phai|nho|co gang|dung|{_NOT} duoc|lan cuoi|lan nay)\b.*)"
)
"""«ok cho em đến thứ 6 nhưng phải xong đấy»: more time, and a word that goes along."""
_THAT_DAY = re.compile(
    rf"(?:(?:da|{_OK}|dong y|nhat tri|duyet|lui|gia han|han|de|cho|e|em|chi|c|anh|a|"
    r"den|toi|ngay|hom|do|day|ay|vay|thi)\b[ ,]*)+"
)
_LET = re.compile(
    rf"(?:(?:{_OK}|thoi|da|dong y|nhat tri|duyet|cho phep|cho|de)[ ,]+)*"
    r"(?P<who>[^\W\d]+(?: [^\W\d]+){0,3}?)"
    r"(?: (?:thi|duoc|de|cho|xin|lui|gia han|them|han))* (?P<day>(?:den|toi|sang) .+)"
)
_ONLY_UNTIL = re.compile(
    rf"{_BEFORE}(?:da[ ,]+)?(?:{_OK}|dc|dong y|nhat tri|duyet)(?: cho)?"
    r"(?: (?:gia han|lui|em|e|chi|anh))*[ ,]+(?:nhung(?: ma)?|ma)[ ,]+"
    r"(?:(?:chi|thi|cho|lui|ca|trong|het)[ ,]+)*(?P<day>.+)"
)
"""«đồng ý nhưng đến t7 thôi»: another day than the one that was asked."""
_BUT = re.compile(r"\b(?:nhung|chua|thieu|neu|hoi|de|khoan)\b")
_AGAIN = re.compile(r"\b(?:lam lai|bo sung|bs|gui lai|nop lai|them vao)\b")
_WANTING = re.compile(rf"{_AGAIN.pattern}|^(?:con )?thieu\b|^sai\b|^chua co\b")
"""Behind «chưa đạt» it says what is wanting, comma or none."""
_ORDERED = re.compile(r"\bđặt\b", re.IGNORECASE)
"""«đặt rồi» is of a purchase, and no verdict."""
_NO_MORE = re.compile(rf",?\s*(?P<note>{_NOT} (?:cho )?{_LATER}(?: (?:duoc|dc))? (?:nua|them).*)")
_NOT_LATER = re.compile(rf"\b(?:dung|{NO}) (?:de )?(?:qua|muon hon|tre hon|cham hon) ")
_PAPER = re.compile(r"(?:(?:cong van|cv|van ban|vb|thu) )?so \d+ ngay .*")
"""«số 142 ngày 30/11» is a paper, and no more time for work 142."""
_NUMBERED = re.compile(
    r"(?:(?:the|vay|thoi|thi|ok|u)[ ,]+)*"
    rf"{_N % 'before'}\s*[:,]?\s+(?:(?:thoi|thi|de|lui|sua|doi|dat|lai|han) )*(?P<day>.+)"
)
AROUND_A_DAY = frozenset(
    [
        "thoi",
        *spelt("ok", "ừ"),
        "duoc",
        "cung",
        "den",
        "toi",
        "han",
        "gia",
        "cho",
        "nhe",
        "nha",
        "e",
        "em",
        "c",
        "chi",
        "a",
        "anh",
        "vay",
        "dong",
        "y",
        "roi",
        "la",
        "nop",
        "lui",
        "da",
    ]
)


_HANDS_IN = frozenset(["nop", "gui", "trinh", "xong", "hoan"])
_AGAIN_TOO = frozenset(
    ["lai", "phai", "thien", "thanh", "bo", "sung", "lam", "sua", "va", "bao", "cao"]
)


def read_decision(
    text: str, folded: str, is_day: Callable[[str], bool], is_dated: Callable[[], bool]
) -> Decision | None:
    """The one thing that the whole line decides; None where it says anything else. Several lines
    are a list; what moves, moves to a day."""
    if "\n" in text.strip():
        return None
    said = unicodedata.normalize("NFC", " ".join(text.split()))
    if len(folded) != len(said):
        said = folded
    moved = (one for one in _found(said, folded) if one.kind != "move" or is_dated())
    moved = (one for one in moved if one.kind != "hand_over" or not is_day(one.who))
    found = _of_unit(folded) or next(moved, None) or _asked(folded) or _freed(said)
    last = _last(said, folded, is_day) if found is None or found.loose else None
    if last and (found is None or last.kind == found.kind):
        found = replace(last, reason="") if found and found.kind == "yes" else last
    found = found or _only_until(said, folded, is_day) or _let(said, folded, is_day)
    return found or _until(said, folded, is_day) or _granted(said, folded, is_day)


def _last(said: str, folded: str, is_day: Callable[[str], bool]) -> Decision | None:
    """What stands behind the last comma decides, and the words before go along."""
    found = verdict_last(said, folded, is_day)
    if found is None:
        return None
    return Decision(found.kind, who=found.who, reason=found.words, loose=found.loose)


def _only_until(said: str, folded: str, is_day: Callable[[str], bool]) -> Decision | None:
    only = _ONLY_UNTIL.fullmatch(folded)
    day = said[slice(*only.span("day"))] if only else ""
    if not (only and is_day(day)):
        return None
    if only["before"]:
        return Decision("move", int(only["before"]), reason=day)
    return Decision("until", reason=day, loose=True)


def _let(said: str, folded: str, is_day: Callable[[str], bool]) -> Decision | None:
    """«Nhàn để đến thứ 4 được», «cho Nam đến thứ 6»: more time for whoever is named."""
    match = _LET.fullmatch(folded)
    if match is None or not is_day(match["day"]):
        return None
    named = set(match["who"].split()) - AROUND_A_DAY
    who, day = (said[slice(*match.span(part))] for part in ("who", "day"))
    return Decision("let", who=who, reason=day, loose=True) if named else None


def _granted(said: str, folded: str, is_day: Callable[[str], bool]) -> Decision | None:
    """Until the day that is named, else the one that was asked; an «if» grants nothing."""
    match = _GRANTED.fullmatch(folded)
    if match is None or _BUT.search(match["note"]):
        return None
    note, day = (said[slice(*match.span(part))] for part in ("note", "day"))
    note = note.strip(" .")
    if is_day(day):
        return Decision("until", reason=day, loose=True, note=note)
    if bare := yes_to(match["day"]):
        who = said[slice(*bare.span("who"))] if bare["who"] else ""
        return Decision("until", who=who, loose=True, note=note)
    asked = "do" in match["day"].split() and _THAT_DAY.fullmatch(match["day"])
    return Decision("until", loose=True, note=note) if asked else None


def _asked(folded: str) -> Decision | None:
    found = work_asked(folded)
    return Decision(*found) if found else None


def _of_unit(folded: str) -> Decision | None:
    """«TTVĐ còn mấy việc»: a section's name is nobody's."""
    found = unit_asked(folded)
    return Decision(found[0], who=found[1]) if found else None


def _freed(said: str) -> Decision | None:
    """«tổ 3 nộp rồi, hết vướng»: nothing stands in the way any more, and what came of it."""
    if not no_longer_hindered(said):
        return None
    numbers = numbers_in(said)
    number = numbers.pop() if len(numbers) == 1 else None
    return None if numbers else Decision("unblock", number, reason=said, loose=True)


def names_only(who: str, name: str) -> bool:
    """«anh Bắc», «chú Điền»: nothing but words of this name, and how one speaks to its bearer."""
    called = set(fold(who).split())
    return bool(called) and (called - _ADDRESS or called) <= set(fold(name).split())


def is_of_more_time(text: str) -> bool:
    """«không gia hạn nữa», «giữ hạn cũ»: a word on no report."""
    return re.search(rf"\b(?:{_LATER}|han cu|dung han)\b", fold(text)) is not None


def has_condition(folded: str) -> bool:
    """«nếu mai kịp thì mai nộp», «không thì thứ 6»."""
    return bool(re.search(rf"\b{any_of('certainty', 'loud', 'conditional')}\b", folded))


def names_a_limit(reason: str) -> bool:
    """«bổ sung trước 25/11»: a new limit is said in words, never guessed from «bs» or «sáng»."""
    return re.search(r"\b(?:truoc|den|han|cham nhat|tre nhat)\b", fold(reason)) is not None


def hands_in_again(rest: str) -> bool:
    """«nộp lại», «gửi»: what is left of «chiều mai nộp lại» without its day."""
    words = set(re.findall(r"\w+", fold(rest)))
    return not words.isdisjoint(_HANDS_IN) and words <= _HANDS_IN | _AGAIN_TOO | AROUND_A_DAY


def _found(said: str, folded: str) -> Iterator[Decision]:
    for kind, look in _COMPILED:
        if (match := look.fullmatch(folded)) and (one := _decision(kind, match, said)):
            yield one


def _decision(kind: Kind, match: re.Match[str], said: str) -> Decision | None:
    parts = match.groupdict()
    number = next((int(parts[n]) for n in ("before", "after") if parts.get(n)), None)
    why = next((n for n in ("why", "because", "all") if parts.get(n)), None)
    reason = said[slice(*match.span(why))].strip(" .") if why else ""
    if parts.get("note"):
        reason = f"{reason}, {said[slice(*match.span('note'))].strip(' .')}"
    who = said[slice(*match.span("who"))] if parts.get("who") else ""
    instead = said[slice(*match.span("instead"))] if parts.get("instead") else ""
    if why == "because" and kind == "hand_over" and _is_name(said, match.start(why)):
        who, reason = said[slice(match.start("who"), match.end(why))], ""
    if kind in ("yes", "return") and _ORDERED.search(said[: match.start(why)] if why else said):
        return None
    if kind == "yes" and _BUT.search(fold(reason)):
        return None
    if kind == "nudge" and not (who or number):
        return None
    polite = kind == "yes" and re.fullmatch(_OK, parts.get("yes") or "-") is not None
    loose = kind == "hand_over" or polite
    said_why = _AGAIN if not parts.get("plain") else _WANTING
    loose |= why == "all" and not said_why.search(fold(reason))
    return Decision(kind, number, who, reason, loose and number is None, instead=instead)


def _is_name(said: str, until: int) -> bool:
    """«Nguyễn Đỗ Hạnh»: what looks like «do» is one of her names."""
    return said[:until].split()[-1] in _NAMES


def _until(said: str, folded: str, is_day: Callable[[str], bool]) -> Decision | None:
    """«thôi t5 nhé», «đến t6, k gia hạn nữa», «đừng để quá thứ 5»: a day and nothing else; with a
    number it is until when, but «139 đừng để quá thứ 5» is a word to its lead."""
    day = _instead(_NOT_LATER, "đến ", _instead(_NO_MORE, "", said))
    if is_day(day):
        more = _NO_MORE.search(folded)
        note = said[slice(*more.span("note"))].strip(" .") if more else ""
        return Decision("until", reason=day, loose=True, note=note)
    other = _NOT_LATER.search(folded) or _PAPER.fullmatch(folded)
    named = None if other else _NUMBERED.fullmatch(folded)
    if named and is_day(day := said[slice(*named.span("day"))]):
        return Decision("move", int(named["before"]), reason=day)
    return None


def _instead(look: re.Pattern[str], words: str, said: str) -> str:
    """The line with these words where the look is found, and with its marks: «sáng» stays."""
    for match in reversed([*look.finditer(fold(said))]):
        said = said[: match.start()] + words + said[match.end() :]
    return said


def only_a_day(rest: str) -> bool:
    """What is left of a line without its day says nothing more."""
    return set(re.findall(r"\w+", fold(rest))) <= AROUND_A_DAY
