"""«bố mẹ Yến đồng ý rồi», «mẹ cháu cho đi rồi»: the parents' yes, told by somebody else."""

import re

from language.line.once import fold
from language.line.yes_no import NOT

_PARENTS = (
    r"(?:bo me|ba me|cha me|phu huynh|gia dinh|nguoi nha|ong ba|bo|me|ba|ma|cha)"
    r"(?: (?:cua )?(?:chau|em|e|con|ban|toi|minh|t))?"
)
_WHO = r"(?: (?P<who>[^\s,.?!]+(?: [^\s,.?!]+){0,3}?))?"
_NOT_YET = re.compile(rf"\b(?:{NOT}|chua|se|neu|phai|chac|dang|hoi|xin)\b")
_AGREE = (
    r"(?:dong y|nhat tri|ky(?: giay| don)?|cho (?:(?:chau|em|con|e|ban|no) )?(?:di|phep|tham gia))"
    r"(?: (?:cho )?(?:chau|em|con|e|ban|no)(?: di| tham gia)?)?"
)
_SAID = re.compile(
    r"(?:(?:da|vang|ok|thua|bao|chi oi|anh oi|co oi|e|em|chau|con|la)[ ,]+)*"
    rf"{_PARENTS}{_WHO}(?: (?:da|cung|deu|bao|noi|la))* {_AGREE}"
    r"(?: (?:roi|r|a|nhe|nha|het|ca|em|chi|anh|co))*[ .!]*"
)


def parents_said(text: str) -> str | None:
    """The name of whose parents agree, empty where none is said; None where it says anything
    else, also a no."""
    flat = " ".join(text.split())
    folded = fold(flat)
    found = _SAID.fullmatch(folded)
    if found is None or _NOT_YET.search(folded):
        return None
    said = flat if len(folded) == len(flat) else folded
    return said[slice(*found.span("who"))] if found["who"] else ""
