"""Whether somebody comes to an activity, by what they typed."""

import re

from language.answers.replies.answer import Reply
from language.answers.replies.yes_no import YesNo, comes_or_not
from language.line.fold import fold
from language.line.patterns import NO, NOT, YES

_COMING = {"register": "yes", "unregister": "no", "late": "late"}
_ASKS = ("place", "time", "bring")
_NOT = re.compile(
    rf"\b(?:{NOT}|hong|chua|chang|neu|not|no|if|cannot)\b",
)
_COMES = re.compile(
    r"\b(?:(?:se|van) (?:den|di|co mat)|den dung gio|di (?:duoc|dc)"
    r"|see you|coming|(?:we|i)(?: will| ll)? come)\b"
)
_ALONG = re.compile(r"\b(?:chau|be|tre|con|vo|chong|bo|me|ban|kids?)\b.*\bdi (?:cung|theo|kem)\b")
_GIVES_UP = re.compile(r"\bbo (?:hoat dong|buoi|ngay|lich|cho) (?:nay|do|ay|mai)\b")
_TAKES = re.compile(r"\bnhan\b")
_REFUSES = re.compile(rf"\b(?:{NOT}|thoi)\b")
_WAS_THERE = re.compile(
    r"\b(?:co (?:mat|di|den|tham gia)|ghi (?:sai|nham|vang)"
    rf"|(?:chua|{NO}) dung|i was)\b"
)


def read_bare(text: str, said: Reply) -> YesNo:
    """«có», «ừ», «vâng ạ»: `yes`; «không»: `no`; a sentence says more than that."""
    return comes_or_not(text) or ("yes" if said.slots.get("kind") == "ack" else "")


def read_coming(text: str, said: Reply, *, asked: bool = False) -> str:
    """Whether somebody comes: `yes`, `no`, `unsure`, `late`, `several`, asks `where`, or brings
    `family`; else nothing. A bare «có», and a sentence with a plain «sẽ đến», mean something
    only where it was asked."""
    if bare := read_bare(text, said):
        return bare if asked else ""
    words = fold(text)
    if _GIVES_UP.search(words):
        return "unsure"
    if said.intent in ("question", "unknown") and _ALONG.search(words):
        return "family"
    if said.intent == "question":
        return "where" if said.slots.get("topic") in _ASKS else ""
    if said.intent == "group_register" and not {"total", "same_as_last"} & set(said.slots):
        return "several"  # «cả nhà em đi luôn nha»
    if said.intent == "register" and said.slots.get("people", 1) != 1:
        return "several"
    if said.intent == "unregister" and said.slots.get("need_confirm"):
        return "unsure"
    return "yes" if asked and _says_coming(words) else _COMING.get(said.intent, "")


def _says_coming(words: str) -> bool:
    """«tôi và hai cháu sẽ đến đúng giờ», with no «không» or «nếu» anywhere."""
    return bool(_COMES.search(words)) and not _NOT.search(words)


def pieces(text: str) -> list[str]:
    """Of a line: each with the sign that ends it."""
    return [piece.strip(" ,;.") for piece in re.findall(r"[^,;.!?\n]+\??", text) if piece.strip()]


def takes_place(text: str) -> YesNo:
    """«nhận chỗ», «ok nhan»; «không nhận»: what becomes of a place on offer."""
    words = fold(text)
    if not _TAKES.search(words):
        return ""
    return "no" if _REFUSES.search(words) else "yes"


def was_there(text: str) -> bool:
    """«em có đi mà sao ghi vắng»."""
    return bool(_WAS_THERE.search(fold(text)))


_CANCELS = re.compile(
    rf"(?:(?:da|dung|{YES})[ ,]+)*huy(?: (?:di|luon|giup|ho|dang ky|dk|cho|nhe|nha|a|roi|thoi|voi"
    r"|em|e|toi|minh|co|chau|con|bac|chu|anh|chi))*[ .!]*"
)


def cancels(folded: str) -> bool:
    """«hủy đi cháu», «ừ hủy giúp cô»: a yes to «Hủy đăng ký?»."""
    return bool(_CANCELS.fullmatch(folded))


_WANTS = re.compile(
    r"\b(?:dang ky|dk|dki|xin (?:1 |mot )?(?:suat|cho)|cho (?:em|e|toi|minh) (?:di|tham gia))\b"
)
_GIVEN_BACK = re.compile(rf"\b(?:huy|rut|thoi|{NOT})\b")
_JOINED = re.compile(r"[,;+&]|\b(?:và|va|với|voi|cả|ca|and)\b", re.IGNORECASE)


def wants_a_place(folded: str) -> bool:
    """«đăng ký chủ nhật giúp em»: somebody asks for a place, and denies nothing."""
    return bool(_WANTS.search(folded)) and not _GIVEN_BACK.search(folded)


_GOES = re.compile(
    r"\b(?:toi|em|e|minh|to|tui|t|anh|chi|con|chau)\b(?: (?:cung|se|xin|muon|van|di|cho|nua))*"
    r"(?: (?:voi|cung|va)(?: \w+){1,3}?)?(?: (?:se|cung))*"
    r" (?:di|ra|tham gia|den|dang ky|dk|dki|ghi ten)\b"
)


def says_one_goes(folded: str) -> bool:
    """«thứ 7 này tôi cũng đi Bình Ngọc»: somebody comes, if an open day is held there."""
    return bool(_GOES.search(folded)) and not (_NOT.search(folded) or _GIVEN_BACK.search(folded))


_RATHER = re.compile(r"\b(?:doi|chuyen)(?: \w+){0,2} (?:sang|qua|den|ve)\b")


def would_rather(folded: str) -> bool:
    """«cho e xin chuyển qua Bình Ngọc»: to come elsewhere, or another day."""
    return bool(_RATHER.search(folded))


def joined(text: str) -> list[str]:
    """«t7 và cn cho e 2 suất»: the pieces in which a day may be named each."""
    return [piece.strip() for piece in _JOINED.split(text)]
