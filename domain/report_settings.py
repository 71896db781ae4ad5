"""What an office chose about its weekly report: who has it, what stands in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from domain.access import Actor, Role
from domain.hours import FRIDAY, MORNING, NIGHT, SEND_BEFORE, WEEKDAYS, WORK_ENDS
from domain.refusals import Refusal

READERS = (Role.LEADER, Role.HEAD, Role.OFFICE_ADMIN)
"""To whom it may go by role: each reads the part that is theirs."""
ALWAYS = frozenset({"concluded", "work", "balance"})
"""Parts that are never left out."""
MOST_GUESTS = 20
HOURS = (time(7), time(7, 30), time(8), time(8, 30), time(14), time(15))
"""Offered by a button; any full or half hour may be typed."""
RESULTS = (time(9), time(10), time(14), time(15), time(16))
"""Offered by a button for Friday's question."""
CLOSING = WEEKDAYS.index("fri")


@dataclass(frozen=True, slots=True)
class ReportSettings:
    roles: frozenset[Role] = frozenset({Role.LEADER})
    without: frozenset[str] = frozenset()
    copies_remarks: bool = False
    guests: frozenset[int] = frozenset()
    results_at: time = FRIDAY
    """On Friday, when overdue results are asked for."""

    def reaches(self, actor: Actor) -> bool:
        """Whether the report is brought to them."""
        return actor.person_id in self.guests or bool(self.by_role(actor.roles))

    def by_role(self, roles: Iterable[Role]) -> frozenset[Role]:
        """The roles by which it comes; a deputy's is the head's."""
        known = {Role.HEAD if role is Role.DEPUTY_HEAD else role for role in roles}
        return self.roles & known


def switched(names: Iterable[str], one: str) -> list[str]:
    """In, where it was out; out, where it was in."""
    return sorted(set(names) ^ {one})


def briefing_of(weekday: int, clock: time) -> str:
    """`MON 08:00`; the report goes an hour before it, so never at night, and to the half hour."""
    before = SEND_BEFORE.seconds // 3600
    if clock.minute not in (0, 30) or not NIGHT[1].hour + before <= clock.hour < NIGHT[0].hour:
        raise Refusal("briefing_hour")
    return f"{WEEKDAYS[weekday].upper()} {clock:%H:%M}"


def hour_said(clock: time) -> str:
    """`8h30`, as a label and a page say it."""
    return f"{clock.hour}h{clock.minute:02}"


def results_hour(clock: time) -> time:
    """Within the day's work, on the half hour: whoever is asked still has time to answer."""
    if clock.minute not in (0, 30) or not MORNING <= clock < WORK_ENDS:
        raise Refusal("results_hour")
    return clock
