"""What the common taps cost: milliseconds of the processor, statements, jobs and hops a tap.

`python -m benchmarks.taps [taps]`. Telegram is a process beside; the time is that of our own
process, all its threads together, so that it says the same on a machine that is not ours alone.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from actions.turnout.points import wait_for_figures
from benchmarks.counting import Counts, counted
from benchmarks.telegram import Coming, Telegram, telegram
from bot.pace import Pace
from bot.running import look_for_garbage_less
from bot.wiring import House, build
from domain.access import Role, clock_of
from domain.activities import NewPoint, Plan, Stage
from domain.assignments import Assignment
from domain.consent import Age, Notice, Purpose
from domain.people import Office
from domain.periods import OFFICE_ZONE
from domain.retention import DAYS
from storage import Work
from storage.offices import add_office
from texts import Catalogue
from texts.registrations import notice

TOKEN, FIRST, TAPS, ROUNDS = "123456:" + "A" * 30, 10_000, 200, 3
SINCE = date(2026, 1, 1)
ASKED = ("statements", "around", "glances", "looks", "jobs", "riders", "hops")
NOW = datetime(2026, 11, 19, 2, 0, tzinfo=UTC)
OFFICE = Office(0, "B", "Cơ quan", "Cơ quan", "district_2017", OFFICE_ZONE, contact="Hạnh")
BLANKS = {"office": OFFICE.name, "contact": OFFICE.contact, "days": DAYS["registrations"]}


class Unpaced(Pace):
    async def turn(self, chat_id: int, *, first: bool) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Way:
    """What stands before the taps, what each person does, and how often Telegram is told of it
    by a message or an edit."""

    settle: Callable[[Work, int], None]
    acts: Callable[[int], Sequence[Coming]]
    said: int = 1


def _notice() -> Notice:
    return notice(Catalogue().words("vi", "anh_chi"), Purpose.LIST, BLANKS)


def _day(work: Work, starts: datetime, host: int | None = None) -> int:
    plan = Plan("saturday", "Dọn bờ kênh", starts, timedelta(hours=3), host)
    return work.activities.add(plan, "T7", starts - timedelta(hours=12), work.now, Stage.OPEN)


def _volunteers(work: Work, count: int) -> None:
    yes = _notice()
    for number in range(count):
        person = work.people.add(f"Người {number}", work.now, address="anh_chi")
        work.connection.execute(
            "UPDATE person SET telegram_id = ? WHERE id = ?", (FIRST + number, person)
        )
        subject = work.accounts.subject(person)
        work.consents.give(subject, yes, work.now, age=Age.ADULT, message_id=5)


def _open_day(work: Work, count: int) -> None:
    leader = _cadre(work, "Phụ trách", 1, Role.BASE)
    day = _day(work, work.now + timedelta(days=2))
    work.activities.add_point(day, NewPoint("Cầu", None, leader, capacity=5000))


def _known(work: Work, count: int) -> None:
    _volunteers(work, count)
    _open_day(work, count)


def _cadre(work: Work, name: str, telegram_id: int, role: Role) -> int:
    person = work.people.add(f"{name} {telegram_id}", work.now)
    work.people.enrol(person, f"CB{telegram_id}", SINCE)
    work.people.grant(person, role, SINCE)
    work.people.link(person, telegram_id)
    return person


def _assigned(work: Work, count: int) -> None:
    """Each lead has one to accept, one to say done, and one whose report is to be sent."""
    giver = _cadre(work, "Trưởng ban", 1, Role.HEAD)
    due = work.now + timedelta(days=5)
    leads = [_cadre(work, "Chuyên viên", FIRST + n, Role.STAFF) for n in range(count)]
    for number, lead in enumerate(leads * 3, start=1):
        new = Assignment(0, "", 0, "Việc", "Việc", giver, lead, giver, due, due, work.now)
        work.assignments.add(new, number=number, code=f"NV-2026-{number:04}")
        card = f"assignment:{number}" if number <= 2 * count else f"report:{number - 2 * count}"
        message_id = 5 + (number - 1) // count
        work.cards.save(lead, card, FIRST + (number - 1) % count, message_id, NOW)
    work.connection.execute("UPDATE assignment SET state = 'doing' WHERE id > ?", (count,))
    for number, lead in enumerate(leads, start=1):
        draft = work.completions.begin(2 * count + number, lead, work.now)
        work.connection.execute("UPDATE completion SET text = 'xong' WHERE id = ?", (draft.id,))


def _acts_on_work(count: int) -> list[Coming]:
    return [
        Coming(0.0, FIRST + n, f"{verb}:{before * count + n + 1}", over=over)
        for verb, before, over in (("a.accept", 0, 5), ("a.done", 1, 6), ("c.send", 0, 7))
        for n in range(count)
    ]


def _running(work: Work, count: int) -> None:
    """Days that ended two hours ago, of twenty points each, whose leaders have been asked."""
    for number, code in enumerate(("MTTQ", "DTN", "HPN")):
        work.offices.add_organisation(code, code, code, number, SINCE)
    for number in range(count):
        if number % 20 == 0:
            day = _day(work, work.now - timedelta(hours=5), 1)
        leader = _cadre(work, "Phụ trách", FIRST + number, Role.BASE)
        work.activities.add_point(day, NewPoint(f"Điểm {number}", None, leader, 60))
        wait_for_figures(work, leader)


def _press(data: str) -> Callable[[int], list[Coming]]:
    return lambda count: [Coming(0.0, FIRST + n, data) for n in range(count)]


def _figures(count: int) -> list[Coming]:
    return [Coming(0.0, FIRST + n, text="dtn 20 pn 15") for n in range(count)]


WAYS = {
    "register, known volunteer": Way(_known, _press("s.go:1")),
    "first registration": Way(_open_day, _press(f"s.yes:1:18.{_notice().mark}"), 2),
    "accept, done, send": Way(_assigned, _acts_on_work),
    "typed turnout": Way(_running, _figures),
}


@contextmanager
def _stood(way: Way, people: int) -> Iterator[tuple[Path, Telegram, int]]:
    acts = way.acts(people)
    with tempfile.TemporaryDirectory() as folder, telegram(acts, paced=False) as there:
        yield Path(folder) / "b.db", there, len(acts)


async def walk(way: Way, people: int, counting: bool = False) -> tuple[float, Counts]:
    """Milliseconds of the processor a tap, or what it asks of the file; one at a time never."""
    with _stood(way, people) as (path, there, taps):
        async with build(
            token=TOKEN,
            database_path=path,
            base_url=there.address,
            pace=Unpaced(),
            clock=lambda: NOW,
        ) as house:
            await house.database.write(lambda c: _settle(c, way, people))
            house.dispatcher._door.open()
            look_for_garbage_less()
            if counting:
                with counted(house.database) as counts:
                    await _all(house, there, taps)
                return 0.0, counts.shared(taps)
            begun = time.process_time()
            await _all(house, there, taps)
            return (time.process_time() - begun) * 1000 / taps, Counts()


def _settle(connection: Any, way: Way, people: int) -> None:
    office_id = add_office(connection, OFFICE, SINCE)
    way.settle(Work(connection, clock_of(office_id), NOW), people)


async def _all(house: House, there: Telegram, taps: int) -> None:
    """Until every tap is answered and every card stands."""
    duties = [asyncio.create_task(d) for d in (house.poller.run(), house.postman.run())]
    await there.acted(taps)
    await house.dispatcher.drain()
    await house.postman.empty_bag()
    for duty in duties:
        duty.cancel()
    await asyncio.gather(*duties, return_exceptions=True)


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else TAPS
    chosen = {name: way for name, way in WAYS.items() if not sys.argv[2:] or sys.argv[2] in name}
    heads = ("ms of CPU", "a second", *ASKED)
    sys.stdout.write(f"{'':28}" + "".join(f"{head:>11}" for head in heads) + "\n")
    for name, way in chosen.items():
        took = median(asyncio.run(walk(way, people))[0] for _ in range(ROUNDS))
        asked = asyncio.run(walk(way, people // 4, counting=True))[1]
        figures = [took, 1000 / took, *(asked[head] for head in ASKED)]
        sys.stdout.write(f"{name:28}" + "".join(f"{figure:11.2f}" for figure in figures) + "\n")
        if "--said" in sys.argv:
            for statement, times in asked.said.most_common():
                sys.stdout.write(f"    {times:6.2f}  {statement}\n")


if __name__ == "__main__":
    main()
