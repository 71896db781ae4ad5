"""Which day out is called so: by its name, by words of it, by what is done there and where."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from language.answers.activities import planned_words as listed
from language.line.once import fold
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
