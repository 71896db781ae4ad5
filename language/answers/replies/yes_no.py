"""Yes, no and «thôi», as people type them under a question; a sentence says more than that."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal

from language.line.fold import fold
from language.line.patterns import NOT, YES, spelt
from language.line.vocabulary import book

YesNo = Literal["yes", "no", ""]
Way = Literal["block", "release", "note", "say", "drop", ""]
MOST_WORDS = 5
"""A longer line says more than yes or no."""
BESIDE = 2
"""So many more, where it says to send as well."""

NOES = spelt("không")
"""The one word in all its short forms."""


def _listed(answer: str) -> frozenset[str]:
    """Each with its marks, and with none: «đừng» is not «đúng»."""
    words = book("yes_no")["short"][answer]
    return frozenset(typed for one in words for typed in (one, fold(one)))


_YES, _NO, _SENDS = _listed("yes"), _listed("no"), _listed("sends")
_SIGNS = frozenset("👍👌❤✅🫡🤝💯")
"""What is set under a message instead of a word."""
_NAMES_TOO = frozenset({"dung"})
_SENT = frozenset(["gửi", "gui", "gởi", "goi", "em gửi", "em gui", "e gửi", "e gui"])
_AROUND, _BEFORE, _AFTER = _listed("around"), _listed("before"), _listed("after")
"""What may stand around a plain yes or no, and says nothing more: «đúng rồi», but «gửi rồi» says
that it was sent."""
_GOES = frozenset(["đi", "di"])
_ABLE, _COMES = _listed("able"), _listed("comes")
_WHO_GOES = frozenset(["em", "e", "tôi", "toi", "mình", "minh", "cháu", "chau", "con"])
_STAYS = frozenset((*NOES, *(f"{no} a" for no in NOES), "da khong", "no"))
ALLOWED = ("co", "duoc", "yes")
_NOBODY_NEEDED = re.compile(
    rf"(?:(?:da|thoi|a|{YES})[ ,]+)*"
    rf"(?:(?:{NOT}|chang)(?: phai| co)?"
    r"(?: (?:can|ai|nguoi))+|khoi(?: (?:can|ai))+)(?: (?:ai|gi|nguoi|lam|thay|ho|ca))*"
    r"(?: (?:dau|nua|viec|a|c|chi|anh|sep|nhe|nha|e|em|oi|roi))*"
)
_NOTHING = "0"
NOBODY = ("khong", "khong co", _NOTHING)
_WITHDRAWN = (_NOTHING, "rut", "rut nhom", "withdraw")
_POLITE = r"(?: (?:di|nhe|nha|luon|giup|ho|toi|em|e|anh|chi|c|a|voi|ngay|duoc|roi|day|cho|den))*"
_PASSES_ON = re.compile(
    rf"(?:(?:da|{YES}|dung|thi|cu|em|e)[ ,]+)*(?:chuyen|hoi)"
    rf"(?: (?:loi|cau|tin)(?: (?:do|nay|ay))?)?{_POLITE}"
)
"""«ừ chuyển đi», «ok chuyển lời giúp tôi»."""
_KEEPS_IT = re.compile(
    rf"(?:(?:da|thoi|a|khoan)[ ,]+)*(?:dung|khoi|(?:{NOT})(?: (?:can|phai))?)"
    rf"(?: (?:chuyen|hoi|gui))?(?: (?:loi|nua|dau|vay))*{_POLITE}"
)
"""«đừng chuyển», «không cần đâu»."""
_WAYS: dict[str, Way] = {
    "vuong": "block",
    "vuong mac": "block",
    "them": "block",
    "them vao": "block",
    "them vuong mac": "block",
    "them vao vuong mac": "block",
    "khong nhan": "release",
    "xin khong nhan": "release",
    "chi ghi": "note",
    "ghi lai": "note",
    "chi ghi lai": "note",
}


def yes_no(text: str) -> YesNo:
    """«đúng», «ok c», «dạ vâng», «thôi»: an answer to something that was read back."""
    said = _core(text)
    if said in _YES:
        return "yes"
    return "no" if said in _NO and not _is_agreed(text) else ""


def plainly(text: str) -> YesNo:
    """The same, and «gửi»: nothing but a yes or a no."""
    return "yes" if sends(text) else yes_no(text)


def may_be_a_name(text: str) -> bool:
    """«Dung»: a yes without its marks, and somebody's name."""
    return text.strip(" .!").casefold() in _NAMES_TOO


def agrees(sign: str) -> bool:
    """A reaction that says yes: «👍», «👌», in whatever colour."""
    return sign[:1] in _SIGNS


def is_not(text: str) -> bool:
    """«không», which may also answer a question of somebody's; «thôi» never does."""
    return _bare(text) in NOES


def comes_or_not(text: str) -> YesNo:
    """«có», «ừ», «ko ạ»: whether one comes, in a word."""
    if yes_no(text) == "yes" or _core(text) in _COMES:
        return "yes"
    return "no" if _bare(text) in _STAYS else ""


def sends(text: str) -> bool:
    """«gửi», «đúng rồi gửi đi», or a plain yes, under what is shown before it is sent."""
    return yes_no(text) == "yes" or _core(text) in _SENDS or _agrees_and_sends(text)


def _agrees_and_sends(text: str) -> bool:
    """«đúng rồi gửi đi», «ừ chuẩn rồi, chốt luôn»; «đúng là gửi rồi» tells of another."""
    words = re.findall(r"[\w👍✅]+", unicodedata.normalize("NFC", text).lower())
    yes = next((n for n, word in enumerate(words) if word in _YES), len(words))
    rest = words[yes + 1 :]
    while rest and rest[0] in _AFTER | _AROUND | _YES:
        rest.pop(0)
    opens = all(word in _BEFORE | _AROUND for word in words[:yes])
    return opens and len(words) <= MOST_WORDS + BESIDE and _core(" ".join(rest)) in _SENDS


def is_word_of(text: str, label: str) -> bool:
    """The word that begins the label, alone or behind a yes."""
    said, begins = re.findall(r"\w+", fold(text)), re.findall(r"\w+", fold(label))[:1]
    around = {fold(word) for word in _AROUND | _BEFORE | _AFTER | _YES}
    named = [word for word in said if word in begins]
    return bool(named) and all(word in begins or word in around for word in said)


def after_yes(text: str) -> str:
    """«dung, nghi t5»: what is said again after the yes; empty where there is no yes before it."""
    yes, _, more = text.strip().partition(",")
    return more.strip() if more.strip() and yes_no(yes) == "yes" else ""


def after_no(text: str) -> str:
    """«không phải, nghỉ t5»: what is said instead; empty where there is no «no» before it."""
    no, _, more = text.strip().partition(",")
    return more.strip() if more.strip() and yes_no(no) == "no" else ""


def _core(text: str) -> str:
    """The words without those that are only polite; a line of nothing else is its first word."""
    words = re.findall(r"[\w👍✅]+", unicodedata.normalize("NFC", text).lower())
    if len(words) > MOST_WORDS:
        return " ".join(words)
    if _somebody_goes(words):
        return " ".join(words)
    core = list(words)
    while len(core) > 1 and core[-1] in _AROUND:
        core.pop()
    if len(core) > 1 and core[-1] in _AFTER and " ".join(core[:-1]) not in _SENT:
        core.pop()
    while len(core) > 1 and core[0] in _AROUND | _BEFORE:
        core.pop(0)
    return " ".join(core)


def _somebody_goes(words: Sequence[str]) -> bool:
    """«em đi được rồi», «có đi», «ok em đi»: that one goes, which under «Hủy đăng ký?» is a no;
    «ok đi em», «dì ơi ok» say nothing of it."""
    around = zip(["", *words], words, [*words[1:], ""], strict=False)
    return any(
        word in _GOES and (after in _ABLE or before in _WHO_GOES) for before, word, after in around
    )


def _is_agreed(text: str) -> bool:
    """«ok thôi» may be either."""
    return _bare(text).startswith("ok")


def withdraws(text: str) -> bool:
    """«0», «rút nhóm»: the group is taken back."""
    return fold(text) in _WITHDRAWN


def takes(text: str) -> bool:
    """«đã nhận ạ», «nhận việc»."""
    return "nhan" in fold(text)


def needs_nobody(text: str) -> bool:
    """«không cần đâu chị», «không ai»: nobody stands in."""
    return _NOBODY_NEEDED.fullmatch(_bare(text)) is not None


def is_nothing(text: str) -> bool:
    """«0»: there is nothing to say."""
    return text.strip() == _NOTHING


def way_meant(text: str) -> Way:
    """«vướng», «không nhận», «chỉ ghi», «chuyển đi», «thôi»: which way a doubtful «no», or an
    offer to pass it on, is settled."""
    said, answer = _bare(text), yes_no(text)
    if answer == "no" or said in _WAYS:
        return "drop" if answer else _WAYS[said]
    if not answer and _KEEPS_IT.fullmatch(said):
        return "drop"
    return "say" if _PASSES_ON.fullmatch(said) else ""


def _bare(text: str) -> str:
    return fold(text).strip(" .!")
