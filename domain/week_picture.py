"""What the picture of a week shows: five numbers, sections, eight weeks of turnout; of the whole,
of one organisation or of one section. No names."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from domain.report import Kept, WeeklyReport


@dataclass(frozen=True, slots=True)
class SectionBar:
    """One section: what fell due in the week, and what of it was on time or late."""

    name: str
    due: int
    on_time: int
    late: int

    @property
    def undone(self) -> int:
        return self.due - self.on_time - self.late


@dataclass(frozen=True, slots=True)
class WeekBar:
    """The people of one week by organisation; `points` were held, `silent` of them said
    nothing, or in an organisation's own picture not how many were theirs."""

    number: int
    total: int
    points: int
    silent: int
    parts: tuple[tuple[str, int], ...] = ()

    @property
    def is_unknown(self) -> bool:
        """Something was held and nobody said how many came: that is not zero."""
        return self.points > 0 and self.silent >= self.points


def picture_of(report: WeeklyReport) -> "WeekPicture | None":
    """Put together from what the rooms give; None where they give too little to be seen. Only the
    whole is asked something."""
    given = {name: fact for part in report.parts for name, fact in part.picture.items()}
    if report.is_quiet or "due" not in given:
        return None
    head = {n: getattr(report, n) for n in ("number", "monday", "sunday", "short", "part")}
    return WeekPicture.load({**given, **head, "asks": None if report.part else report.open_asks})


@dataclass(frozen=True, slots=True)
class WeekPicture(Kept):
    """The facts of one picture; the last of `weeks` is the week it tells of. A section has no
    field, an office that held no day in them none to show: `weeks` is empty."""

    number: int
    monday: date
    sunday: date
    short: str
    due: int
    on_time: int
    overdue: int
    asks: int | None
    open: int
    part: str = ""
    review: int = 0
    closed: int = 0
    sections: tuple[SectionBar, ...] = ()
    weeks: tuple[WeekBar, ...] = ()
    organisations: tuple[str, ...] = ()
    """In the office's own order, which the colours follow."""

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        weeks = tuple(
            WeekBar(**{**row, "parts": tuple((name, n) for name, n in row["parts"])})
            for row in stored.get("weeks", ())
        )
        sections = tuple(SectionBar(**row) for row in stored["sections"])
        organisations = tuple(stored.get("organisations", ()))
        return cls.of(stored, sections=sections, weeks=weeks, organisations=organisations)

    def dump(self) -> dict[str, Any]:
        return asdict(self)
