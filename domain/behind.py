"""What stands behind a figure of the report: every row that it counts, each with its card."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from domain.refusals import Refusal

TASK, MATTER, VISIT, LIST, REGISTER, DAY = "task", "matter", "visit", "list", "register", "day"
COUNTED_IN: Mapping[str, str] = {DAY: "people", TASK: "times"}
"""What is told of a thing, where a row of it is more than the thing itself."""
HIDDEN = "@behind.hidden"
"""Stands for what is counted, but is not to be seen by this reader."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that a figure counts. `n` is how much of the figure it is, where it is not one."""

    thing: str
    id: int
    name: str
    title: str = ""
    day: date | datetime | None = None
    n: float | None = None
    more: Mapping[str, Any] = field(default_factory=dict)
    """Whose it is (`who`), how it is known (`proof`), that nobody said (`state`)."""

    @property
    def weight(self) -> float:
        return 1 if self.n is None else self.n


@dataclass(frozen=True, slots=True)
class Behind:
    """A figure of a part, by the name that it has among the facts of its line.

    `of`: of which section, organisation, place or kind it is, `what`: which step of a register,
    which day; `key` tells it from the others of its name. `measure` where it is told with a unit.
    """

    figure: str
    rows: tuple[Row, ...]
    of: str = ""
    key: str = ""
    measure: str = ""
    what: str = ""
    unit: str = ""

    @property
    def counted_in(self) -> str:
        """The text of what its number is a number of."""
        if self.measure:
            return f"@measure.{self.measure}"
        row = self.rows[0]
        return (
            f"@behind.unit.{self.unit or (row.thing if row.n is None else COUNTED_IN[row.thing])}"
        )

    @property
    def n(self) -> float:
        found = round(sum(row.weight for row in self.rows), 3)
        return int(found) if found == int(found) else found

    @property
    def called(self) -> str:
        return f"{self.figure}-{self.key}" if self.key else self.figure


def behind(
    figure: str,
    rows: Iterable[Row],
    of: str = "",
    key: object = "",
    measure: str = "",
    *,
    what: str = "",
    unit: str = "",
) -> Behind:
    return Behind(figure, tuple(rows), of, str(key), measure, what, unit)


def some(figures: Iterable[Behind]) -> tuple[Behind, ...]:
    """A figure that counts nothing opens nothing."""
    return tuple(one for one in figures if one.rows)


@dataclass(frozen=True, slots=True)
class BehindWay:
    """`field.parts-3.1.12`: of the part `field` the figure `parts-3`, its second page, the day 12
    of it."""

    part: str
    called: str = ""
    page: int = 0
    thing: str = ""
    id: int = 0

    def pack(self) -> str:
        ends = f".{self.thing}.{self.id}" if self.id else ""
        return f"{self.part}.{self.called}.{self.page}{ends}"


def behind_way(said: str) -> BehindWay:
    part, called, page, thing, number = [*said.split("."), "", "", "", "", ""][:5]
    if not part:
        raise Refusal("unknown_button")
    numbers = [int(text) if text.isdecimal() and len(text) < 12 else 0 for text in (page, number)]
    return BehindWay(part, called, numbers[0], thing, numbers[1])
