"""The numbers of days that an office has set."""

from collections.abc import Mapping

from domain.office_days import USUAL
from storage.table import Table

ALL = "SELECT name, days FROM office_days WHERE office_id = :office_id"
SET = """
INSERT INTO office_days (office_id, name, days) VALUES (:office_id, :name, :days)
ON CONFLICT (office_id, name) DO UPDATE SET days = excluded.days
"""


class OfficeDays(Table):
    def all(self) -> Mapping[str, int]:
        """Each as it holds here; the usual one where nothing was set."""
        return {**USUAL, **{row["name"]: row["days"] for row in self._all(ALL)}}

    def set(self, name: str, days: int) -> None:
        self._run(SET, name=name, days=days)
