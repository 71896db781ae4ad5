"""The open ones of before become those of now, by steps that are told; at any past moment too."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from random import Random

import pytest

from domain.assignments import Assignment, Status
from domain.periods import Week
from domain.work_counts import Balance, Window
from storage import Work
from tests.town import BINH, LAN, Town, clock

STEPS = {
    Status.ASSIGNED: (Status.DOING, Status.CANCELLED),
    Status.DOING: (Status.REVIEW, Status.SUSPENDED, Status.DOING, Status.ASSIGNED),
    Status.REVIEW: (Status.DONE, Status.DOING),
    Status.DONE: (Status.DOING,),
    Status.SUSPENDED: (Status.DOING, Status.CANCELLED),
    Status.CANCELLED: (),
}
OPEN = (Status.ASSIGNED, Status.DOING)
BEGAN = clock(2, 8)
HOURS = 24 * 28
Balances = dict[int | None, Balance]


@dataclass
class Told:
    """What happened to one assignment, as plain as can be: hour, state, section."""

    id: int
    moves: list[tuple[int, Status, int | None]]

    def at(self, hour: int) -> tuple[Status, int | None] | None:
        """Just before that hour."""
        past = [move for move in self.moves if move[0] < hour]
        return past[-1][1:] if past else None


def history(work: Work, chance: Random, people: tuple[int, int]) -> Iterator[Told]:
    """Forty assignments, each with a few steps at random hours of four weeks."""
    units = [unit.id for unit in work.offices.units(work.today)]
    for number in range(40):
        hour = chance.randrange(HOURS)
        began = BEGAN + timedelta(hours=hour)
        a = work.assignments.add(
            Assignment(
                id=0,
                code="",
                number=0,
                title=f"Việc {number}",
                expected="Kết quả",
                assigner_id=people[0],
                lead_id=people[1],
                approver_id=people[0],
                unit_id=chance.choice(units),
                original_due=began + timedelta(days=chance.randrange(1, 15)),
                due_at=began + timedelta(days=chance.randrange(1, 15)),
                issued_at=began,
            )
        )
        told = Told(a.id, [(hour, a.state, a.unit_id)])
        for _ in range(chance.randrange(7)):
            hour += chance.randrange(1, 100)
            ways = STEPS[a.state]
            if hour >= HOURS or not ways:
                break
            moved = BEGAN + timedelta(hours=hour)
            later = replace(a, state=chance.choice(ways), version=a.version + 1)
            later = replace(later, unit_id=chance.choice((a.unit_id, *units)))
            if later.state is Status.ASSIGNED:  # handed on: whoever has it now has yet to accept
                later = replace(later, lead_id=sum(people) - a.lead_id, accepted_at=None)
            else:
                later = replace(later, accepted_at=a.accepted_at or moved)
            over = later.state in (Status.CANCELLED, Status.DONE)
            later = replace(
                later,
                closed_at=moved if later.state is Status.DONE else None,
                ended_at=moved if over else None,
            )
            a = work.assignments.save(a, later, moved)
            told.moves.append((hour, a.state, a.unit_id))
        yield told


def slowly(all_told: list[Told], since: int, until: int, unit: int | None) -> Balance:
    """The same by looking at every hour of the window, one assignment after the other."""
    found = dict.fromkeys(Balance.__dataclass_fields__, 0)

    def counts(stood: tuple[Status, int | None] | None) -> bool:
        return bool(stood and stood[0] in OPEN and unit in (None, stood[1]))

    for told in all_told:
        found["before"] += counts(told.at(since))
        found["open"] += counts(told.at(until))
        for hour, following in pairwise(range(since, until + 1)):
            was, now = told.at(hour), told.at(following)
            if counts(now) and not counts(was):
                name = "given" if was is None else "moved_in" if was[0] in OPEN else "back"
                found[name] += 1
            if counts(was) and not counts(now):
                assert now is not None
                stopped = now[0] in (Status.SUSPENDED, Status.CANCELLED)
                gone = "stopped" if stopped else "finished"
                found["moved_out" if now[0] in OPEN else gone] += 1
    return Balance(**found)


def unaccepted(all_told: list[Told], until: int) -> int:
    """Whoever had it then had yet to accept it, whatever became of it since."""
    return sum(stood[0] is Status.ASSIGNED for one in all_told if (stood := one.at(until)))


@pytest.mark.parametrize("seed", range(6))
async def test_random_histories_balance_at_any_past_moment(town: Town, seed: int) -> None:
    chance = Random(seed)
    people = (town.person(LAN), town.person(BINH))
    all_told = await town.work(lambda work: list(history(work, chance, people)))
    for since, until in ((0, HOURS), (24 * 7, 24 * 14), (100, 333), (400, 401)):
        window = Window(
            since=BEGAN + timedelta(hours=since),
            begins=BEGAN + timedelta(hours=since),
            ends=BEGAN + timedelta(hours=until),
            cut_off=BEGAN + timedelta(hours=until),
        )

        def look(work: Work, window: Window = window) -> tuple[Balances, int]:
            week = Week.of(work.day(window.cut_off))
            work_of_week = work.assignments.between(window, week.sunday, work.calendar)
            balances = {**work_of_week.balances, None: work_of_week.balance}
            return balances, work_of_week.office.unaccepted

        balances, not_yet = await town.work(look)
        assert not_yet == unaccepted(all_told, until)
        assert balances[None] == slowly(all_told, since, until, None)
        for unit, balance in balances.items():
            assert balance == slowly(all_told, since, until, unit), unit
            came = balance.before + balance.given + balance.back + balance.moved_in
            went = balance.finished + balance.stopped + balance.moved_out
            assert came - went == balance.open
