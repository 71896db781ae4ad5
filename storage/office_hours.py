"""The hours that an office has set for itself."""

from datetime import datetime

from domain.office_hours import OfficeHour, WeeklyHour
from storage.table import Table

CHOSEN = "SELECT at FROM office_hour WHERE office_id = :office_id AND name = :name"
CHOOSE = """
INSERT INTO office_hour (office_id, name, at) VALUES (:office_id, :name, :at)
ON CONFLICT (office_id, name) DO UPDATE SET at = excluded.at
"""


class OfficeHours(Table):
    def of(self, hour: OfficeHour) -> WeeklyHour:
        """As it holds here; the usual one where nothing was chosen."""
        chosen = self._value(CHOSEN, name=hour.name)
        return WeeklyHour.of(chosen) if chosen else hour.usual

    def has_come(self, hour: OfficeHour, here: datetime) -> bool:
        """Whether today is its day, and its hour is over."""
        return hour.may_come(here) and self.of(hour).has_come(here)

    def choose(self, hour: OfficeHour, at: WeeklyHour) -> None:
        self._run(CHOOSE, name=hour.name, at=str(at))
