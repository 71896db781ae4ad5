"""A body that stands in every place, such as «UBND các xã, phường», is met at each place's own."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from domain.names import fold
from domain.people import Locality

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class EveryPlace:
    """What an office's places are called, and what sorts of places they are, in plain letters."""

    names: Collection[str]
    sorts: Words

    @classmethod
    def of(cls, places: Iterable[Locality]) -> "EveryPlace":
        found = list(places)
        sorts = frozenset(fold(one.kind) for one in found)
        return cls([fold(one.name) for one in found], sorts)

    def akin(self, body: str, others: Mapping[int, str]) -> frozenset[int]:
        """Of the other bodies those that it covers, or that cover it."""
        every, own = self._every(body), self._own(body)
        if every:
            return frozenset(n for n, other in others.items() if self._holds(every, other))
        return frozenset(n for n, name in others.items() if own and own <= self._every(name))

    def _holds(self, every: Words, other: str) -> bool:
        own = self._own(other)
        return bool(own) and own <= every

    def _every(self, body: str) -> Words:
        """The words of one that ends with a sort of places and names none."""
        said = _words(body)
        ends = said[-1:] and said[-1] in self.sorts
        return frozenset(said) if ends and not self._place_in(said) else frozenset()

    def _own(self, body: str) -> Words:
        """The words of one that names a place, without its name; the place alone is no body."""
        said = _words(body)
        own = frozenset(said).difference(self._place_in(said).split())
        return own if len(own) < len({*said}) and own - self.sorts else frozenset()

    def _place_in(self, said: list[str]) -> str:
        line = f" {' '.join(said)} "
        return next((one for one in self.names if f" {one} " in line), "")


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))
