"""How many people a report counts, and what in it is doubtful."""

from dataclasses import dataclass, field
from typing import Literal

from language.figures.item import Item

Status = Literal["ok", "ask", "delta", "fix", "none"]


MOST = 20_000  # more people at one point are asked


@dataclass(frozen=True, slots=True)
class Turnout:
    status: Status = "none"
    total: int | None = None
    by_org: dict[str, int] = field(default_factory=dict)
    by_point: dict[str, int] = field(default_factory=dict)
    planned: int | None = None
    absent: int | None = None
    metrics: dict[str, float] = field(default_factory=dict)
    span: tuple[int, int] | None = None  # «50-60 người»
    why: str = ""  # code of the doubt
    candidates: tuple[int, ...] = field(
        default=(), compare=False
    )  # what the total may be, to be offered as buttons
    about: bool = False  # «khoảng», «hơn»
    grouped: bool = field(default=False, compare=False)  # «1.250»: thousands with a sign

    def __bool__(self) -> bool:
        return self.status != "none"


@dataclass(slots=True)
class HeadSum:
    items: list[Item]
    by_org: dict[str, int] = field(default_factory=dict)
    by_point: dict[str, int] = field(default_factory=dict)
    role: dict[str, int] = field(default_factory=dict)
    sexes: list[int] = field(default_factory=list)
    loose: list[Item] = field(default_factory=list)
    about: bool = False
    doubt: str = ""
