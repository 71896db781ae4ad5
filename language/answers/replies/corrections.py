"""What a typed line says besides its intent: several numbers, a «no», a correction."""

import re
from dataclasses import dataclass

from language.answers.replies.cues import Cues
from language.answers.replies.meaning import Meaning
from language.line.codes import without_codes
from language.line.fold import fold
from language.line.patterns import NO, NOT
from language.line.spans import Place
from language.line.vocabulary import book

_NUMBER = r"(?:nv-?\d{4}-)?0*\d{2,4}"
_JOINED = (
    r"\s*(?:,|;|&|\+|\b(?:và|va|vs|với|voi|lẫn|lan|and)\b)\s*(?:(?:và|va|việc|viec|nv|số|so)\s+)*"
)
_SEVERAL = re.compile(
    rf"(?<![\w/.,-]){_NUMBER}(?:{_JOINED}{_NUMBER})+(?=\s*(?:$|[,;:.!–-]|rồi|roi|r\b|ạ|nhé|nhe))",
    re.IGNORECASE,
)
_CALLED = re.compile(r"(?<![\d/])(?<!\d[.,])\d{3,4}(?!\d|[/%]|[.,]\d|\s*(?:%|hộ|người|km|m3))")
_DENIED = re.compile(rf"(?i)\b(?:chứ|chu|mà|ma) (?:{NO}) (?:phải|phai)(?: (?:là|la))? \d+")
_OF_PAPER = re.compile(
    r"(?i)\b(?:văn bản|van ban|công văn|cong van|tờ trình|to trinh|quyết định|quyet dinh|vb)"
    r" (?:số |so )?\d{2,4}\b"
)
_DOES = (
    r"(?:đã|da|đang|dang|sẽ|se|chưa|chua|mới|moi|vừa|vua|cần|can|xin|gặp|gap|làm|lam|nhờ|nho|vẫn|van"
    r"|vướng|vuong|gửi|gui|nộp|nop|muốn|muon|phải|phai|xong|báo|bao)\b"
)
"""«139 em cần Quý đi cùng» is of work; «139 em đến dự» counts."""
_LEADS = re.compile(
    r"(?:(?:việc|viec|nv|số|so|cv)\s+)*0*(\d{3,4})(?!\d|[/.,%]\d?|\s*(?:%|hộ|ho\b|người|nguoi|ng\b"
    rf"|em\b(?! {_DOES})"
    r"|km|m3|kg|m\b|cây|cay|tờ|to\b|suất|suat|triệu|trieu|tr\b|k\b))(?:\s*[:–-])?\s+\w",
    re.IGNORECASE,
)
_NO = re.compile(rf"\b(?:{NOT}|chẳng|chưa|chua)\b[^,.;:!?\n]*", re.IGNORECASE)
_WEATHER = re.compile(
    r"\b(?:mưa|mua|bão|bao (?:to|lớn|lon|về|ve|số|so)|(?:mưa|mua|gió|gio|gặp|gap) bao|lụt|lut"
    r"|ngập|ngap|nước lên|nuoc len)\b",
    re.IGNORECASE,
)
"""«bao» without its mark is a storm only beside such a word: «lat em bao» tells later."""
_MISSING = re.compile(
    r"\b(?:chưa|chua) (?:có|co|nhận được|nhan duoc) "
    r"(?:số liệu|so lieu|danh sách|danh sach|kinh phí|kinh phi)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    rf"\b(?:vẫn|van) (?:đang |dang )?(?:làm|lam)\b(?! (?:{NOT}))",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?=.*(?:\?|\b(?:sao|thế nào|the nao|bao giờ|bao gio|khi nào|khi nao|đến đâu|den dau)\b))"
    r".*\b(?:việc|viec|nv)(?:\s+số|\s+so)?[\s-]*(?:\d{4}-)?0*(\d{2,4})\b",
    re.IGNORECASE | re.DOTALL,
)
_ASK_HIM = re.compile(
    r"(?:nhờ |nho )?(?:hỏi|hoi)\s+(?:[^\d,:]+?\s)??(?:việc |viec |nv |số |so )*0*(\d{3,4})\b",
    re.IGNORECASE,
)
_AROUND = (
    r"(?:(?:à|a|ui|ơ|ôi|chết|chet|ấy|e|em|c|chị|chi|anh|ơi|oi|tôi|toi|mình|minh"
    r"|hôm qua|hom qua|hôm trước|hom truoc|hôm kia|hom kia|sáng nay|sang nay|lúc nãy|luc nay"
    r"|ban nãy|ban nay|nãy|nay|chiều qua|chieu qua|tối qua|toi qua|hqua"
    r"|báo cáo|bao cao|báo|bao|ghi|gửi|gui|nói|noi|nhắn|nhan|việc|viec|nv|số|so)[\s,:]+)*"
)
"""Who speaks, when it was said, and how, before the slip is named."""
_FIX = re.compile(
    rf"{_AROUND}(?:(?:nv-?\d{{4}}-)?0*(?P<number>\d{{2,4}})[\s,:]*)?{_AROUND}"
    r"(?:sai|nhầm|nham|đính chính|dinh chinh|sửa lại|sua lai)\b"
    r"(?:\s*\b(?:rồi|roi|ạ|số|so|là|la|thành|thanh)\b)*"
    r"(?:\s*(?:việc |viec |nv )?(?P<after>\d{3,4})(?=[\s,:]+\D*\d+\s*(?:/\s*\d|%)))?"
    r"\s*[,.:;–-]*\s*(?P<words>.*)",
    re.IGNORECASE | re.DOTALL,
)


_SLIP = (
    r"(?:(?:a|ui|oi|chet|da|e|em|c|chi|anh|xin loi|sorry|no|oops)[ ,]+)*"
    r"(?P<slip>(?:(?:ghi|bao|gui|noi|bam) )?(?:nham|lon)\b(?: roi)?[ ,]*)?"
)
_IT_IS = r"(?:(?:cai|do|day|nay|la|cua|viec|nv|so|sang|phai|ma|e|em|y|noi|hoi|meant|work) )*"
_NOT_IT = rf"(?:,? ?(?:chu|cho|ma)? ?(?:{NOT}|not)(?: phai)? {_IT_IS}(?P<wrong>\d{{2,4}}))"
_END_IT = r"(?: (?:moi dung|dung|co|nhe|nha|a|e|em|c|chi|nhi))*"
_ELSEWHERE = (
    re.compile(rf"{_SLIP}{_IT_IS}(?:i meant )?(?P<right>\d{{2,4}}){_END_IT}{_NOT_IT}?{_END_IT}"),
    re.compile(
        rf"{_SLIP}(?:(?:{NOT}) phai |not )?{_IT_IS}(?P<wrong>\d{{2,4}})"
        rf"(?P<late> (?:e |em )?(?:ghi |bao |gui )?(?:nham|lon))?(?: roi)?[ ,]+"
        rf"{_IT_IS}(?P<right>\d{{2,4}}){_END_IT}"
    ),
)
"""«à nhầm việc 157 chứ không phải 152», «không phải 152 mà là 157»."""
_BEGINS_WITH_SLIP = re.compile(
    r"(?:(?:a|ui|oi|chet|da|e|em)[ ,]+)*(?:nham|lon)(?: (?:roi|r|viec))?"
    r"(?:$|[,.:!]| (?:e|em|toi|y|la|khong phai|chu)\b)"
)
"""«nhầm, em nói việc khác»; «nhầm số liệu của phường» may be a reason."""
_RECALLS = re.compile(
    r"(?:(?:da|e|em|c|chi|anh|a|oi|cho|xin|phep)[ ,]+)*"
    r"(?:rut(?: lai)?|thu hoi|lay lai|take back|recall|withdraw)"
    r"(?: (?:cai|lai|giup|my|the|last))* (?:bao cao|bc|ket qua|report)"
    r"(?: (?:viec|nv|so|cua|on))*(?: (?P<number>\d{2,4}))?"
    r"(?: (?:vua|roi|nay|gui|moi|xong|luc|nhe|voi|di|nham|truoc|ve|giup|e|em|c|chi|a|anh|i|"
    r"just|sent))*"
)
_BACK = r"(?:rut(?: lai)?|thu hoi|lay lai)"
_MISSENT = r"(?:(?:e|em)[ ,]+)?(?:gui|bao|bam|nop) (?:nham|lon)"
_UNDONE = rf"(?:chua|dau da|{NO}) xong"
_KINDLY = r"(?:[ ,]+(?:lai|giup|ho|voi|nhe|nha|a|e|em|c|chi|anh|dau|roi|r|ve|da|di|viec|nay))*"
_RECALLS_NUMBER = (
    re.compile(
        rf"(?:(?:da|e|em|c|chi|anh|a|oi|cho|xin|phep)[ ,]+)*{_BACK}[ ,]+(?:(?:viec|nv|so)[ ,]+)*"
        rf"(?P<number>\d{{2,4}}){_KINDLY}(?:[ ,]+(?:vi )?(?:{_MISSENT}|{_UNDONE}){_KINDLY})*"
    ),
    re.compile(
        rf"(?:(?:da|e|em|c|chi|anh|a|oi|viec|nv|so)[ ,]+)*(?P<number>\d{{2,4}})[ ,]+"
        rf"(?:{_MISSENT}{_KINDLY}[ ,]+{_UNDONE}|{_UNDONE}{_KINDLY}[ ,]+{_MISSENT}){_KINDLY}"
    ),
    re.compile(
        rf"(?:(?:da|e|em|a|oi)[ ,]+)*{_BACK}{_KINDLY}[ ,]+"
        rf"(?:vi )?(?:{_MISSENT}|{_UNDONE}){_KINDLY}"
    ),
)
"""«thu hồi, 152 chưa xong», «152 em gửi nhầm, chưa xong», «rút lại, chưa xong»."""
_DROPS_PROOF = re.compile(
    r"(?:(?:da|e|em|c|chi|anh|a|oi|nham|cho|please)[ ,]+)*"
    r"(?:xoa|bo|go|huy|thu hoi|rut|delete|remove)"
    r"(?: (?:giup|ho|e|em|cai|may|cac|het|tam|buc|ca|\d|the|my|last))*"
    r" (?:anh|hinh|file|tep|video|tin thoai|photos?|picture)"
    r"(?: (?:vua|moi|roi|gui|nay|do|day|luc|nham|di|nhe|giup|voi|e|em|c|chi|a|anh|i|just|sent))*"
)


_INSTEAD = re.compile(
    rf"(?:(?:{NOT}) phai(?: la)? \d{{1,6}}[^\d]*? (?:ma )?(?:la )?\d{{1,6}}\D*"
    rf"|\d{{1,6}}[^\d,]*?,? (?:chu |ma )?(?:{NOT}) phai(?: la)? \d{{1,6}}\D*)"
)
"""«không phải 5 mà 4», «4 chứ không phải 5»: one figure for another, and nothing else."""
_FIGURE = r"(?:la |chi |co |moi |duoc )*\d{1,4}(?: ?/ ?\d{1,4})?(?: [^\W\d]+){0,2}?"
_ENDS = r"(?: (?:a|c|chi|anh|e|em|nhe|roi))*"
_OH = re.compile(
    rf"(?:(?:a|o|ui|chet|da|e|em)[, ]+)*(?:quen, |quen(?= .* thoi\b) |(?:{NO})[, ]+)"
    rf"(?P<said>{_FIGURE}(?: thoi)?){_ENDS}"
    rf"|(?:a|o|ui|chet)[, ]+(?P<only>{_FIGURE} (?:thoi|moi dung)){_ENDS}"
)
"""«à 14 hộ thôi», «quên, 5/6 thôi», «không, 2 hộ», just after a figure was told."""


@dataclass(frozen=True, slots=True)
class Correction:
    """«152 sai, đã sửa 2 nhà»: which report, and the right words."""

    number: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """«việc 157 chứ không phải 152»: what was meant, and what was said."""

    right: int
    wrong: int | None


def read_elsewhere(text: str) -> Elsewhere | None:
    """What was just said is of other work; one number alone needs a word of the slip."""
    said = " ".join(fold(text).split()).strip(" .!")
    for look in _ELSEWHERE:
        found = look.fullmatch(said)
        if found and (found["wrong"] or found["slip"]):
            wrong = int(found["wrong"]) if found["wrong"] else None
            return Elsewhere(int(found["right"]), wrong)
    return None


def begins_with_slip(text: str) -> bool:
    """Something else was meant: it is no reason, and no result."""
    return _BEGINS_WITH_SLIP.match(" ".join(fold(text).split()).strip(" .!")) is not None


def recalls_report(text: str) -> tuple[int | None] | None:
    """«rút lại báo cáo 152», «thu hồi báo cáo vừa rồi»: of which number, if any."""
    flat = " ".join(fold(text).split()).strip(" .!")
    said = next((m for look in (_RECALLS, *_RECALLS_NUMBER) if (m := look.fullmatch(flat))), None)
    number = said.groupdict().get("number") if said else None
    return (int(number) if number else None,) if said else None


def drops_proof(text: str) -> bool:
    """«xóa ảnh vừa gửi»."""
    return _DROPS_PROOF.fullmatch(" ".join(fold(text).split()).strip(" .!")) is not None


def numbers_together(text: str) -> list[int]:
    """«xong 154 và 163»: several named in one breath; fewer than two are none."""
    found = _SEVERAL.search(text)
    pieces = re.findall(rf"{_NUMBER}", found[0], re.IGNORECASE) if found else []
    return [int(piece[-4:].lstrip("-0") or 0) for piece in pieces]


def numbers_in(text: str) -> set[int]:
    """Numbers that may be an assignment's: `147 70%`."""
    said = _OF_PAPER.sub(" ", _DENIED.sub(" ", without_codes(text)))
    return {int(number) for number in _CALLED.findall(said)}


def leading_number(text: str) -> int | None:
    """«152 còn chờ vôi»; «152 người» counts."""
    found = _LEADS.match(text)
    return int(found[1]) if found else None


def after_number(text: str) -> str:
    """The line without the number that it begins with."""
    found = _LEADS.match(text)
    return text[found.end(1) :].strip(" ,:") if found else text


def says_it_fails(text: str, meaning: Meaning) -> Place | None:
    """«chưa làm được», «chưa có số liệu»: something stands in the way, and which words say so;
    «chưa xong» does not."""
    sure = meaning.intent == "progress" and meaning.slots.get("percent") is None
    plain = sure and meaning.slots.get("done") is not False
    said = _NO.search(text) if plain and not _GOES_ON.search(text) else None
    return (said.start(), said.end()) if said else None


def says_what_hinders(text: str) -> bool:
    """«hnay mưa k làm đc», «chưa có số liệu»: what stands in the way is plain."""
    return bool(_WEATHER.search(text) or _MISSING.search(text))


def names_obstacle(cues: Cues) -> bool:
    """«vướng kinh phí», «phường chưa duyệt»; «di duong mua qua chi oi» may be a mere remark."""
    remarks = {fold(one) for one in book("aside")["remarks"]["hinders"]}
    words = cues.line.words
    said = (" ".join(w.bare for w in words[a:b]) for a, b in cues.spans.get("blocked", ()))
    return any(phrase not in remarks for phrase in said)


def says_unfinished(text: str, meaning: Meaning) -> bool:
    """`chưa xong`, `mới 70%`: no result, whatever was asked."""
    percent = meaning.slots.get("percent")
    partly = percent is not None and percent < 100 and "%" in text
    return meaning.intent == "progress" and (meaning.slots.get("done") is False or partly)


def asks_about(text: str) -> int | None:
    """«sao việc 139 chậm thế», «hỏi 144 cần bao nhiêu tiền»: the number of what is asked about."""
    found = _ASKED.match(text) or _ASK_HIM.match(text)
    return int(found[1]) if found else None


def _instead(text: str) -> bool:
    return _INSTEAD.fullmatch(" ".join(fold(text).split()).strip(" .!")) is not None


def _oh(text: str) -> Correction | None:
    said = _OH.fullmatch(" ".join(fold(text).split()).strip(" .!"))
    return Correction(None, said["said"] or said["only"]) if said else None


def read_correction(text: str) -> Correction | None:
    said = _FIX.fullmatch(text.strip())
    if said is None:
        return Correction(None, text.strip()) if _instead(text) else _oh(text)
    number = said["number"] or said["after"]
    return Correction(int(number) if number else None, said["words"])
