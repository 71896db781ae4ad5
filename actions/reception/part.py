"""What every part of the reception works with: the database and the clock."""

from collections.abc import Callable
from datetime import datetime

from storage import Database


class ReceptionPart:
    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database, self.clock = database, clock
