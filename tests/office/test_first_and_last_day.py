"""What somebody is or answers for counts from its first day to its last, for them alone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from domain.absences import Absence
from domain.access import Actor, Duty, Role
from storage import Work
from storage.accounts import actor_by_telegram
from tests.helpers.activities import open_saturday
from tests.town import BINH, CUONG, DUNG, HOA, THANG, Neighbour, Town

FIRST, LAST = date(2026, 11, 23), date(2026, 11, 25)
AFTER, DAY = LAST + timedelta(days=1), timedelta(days=1)
SPAN = "valid_from = :first, valid_to = :after"
OF_HOA = "WHERE person_id = :hoa"


def seen(work: Work, who: Neighbour, day: date) -> Actor:
    at = datetime.combine(day, time(2), tzinfo=UTC)
    found = actor_by_telegram(work.connection, who.id, at)
    assert found
    return found


@dataclass(frozen=True)
class Begins:
    """What is prepared, and whether Hoa has it on a day; whether Cường or Bình has it too."""

    prepare: Callable[[Work, Town, int], Any]
    has: Callable[[Work, int, date], bool]
    others: Callable[[Work, date], bool] = lambda work, day: False


def section(work: Work, code: str) -> int:
    return next(unit.id for unit in work.offices.units(work.today) if unit.code == code)


def on_roster(work: Work, town: Town, hoa: int) -> None:
    values = {"first": FIRST.isoformat(), "after": AFTER.isoformat(), "hoa": hoa}
    work.connection.execute(f"UPDATE membership SET {SPAN} {OF_HOA}", values)


def role(work: Work, town: Town, hoa: int) -> None:
    work.people.grant(hoa, Role.LEADER, FIRST)
    work.people.revoke(hoa, AFTER, Role.LEADER)


def head(work: Work, town: Town, hoa: int) -> None:
    work.people.grant(hoa, Role.HEAD, FIRST, section(work, "TTVD"))
    work.people.revoke(hoa, AFTER, Role.HEAD)


def away(person: Neighbour, *, does: bool = False, decides: bool = False) -> Any:
    def prepare(work: Work, town: Town, hoa: int) -> None:
        links = hoa if does else None, hoa if decides else None
        work.absences.add(Absence(town.person(person), FIRST, LAST, *links))

    return prepare


ROWS = {
    "a role": Begins(
        role,
        lambda w, hoa, day: Role.LEADER in seen(w, HOA, day).roles,
        lambda w, day: Role.LEADER in seen(w, BINH, day).roles,
    ),
    "with that role": Begins(
        role, lambda w, hoa, day: hoa in {p.id for p in w.people.with_role(Role.LEADER, day)}
    ),
    "a section to lead": Begins(
        head,
        lambda w, hoa, day: Duty.MOVEMENTS in seen(w, HOA, day).leads,
        lambda w, day: bool(seen(w, BINH, day).leads),
    ),
    "its head": Begins(
        head, lambda w, hoa, day: hoa in w.duties.leaders(Duty.MOVEMENTS, day)
    ),
    "an organisation": Begins(
        on_roster, lambda w, hoa, day: bool(seen(w, HOA, day).organisations)
    ),
    "a section's duty": Begins(
        on_roster, lambda w, hoa, day: Duty.MOVEMENTS in seen(w, HOA, day).duties
    ),
    "on the roster": Begins(
        on_roster, lambda w, hoa, day: hoa in {p.id for p in w.people.all(day)}
    ),
    "among its people": Begins(
        on_roster, lambda w, hoa, day: hoa in w.duties.people(Duty.MOVEMENTS, day)
    ),
    "a duty given to her section": Begins(
        lambda w, t, hoa: w.duties.give(
            Duty.OPINIONS, FIRST, unit_id=section(w, "TTVD"), until=LAST
        ),
        lambda w, hoa, day: Duty.OPINIONS in seen(w, HOA, day).duties,
        lambda w, day: Duty.OPINIONS in seen(w, CUONG, day).duties,
    ),
    "a duty of her own": Begins(
        lambda w, t, hoa: w.duties.give(Duty.SUPERVISION, FIRST, person_id=hoa, until=LAST),
        lambda w, hoa, day: Duty.SUPERVISION in seen(w, HOA, day).leads,
        lambda w, day: Duty.SUPERVISION in seen(w, BINH, day).duties,
    ),
    "who answers for it": Begins(
        lambda w, t, hoa: w.duties.give(Duty.SUPERVISION, FIRST, person_id=hoa, until=LAST),
        lambda w, hoa, day: w.duties.leaders(Duty.SUPERVISION, day) == [hoa],
    ),
    "a colleague's work": Begins(
        away(DUNG, does=True),
        lambda w, hoa, day: bool(seen(w, HOA, day).stands_for),
        lambda w, day: bool(seen(w, CUONG, day).stands_for),
    ),
    "a colleague's duty": Begins(
        away(DUNG, does=True),
        lambda w, hoa, day: Duty.OPINIONS in seen(w, HOA, day).duties,
        lambda w, day: Duty.OPINIONS in seen(w, CUONG, day).duties,
    ),
    "a head's decisions": Begins(
        away(THANG, decides=True),
        lambda w, hoa, day: bool(seen(w, HOA, day).decides_for),
        lambda w, day: bool(seen(w, CUONG, day).decides_for),
    ),
    "what a head leads": Begins(
        away(THANG, decides=True),
        lambda w, hoa, day: Duty.MOVEMENTS in seen(w, HOA, day).leads,
        lambda w, day: bool(seen(w, BINH, day).leads),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", ROWS)
async def test_from_its_first_day_to_its_last(town: Town, what: str) -> None:
    row, hoa = ROWS[what], town.person(HOA)
    await town.work(lambda work: row.prepare(work, town, hoa))
    for day, has in ((FIRST - DAY, False), (FIRST, True), (LAST, True), (AFTER, False)):
        assert await town.work(lambda work, day=day: row.has(work, hoa, day)) is has, day
        assert await town.work(lambda work, day=day: row.others(work, day)) is False, day


async def test_who_leads_a_point_does_while_on_the_roster(town: Town) -> None:
    """Of an open day; of no draft, and of none that was called off."""
    await open_saturday(town, points=2)
    await town.work(lambda work: on_roster(work, town, town.person(CUONG)))

    async def leads(day: date) -> Any:
        return await town.work(
            lambda work: bool({Role.POINT_LEADER} & seen(work, CUONG, day).roles)
        )

    found = [await leads(day) for day in (FIRST - DAY, FIRST, LAST, AFTER)]
    assert found == [False, True, True, False]
    assert not await town.work(lambda work: Role.POINT_LEADER in seen(work, HOA, FIRST).roles)
    for state in ("draft", "cancelled"):
        await town.sql("UPDATE activity SET state = :state", state=state)
        assert not await leads(FIRST)


async def test_who_is_away_is_until_the_last_day(town: Town) -> None:
    await town.work(lambda work: away(DUNG, does=True)(work, town, town.person(HOA)))

    async def coming(day: date) -> int:
        return len(await town.work(lambda work: work.absences.coming(day)))

    assert [await coming(day) for day in (FIRST, LAST, AFTER)] == [1, 1, 0]
    dung = town.person(DUNG)
    for first, last, gone in ((AFTER, AFTER, 0), (FIRST - DAY, FIRST - DAY, 0), (LAST, AFTER, 1)):
        back = await town.work(lambda w, a=first, b=last: w.absences.take_back(dung, a, b))
        assert back == gone
