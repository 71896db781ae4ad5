"""Which day out is meant: by its name, by words of it, by what is done there and where; among
those that are shown, «buổi 7h», «ngày 28», «cái ở Hải Yên», «cái đầu»."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache

from language.answers.activities import planned_words as listed
from language.answers.replies.choices import choice_among
from language.line.fold import fold
from language.line.vocabulary import book


def called_so(called: str, names: Mapping[int, Sequence[str]]) -> list[int]:
    """«ve sinh khu 3» is «Vệ sinh môi trường khu 3»: the words as they stand in a name; else all
    of them, anywhere in what it and its points are called."""
    folded = {one: [fold(name) for name in names[one]] for one in names}
    if same := [one for one in folded if called in folded[one]]:
        return same
    exact = [one for one in folded if any(called in name for name in folded[one])]
    said = set(called.split())
    return exact or [one for one in folded if said <= _words(folded[one])]


def done_so(called: str, names: Mapping[int, Sequence[str]]) -> list[int]:
    """«don rac bai bien» is «Tổng vệ sinh bãi biển»: the same is done there, and the place is
    its own."""
    deed = listed.deed().search(called)
    alike = _alike(deed[0]) if deed else None
    if deed is None or alike is None:
        return []
    where = set((called[: deed.start()] + called[deed.end() :]).split())
    folded = {one: fold(" ".join(names[one])) for one in names}
    same = [one for one in folded if alike.search(folded[one])]
    return [one for one in same if where <= _words([folded[one]])]


def _words(names: Sequence[str]) -> set[str]:
    return set(re.findall(r"[^\s,.()]+", " ".join(names)))


@cache
def _alike(deed: str) -> re.Pattern[str] | None:
    """All that is called so as well."""
    for deeds in book("planned")["alike"].values():
        same = [fold(one) for one in deeds]
        if deed in same:
            return re.compile(rf"\b(?:{'|'.join(map(re.escape, same))})\b")
    return None


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
