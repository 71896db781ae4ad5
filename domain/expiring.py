"""Messages that bear names do not stay in a chat: until when each kind of them may."""

from collections.abc import Mapping
from datetime import datetime, timedelta

DELETABLE = timedelta(hours=47)
"""Telegram lets a bot delete its messages for 48 hours."""
WHERE = "where"
LASTS: Mapping[str, timedelta] = {
    "data": timedelta(minutes=10),
    "roll": DELETABLE,
    "silent": timedelta(hours=12),
    "names": timedelta(hours=12),
    WHERE: timedelta(minutes=10),
}
"""By topic: one's own data, a point's list (at the latest; else when it is closed), whom to
call, who is on the list, where a visit goes that nobody is told of."""
GRACE = timedelta(minutes=1)
"""So long an open list stands after its point is closed: the answer is written over it."""


def expires_at(topic: str, now: datetime) -> datetime:
    """When a message of `roll:12` goes."""
    return now + LASTS[topic.partition(":")[0]]
