"""The sample on its way into an empty database: what its file says, moved by whole weeks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from domain.periods import OFFICE_ZONE, Week, local
from storage import Work


@dataclass
class Sample:
    """What every part of the loader is given.

    `data` is the whole file, `shift` whole weeks, `since` the day its people came into office.
    `people`, `units`, `organisations` and
    `localities` are ids by the file's codes; `base` are the base contacts' person ids in the
    order of the localities (the file's `leader` of a point counts in it from 0).
    """

    work: Work
    data: Mapping[str, Any]
    shift: timedelta
    since: date
    people: dict[str, int] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)
    organisations: dict[str, int] = field(default_factory=dict)
    localities: dict[str, int] = field(default_factory=dict)
    base: list[int] = field(default_factory=list)

    def moment(self, text: str) -> datetime:
        """A moment of the file, moved, as UTC."""
        return (datetime.fromisoformat(text) + self.shift).astimezone(UTC)

    def moment_or_none(self, text: str | None) -> datetime | None:
        return self.moment(text) if text else None

    def day(self, text: str) -> date:
        """A day of the file, moved; weekdays stay what they are."""
        return date.fromisoformat(text) + self.shift


def shift_to(data: Mapping[str, Any], day: date) -> timedelta:
    """The whole weeks from the file's anchor to the week of a day."""
    anchor = local(datetime.fromisoformat(data["anchor"]), OFFICE_ZONE).date()
    return Week.of(day).monday - Week.of(anchor).monday
