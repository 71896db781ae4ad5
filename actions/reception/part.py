"""What every part of the reception works with: the database, the clock, the zone."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.periods import OFFICE_ZONE, local
from storage import Database


class Part:
    def __init__(
        self, database: Database, clock: Callable[[], datetime], zone: ZoneInfo = OFFICE_ZONE
    ) -> None:
        self._database, self.clock, self._zone = database, clock, zone

    def _today(self) -> date:
        return local(self.clock(), self._zone).date()
