"""The waiting list under everything that people and the clock may do, in any order."""

import tempfile
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from actions.saturdays import registering, seating
from domain.access import Actor, Role, clock_of
from domain.activities import NewPoint, Plan, State
from domain.consent import Age, Notice, Purpose
from domain.people import Office
from domain.periods import OFFICE_ZONE, local
from domain.refusals import Refusal
from domain.saturdays import Caller
from storage import Work
from storage.database import connect_writer, whole
from storage.offices import add_office

STARTS = datetime(2026, 11, 21, 0, 0, tzinfo=UTC)
OPENED = STARTS - timedelta(days=2)
NOTICE = Notice(Purpose.LIST, 1, "vi", "…")
PEOPLE = st.integers(0, 7)


class Line(RuleBasedStateMachine):
    """One point of a few places, eight people, two days."""

    @initialize(capacity=st.integers(1, 3))
    def open(self, capacity: int) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.connection = connect_writer(Path(self.folder.name) / "line.db")
        self.connection.execute("PRAGMA synchronous=OFF")
        self.now, self.capacity = OPENED, capacity
        office = Office(0, "UB", "Cơ quan", "CQ", "district_2017", OFFICE_ZONE)
        self.clock = clock_of(add_office(self.connection, office, date(2026, 1, 1)))
        work = self.work(self.clock)
        plan = Plan("saturday", "Dọn kênh", STARTS, timedelta(hours=3))
        day = work.activities.add(plan, "T7", STARTS, self.now, State.OPEN)
        self.point = work.activities.add_point(day, NewPoint("Cầu", capacity=capacity))
        self.ids = [work.people.add(f"P{n}", self.now, telegram_id=n + 1) for n in range(8)]
        roles = frozenset({Role.VOLUNTEER})
        self.people = [
            Actor(self.clock.office_id, i, roles, subject=work.people.subject(i)) for i in self.ids
        ]

    def teardown(self) -> None:
        self.connection.close()
        self.folder.cleanup()

    def work(self, actor: Actor) -> Work:
        return Work(self.connection, actor, self.now)

    def do(self, deed: Any, actor: Actor, *args: object) -> None:
        """One deed, as the desk does it; an anticipated no changes nothing."""
        waiting = self.standing("waitlisted")
        try:
            with whole(self.connection):
                deed.run(self.work(actor), *args)
        except Refusal:
            return
        self.check_order(waiting)

    def check_order(self, waiting: list[int]) -> None:
        """Whoever was offered a place by this was ahead of everybody still waiting."""
        offered = [i for i in waiting if i in self.standing("offered")]
        still = [i for i in waiting if i in self.standing("waitlisted")]
        assert not (offered and still) or max(offered) < min(still)

    def standing(self, which: str) -> list[int]:
        sql = "SELECT id FROM registration WHERE standing = ? ORDER BY id"
        return [row["id"] for row in self.connection.execute(sql, (which,))]

    def newest(self, who: int) -> int:
        sql = "SELECT max(id) FROM registration WHERE person_id = ?"
        return self.connection.execute(sql, (self.ids[who],)).fetchone()[0] or 0

    @rule(who=PEOPLE, age=st.sampled_from([Age.ADULT, Age.ADULT, Age.MINOR]))
    def register(self, who: int, age: Age) -> None:
        caller = Caller(who + 1, f"P{who}")
        self.do(registering.register, self.people[who], self.point, caller, NOTICE, age)

    @rule(who=PEOPLE)
    def cancel(self, who: int) -> None:
        self.do(registering.cancel, self.people[who], self.newest(who))

    @rule(who=PEOPLE)
    def take(self, who: int) -> None:
        self.do(seating.take, self.people[who], self.newest(who))

    @rule(who=PEOPLE)
    def decline(self, who: int) -> None:
        self.do(seating.decline, self.people[who], self.newest(who))

    @rule(who=PEOPLE, adults=st.integers(0, 2))
    def bring(self, who: int, adults: int) -> None:
        self.do(registering.bring, self.people[who], self.newest(who), adults, 1)

    @precondition(lambda self: self.now < STARTS)
    @rule(minutes=st.integers(1, 400))
    def pass_time(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        self.do(seating.end_offers, self.clock)
        self.do(seating.open_evening, self.clock)

    @invariant()
    def no_place_is_given_twice(self) -> None:
        sql = """SELECT coalesce(sum(1 + adults), 0) FROM registration
                  WHERE standing IN ('held', 'registered', 'confirmed', 'offered')"""
        assert self.connection.execute(sql).fetchone()[0] <= self.capacity

    @invariant()
    def nobody_is_offered_two(self) -> None:
        sql = """SELECT person_id FROM registration WHERE standing NOT IN ('cancelled', 'lapsed')
                  GROUP BY person_id HAVING count(*) > 1"""
        assert self.connection.execute(sql).fetchall() == []

    @invariant()
    def no_place_stays_empty_while_somebody_waits(self) -> None:
        """Until the evening before, a free place is on offer to somebody."""
        if self.now < STARTS - timedelta(hours=12):
            room = self.work(self.clock).registrations.room(self.point, self.capacity)
            assert not (room.left and room.waiting)

    @invariant()
    def nobody_is_rung_at_night(self) -> None:
        sql = "SELECT not_before FROM letter WHERE kind IN ('saturday.offer', 'saturday.call')"
        for row in self.connection.execute(sql):
            rings = local(datetime.fromisoformat(row["not_before"])).time()
            assert time(6) <= rings < time(21)


TestLine = Line.TestCase
TestLine.settings = settings(
    max_examples=40,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def test_an_offer_late_in_the_evening_ends_in_the_morning() -> None:
    """Offered at 20:30, asleep from 21:00 to 06:00, gone at 06:30."""
    line = Line()
    line.open(1)
    line.now = OPENED.replace(hour=13, minute=30)
    for who in (0, 1):
        line.register(who, Age.ADULT)
    line.cancel(0)
    [row] = line.connection.execute("SELECT offer_ends FROM registration WHERE id = 2")
    assert row["offer_ends"] == "2026-11-19T23:30:00+00:00"
    line.teardown()
