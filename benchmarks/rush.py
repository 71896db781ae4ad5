"""Thursday 19:30: 5,000 people tap within a minute on 200 places, while the evening's broadcast
goes out, two organisers change the day and one person leaves. Who has a place, who waits, how
soon each press was answered, how soon each card was true, and what Telegram says to the pace."""

import asyncio
import sys
import tempfile
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.asking import asking
from benchmarks.telegram import Book, Coming, telegram
from bot.wiring import House, build
from domain.access import Role, clock_of
from domain.activities import NewPoint, Plan, Stage
from domain.consent import Purpose
from domain.letters import Message
from domain.people import Office
from domain.periods import OFFICE_ZONE
from domain.retention import DAYS
from storage import Work
from storage.offices import add_office
from storage.rows import stamp
from texts import Catalogue
from texts.registrations import notice

OVER = 60.0
"""Seconds in which they all tap."""
PLACES, BROADCAST, AGAIN = 200, 2000, 10
"""Places; letters of the evening's broadcast; every how many-th person taps twice."""
TOKEN, DELAY = "123456:" + "A" * 30, 0.1
FIRST, READERS, ORGANISERS = 10_000, 100_000, (9001, 9002)
SINCE = date(2026, 1, 1)
THURSDAY = datetime(2026, 11, 19, 12, 30, tzinfo=UTC)
OFFICE = Office(0, "B", "Cơ quan", "Cơ quan", "district_2017", OFFICE_ZONE, contact="Hạnh")
LINE = """
SELECT p.telegram_id, r.standing FROM registration r JOIN person p ON p.id = r.person_id
 ORDER BY r.id
"""
LEFT = """
SELECT count(*) FROM letter WHERE state = 'sending' OR state = 'waiting' AND not_before <= ?
"""


def story(taps: int) -> list[Coming]:
    """Everything that people do, in its order."""
    blanks = {"office": OFFICE.name, "contact": OFFICE.contact, "days": DAYS["registrations"]}
    mark = notice(Catalogue().words("vi", "anh_chi"), Purpose.LIST, blanks).mark
    yes = f"s.yes:1:18.{mark}"
    first = [Coming(OVER * n / taps, FIRST + n, yes) for n in range(taps)]
    again = [Coming(tap.at + 2.0, tap.person, yes) for tap in first[::AGAIN]]
    one, other = ORGANISERS
    changes = [
        Coming(15.0, one, "s.details:1"),
        Coming(20.0, one, text="mang theo: ủng, găng tay"),
        Coming(25.0, other, "plan.at:1"),
        Coming(30.0, other, text="cạnh cổng chợ"),
        Coming(40.0, FIRST, "s.offyes:1"),
    ]
    return sorted([*first, *again, *changes], key=lambda coming: coming.at)


def evening() -> Callable[[], datetime]:
    """A clock on which it has just become Thursday 19:30."""
    began = time.monotonic()
    return lambda: THURSDAY + timedelta(seconds=time.monotonic() - began)


async def rush(taps: int) -> None:
    comings = story(taps)
    pressed = [(n, c) for n, c in enumerate(comings, start=1) if c.press]
    with tempfile.TemporaryDirectory() as folder, telegram(comings, DELAY) as there:
        path, clock = Path(folder) / "rush.db", evening()
        async with build(
            token=TOKEN, database_path=path, base_url=there.address, clock=clock
        ) as house:
            await house.database.write(_settle_in)
            duties = [asyncio.create_task(house.poller.run())]
            duties.append(asyncio.create_task(house.postman.run()))
            await asyncio.sleep(2.0)
            await house.database.write(_broadcast)
            await there.answered(len(pressed))
            while await _owed(house):  # noqa: ASYNC110 - it measures, it does not wait
                await asyncio.sleep(0.5)
            await _count(house, taps)
            _report(there.book(), pressed, taps)
            for duty in duties:
                duty.cancel()
            await asyncio.gather(*duties, return_exceptions=True)


async def _owed(house: House) -> int:
    now = stamp(house.desk.clock())
    owed: int = await house.database.read(lambda c: c.execute(LEFT, (now,)).fetchone()[0])
    return owed


async def _count(house: House, taps: int) -> None:
    rows = await house.database.read(lambda c: c.execute(LINE).fetchall())
    counted = Counter(row[1] for row in rows)
    wanted = {"registered": PLACES - 1, "cancelled": 1, "offered": 1}
    exact = counted == {**wanted, "waitlisted": taps - PLACES - 1}
    say("standing", ", ".join(f"{n} {standing}" for standing, n in counted.items()))
    say("exactly as it should be", yes(exact))
    in_order = [row[0] for row in rows] == [FIRST + n for n in range(taps)]
    say("the line is the order of the taps", yes(in_order))


def _report(book: Book, pressed: Sequence[tuple[int, Coming]], taps: int) -> None:
    tapped = {c.person: c.at for _, c in reversed(pressed) if c.press.startswith("s.yes")}
    toasts = [(c, *book.answers[n]) for n, c in pressed]
    say("presses answered", f"{len(toasts)} of {len(pressed)}")
    say("… after the press, seconds", spread(at - c.at for c, at, _ in toasts))
    told = all(text for c, _, text in toasts if c.press.startswith("s.yes"))
    say("… with the result in the toast", yes(told))
    cards = [s for s in book.said if s.is_edit and s.chat in tapped]
    first = {s.chat: s.at for s in reversed(cards)}
    last = {s.chat: s.at for s in cards}
    say("cards drawn", f"{len(first)} of {taps}, by {len(cards)} edits")
    say("… after the tap, seconds", spread(at - tapped[chat] for chat, at in first.items()))
    say("… its last change, seconds", spread(at - tapped[chat] for chat, at in last.items()))
    letters = [s.at for s in book.said if s.chat >= READERS]
    early = sum(at < max(first.values()) for at in letters)
    say("letters of the broadcast", f"{len(letters)}, {letters[0]:.0f} to {letters[-1]:.0f} s")
    say("… sent while cards were owed", f"{early}")
    say("messages in all", f"{len(book.said)} in {book.said[-1].at:.0f} s")
    say("… in the fullest second", f"{_fullest([s.at for s in book.said])}")
    say("violations", f"{len(book.violations)} {sorted(set(book.violations))[:3]}")


def _fullest(moments: Sequence[float]) -> int:
    seen = sorted(moments)
    return max(bisect_left(seen, at + 1.0) - n for n, at in enumerate(seen))


def _settle_in(connection: Any) -> None:
    now = THURSDAY
    work = Work(connection, clock_of(add_office(connection, OFFICE, SINCE)), now)
    for number, telegram_id in enumerate(ORGANISERS):
        person_id = work.people.add(f"Đỗ Thị Hạnh {number}", now)
        work.people.enrol(person_id, f"CB{number}", SINCE)
        work.people.grant(person_id, Role.OFFICE_ADMIN, SINCE)
        work.people.link(person_id, telegram_id)
    for number in range(BROADCAST):
        work.people.add(f"Người {number}", now, telegram_id=READERS + number)
    starts = now + timedelta(days=2)
    plan = Plan("saturday", "Dọn bờ kênh", starts, timedelta(hours=3))
    day = work.activities.add(plan, "T7", starts - timedelta(hours=12), now, Stage.OPEN)
    work.activities.add_point(day, NewPoint("Cầu", capacity=PLACES))


def _broadcast(connection: Any) -> None:
    """The evening's news, to people who are not here to tap."""
    work = Work(connection, clock_of(1), THURSDAY)
    rows = connection.execute(
        "SELECT id, telegram_id FROM person WHERE telegram_id >= ?", (READERS,)
    )
    for row in rows.fetchall():
        work.tell(row[0], f"news:{row[1]}", Message("activity.none_ahead"))


def spread(seconds: Iterable[float]) -> str:
    """Half of them, 99 of a hundred, all."""
    waits = sorted(seconds)
    half, most = waits[len(waits) // 2], waits[len(waits) * 99 // 100]
    return f"half {half:.2f} · 99 % {most:.2f} · all {waits[-1]:.2f}"


def yes(true: bool) -> str:
    return "yes" if true else "NO"


def say(what: str, seen: str) -> None:
    sys.stdout.write(f"{what:36}{seen}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    ask = asking(__doc__)
    ask.add_argument("taps", type=int, nargs="?", default=5000)
    asyncio.run(rush(ask.parse_args().taps))
