"""A volunteer for the stories: what they said and did before, one thing after the other."""

from dataclasses import dataclass
from datetime import date, timedelta

from domain.access import Role, clock_of
from domain.consent import Age, Purpose
from domain.retention import DAYS
from domain.seats import Standing
from storage import Work
from texts import Catalogue
from texts.registrations import notice

BLANKS = {"office": "Cơ quan", "contact": "Hạnh", "days": DAYS["registrations"]}


@dataclass(frozen=True)
class Days:
    """The day that lacks people, and those beside it."""

    wanted: int
    before: int
    beside: int
    after: int


class Person:
    """What a volunteer said and did before, one thing after the other."""

    def __init__(self, work: Work, days: Days, name: str) -> None:
        self._work, self._days = work, days
        self.id = work.people.add(name, work.now)

    def says(
        self, purpose: Purpose, *, given: bool = True, age: Age | None = None, office: int = 0
    ) -> "Person":
        work = self._work
        there = Work(work.connection, clock_of(office), work.now) if office else work
        words = notice(Catalogue().words("vi", "anh_chi"), purpose, BLANKS)
        there.consents.give(work.accounts.subject(self.id), words, work.now, given=given, age=age)
        return self

    def stands(self, day: str, standing: Standing) -> "Person":
        activity = getattr(self._days, day)
        point = self._work.activities.points(activity)[0].id
        now = self._work.now
        self._work.registrations.add(activity, point, self.id, standing, Age.ADULT, now)
        return self

    def was_asked(self, day: str, hours_ago: int) -> "Person":
        at = self._work.now - timedelta(hours=hours_ago)
        self._work.invitations.asked(getattr(self._days, day), self.id, at)
        return self

    def is_(self, column: str, value: int) -> "Person":
        statement = f"UPDATE person SET {column} = ? WHERE id = ?"
        self._work.connection.execute(statement, (value, self.id))
        return self

    def at_work(self) -> "Person":
        self._work.people.enrol(self.id, f"CB{self.id}", date(2026, 1, 1))
        return self

    def with_a_role(self) -> "Person":
        self._work.people.grant(self.id, Role.STAFF, date(2026, 1, 1))
        return self
