"""Which of the shown days is meant, in words: «buổi 7h», «ngày 28», «cái ở Hải Yên», «cái đầu»."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from language.answers.activities.day_names import called_so
from language.answers.replies.choices import choice_among

_DAY = re.compile(r"\b(?:ngay|hom|mung|mong) (\d{1,2})(?! ?[/h:g]|\d)")
_HOUR = re.compile(r"\b(?:luc )?(\d{1,2}) ?(?:h|g|gio|:)(?: ?([0-5]\d))?\b")
_PART = re.compile(r"\b(?:buoi |ca )?(sang|chieu|toi)\b")
_SMALL = re.compile(
    r"\b(?:cai|buoi|hoat dong|ngay|hom|lop|o|tai|ben|cho|diem|cua|thi|la|co|ay|do|nay|kia|nhe|nha"
    r"|a|em|e|chi|anh|c|thoi|luc|bat dau)\b|[.,!]"
)
PARTS = {"sang": range(12), "chieu": range(12, 18), "toi": range(18, 24)}


def by_place(text: str, shown: Sequence[int]) -> int | None:
    """«cái đầu», «cái thứ 2», in the order in which they are shown."""
    place = choice_among(text, ["–"] * len(shown))
    return only([shown[n] for n in place]) if place is not None else None


def called(found: Collection[int], said: str, names: Mapping[int, Sequence[str]]) -> list[int]:
    """Those of them that the words name, all where they name none."""
    words = " ".join(_SMALL.sub(" ", said).split())
    return [one for one in called_so(words, names) if one in found] if words else [*found]


def at_that_time(said: str, starts: Mapping[int, datetime]) -> tuple[list[int], str]:
    """Those of that day of the month, that hour, that part of the day; and the other words."""
    found = list(starts)
    if day := _DAY.search(said):
        found = [one for one in found if starts[one].day == int(day[1])]
        said = _DAY.sub(" ", said)
    if hour := _HOUR.search(said):
        found = [one for one in found if _begins_at(starts[one], int(hour[1]), hour[2])]
        said = _HOUR.sub(" ", said)
    if part := _PART.search(said):
        found = [one for one in found if starts[one].hour in PARTS[part[1]]]
        said = _PART.sub(" ", said)
    return found, said


def _begins_at(starts: datetime, hour: int, minute: str | None) -> bool:
    return starts.hour in (hour, hour + 12) and minute in (None, f"{starts.minute:02}")


def only(found: Collection[int]) -> int | None:
    return next(iter(found)) if len(found) == 1 else None
