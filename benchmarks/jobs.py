"""What the clock and a look cost after one year and after five: `python -m benchmarks.jobs`.

Give files made by `benchmarks.years`, the shortest history first; each is tried on a copy. With
`--week` the clock goes through a whole week of the last file, in which everything comes due, and
the writes are told that hold the writer longest, behind which a tap waits.
"""

import asyncio
import shutil
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from actions.assignments.leading import accept
from actions.assignments.lists import my_week, unit_work
from actions.assignments.taking_back import take_back_last
from actions.desk import Action, Desk
from actions.digest.facts import ALL, compute
from actions.digest.printing import edition_now
from actions.own_data.my_data import export, my_data
from actions.reception.housekeeping import Housekeeping
from actions.reception.inbox import Inbox
from actions.reception.post import Post
from actions.reception.recognition import Recognition
from actions.registrations.card import draw_card
from actions.registrations.looking import coming_up, my_registrations
from actions.roll.call import turn_page
from actions.rooms import Job, jobs
from benchmarks.asking import asking
from benchmarks.years import NOW
from domain.access import Actor, clock_of
from schedules.timetable import Timekeeper
from storage import Connection, Database, Work
from storage.rows import moment, stamp

BOT = 123456
TRIES = 9
LONGEST, TOLD = 50, 15
"""So many milliseconds may a tap wait behind the clock; so many of the longest writes are told."""
A_LEAD = """
SELECT p.telegram_id FROM assignment a JOIN person p ON p.id = a.lead_id
 WHERE a.office_id = 1 AND a.state IN ('assigned', 'doing') GROUP BY 1 ORDER BY count(*) DESC
"""
TO_ACCEPT = """
SELECT p.telegram_id, a.id FROM assignment a JOIN person p ON p.id = a.lead_id
 WHERE a.office_id = 1 AND a.state = 'assigned' ORDER BY a.id LIMIT 1
"""
FULL_DAY = """
SELECT a.id, r.point_id, p.telegram_id, l.telegram_id FROM activity a
  JOIN registration r ON r.activity_id = a.id JOIN person p ON p.id = r.person_id
  JOIN point ON point.id = r.point_id JOIN person l ON l.id = point.leader_id
 WHERE a.office_id = 1 AND a.state = 'open' AND a.starts_at > :now AND r.standing = 'registered'
 GROUP BY a.id ORDER BY count(*) DESC, a.starts_at LIMIT 1
"""
Figures = dict[str, float]
T = TypeVar("T")


class Watch:
    """The clock of the house, and what each thing took: milliseconds of the processor, because
    the machine is not ours alone."""

    def __init__(self) -> None:
        self.now, self.took = NOW, Figures()

    def __call__(self) -> datetime:
        return self.now

    async def once(self, name: str, what: Callable[[], Awaitable[Any]]) -> None:
        begun = time.process_time()
        await what()
        self.took[name] = (time.process_time() - begun) * 1000

    async def best(self, name: str, what: Callable[[], Awaitable[Any]]) -> None:
        """The quickest of a few tries."""
        least = float("inf")
        for _ in range(TRIES):
            await self.once(name, what)
            least = min(least, self.took[name])
        self.took[name] = least


class Held:
    """How long each write held the writer: milliseconds of the processor on its own thread."""

    def __init__(self, database: Any, watch: Watch) -> None:
        self.took: list[tuple[float, datetime, int]] = []
        self._watch, self._run = watch, database._writer.run
        database._writer.run = self.run

    async def run(self, job: Callable[[Connection], Any]) -> Any:
        """Moment and statements are kept with the time, so that one finds what it was."""

        def timed(connection: Connection) -> Any:
            said: list[str] = []
            connection.set_trace_callback(said.append)
            begun = time.thread_time()
            try:
                return job(connection)
            finally:
                took = (time.thread_time() - begun) * 1000
                connection.set_trace_callback(None)
                self.took.append((took, self._watch.now, len(said)))

        return await self._run(timed)


async def week(file: Path) -> Sequence[tuple[float, datetime, int]]:
    """Every write of one week of the clock, with what comes due in it."""
    watch = Watch()
    async with Database.open(file) as database:
        desk, keeping = Desk(database, watch), Housekeeping(database, watch)
        await Inbox(database, watch, BOT).wake()
        keeper = Timekeeper(keeping, desk)
        await keeper.catch_up()
        held = Held(database, watch)

        async def move(moment: datetime) -> None:
            watch.now = moment

        await keeper.step(NOW, NOW + timedelta(days=7), move)
    return held.took


async def measure(file: Path) -> Figures:
    watch = Watch()
    begun = time.process_time()
    async with Database.open(file) as database:
        desk, keeping = Desk(database, watch), Housekeeping(database, watch)
        await Inbox(database, watch, BOT).wake()
        watch.took["start: until the file is open"] = (time.process_time() - begun) * 1000
        keeper = Timekeeper(keeping, desk)
        await watch.once("start: what is due is caught up", keeper.catch_up)
        await _clock(watch, desk, keeping)
        await _looks(watch, database, desk)
        watch.now = NOW.replace(hour=2, minute=30) + timedelta(days=1)
        await watch.once("the night: what need not be kept", keeper.catch_up)
    return watch.took


async def _clock(watch: Watch, desk: Desk, keeping: Housekeeping) -> None:
    """All offices' turn of every job; nothing is due any more."""

    def all_offices(job: Job) -> Callable[[], Awaitable[None]]:
        async def turn() -> None:
            for clock in await keeping.clocks():
                while await job.turn(desk, clock):
                    pass

        return turn

    for job in jobs():
        await watch.best(f"job: {job.name}", all_offices(job))
    five = [job for job in jobs() if job.hours.get("minute") == "*/5"]

    async def pulse() -> None:
        for job in five:
            await all_offices(job)()

    await watch.best("every five minutes, together", pulse)


async def _done(_: object) -> None:
    """What took no waiting."""


async def _looks(watch: Watch, database: Database, desk: Desk) -> None:
    recognition, post = Recognition(database, watch), Post(database, watch)

    def facts(connection: Connection) -> Any:
        work = Work(connection, clock_of(1), watch.now)
        return compute(work, edition_now(work), ALL, watch.now)

    lead = await database.read(lambda c: c.execute(A_LEAD).fetchone()[0])
    now = stamp(watch.now)
    day = tuple(await database.read(lambda c: c.execute(FULL_DAY, {"now": now}).fetchone()))
    who = {name: recognition.recognise(of).actor
           for name, of in (("lead", lead), ("comer", day[2]), ("leader", day[3]))}  # fmt: skip

    def look(view: Action[..., Any], who: Actor, *args: Any) -> Callable[[], Awaitable[Any]]:
        return lambda: desk.see(view, who, *args)

    def card(who: Actor) -> Callable[[], Awaitable[Any]]:
        return lambda: database.read(lambda c: draw_card(Work(c, who, watch.now), day[0]))

    await watch.best("one office's weekly facts", lambda: database.read(facts))
    await watch.best("who speaks", lambda: _done(recognition.recognise(lead)))
    await watch.best("my week", look(my_week, who["lead"]))
    if (head := who["lead"]).units:
        await watch.best("the section's work", look(unit_work, head))
    await watch.best("what is coming up", look(coming_up, who["comer"]))
    await watch.best("my days", look(my_registrations, who["comer"]))
    await watch.best("a full day's card", card(who["comer"]))
    asked, task = await database.read(lambda c: tuple(c.execute(TO_ACCEPT).fetchone()))
    await _undone(watch, desk, recognition.recognise(asked).actor, task)
    watch.now = await _start_of(database, day[0]) - timedelta(minutes=20)
    leader, point = who["leader"], day[1]
    await watch.best("a page of the roll", lambda: desk.do(turn_page, leader, point, 0))
    watch.now = NOW
    await watch.best("my data", look(my_data, who["comer"]))
    await watch.best("my data, all of it", look(export, who["comer"]))
    await watch.best("the post is looked through", lambda: post.take(0, 0))


async def _undone(watch: Watch, desk: Desk, lead: Actor, task: int) -> None:
    """Work is accepted, which is not timed, and that is taken back."""
    name, least = "undo: what was accepted", float("inf")
    for _ in range(TRIES):
        watch.now += timedelta(seconds=1)
        await desk.do(accept, lead, task)
        await watch.once(name, lambda: desk.do(take_back_last, lead))
        least = min(least, watch.took[name])
    watch.took[name] = least


async def _start_of(database: Database, activity: int) -> datetime:
    starts = "SELECT starts_at FROM activity WHERE id = ?"
    found = await database.read(lambda c: c.execute(starts, (activity,)).fetchone()[0])
    return moment(found)


def tried(what: Callable[[Path], Coroutine[Any, Any, T]], file: Path) -> T:
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        copy = Path(folder) / "copy.db"
        shutil.copyfile(file, copy)
        return asyncio.run(what(copy))


def _tell_week(file: Path) -> None:
    writes = sorted(tried(week, file), reverse=True)
    over = sum(took > LONGEST for took, *_ in writes)
    told = f"{len(writes)} writes, {sum(took for took, *_ in writes):.0f} ms"
    sys.stdout.write(f"{told}; {over} of more than {LONGEST} ms\n")
    for took, then, statements in writes[:TOLD]:
        sys.stdout.write(f"{took:8.1f} ms {statements:7} statements, {then:%a %d/%m %H:%M}\n")


def main() -> None:
    ask = asking(__doc__)
    ask.add_argument("files", type=Path, nargs="+")
    ask.add_argument("--week", action="store_true", help="every write of one week")
    told = ask.parse_args()
    if told.week:
        return _tell_week(told.files[-1])
    found = [tried(measure, file) for file in told.files]
    titles = "".join(f"{file.stem:>12}" for file in told.files)
    sys.stdout.write(f"{'ms':44}{titles}{'ratio':>8}\n")
    for name in found[0]:
        row = [figures.get(name, 0.0) for figures in found]
        ratio = row[-1] / row[0] if row[0] else 0.0
        sys.stdout.write(f"{name:44}{''.join(f'{n:12.1f}' for n in row)}{ratio:8.2f}\n")


if __name__ == "__main__":
    main()
