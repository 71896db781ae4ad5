"""A point's leader who cannot come: «mai em ốm không dẫn đoàn được», «nhờ Bắc dẫn thay»."""

import re
from dataclasses import dataclass

from language.line.fold import fold
from language.line.patterns import NOT


@dataclass(frozen=True, slots=True)
class CannotLead:
    """The words that name who leads instead; empty where nobody is named."""

    instead: str = ""
    doubtful: bool = False
    """Nothing is said of leading: «hôm đó tôi bận, nhờ ai đi thay»."""


_DAN = r"dan(?: (?:doan|nhom|diem|doi))?|dung diem|trong diem|lo diem|lam truong diem|chi huy"
_LEADS = rf"(?:{_DAN}|phu trach(?: (?:diem|doan|nhom|doi))?)"
_CANNOT = re.compile(
    rf"\b(?:{NOT}) (?:the )?{_LEADS}(?: [^\s,.?!]+){{0,3}}? (?:duoc|dc|dk|noi|nua)\b(?!\s*\?)"
)
_TITLE = r"(?:(?:anh|chi|em|bac|chu|co|a|c|e|dc|d/c|dong chi) )?"
_INSTEAD = (
    rf"(?:nho|de|cu|giao|xin|bao)(?: cho)? {_TITLE}(?P<who>[^\s,.?!]+(?: [^\s,.?!]+){{0,3}}?)"
)
_STANDS_IN = re.compile(rf"\b{_INSTEAD} {_LEADS}(?: (?:thay|ho|giup|dum))+\b")
_STANDS_IN_ALONE = re.compile(
    rf"(?:(?:da|vang|thoi|em|e|toi|minh|vay|hay la)[ ,]+)*{_INSTEAD} (?:{_DAN})"
    r"(?: (?:thay|ho|giup|dum))+"
    r"(?: (?:em|e|toi|minh|nhe|nha|a|duoc|thu 7|chu nhat|mai|nay))*[ .!]*"
)
_SOMEBODY = re.compile(
    rf"\b(?:ban|om|met|vuong|mac|co viec|(?:{NOT}) di)\b.*\b(?:nho|de|cu|xin|tim|bo tri|doi)"
    r"(?: (?:cho|giup|ho))? (?:ai|nguoi|dong chi|dc)(?: (?:do|khac|nao))*"
    r"(?: (?:di|dung|dan|phu trach))? thay\b"
)
_OF_OTHERS = re.compile(r"^(?:ai|neu)\b")


def cannot_lead(text: str) -> CannotLead | None:
    """What whoever leads a point says of not coming; None where nothing is said of leading."""
    flat = " ".join(text.split())
    folded = fold(flat)
    if _OF_OTHERS.search(folded):
        return None
    cannot = _CANNOT.search(folded)
    instead = (_STANDS_IN.search(folded) if cannot else None) or _STANDS_IN_ALONE.fullmatch(folded)
    if not (cannot or instead):
        return CannotLead(doubtful=True) if _SOMEBODY.search(folded) else None
    if instead is None:
        return CannotLead()
    said = flat if len(folded) == len(flat) else folded
    return CannotLead(said[slice(*instead.span("who"))])
