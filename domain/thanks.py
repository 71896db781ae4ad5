"""When people are thanked: the same day, with the figures; without them only when it gets late."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.hours import ASK_AFTER, THANKS, THANKS_LATE, THANKS_WAIT
from domain.periods import at, local


def thanks_are_due(ends: datetime, now: datetime, known: bool, zone: ZoneInfo) -> bool:
    """At their hour, or half an hour after a later end; `known` is whether any figure is
    confirmed: without one the thanks wait until it is late."""
    day = local(ends, zone).date()
    first = max(at(day, THANKS, zone), ends + ASK_AFTER)
    last = max(at(day, THANKS_LATE, zone), ends + THANKS_WAIT)
    return now >= (first if known else last)
