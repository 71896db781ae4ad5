"""When people are thanked: the same day, with the figures; without them only when it gets late."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.activities import ASK_AFTER
from domain.periods import OFFICE_ZONE, at, local

HOUR, LATE = time(17, 30), time(20, 30)
LONGEST = timedelta(hours=2)
"""After an evening's end: so long its figures are waited for."""


def thanks_are_due(
    ends: datetime, now: datetime, known: bool, zone: ZoneInfo = OFFICE_ZONE
) -> bool:
    """At 17:30 of the day, or half an hour after a later end; `known` is whether any figure is
    confirmed: without one the thanks wait until 20:30."""
    day = local(ends, zone).date()
    first = max(at(day, HOUR, zone), ends + ASK_AFTER)
    last = max(at(day, LATE, zone), ends + LONGEST)
    return now >= (first if known else last)
