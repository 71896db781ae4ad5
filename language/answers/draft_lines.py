"""A draft of work put right in words: «2 thôi t5», «hạn 1 t5», «1 giao Mai»."""

import re
from dataclasses import dataclass
from typing import Literal

_WORD = r"(?:viec|dong|so|muc)"
_ROW = rf"(?:{_WORD}\s*)?(?P<n>[1-9]\d?)"
_TO = r"(?:(?:sang|den|toi|thanh|la|lai|vao)\s+)*"
_SMALL = r"(?:\s+(?:nhe|nha|a|di|luon|em|e))*[\s.!]*"
What = Literal["give", "due", "lead"]
_GIVE = r"(?:(?:ok|uh|u|dong y|duyet)[ ,]+)?giao(?: (?:viec|het|tat ca|ca \d+|\d+ viec))*"
_LIMIT_OF = rf"(?:(?:doi|sua|lui) )?han(?: {_WORD})? (?P<n>[1-9]\d?)[ ,:]+{_TO}(?P<rest>.+?)"
_LEAD = rf"(?:{_ROW}[ ,:]+)?(?:giao|chuyen)(?: lai)?(?: cho| sang)? (?P<rest>.+?)"
_RATHER = r"(?:(?:a|nham|thoi|doi|sua|lui|chuyen|de)[ ,]+)*(?:han[ ,]+)?"
_LIMIT = rf"(?:{_ROW}(?:[ ,:]+|$))?{_RATHER}{_TO}(?P<rest>.+?)"
_LINES: tuple[tuple[What, re.Pattern[str]], ...] = (
    ("give", re.compile(_GIVE + _SMALL)),
    ("due", re.compile(_LIMIT_OF + _SMALL)),
    ("lead", re.compile(_LEAD + _SMALL)),
    ("due", re.compile(_LIMIT + _SMALL)),
)


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


def _change(what: What, match: re.Match[str], said: str) -> DraftChange:
    groups = match.groupdict()
    row = int(groups["n"]) if groups.get("n") else None
    words = said[slice(*match.span("rest"))] if groups.get("rest") else ""
    return DraftChange(what, row, words)
