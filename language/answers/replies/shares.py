"""How much of a piece of work is done, by its own title: «còn 4 hộ» of «Vận động 6 hộ»."""

import re

from language.answers.replies.cues import is_called
from language.line.fold import fold
from language.line.patterns import NOT
from language.line.restore import read

WHOLE = 100
_LEFT = re.compile(r"\bcon (?:lai |no |thieu )?(\d{1,4}) ([a-z]+)")
_DONE = re.compile(
    r"\b(?:moi|da|duoc|chi)(?: (?:chi|moi|duoc|lam|ky|xong|van dong|co))* (\d{1,4}) ([a-z]+)"
)
_ALONE = re.compile(
    r"(?:la |chi |moi |co )*(\d{1,3})\s*%?(?: (?:thoi|a|nhe|c|chi|anh|e|em|moi dung))*"
)
_RATIO = re.compile(
    r"(?:la |chi |moi |co |duoc )*(?P<part>\d{1,4})\s*/\s*(?P<whole>\d{1,4})"
    r"(?: (?:thoi|a|nhe|c|chi|anh|e|em|moi dung))*"
)
_OBSTACLE = re.compile(r"\b(?:vướng|vuong|kẹt|ket|nhưng|nhung)\b", re.IGNORECASE)
_NAMED = re.compile(r"^\s*(?:(?:việc|viec|nv|số|so)\s+)*\d{2,4}\b[\s:,]*", re.IGNORECASE)
_NOT_THAT = re.compile(
    rf"[,\s]*\b(?:chứ|chu|chớ|cho)?\s*\b(?:{NOT})\s+(?:phải|phai)\s+(?:là\s+|la\s+)?"
    r"(\d{1,3})\s*%?\s*(?:đâu|dau|nhé|nhe|ạ|a)?\s*$",
    re.IGNORECASE,
)
"""«60% chứ k phải 80»: what it is not names no work."""


def share_done(text: str, title: str) -> int | None:
    """In hundredths; None where the title has no whole of the same things."""
    said = fold(text)
    left, done = _LEFT.search(said), _DONE.search(said)
    found = left or done
    whole = re.search(rf"\b(\d{{1,4}}) {found[2]}\b", fold(title)) if found else None
    if found is None or whole is None or not 0 <= int(found[1]) <= int(whole[1]) > 0:
        return None
    parts = int(whole[1]) - int(found[1]) if left else int(found[1])
    return round(WHOLE * parts / int(whole[1]))


def share_alone(text: str) -> int | None:
    """«38 thôi», «45%»: in hundredths; None where it says anything besides, or is no share."""
    said = _ALONE.fullmatch(fold(text).strip(" .!"))
    return int(said[1]) if said and int(said[1]) <= WHOLE else None


def share_of_before(text: str, before: str) -> int | None:
    """«4/6», where «5/6» was told before: a date has another whole."""
    said = _RATIO.fullmatch(fold(text).strip(" .!"))
    whole = int(said["whole"]) if said else 0
    told = whole and re.search(rf"\d\s*/\s*{whole}\b", before)
    return round(WHOLE * int(said["part"]) / whole) if said and told else None


def told_besides(text: str) -> str:
    """«mới làm 1 hộ, vướng vật liệu»: what is said before the obstacle, where it has a figure."""
    found = next((m for m in _OBSTACLE.finditer(text) if not _is_name(text, m)), None)
    before = _NAMED.sub("", text[: found.start()]).strip(" ,.;") if found else ""
    return before if re.search(r"\d", before) else ""


def _is_name(text: str, said: re.Match[str]) -> bool:
    """«ong Vuong kho qua» names who is difficult."""
    line = read(text)
    return any(w.start == said.start() and is_called(line, i) for i, w in enumerate(line.words))


def without_what_it_is_not(text: str) -> str:
    return _NOT_THAT.sub("", text)
