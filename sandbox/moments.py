"""Words for a moment to jump to: `+1h`, `sat 06:00`, or a date and time."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from sandbox.clock import ZONE
from sandbox.errors import Impossible

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
AHEAD = re.compile(r"\+(\d+)([mhd])")
WEEKDAY = re.compile(rf"({'|'.join(DAYS)}) (\d\d):(\d\d)")
UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def moment(words: str, now: datetime) -> datetime:
    """The moment that words mean, seen from now; Impossible if they mean none."""
    words = words.strip().lower()
    if ahead := AHEAD.fullmatch(words):
        return now + timedelta(**{UNITS[ahead[2]]: int(ahead[1])})
    if day := WEEKDAY.fullmatch(words):
        then = now.replace(hour=int(day[2]), minute=int(day[3]), second=0, microsecond=0)
        then += timedelta(days=(DAYS.index(day[1]) - now.weekday()) % 7)
        return then if then > now else then + timedelta(days=7)
    try:
        found = datetime.fromisoformat(words)
    except ValueError:
        raise Impossible(f"«{words}» is no moment", f"«{words}» không phải ngày giờ") from None
    return found if found.tzinfo else found.replace(tzinfo=ZONE)
