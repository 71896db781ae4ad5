"""A draft of work put right in words: «2 thôi t5», «hạn 1 t5», «1 giao Mai»."""

import re
from dataclasses import dataclass
from typing import Literal

from domain.names import fold

_WORD = r"(?:viec|dong|so|muc)"
_ROW = rf"(?:{_WORD}\s*)?(?P<n>[1-9]\d?)"
_TO = r"(?:(?:sang|den|toi|thanh|la|lai|vao)\s+)*"
_SMALL = r"(?:\s+(?:nhe|nha|a|di|luon|em|e))*[\s.!]*"
What = Literal["give", "due", "lead", "support", "count"]
_GIVE = r"(?:(?:ok|uh|u|dong y|duyet)[ ,]+)?giao(?: (?:viec|het|tat ca|ca \d+|\d+ viec))*"
_LIMIT_OF = rf"(?:(?:doi|sua|lui) )?han(?: {_WORD})? (?P<n>[1-9]\d?)[ ,:]+{_TO}(?P<rest>.+?)"
_LEAD = rf"(?:{_ROW}[ ,:]+)?(?:giao|chuyen)(?: lai)?(?: cho| sang)? (?P<rest>.+?)"
_BEFORE = rf"(?:(?:a|ah|thoi|nham|uh|u)[ ,]+)*(?:{_ROW}[ ,:]+)?"
_INSTEAD = rf"{_BEFORE}(?:doi|chuyen|thay)(?: lai)?(?: nguoi)? {_TO}(?:bang )?(?P<rest>[^\d,:]+?)"
_LET = rf"{_BEFORE}(?:de|cho|nho) (?P<rest>[^\d,:]+?) (?:lam|lo|nhan|di|phu trach)"
_RATHER = r"(?:(?:a|nham|thoi|doi|sua|lui|chuyen|de)[ ,]+)*(?:han[ ,]+)?"
_LIMIT = rf"(?:{_ROW}(?:[ ,:]+|$))?{_RATHER}{_TO}(?P<rest>.+?)"
_HELP = r"(?:phoi hop|ho tro|giup|phu|cung lam|lam cung)(?: voi)?"
_WITH = rf"(?:{_ROW}[ ,:]+)?(?:cho |nho |co |va )*them (?P<rest>[^\d,:]+?) {_HELP}"
_WITH_LATER = rf"(?:{_ROW}[ ,:]+)?(?:them )?{_HELP} them (?P<rest>[^\d,:]+?)"
_ABOUT = r"(?:a|ah|nham|quen|hinh nhu|chac|thoi|sua|doi|la|co|chi|moi|lai|thanh|con|dung ra)"
_COUNT = rf"(?:{_ABOUT}[ ,]+)+(?P<rest>\d+(?: [^\W\d_]+){{0,2}}?)(?: (?:thoi|moi dung|la du|chu))*"
_LINES: tuple[tuple[What, re.Pattern[str]], ...] = (
    ("give", re.compile(_GIVE + _SMALL)),
    ("due", re.compile(_LIMIT_OF + _SMALL)),
    ("support", re.compile(_WITH + _SMALL)),
    ("support", re.compile(_WITH_LATER + _SMALL)),
    ("lead", re.compile(_LEAD + _SMALL)),
    ("lead", re.compile(_INSTEAD + _SMALL)),
    ("lead", re.compile(_LET + _SMALL)),
    ("due", re.compile(_LIMIT + _SMALL)),
    ("count", re.compile(_COUNT + _SMALL)),
)


_NUMBER = re.compile(r"(?<![\w/.,])\d+(?![\w/]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class DraftChange:
    """What is put right, in which line of the draft (the only one where none is named)."""

    what: What
    row: int | None = None
    words: str = ""


def draft_changes(text: str, folded: str) -> list[DraftChange]:
    """All that the line may mean; whose words are a day or a name is for others to say."""
    said = " ".join(text.split())
    if len(said) != len(folded):
        said = folded
    found = ((what, line.fullmatch(folded)) for what, line in _LINES)
    return [_change(what, match, said) for what, match in found if match]


def with_count(title: str, words: str) -> str:
    """«38», «12 thùng»: the title with this number instead of its only one, of the same things;
    empty where that is not plain."""
    said, _, unit = words.partition(" ")
    found = list(_NUMBER.finditer(title))
    fits = len(found) == 1 and fold(title[found[0].end() :]).strip().startswith(fold(unit))
    return f"{title[: found[0].start()]}{said}{title[found[0].end() :]}" if fits else ""


def _change(what: What, match: re.Match[str], said: str) -> DraftChange:
    groups = match.groupdict()
    row = int(groups["n"]) if groups.get("n") else None
    words = said[slice(*match.span("rest"))] if groups.get("rest") else ""
    return DraftChange(what, row, words)
