"""Who is called at the beginning of a line, and what is said to them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from language.answers.assignments.briefing import longest_head
from language.answers.assignments.orders import is_moment
from language.line.fold import tidy
from language.line.names import Colleague
from language.line.restore import read
from language.line.yes_no import OK

_GREETING = re.compile(
    rf"(?:(?:chào|chao|à|a|này|nay|alo|ê|dạ|da|{OK}|thế|the|vậy|vay)[ ,]+)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CalledFirst:
    """The colleague, and the words to them."""

    person: int
    words: str


def called_first(text: str, roster: Sequence[Colleague]) -> CalledFirst | None:
    """«anh Quý ơi 143 xong chưa», «Mây: xem lại việc 139»; «mai 139 xong» is tomorrow."""
    flat = tidy(text)
    greeted = _GREETING.match(flat)
    said = flat[greeted.end() if greeted else 0 :] if "\n" not in text.strip() else ""
    found, after = longest_head(said, roster)
    if found.one is None or not after.strip() or is_moment(read(said), 0, after):
        return None
    return CalledFirst(int(found.one.key), after.strip(" ,:;-–—|"))
