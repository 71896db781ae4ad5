"""Which of the nightly backups stay: of each of the last days, weeks and months the newest."""

from collections.abc import Callable, Collection, Hashable
from datetime import date, datetime, time, timedelta

DAYS_KEPT, WEEKS_KEPT, MONTHS_KEPT = 7, 4, 6
BACKUP = time(3, 0)
"""From then on tonight's backup is due: what `domain/hours.py` erases at night is gone by then."""
OLD_AFTER = timedelta(hours=36)
"""The newest backup is too old: a night was missed, and half a day went by."""


def night_of(now: datetime) -> date:
    """The last night whose hour has come, on the office's own clock."""
    return now.date() if now.time() >= BACKUP else now.date() - timedelta(days=1)


def staying(nights: Collection[date], today: date, most_days: int) -> set[date]:
    """Those that stay. The newest always does; none is older than people are told."""
    newest_first = sorted(nights, reverse=True)
    stay = set(newest_first[:1])
    for period, most in ((_day, DAYS_KEPT), (_week, WEEKS_KEPT), (_month, MONTHS_KEPT)):
        stay |= _newest_of_each(newest_first, period, most)
    return {night for night in stay if (today - night).days <= most_days} | set(newest_first[:1])


def _newest_of_each(
    newest_first: list[date], period: Callable[[date], Hashable], most: int
) -> set[date]:
    found: dict[Hashable, date] = {}
    for night in newest_first:
        found.setdefault(period(night), night)
    return set(list(found.values())[:most])


def _day(night: date) -> Hashable:
    return night


def _week(night: date) -> Hashable:
    return night.isocalendar()[:2]


def _month(night: date) -> Hashable:
    return night.year, night.month
