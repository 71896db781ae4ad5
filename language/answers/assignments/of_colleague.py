"""What is ordered of a colleague's work by their name: «hủy việc của Hoa», «hỏi Hoa xong chưa»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from language.answers.assignments.people_named import called_first, longest_head
from language.line.fold import fold, tidy
from language.line.names import Colleague
from language.line.vocabulary import book

Order = Literal["extend", "hand_over", "cancel", "ask", "remind", ""]


@dataclass(frozen=True, slots=True)
class OfColleague:
    """Whose work it is, what is to become of it, whom it goes over to, and what is said besides;
    no order is a word to them."""

    person: int
    order: Order = ""
    to: int | None = None
    words: str = ""


def of_colleague(text: str, roster: Sequence[Colleague]) -> OfColleague | None:
    """None where nobody is named at the beginning or behind «của», or one speaks of oneself."""
    said = tidy(text)
    flat = fold(said)
    if "\n" in text.strip() or len(flat) != len(said) or _says("own").search(flat):
        return None
    if slip := _opened("slip").match(flat):
        said, flat = said[slip.end() :], flat[slip.end() :]
    return _begun(said, flat, roster) or _whose(said, flat, roster) or _called(said, roster)


def _begun(said: str, flat: str, roster: Sequence[Colleague]) -> OfColleague | None:
    """«hỏi Hoa sao chưa xong», «nhắc Quý vụ đèn»."""
    orders: tuple[tuple[str, Order], ...] = (("asks", "ask"), ("reminds", "remind"))
    for name, order in orders:
        if found := _opened(name).match(flat):
            person, rest = _one(said[found.end() :], roster)
            return OfColleague(person, order, words=rest) if person and rest else None
    return None


def _whose(said: str, flat: str, roster: Sequence[Colleague]) -> OfColleague | None:
    """«chuyển việc của Hoa cho Bình», «lùi việc của Hoa đến 30/11»: what begins with the order."""
    of = _says("whose").search(flat)
    person, rest = _one(said[of.end() :].strip(), roster) if of else (None, "")
    if of is None or person is None:
        return None
    before = flat[: of.start()].strip()
    if _opens("cancel", before):
        return OfColleague(person, "cancel", words=_without_comma(rest))
    if _opens("extend", before):
        return OfColleague(person, "extend", words=rest)
    if _opens("hand_over", before) and (over := _opened("over_to").match(fold(rest))):
        to, why = _one(rest[over.end() :], roster)
        return OfColleague(person, "hand_over", to, _without_comma(why)) if to else None
    return None


def _called(said: str, roster: Sequence[Colleague]) -> OfColleague | None:
    """«Hoa không phải làm nữa», «Hoa chỉ đến 30/11 thôi»."""
    called = called_first(said, roster)
    if called is None or _is_pronoun(said, called.words):
        return None
    if _says("no_longer").search(fold(called.words)):
        return OfColleague(called.person, "cancel")
    extends = _says("extends").search(fold(called.words))
    moves = extends and not _extends_a_thing().search(fold(called.words))
    return OfColleague(called.person, "extend" if moves else "", words=called.words)


def titles_named(text: str, titles: Sequence[str]) -> list[int]:
    """The places of those of which two words stand together in the line, and in no other."""
    said, held = _pairs(text), [_pairs(title) for title in titles]
    own = [
        pairs.difference(*(other for n, other in enumerate(held) if n != place))
        for place, pairs in enumerate(held)
    ]
    return [place for place, pairs in enumerate(own) if pairs & said]


def _pairs(text: str) -> set[tuple[str, str]]:
    words = re.findall(r"[^\W\d]+", fold(text))
    return {*pairwise(words)}


def _is_pronoun(said: str, rest: str) -> bool:
    """«anh nhớ là nộp rồi»: nobody is called Ánh."""
    name = said[: len(said) - len(rest)].strip(" ,:")
    return name.islower() and fold(name) in _phrases("pronouns")


def _one(said: str, roster: Sequence[Colleague]) -> tuple[int | None, str]:
    found, rest = longest_head(said, roster)
    return (int(found.one.key), rest.strip(" :;–-")) if found.one else (None, said)


def _without_comma(said: str) -> str:
    return said.strip(" ,.;")


def _opens(name: str, before: str) -> bool:
    """The order, and nothing behind it but «việc»."""
    found = _opened(name).match(f"{before} ")
    return found is not None and not (set(before[found.end() :].split()) - _small())


@cache
def _small() -> frozenset[str]:
    return frozenset(word for one in _phrases("work") for word in one.split())


@cache
def _opened(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(name)})[ ,]+")


@cache
def _says(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(name)})\b")


@cache
def _extends_a_thing() -> re.Pattern[str]:
    """«gia hạn hợp đồng thuê»: work of its own, and no later limit."""
    return re.compile(rf"\b(?:{_any('extends')}) (?:{_any('extended_things')})\b")


def _any(name: str) -> str:
    return "|".join(sorted(map(re.escape, _phrases(name)), key=len, reverse=True))


def _phrases(name: str) -> list[str]:
    return [fold(one) for one in book("leaders")["of_colleague"][name]]
