"""A typed line: its words, its moment, and what was read of it already."""

from collections.abc import Callable, Hashable, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any, Self, TypeVar

from domain.calendar import WorkingCalendar
from domain.people import Person
from domain.periods import OFFICE_ZONE
from language.answers.replies.shares import without_what_it_is_not
from language.answers.replies.typed import Typed
from language.answers.whole_lines import by_heart
from language.line.fold import fold

T = TypeVar("T")
L = TypeVar("L", bound="TypedLine")
Intents = tuple[tuple[str, Callable[[L], object]], ...]
"""What a whole line may be, in the order in which it is asked, and what it is known by."""


class TypedLine:
    """A typed line and its moment: what every question about it begins with."""

    def __init__(
        self,
        text: str,
        now: datetime,
        calendar: WorkingCalendar | None = None,
        *,
        of_own_work: bool = False,
    ) -> None:
        self.text, self.now, self.calendar = text, now, calendar or WorkingCalendar(OFFICE_ZONE)
        self._typed = Typed(without_what_it_is_not(text), now, self.calendar, of_own_work)
        self._kept: dict[Hashable, Any] = {}

    def of(self, text: str) -> Self:
        """Other words, read at the same moment; a piece of the line is one reading too."""
        if text == self.text:
            return self
        own = self._typed.of_own_work
        return self._once(
            ("of", text), lambda: type(self)(text, self.now, self.calendar, of_own_work=own)
        )

    def _once(self, what: Hashable, read: Callable[[], T]) -> T:
        if what not in self._kept:
            self._kept[what] = read()
        found: T = self._kept[what]
        return found

    @cached_property
    def words(self) -> str:
        """The line in small letters without marks: a label of the keyboard is known by it."""
        return fold(self.text)

    @cached_property
    def by_heart(self) -> str:
        """What the whole line is known for, wherever it is typed."""
        return by_heart(self.words)

    def is_label(self, label: str) -> bool:
        """«chi tiet» is «📄 Chi tiết»: a label, in small letters and without its signs."""
        said = _letters(self.words)
        return bool(said) and said == _letters(fold(label))

    @property
    def has_lines(self) -> bool:
        """More than one line: a list."""
        return "\n" in self.text.strip()


def first_of(intents: Intents[L], line: L) -> str:
    """What the line is of these; empty when it is none."""
    return next((intent for intent, known_by in intents if known_by(line)), "")


def among(people: Sequence[Person]) -> tuple[int, ...]:
    """By whom an answer is kept: the same people give the same answer."""
    return tuple(person.id for person in people)


def _letters(folded: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in folded).split()
