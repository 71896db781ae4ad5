"""Finds who is meant: a colleague («Nam», «c Hoa», «đ/c Dung VP») or an organisation («ĐTN»)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from language.line.fold import bare, one_tone_place, tidy
from language.line.phrases import phrases
from language.line.restore import read
from language.line.vocabulary import book
from language.line.words import Line, cut

How = Literal["exact", "unmarked", "partly", "title", "typo", "none"]


@dataclass(frozen=True, slots=True)
class Colleague:
    key: str
    full_name: str
    title: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    people: tuple[Colleague, ...] = ()
    how: How = "none"

    @property
    def one(self) -> Colleague | None:
        """The person, if there is no doubt; otherwise ask among `people`."""
        return self.people[0] if len(self.people) == 1 and self.how != "typo" else None


def who(text: str, roster: Sequence[Colleague]) -> Match:
    """Who of the roster is called so. Several people, or a typo: to be asked by buttons."""
    line = cut(text)
    start, end, unit = _frame(line)
    words = [w.text for w in line.words[start:end] if w.text[0].isalnum()]
    if not words or len(words) > 8:
        return Match()
    found = _by_name(words, roster)
    if found.how in ("none", "typo"):
        title = [w.text for w in line.words[start:] if w.text[0].isalnum()]
        named = _by_title(title, roster)
        found, unit = (named, "") if named.people else (found, unit)
    if unit:
        there = tuple(p for p in found.people if _unit_code(p.unit) == unit)
        return Match(there, found.how) if there else found
    return found


def is_no_name(word: str, after: str, then: str = "") -> bool:
    """«nam nay», «mai mua to»: what stands behind it says that it is another word; «Mai mua hoa»
    is hers, «mai mưa» is not."""
    name, behind = bare(word.casefold()), after.casefold()
    if behind in book("names")["not_name_marked"].get(name, ()):
        return True
    beside = {bare(one) for one in book("names")["not_name"].get(name, ())}
    return not beside.isdisjoint({bare(behind), bare(f"{behind} {then.casefold()}")})


def _frame(line: Line) -> tuple[int, int, str]:
    """The name without the address before it and the unit after it."""
    start, end = 0, len(line)
    while start < end:
        after = _address(line, start, end)
        if after == start:
            break
        start = after
    for i in range(start + 1, end):
        tag, after = phrases("names", "units").tag(line, i)
        if tag and all(not w.text[0].isalnum() for w in line.words[after:end]):
            return start, i, tag
    return start, end, ""


def _address(line: Line, start: int, end: int) -> int:
    """Where the address ends that begins here; of «giao Anh» it is «giao» alone."""
    _, after = phrases("names", "address").tag(line, start)
    if after < end or after == start:
        return after
    shorter = [e for _, e in phrases("names", "address").all_at(line, start) if e < end]
    return max(shorter, default=start) if line.words[end - 1].capital else start


@lru_cache(maxsize=256)
def _unit_code(unit: str) -> str:
    tag, end = phrases("names", "units").tag(line := cut(unit), 0) if unit else ("", 0)
    return tag if tag and end == len(line) else unit.upper()


@lru_cache(maxsize=4096)
def _name_words(full_name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words = tuple(one_tone_place(w) for w in tidy(full_name).lower().split())
    return words, tuple(bare(w) for w in words)


_LEVELS: tuple[How, ...] = ("exact", "unmarked", "partly", "typo")


def _by_name(words: list[str], roster: Iterable[Colleague]) -> Match:
    ranked: dict[How, list[Colleague]] = {level: [] for level in _LEVELS}
    for person in roster:
        level = _level(words, person)
        if level:
            ranked[level].append(person)
    for level in _LEVELS:
        if ranked[level]:
            return Match(tuple(ranked[level]), level)
    return Match()


def _level(words: list[str], person: Colleague) -> How | None:
    marked, plain = _name_words(person.full_name)
    asked = [bare(w) for w in words]
    written = any(w != b for w, b in zip(words, asked, strict=True))
    k = len(words)
    if k > len(marked):
        return None
    if list(marked[-k:]) == words and (written or list(plain[-k:]) == list(marked[-k:])):
        return "exact"
    if list(plain[-k:]) == asked:
        return "typo" if written and _clash(words, list(marked[-k:])) else "unmarked"
    if k > 1 and _in_order(asked, plain):
        return "partly"
    if all(_near(a, b) for a, b in zip(asked, plain[-k:], strict=True)):
        return "typo"
    return None


def _clash(asked: list[str], name: list[str]) -> bool:
    """Marks are evidence: «Hòa» is not surely «Hoa»."""
    return any(a != n and a != bare(a) for a, n in zip(asked, name, strict=True))


def _in_order(asked: list[str], name: Sequence[str]) -> bool:
    """«Nguyễn Hoa» for «Nguyễn Thị Hoa»: the last word is the given name."""
    rest = iter(name)
    return asked[-1] == name[-1] and all(word in rest for word in asked)


def _near(a: str, b: str) -> bool:
    """One letter wrong, missing, doubled or swapped; short names must be right."""
    if a == b:
        return True
    if min(len(a), len(b)) < 3 or abs(len(a) - len(b)) > 1:
        return False
    i = next(
        (n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    swapped = a[i + 1 : i + 2] == b[i : i + 1] and a[i : i + 1] == b[i + 1 : i + 2]
    return (
        a[i + 1 :] == b[i + 1 :]
        or a[i:] == b[i + 1 :]
        or a[i + 1 :] == b[i:]
        or (swapped and a[i + 2 :] == b[i + 2 :])
    )


def _by_title(words: list[str], roster: Iterable[Colleague]) -> Match:
    """«chánh văn phòng», «chủ tịch hội nông dân»."""
    asked = [bare(w) for w in words]
    if len(asked) < 2:
        return Match()
    found = tuple(p for p in roster if _says(asked, bare(tidy(p.title).lower()).split()))
    return Match(found, "title") if found else Match()


def _says(asked: list[str], title: list[str]) -> bool:
    clean = iter(w.strip(",;.()") for w in title)
    return all(word in clean for word in asked)


def organisation(text: str) -> str:
    """The code of the organisation that these words name, and nothing besides; else empty."""
    line = read(text)
    code, end = phrases("figures", "organisations").tag(line, 0)
    return code if end == len(line) else ""
