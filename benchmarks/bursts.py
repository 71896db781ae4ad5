"""What a rush looks like to one who taps, in round trips: `python -m benchmarks.bursts`.

Three hundred tap in the same moment; then the evening's news go to nine hundred others while five
people a second tap. Telegram is 80 ms away and strict: the pace is the house's own. A round trip
is the least that an answer can take; what it took is counted from the tap until it is seen, by the
wall. Beside it what the processor did until the last was answered, which is the same on a machine
that is not ours alone.
"""

import asyncio
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.rush import READERS, say, spread
from benchmarks.taps import FIRST, NOW, OFFICE, SINCE, TOKEN, WAYS
from benchmarks.telegram import Book, Coming, Telegram, telegram
from bot.wiring import House, build
from domain.access import clock_of
from domain.letters import Message
from storage import Work
from storage.offices import add_office

AWAY = 0.08
TOGETHER, READ_IT, A_SECOND = 300, 900, 5
KNOWN, GO = WAYS["register, known volunteer"].settle, "s.go:1"


def _settle(connection: Any, taps: int, readers: int) -> None:
    work = Work(connection, clock_of(add_office(connection, OFFICE, SINCE)), NOW)
    KNOWN(work, taps)
    for number in range(readers):
        person = work.people.add(f"Người {number}", NOW, telegram_id=READERS + number)
        work.tell(person, f"news:{number}", Message("activity.none_ahead"))


async def _had(house: House, there: Telegram, comings: Sequence[Coming]) -> None:
    """Until all are answered and nothing is due any more."""
    begun = time.process_time()
    duties = [asyncio.create_task(duty) for duty in (house.poller.run(), house.postman.run())]
    await there.answered(len(comings))
    say("… answered, ms of the processor", f"{(time.process_time() - begun) * 1000:.0f}")
    await house.dispatcher.drain()
    await house.postman.empty_bag()
    for duty in duties:
        duty.cancel()
    await asyncio.gather(*duties, return_exceptions=True)


async def seen(comings: Sequence[Coming], readers: int) -> Book:
    """What Telegram saw of it."""
    with tempfile.TemporaryDirectory() as folder, telegram(comings, AWAY) as there:
        path, address = Path(folder) / "b.db", there.address
        async with build(
            token=TOKEN, database_path=path, base_url=address, clock=lambda: NOW
        ) as house:
            await house.database.write(lambda c: _settle(c, len(comings), readers))
            house.dispatcher._door.open()
            await _had(house, there, comings)
            return there.book()


def _told(book: Book, comings: Sequence[Coming]) -> None:
    tapped = {coming.person: coming.at for coming in comings}
    answers = (book.answers[n][0] - c.at for n, c in enumerate(comings, start=1))
    edits = (s.at - tapped[s.chat] for s in book.said if s.chat in tapped)
    say("… answer, round trips", spread(wait / AWAY + 1 for wait in answers))
    say("… card, round trips", spread(wait / AWAY + 1 for wait in edits))
    say("… refused by Telegram", str(len(book.violations)))


def main() -> None:
    burst = [Coming(0.0, FIRST + n, GO) for n in range(TOGETHER)]
    say("tapped together", str(TOGETHER))
    _told(asyncio.run(seen(burst, 0)), burst)
    beside = [Coming(1 + n / A_SECOND, FIRST + n, GO) for n in range(READ_IT // 28 * A_SECOND)]
    book = asyncio.run(seen(beside, READ_IT))
    letters = [s.at for s in book.said if s.chat >= READERS]
    took = max(letters) - min(letters)
    said = sum(min(letters) <= s.at <= max(letters) for s in book.said)
    say("letters beside taps", f"{len(letters)} and {len(beside)}, {said / took:.1f} a second")
    _told(book, beside)


if __name__ == "__main__":
    main()
