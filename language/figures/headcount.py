"""What stands in a report line, item by item, and how many people it counts."""

from dataclasses import dataclass, field
from typing import Any, Literal

from language.line.numbers import number_at
from language.line.words import Line

SEPARATORS = (",", "(", ";", "+", "&", "\n", ".", "|", "•", "*", "và")
LABELS = ("total", "present", "planned", "absent", "male", "female", "plus", "minus")
MOST = 20_000  # more people at one point are asked
MANY = 10_000  # and so many are read back as doubtful
Amount = tuple[str, float]  # a measure of the catalogue, and how much
TurnoutStatus = Literal["ok", "ask", "delta", "fix", "none"]


@dataclass(slots=True)
class Item:
    """One thing in a report line: a number, an organisation, a place, a label."""

    kind: str
    value: Any
    start: int  # first word
    end: int  # the word after it
    role: str = ""  # what a number turned out to be
    grouped: bool = False
    approx: bool = False
    other: float | None = None  # the second reading of a measure: «2,500 m3»
    taken: bool = False  # a measure that was recorded


@dataclass(frozen=True, slots=True)
class Turnout:
    status: TurnoutStatus = "none"
    total: int | None = None
    by_org: dict[str, int] = field(default_factory=dict)
    by_point: dict[str, int] = field(default_factory=dict)
    planned: int | None = None
    absent: int | None = None
    metrics: dict[str, float] = field(default_factory=dict)
    either: tuple[Amount, ...] = ()  # two readings of one measure, to be asked: «2,500 m3»
    span: tuple[int, int] | None = None  # «50-60 người»
    why: str = ""  # code of the doubt
    candidates: tuple[int, ...] = field(
        default=(), compare=False
    )  # what the total may be, to be offered as buttons
    about: bool = False  # «khoảng», «hơn»
    summed: bool = field(default=False, compare=False)  # «35 người: dtn 20, pn 15»: a sum is said
    grouped: bool = field(default=False, compare=False)  # «1.250»: thousands with a sign
    used: tuple[tuple[int, int], ...] = field(default=(), compare=False)  # the words that say it
    settled: tuple[tuple[int, int], ...] = field(
        default=(), compare=False
    )  # words that are loud alone, and were understood: «không ai vắng»
    grows: int = field(default=0, compare=False)
    """What was achieved is so much more (1) or less (-1) than was told: «thêm 2 tấn rác»."""
    mended: bool = field(default=False, compare=False)
    """A measure alone that takes the place of another: «2,5 tạ, không phải 2,5 tấn»."""
    moved: dict[str, int] = field(
        default_factory=dict, compare=False
    )  # by organisation, so many more or fewer: «pn bớt 3»

    def __bool__(self) -> bool:
        return self.status != "none"


@dataclass(slots=True)
class HeadSum:
    """The items of a line and what they add up to so far."""

    items: list[Item]
    by_org: dict[str, int] = field(default_factory=dict)
    fewer: set[str] = field(default_factory=set)  # whose figure is taken away
    by_point: dict[str, int] = field(default_factory=dict)
    role: dict[str, int] = field(default_factory=dict)
    sexes: list[int] = field(default_factory=list)
    loose: list[Item] = field(default_factory=list)
    about: bool = False
    doubt: str = ""


def number_follows(line: Line, j: int) -> bool:
    return j < len(line) and (number_at(line, j) is not None)
