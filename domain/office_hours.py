"""The hours that each office sets for itself: one row each.

To add one, add a row here, its two texts and the words by which it is typed; page, lines and
storage follow. A job that waits for it is woken at `looked_for`, and asks
`work.office_hours.has_come`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time

from domain.hours import HALF_HOUR, MORNING, WEEKDAYS, Hours, every
from domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class WeeklyHour:
    """`MON 08:00`; without a weekday, as it is said or of each day: `20:00`."""

    weekday: int | None
    clock: time

    @classmethod
    def of(cls, kept: str) -> "WeeklyHour":
        day, _, clock = kept.rpartition(" ")
        return cls(WEEKDAYS.index(day.lower()) if day else None, time.fromisoformat(clock))

    def __str__(self) -> str:
        day = "" if self.weekday is None else f"{WEEKDAYS[self.weekday].upper()} "
        return f"{day}{self.clock:%H:%M}"

    def has_come(self, here: datetime) -> bool:
        """Whether it is over by the office's wall clock, on its own day."""
        return self.weekday in (None, here.weekday()) and here.time() >= self.clock


@dataclass(frozen=True, slots=True)
class OfficeHour:
    """Its texts are `office_hour.name.<name>` and `office_hour.about.<name>`, the words by which
    it is typed `[hours]` of `language/intents.toml`."""

    name: str
    usual: WeeklyHour
    """Until the office chooses; without a weekday it is of each day."""
    within: tuple[time, time]
    """The first and the last half hour that may be chosen."""
    offered: tuple[time, ...]
    """By a button; any other may be typed."""
    any_day: bool = False
    """The office chooses the weekday too."""

    @property
    def looked_for(self) -> Hours:
        """When a job looks whether it has come: each half hour in which it may."""
        return every(HALF_HOUR, f"{self.within[0].hour}-{self.within[1].hour}")

    def may_come(self, here: datetime) -> bool:
        """Whether it may be over by now, whatever was chosen."""
        is_its_day = self.any_day or self.usual.weekday in (None, here.weekday())
        return is_its_day and here.time() >= self.within[0]

    def moved(self, was: WeeklyHour, said: WeeklyHour) -> WeeklyHour:
        """What it becomes; a weekday that is not said stays."""
        if said.weekday not in (None, was.weekday) and not self.any_day:
            raise Refusal("office_hour_day", day=day_said(was))
        if said.clock.minute % HALF_HOUR or not self.within[0] <= said.clock <= self.within[1]:
            raise self.refusal
        return WeeklyHour(was.weekday if said.weekday is None else said.weekday, said.clock)

    @property
    def refusal(self) -> Refusal:
        """What may be chosen."""
        first, last, example = map(hour_said, (*self.within, self.offered[-1]))
        return Refusal("office_hour", first=first, last=last, example=example)


_MONDAY, _FRIDAY = WEEKDAYS.index("mon"), WEEKDAYS.index("fri")
BRIEFING = OfficeHour(
    "briefing",
    WeeklyHour(_MONDAY, time(8)),
    within=(time(7), time(20, 30)),
    offered=(time(7), time(7, 30), time(8), time(8, 30), time(14), time(15)),
    any_day=True,
)
"""An office is founded with its preset's; the report goes an hour before, so never at night."""
RESULTS = OfficeHour(
    "results",
    WeeklyHour(_FRIDAY, time(15)),
    within=(MORNING, time(16, 30)),
    offered=(time(9), time(10), time(14), time(15), time(16)),
)
"""When overdue results are asked for: whoever is asked still has time to answer."""
SUMMED_UP = OfficeHour(
    "summed_up",
    WeeklyHour(None, time(20)),
    within=(time(17), time(20, 30)),
    offered=(time(18), time(19), time(20)),
)
"""When the office and the host see the figures of a day out, also where some are missing."""
GAPS = OfficeHour(
    "gaps",
    WeeklyHour(None, time(18)),
    within=(time(16), time(20)),
    offered=(time(16), time(17), time(18), time(19), time(20)),
)
"""When volunteers are called for where a day that is near is short."""
ROWS = (BRIEFING, RESULTS, SUMMED_UP, GAPS)
OFFICE_HOURS: Mapping[str, OfficeHour] = {hour.name: hour for hour in ROWS}


def hour_called(name: str) -> OfficeHour:
    """By what a button says."""
    if name not in OFFICE_HOURS:
        raise Refusal("unknown_button")
    return OFFICE_HOURS[name]


def hour_said(clock: time) -> str:
    """`8h30`, as a label and a page say it."""
    return f"{clock.hour}h{clock.minute:02}"


def day_said(at: WeeklyHour) -> str:
    """A word of `office_hour.weekday`."""
    return "every" if at.weekday is None else f"{at.weekday}"
