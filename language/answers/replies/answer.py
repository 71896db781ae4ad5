"""An answer being read, and what it turned out to say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypedDict

from language.answers.replies.cues import Cues, Span
from language.answers.replies.typed import Typed
from language.dates.moments import When, day_of
from language.figures.headcount import Turnout
from language.line.restore import written_out
from language.line.spans import Place
from language.line.words import Line


class Slots(TypedDict, total=False):
    """All that an answer may say besides what it wants. One that is not there was not told; one
    that is None was asked for in words that do not say it («xin thêm thời gian»)."""

    need_confirm: bool
    """Something in it is doubtful: it is asked before it counts."""
    # work
    task: str
    note: str
    reason: str | None
    proposal: str
    percent: int
    ratio: Sequence[int]
    done: bool
    scope: str
    few: bool
    """«xong 147 mới 4 hộ», of the six of its title, is a part; «mời 86 hội viên» is all of it."""
    expects_file: bool
    due: str | None
    due_raw: str | None
    add_days: int
    invalid: str
    # figures
    total: int | None
    delta: int | None
    range: Sequence[int]
    planned: int
    absent: int
    mismatch: int
    by_org: Mapping[str, int]
    by_point: Mapping[str, int]
    metrics: Mapping[str, float]
    approx: bool
    # activities
    people: int
    minutes: int
    point: str | None
    same_as_last: bool
    # talk
    kind: str
    action: str
    topic: str
    text: str
    locality: str
    age: int


@dataclass(frozen=True, slots=True)
class Reply:
    intent: str
    slots: Slots = field(default_factory=Slots)
    when: When | None = field(default=None, compare=False)
    turnout: Turnout | None = field(default=None, compare=False)
    typed: Slots = field(default_factory=Slots, compare=False)
    """The slots that hold somebody's words, letter for letter as they were typed."""
    used: tuple[Place, ...] = field(default=(), compare=False)
    """The words that show what is wanted."""
    noted: tuple[Place, ...] = field(default=(), compare=False)
    """The words that are kept as they are, as a note or a reason, apart from the rest."""

    @property
    def need_confirm(self) -> bool:
        """Something in it is doubtful: ask by buttons before it counts."""
        return bool(self.slots.get("need_confirm"))


def unknown() -> Reply:
    return Reply("unknown")


@dataclass
class Answer:
    """A line under what it may be an answer to: what is read of it either way is `typed`."""

    typed: Typed
    context: str
    due: datetime | None
    quotes: dict[str, str] = field(default_factory=dict)
    """What was written out, and the very letters that it stands for."""
    told: dict[str, Span] = field(default_factory=dict)
    """The same, and the words of the line that it stands for."""

    @property
    def text(self) -> str:
        return self.typed.text

    @property
    def now(self) -> datetime:
        return self.typed.now

    @property
    def line(self) -> Line:
        return self.typed.line

    @property
    def cues(self) -> Cues:
        return self.typed.cues

    @property
    def when(self) -> When:
        return self.typed.when

    @property
    def turnout(self) -> Turnout:
        return self.typed.turnout

    @property
    def all(self) -> Span:
        return self.typed.all

    @property
    def asks(self) -> bool:
        return self.typed.asks

    @property
    def promises(self) -> bool:
        return self.typed.promises

    def has(self, *sorts: str) -> bool:
        return self.typed.cues.has(*sorts)

    def only(self, *sorts: str, more: set[int] | None = None) -> bool:
        return self.typed.only(*sorts, more=more)

    def words(self, start: int, end: int) -> str:
        written = written_out(self.line, start, end)
        self.quotes[written] = self.line.piece(start, end)
        self.told[written] = start, end
        return written

    def clause(self, n: int) -> Span | None:
        return self.cues.clauses[n] if n < len(self.cues.clauses) else None


def stamp(moment: date | datetime | None) -> str | None:
    """As the tables write it: 2026-11-23 or 2026-11-23T17:00."""
    if isinstance(moment, datetime):
        return moment.strftime("%Y-%m-%dT%H:%M")
    return day_of(moment).isoformat() if moment else None
