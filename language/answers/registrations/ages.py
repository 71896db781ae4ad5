"""How old somebody says they are, who of the family comes along, and that the parents agree:
«bố mẹ Yến đồng ý rồi»."""

import re
from dataclasses import dataclass

from domain.refusals import Refusal
from language.answers.registrations.company import read_company
from language.line.fold import fold
from language.line.patterns import NOT

AN_AGE = re.compile(r"(?i).{0,60}\b\d{1,2} ?(?:tuổi|tuoi|t)\b[\w ,.!]{0,12}")
_SAID = re.compile(
    r"(?:(?:(?:em|e|toi|minh|chau) )?"
    r"(?:(?:that|thuc) ra|xin loi|(?:bao |khai |ghi )?nham)[ ,.:]*)*"
    r"(?:em|e|toi|tui|minh|mk|to|chau) (?:(?:moi|chi|nay|nam nay|la|co|that ra|thuc ra) )*"
    r"(?P<under>(?:duoi|chua du|chua toi|chua den|khong du) )?(?:(?:tren|du|hon) )?"
    r"(?P<years>\d{1,2}) ?(?:tuoi|t)(?: (?:a|nhe|nha|thoi|roi|ma|ad))*\W*"
)
"""About the writer: children who come along are another question's."""
_NUMBERS = {"một": "1", "hai": "2", "ba": "3", "bốn": "4", "năm": "5", "mot": "1", "bon": "4"}
_WORD = re.compile(rf"\b(?:{'|'.join(_NUMBERS)})\b", re.IGNORECASE)
_ADULTS = re.compile(r"(-?\d+) *(?:nguoi *)?(?:lon|adults?)")
_CHILDREN = re.compile(r"(-?\d+) *(?:tre|chau|be|con|em|child|kid)")


@dataclass(frozen=True, slots=True)
class YearsSaid:
    """«em mới 15 tuổi», «em chưa đủ 16 tuổi»."""

    years: int
    under: bool


def read_age(text: str) -> YearsSaid | None:
    """The age that somebody says of themselves."""
    said = _SAID.fullmatch(fold(text))
    return YearsSaid(int(said["years"]), bool(said["under"])) if said else None


def read_family(text: str) -> tuple[int, int]:
    """Adults and children; numbers of more than three digits are no family. «vợ và 2 con» counts
    the wife, and «đi một mình» nobody."""
    said = fold(_WORD.sub(lambda word: _NUMBERS[word[0].casefold()], text))
    if re.fullmatch(r"\d{1,3}", said):
        return int(said), 0
    told = None if re.search(r"-\d", said) else read_company(text, {})
    if told and told.alone:
        return 0, 0
    if told and not told.fewer and (told.named or ":" in text):
        return told.adults, told.children
    adults, children = _ADULTS.findall(said), _CHILDREN.findall(said)
    if not (adults or children):
        raise Refusal("number_expected")
    return _sum(adults), _sum(children)


def _sum(numbers: list[str]) -> int:
    """«một cháu 9 tuổi, một cháu 12 tuổi» are two."""
    return sum(int(number[:4]) for number in numbers)


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
_AGREES = re.compile(
    r"(?:(?:da|vang|ok|thua|bao|chi oi|anh oi|co oi|e|em|chau|con|la)[ ,]+)*"
    rf"{_PARENTS}{_WHO}(?: (?:da|cung|deu|bao|noi|la))* {_AGREE}"
    r"(?: (?:roi|r|a|nhe|nha|het|ca|em|chi|anh|co))*[ .!]*"
)


def parents_said(text: str) -> str | None:
    """The name of whose parents agree, empty where none is said; None where it says anything
    else, also a no."""
    flat = " ".join(text.split())
    folded = fold(flat)
    found = _AGREES.fullmatch(folded)
    if found is None or _NOT_YET.search(folded):
        return None
    said = flat if len(folded) == len(flat) else folded
    return said[slice(*found.span("who"))] if found["who"] else ""
