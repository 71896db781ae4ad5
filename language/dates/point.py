"""What was said about one moment, before it is looked up in the calendar."""

from dataclasses import dataclass, field

from language.dates.mark import Mark
from language.dates.moments import When

DAY_FIELDS = (
    "weekday",
    "offset",
    "week",
    "month",
    "quarter",
    "year",
    "date",
    "month_day",
    "month_no",
    "quarter_no",
    "week_no",
    "year_no",
    "lunar",
    "lunar_span",
    "fixed",
    "fixed_lunar",
    "period",
    "next_day",
)


TOGETHER = tuple(
    frozenset(group.split())
    for group in (
        "weekday date",
        "weekday month_day month month_no year_no",
        "weekday week",
        "weekday week_no",
        "week_no year_no",
        "weekday month_no year_no",
        "weekday month",
        "weekday lunar",
        "weekday date week",
        "weekday month_day week",
        "offset date weekday",
        "month_day month",
        "month_day week",
        "month_no year",
        "month_no year_no",
        "quarter_no year",
        "quarter_no year_no",
        "date week",
        "date year_no",
        "date year",
        "lunar year",
        "lunar month",
        "fixed year",
        "fixed date weekday",
        "fixed_lunar year",
    )
)


COUNTED_FROM = ("offset", "date", "month_day", "lunar")
"""«lớp ba ngày, kể từ 6/12»."""
MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}


@dataclass(slots=True)
class TimePoint:
    """What was said about one moment: at most one mark of each sort."""

    marks: dict[str, Mark] = field(default_factory=dict)
    mod: str = ""  # of the weekday: this, coming, after, past

    def put(self, mark: Mark) -> bool:
        if mark.kind == "part_day":
            part, offset = mark.value
            both = (
                Mark("part", part, mark.start, mark.end),
                Mark("offset", offset, mark.start, mark.end),
            )
            return all(self.put(one) for one in both)
        if mark.kind == "weekend":
            week = Mark("week", int(mark.value), mark.start, mark.end)
            return self.put(week) and self.put(Mark("edge", "end", mark.start, mark.end))
        if mark.kind in self.marks:
            return bool(self.marks[mark.kind].value == mark.value)
        if mark.kind in DAY_FIELDS and not self._fits(mark.kind):
            return False
        self.marks[mark.kind] = mark
        return True

    def _fits(self, kind: str) -> bool:
        """A weekday may stand beside a date or a week; two dates may not."""
        present = {k for k in self.marks if k in DAY_FIELDS} | {kind}
        return len(present) == 1 or any(present <= group for group in TOGETHER)

    def get(self, kind: str) -> Mark | None:
        return self.marks.get(kind)

    def has(self, *kinds: str) -> bool:
        return any(kind in self.marks for kind in kinds)

    @property
    def has_day(self) -> bool:
        units = ("week", *MONTHS_OF)
        bare_unit = any(self.marks[k].value is None for k in units if k in self.marks)
        days = [k for k in DAY_FIELDS if k in self.marks]
        return any(self.marks[k].value is not None for k in days) or (
            bare_unit and self.has("edge")
        )

    @property
    def has_hour(self) -> bool:
        return self.has("clock", "part", "office", "no_hour", "same_hour")

    @property
    def says_something(self) -> bool:
        if self.has("limit_today"):
            return True
        if self.has("duration"):
            return bool(self.marks["duration"].value[2])
        if self.has("no_hour") and len(self.marks) == 1:
            return False  # «30h tình nguyện»
        if self.has("same_hour") and not self.has_day:
            return False
        if self.has("part") and not self.marks["part"].sure and len(self.marks) == 1:
            return False  # «toi» alone is «tôi», «sang» is «sang»
        return self.has_day or self.has_hour or (self.has("edge") and self.has("week"))


def none(why: str = "") -> When:
    return When(why=why)


def ask(likely: When, other: When | None = None, why: str = "") -> When:
    if likely.kind == "ask":
        return likely
    return When("ask", likely.start, likely.end, other, why=why, likely=likely.kind)
