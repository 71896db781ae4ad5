"""An answer and its reading side by side: which words decided, which clauses they stand in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from language.answers.replies.answer import Answer, Reply
from language.answers.replies.cues import Span
from language.certainty.listed import acts, loud
from language.line.spans import Place, words_in
from language.line.vocabulary import book

NOTS = ("not", "notyet")
BECAUSE = ("vi", "do", "tai", "boi")
NEAR = 2  # words between a «not» and what it denies


class Reach:
    """Answers fast whether a stretch of words lies inside one of many."""

    def __init__(self, spans: Iterable[Span], length: int) -> None:
        self._ends = [0] * (length + 1)
        for a, b in spans:
            self._ends[a] = max(self._ends[a], b)
        for i in range(1, length + 1):
            self._ends[i] = max(self._ends[i], self._ends[i - 1])

    def holds(self, a: int, b: int) -> bool:
        return self._ends[a] >= b


@dataclass
class TakenFor:
    """What a line says, and what it was taken for."""

    answer: Answer
    found: Reply
    besides: Sequence[Place] = ()

    @cached_property
    def sorts(self) -> frozenset[str]:
        """The sorts of cues that speak for the reading."""
        return frozenset(self._listed)

    @property
    def _listed(self) -> list[str]:
        """The most telling first: «không đi được» before «ốm»."""
        listed: list[str] = book("answers")["speaks"].get(self.found.intent, [])
        return listed

    @cached_property
    def deciding(self) -> list[Span]:
        """The cues that show what is wanted; «không» and «chưa» alone decide nothing."""
        spans = self.answer.cues.spans
        cues = [s for sort in self.sorts if sort not in NOTS for s in spans.get(sort, ())]
        return [*cues, *(self._obstacles if self.found.intent == "blocked" else [])]

    @cached_property
    def _obstacles(self) -> list[Span]:
        """«mất mạng», «chưa có số liệu»: what stands in the way."""
        return [(a, b) for kind, a, b in loud().find(self.answer.line) if kind == "stopped"]

    @cached_property
    def taken(self) -> Reach:
        urged = self.answer.cues.spans.get("urged", ())  # «xong rồi, đừng giục nữa»
        return Reach([*self.deciding, *self._besides, *urged], len(self.answer.line))

    @cached_property
    def _besides(self) -> list[Span]:
        """The words that readers with a question of their own understood, stretch by stretch."""
        at = words_in(self.answer.line, self.besides)
        starts = sorted(i for i in at if i - 1 not in at)
        ends = sorted(i + 1 for i in at if i + 1 not in at)
        return list(zip(starts, ends, strict=True))

    @cached_property
    def starts(self) -> frozenset[int]:
        return frozenset(a for a, _ in self.deciding)

    def starts_of(self, sort: str) -> frozenset[int]:
        return frozenset(a for a, _ in self.answer.cues.spans.get(sort, ()))

    @cached_property
    def nots(self) -> list[Span]:
        """Every «not» that is no part of a longer phrase which was understood."""
        spans = self.answer.cues.spans
        found = {s for sort in NOTS for s in spans.get(sort, ())}
        longer = (s for listed in spans.values() for s in listed if s not in found)
        stopped = self._obstacles if self.found.intent == "blocked" else []
        known = Reach([*longer, *stopped, *self._besides], len(self.answer.line))
        return sorted(s for s in found if not known.holds(*s) and s[0] not in self.counted)

    @cached_property
    def counted(self) -> set[int]:
        """The words of a report that became figures."""
        if self.found.intent not in acts("counts"):
            return set()
        return words_in(self.answer.line, self.found.used)

    @cached_property
    def settled(self) -> set[int]:
        """Words of a report that are loud alone, and were understood with their figure."""
        if self.found.intent not in acts("counts"):
            return set()
        return words_in(self.answer.line, self.answer.turnout.settled)

    @cached_property
    def head(self) -> set[int]:
        """The words of the clauses that decide; the rest is a note beside them."""
        clauses = self.answer.cues.clauses
        first = self.starts_of(next(iter(self._listed), ""))
        for starts in (first, self.starts):
            told = [c for c in clauses if not starts.isdisjoint(range(*c))]
            if told:
                return {i for c in told for i in self._without_reason(c)}
        return {i for c in clauses or [self.answer.all] for i in range(*c)}

    def _without_reason(self, clause: Span) -> range:
        """«xin gia han den t2 vi ba con di bien»: what follows «vì» is a note, marked or not."""
        first = min((a for a in self.starts if clause[0] <= a < clause[1]), default=clause[1])
        line = self.answer.line
        because = (i for i in range(first, clause[1]) if line.bare_at(i) in BECAUSE)
        return range(clause[0], next(because, clause[1]))

    @property
    def noted(self) -> bool:
        """May a note stand beside what decides?"""
        return self.found.intent in acts("noted")

    @cached_property
    def asked(self) -> set[int]:
        """Where a word must mean something: all of a report, the deciding clause of an answer."""
        if self.found.intent in acts("free"):
            return set()
        return self.head if self.noted else set(range(len(self.answer.line)))


def near(end: int, starts: frozenset[int]) -> bool:
    """Does one of these begin right after, or a few small words later?"""
    return any(end + i in starts for i in range(NEAR + 1))
