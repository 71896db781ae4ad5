"""The invented offices, and the file under work that they are written into."""

import random
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from domain.periods import OFFICE_ZONE

OFFICES = 14


@dataclass
class Office:
    """One office: who works there, its sections, organisations and villages."""

    id: int
    units: list[int]
    organisations: list[int]
    places: list[int]
    people: list[int] = field(default_factory=list)
    subjects: dict[int, str] = field(default_factory=dict)
    leaders: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    volunteers: range = range(0)


@dataclass
class Town:
    """The file under work, and how large it is to be."""

    connection: sqlite3.Connection
    now: datetime
    years: float
    scale: float
    chance: random.Random
    offices: list[Office] = field(default_factory=list)

    @property
    def weeks(self) -> int:
        return max(4, round(self.years * 365.25 / 7))

    @property
    def monday(self) -> date:
        """The week that is under way."""
        today = self.now.astimezone(OFFICE_ZONE).date()
        return today - timedelta(days=today.weekday())

    @property
    def since(self) -> date:
        return self.monday - timedelta(weeks=self.weeks)

    def total(self, a_year: int) -> int:
        return max(OFFICES, round(a_year * self.years * self.scale))

    def subject(self) -> str:
        return f"{self.chance.getrandbits(64):016x}"

    def add(self, table: str, columns: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Write rows; every one has just these columns."""
        blanks = ", ".join("?" * (columns.count(",") + 1))
        self.connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({blanks})", rows)
