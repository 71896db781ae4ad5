"""What the common taps cost: milliseconds of the processor, statements, jobs and hops a tap.

`python -m benchmarks.taps [--taps N] [--way WORDS] [--said] [FILES]`. Telegram is a process
beside; the time is that of our own process, all its threads together, so that it says the same on
a machine that is not ours alone. With files of `benchmarks.years` the taps are those of one
office more, in a copy of each.
"""

import asyncio
import shutil
import sys
import tempfile
import time
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from actions.turnout.points import wait_for_figures
from benchmarks.asking import asking
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
from storage.database import connect_writer
from storage.offices import add_office
from texts import Catalogue
from texts.registrations import notice

TOKEN, FIRST, TAPS, ROUNDS = "123456:" + "A" * 30, 10_000, 200, 5
SINCE = date(2026, 1, 1)
ASKED = ("statements", "around", "glances", "looks", "jobs", "riders", "hops")
NOW = datetime(2026, 11, 19, 2, 0, tzinfo=UTC)
OFFICE = Office(0, "B", "Cơ quan", "Cơ quan", "district_2017", OFFICE_ZONE, contact="Hạnh")
BLANKS = {"office": OFFICE.name, "contact": OFFICE.contact, "days": DAYS["registrations"]}


Settle = Callable[[Work, int], Sequence[Coming]]


class Unpaced(Pace):
    async def turn(self, chat_id: int, *, first: bool) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Way:
    """Lays what stands before the taps and says what each person then does; and how often Telegram
    is told of it by a message or an edit."""

    settle: Settle
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


def _open_day(work: Work) -> int:
    leader = _cadre(work, "Phụ trách", 1, Role.BASE)
    day = _day(work, work.now + timedelta(days=2))
    work.activities.add_point(day, NewPoint("Cầu", None, leader, capacity=5000))
    return day


def _press(data: str, count: int) -> list[Coming]:
    return [Coming(0.0, FIRST + n, data) for n in range(count)]


def known(work: Work, count: int) -> list[Coming]:
    """An open day, and people who have agreed to its list; each takes a place."""
    _volunteers(work, count)
    return _press(f"s.go:{_open_day(work)}", count)


def _first(work: Work, count: int) -> list[Coming]:
    return _press(f"s.yes:{_open_day(work)}:18.{_notice().mark}", count)


def _cadre(work: Work, name: str, telegram_id: int, role: Role) -> int:
    person = work.people.add(f"{name} {telegram_id}", work.now)
    work.people.enrol(person, f"CB{telegram_id}", SINCE)
    work.people.grant(person, role, SINCE)
    work.people.link(person, telegram_id)
    return person


def _assigned(work: Work, count: int) -> list[Coming]:
    """Each lead has one to accept, one to say done, and one whose report is to be sent."""
    giver = _cadre(work, "Trưởng ban", 1, Role.HEAD)
    due = work.now + timedelta(days=5)
    leads = [_cadre(work, "Chuyên viên", FIRST + n, Role.STAFF) for n in range(count)]
    comings = []
    for place, (verb, state) in enumerate(
        (("a.accept", "assigned"), ("a.done", "doing"), ("c.send", "doing"))
    ):
        for number, lead in enumerate(leads, start=place * count + 1):
            new = Assignment(0, "", 0, "Việc", "Việc", giver, lead, giver, due, due, work.now)
            kept = work.assignments.add(new, number=number, code=f"NV-2026-{number:04}").id
            work.connection.execute("UPDATE assignment SET state = ? WHERE id = ?", (state, kept))
            if verb == "c.send":
                kept = _finished(work, kept, lead)
            chat, over = FIRST + number - 1 - place * count, 5 + place
            card = f"report:{kept}" if verb == "c.send" else f"assignment:{kept}"
            work.cards.save(lead, card, chat, over, NOW)
            comings.append(Coming(0.0, chat, f"{verb}:{kept}", over=over))
    return comings


def _finished(work: Work, assignment_id: int, lead: int) -> int:
    draft = work.completions.begin(assignment_id, lead, work.now).id
    work.connection.execute("UPDATE completion SET text = 'xong' WHERE id = ?", (draft,))
    return draft


def _running(work: Work, count: int) -> list[Coming]:
    """Days that ended two hours ago, of twenty points each, whose leaders have been asked."""
    for number, code in enumerate(("MTTQ", "DTN", "HPN")):
        work.offices.add_organisation(code, code, code, number, SINCE)
    for number in range(count):
        if number % 20 == 0:
            day = _day(work, work.now - timedelta(hours=5), 1)
        leader = _cadre(work, "Phụ trách", FIRST + number, Role.BASE)
        work.activities.add_point(day, NewPoint(f"Điểm {number}", None, leader, 60))
        wait_for_figures(work, leader)
    return [Coming(0.0, FIRST + n, text="dtn 20 pn 15") for n in range(count)]


WAYS = {
    "register, known volunteer": Way(known),
    "first registration": Way(_first, 2),
    "accept, done, send": Way(_assigned),
    "typed turnout": Way(_running),
}


def laid(path: Path, settle: Settle, people: int, file: Path | None = None) -> Sequence[Coming]:
    """One office more in a copy of the file, or the first in a fresh one."""
    if file:
        shutil.copyfile(file, path)
    connection = connect_writer(path)
    with connection:
        connection.execute("BEGIN")
        office_id = add_office(connection, OFFICE, SINCE)
        comings = settle(Work(connection, clock_of(office_id), NOW), people)
    connection.close()
    return comings


async def walk(
    way: Way, people: int, file: Path | None = None, *, counting: bool = False
) -> tuple[float, Counts]:
    """Milliseconds of the processor a tap, or what it asks of the file; one at a time never."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "b.db"
        comings = laid(path, way.settle, people, file)
        with telegram(comings, paced=False) as there:
            async with build(
                token=TOKEN,
                database_path=path,
                base_url=there.address,
                pace=Unpaced(),
                clock=lambda: NOW,
            ) as house:
                house.door.open()
                look_for_garbage_less()
                return await _measured(house, there, len(comings), counting)


async def _measured(
    house: House, there: Telegram, taps: int, counting: bool
) -> tuple[float, Counts]:
    if counting:
        with counted(house.database) as counts:
            await _all(house, there, taps)
        return 0.0, counts.shared(taps)
    begun = time.process_time()
    await _all(house, there, taps)
    return (time.process_time() - begun) * 1000 / taps, Counts()


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
    asked = asking(__doc__)
    asked.add_argument("files", type=Path, nargs="*")
    asked.add_argument("--taps", type=int, default=TAPS)
    asked.add_argument("--way", default="")
    asked.add_argument("--said", action="store_true", help="each statement, and how often")
    options = asked.parse_args()
    heads = ("ms of CPU", "a second", *ASKED)
    sys.stdout.write(f"{'':36}" + "".join(f"{head:>11}" for head in heads) + "\n")
    for name, way in WAYS.items():
        if options.way in name:
            _told(name, way, options)


def _told(name: str, way: Way, options: Namespace) -> None:
    """Rounds of each file between those of the others; the best is the least disturbed."""
    files = [None, *options.files]
    rounds = [[asyncio.run(walk(way, options.taps, f))[0] for f in files] for _ in range(ROUNDS)]
    for place, file in enumerate(files):
        took = min(each[place] for each in rounds)
        counts = asyncio.run(walk(way, options.taps // 4, file, counting=True))[1]
        figures = [took, 1000 / took, *(counts[head] for head in ASKED)]
        head = f"{name}, {file.stem if file else 'fresh'}"
        sys.stdout.write(f"{head:36}" + "".join(f"{figure:11.2f}" for figure in figures) + "\n")
    if options.said:
        for statement, times in counts.said.most_common():
            sys.stdout.write(f"    {times:6.2f}  {statement}\n")


if __name__ == "__main__":
    main()
