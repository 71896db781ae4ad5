"""The waiting list under everything that people and the clock may do, in any order."""

import json
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from actions.desk import Action
from actions.registrations import leaving, registering, seating, transfer
from domain.access import Actor, Permission, Role, clock_of
from domain.activities import NewPoint, Plan, Stage
from domain.consent import Age, Notice, Purpose
from domain.people import Office
from domain.periods import OFFICE_ZONE, local
from domain.refusals import Refusal
from domain.registrations import Caller, capacity
from domain.seats import Fullness
from storage import Work
from storage.database import connect_writer, whole
from storage.offices import add_office
from storage.rows import moment, spell

STARTS = datetime(2026, 11, 21, 0, 0, tzinfo=UTC)
OPENED = STARTS - timedelta(days=2)
NOTICE = Notice(Purpose.LIST, 1, "vi", "…")
PEOPLE = st.integers(0, 7)
POINTS = st.integers(0, 1)
ANY = st.integers(0, 20)
COMING = ("held", "registered", "confirmed")
LIVE = (*COMING, "waitlisted", "offered")
STANDING_SO = """
SELECT id, person_id FROM registration
 WHERE standing IN (SELECT value FROM json_each(?)) ORDER BY id
"""


def _widen(work: Work, point_id: int, more: int) -> None:
    """The organiser finds room for some more."""
    sql = "UPDATE point SET capacity = capacity + :more WHERE id = :id"
    work.connection.execute(sql, {"more": more, "id": point_id})
    point = work.activities.point(point_id)
    seating.fill(work, work.activities.get(point.activity_id), point)


widen = Action(Permission.RUN_TIMETABLE, _widen, writes=True)


class Line(RuleBasedStateMachine):
    """Two points of a few places, eight people, two days."""

    @initialize(places=st.integers(1, 3), crowd=st.integers(0, 7))
    def open(self, places: int, crowd: int) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.connection = connect_writer(Path(self.folder.name) / "line.db")
        self.connection.execute("PRAGMA synchronous=OFF")
        self.now = OPENED
        office = Office(0, "UB", "Cơ quan", "CQ", "district_2017", OFFICE_ZONE)
        self.clock = clock_of(add_office(self.connection, office, date(2026, 1, 1)))
        work = self.work(self.clock)
        plan = Plan("saturday", "Dọn kênh", STARTS, timedelta(hours=3))
        day = work.activities.add(plan, "T7", STARTS, self.now, Stage.OPEN)
        new = (NewPoint("Cầu", capacity=places), NewPoint("Chợ", capacity=1))
        self.points = [work.activities.add_point(day, point) for point in new]
        self.ids = [work.people.add(f"P{n}", self.now, telegram_id=n + 1) for n in range(8)]
        roles = frozenset({Role.VOLUNTEER})
        self.people = [
            Actor(self.clock.office_id, i, roles, subject=work.accounts.subject(i))
            for i in self.ids
        ]
        for who in range(crowd):
            self.register(who)

    def teardown(self) -> None:
        self.connection.close()
        self.folder.cleanup()

    def work(self, actor: Actor) -> Work:
        return Work(self.connection, actor, self.now)

    def do(self, deed: Any, actor: Actor, *args: object) -> Any:
        """One deed, as the desk does it; an anticipated no changes nothing."""
        waiting = [self.line(point) for point in self.points]
        try:
            with whole(self.connection):
                result = deed.run(self.work(actor), *args)
        except Refusal:
            return None
        for point, line in zip(self.points, waiting, strict=True):
            self.check_order(point, line)
        return result

    def check_order(self, point: int, waiting: dict[int, int]) -> None:
        """Whoever was offered a place by this was ahead of everybody still waiting; a larger
        family alone is passed, where there was too little for it."""
        offered = [i for i in waiting if i in self.standing("offered", point)]
        still = self.line(point)
        for last in offered:
            passed = [i for i in still if i in waiting and i < last]
            assert all(min(still[i], waiting[i]) > self.left(point) for i in passed)

    def left(self, point: int) -> int:
        return next(r.left for r, p in zip(self.rooms(), self.points, strict=True) if p == point)

    def line(self, point: int) -> dict[int, int]:
        """Who waits, and for how many places."""
        sql = "SELECT id, 1 + adults FROM registration WHERE standing = ? AND point_id = ?"
        return dict(self.connection.execute(sql, ("waitlisted", point)).fetchall())

    def standing(self, which: str, point: int) -> list[int]:
        sql = "SELECT id FROM registration WHERE standing = ? AND point_id = ? ORDER BY id"
        return [row["id"] for row in self.connection.execute(sql, (which, point))]

    def rooms(self) -> Iterator[Fullness]:
        work = self.work(self.clock)
        for point in self.points:
            yield work.registrations.room(point, capacity(work.activities.point(point)))

    def pick(self, number: int, *standings: str) -> tuple[Actor, int]:
        """One of those who stand so, and their registration; 0 when there is none."""
        rows = self.connection.execute(STANDING_SO, (json.dumps(standings),)).fetchall()
        if not rows:
            return self.people[0], 0
        row = rows[number % len(rows)]
        return self.people[self.ids.index(row["person_id"])], row["id"]

    @rule(who=PEOPLE, point=POINTS, age=st.sampled_from([Age.ADULT, Age.MINOR]))
    def register(self, who: int, age: Age = Age.ADULT, point: int = 0) -> None:
        caller, where = Caller(who + 1, f"P{who}"), self.points[point]
        self.do(registering.register, self.people[who], where, caller, NOTICE, age)

    @rule(number=ANY, point=POINTS)
    def move(self, number: int, point: int) -> None:
        self.do(registering.move, *self.pick(number, *LIVE), self.points[point])

    @rule(number=ANY, friend=PEOPLE, age=st.sampled_from([Age.ADULT, Age.MINOR]))
    def hand(self, number: int, friend: int, age: Age) -> None:
        """The friend takes exactly that place, or nothing happens at all; nobody else moves,
        but into seats that companions left or that the friend was offered."""
        giver, given = self.pick(number, *COMING)
        link = self.do(transfer.hand_on, giver, given)
        if link is None or "link" not in link.facts:
            return
        before, frees = self.everybody(), self.frees(given, self.ids[friend])
        secret = link.facts["link"].partition("cho-")[2]
        caller = Caller(friend + 1, f"P{friend}")
        args = (given, secret, caller, NOTICE, age)
        took = self.do(transfer.take_over, self.people[friend], *args)
        if took is None or took.kind == "activity.toast.already":
            assert self.everybody() == before
            return
        changed = {i for i, row in self.everybody().items() if before.get(i) != row}
        of = {self.everybody()[i][0] for i in changed}
        assert of == {giver.me, self.ids[friend]} or frees
        assert self.everybody()[max(changed)][1] == before[given][1], "exactly that place"

    def everybody(self) -> dict[int, tuple[int, int, str]]:
        sql = "SELECT id, person_id, point_id, standing FROM registration"
        return {row[0]: (row[1], row[2], row[3]) for row in self.connection.execute(sql)}

    def frees(self, given: int, friend: int) -> bool:
        """Whether handing this place to this friend leaves other seats behind."""
        sql = """SELECT 1 FROM registration WHERE (id = ? AND adults > 0)
                  OR (person_id = ? AND standing = 'offered')"""
        return bool(self.connection.execute(sql, (given, friend)).fetchall())

    @rule(point=POINTS)
    @precondition(lambda self: sum(room.capacity for room in self.rooms()) < 6)
    def widen(self, point: int) -> None:
        self.do(widen, self.clock, self.points[point], 1)

    @rule(number=ANY)
    def cancel(self, number: int) -> None:
        self.do(leaving.cancel, *self.pick(number, *LIVE))

    @rule(number=ANY)
    def come_back(self, number: int) -> None:
        self.do(leaving.come_back, *self.pick(number, "cancelled", "lapsed"))

    @rule(number=ANY)
    def take(self, number: int) -> None:
        self.do(seating.take, *self.pick(number, "offered", "waitlisted"))

    @rule(number=ANY)
    def decline(self, number: int) -> None:
        self.do(seating.decline, *self.pick(number, "offered"))

    @rule(number=ANY, adults=st.integers(0, 2))
    def bring(self, number: int, adults: int) -> None:
        self.do(registering.bring, *self.pick(number, *COMING, "waitlisted"), adults, 1)

    @precondition(lambda self: self.now < STARTS)
    @rule(minutes=st.integers(1, 400))
    def pass_time(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        self.do(seating.end_offers, self.clock)
        self.do(seating.open_evening, self.clock)

    @invariant()
    def no_place_is_given_twice(self) -> None:
        assert all(room.taken <= room.capacity for room in self.rooms())

    @invariant()
    def nobody_is_offered_two(self) -> None:
        sql = """SELECT person_id FROM registration WHERE standing NOT IN ('cancelled', 'lapsed')
                  GROUP BY person_id HAVING count(*) > 1"""
        assert self.connection.execute(sql).fetchall() == []

    @invariant()
    def no_place_stays_empty_while_somebody_waits(self) -> None:
        """Until the evening before, a free place is on offer to somebody."""
        if self.now < STARTS - timedelta(hours=12):
            assert not any(room.left and room.waiting for room in self.rooms())

    @invariant()
    def nobody_is_rung_at_night(self) -> None:
        sql = "SELECT not_before FROM letter WHERE kind IN ('activity.offer', 'activity.call')"
        for row in self.connection.execute(sql):
            rings = local(moment(row["not_before"]), OFFICE_ZONE).time()
            assert time(6) <= rings < time(21)


TestLine = Line.TestCase
TestLine.settings = settings(
    max_examples=40,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def test_an_offer_late_in_the_evening_ends_in_the_morning() -> None:
    """Offered on Thursday at 20:30, asleep from 21:00 to 06:00, gone at 9:00."""
    line = Line()
    line.open(1, 2)
    line.now = OPENED.replace(hour=13, minute=30)
    line.cancel(0)
    [row] = line.connection.execute("SELECT offer_ends FROM registration WHERE id = 2")
    assert spell(moment(row["offer_ends"])) == "2026-11-20T02:00:00+00:00"
    line.teardown()
