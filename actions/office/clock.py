"""The office's own time and calendar, for reading what people type and the moments on buttons."""

from dataclasses import dataclass
from datetime import datetime

from actions.desk import glance
from domain.access import Permission
from domain.calendar import WorkingCalendar
from storage import Work


@dataclass(frozen=True, slots=True)
class OfficeClock:
    now: datetime
    calendar: WorkingCalendar


@glance(needs=Permission.TALK)
def office_clock(work: Work) -> OfficeClock:
    return OfficeClock(work.here, work.calendar)
