"""How many taps a second: inbox, deed with journal and letter, press answered, card edited."""

import asyncio
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any, cast

from actions.cards import CARDS
from actions.desk import action
from benchmarks.telegram import Coming, telegram
from bot.pace import Pace
from bot.wiring import build
from domain.access import Permission, clock_of
from domain.letters import Message, toast
from domain.people import Office
from domain.periods import OFFICE_ZONE
from handlers.kit.router import Router
from handlers.kit.turn import Turn
from storage import Work
from storage.offices import add_office

PEOPLE, TOKEN = 300, "123456:" + "A" * 30
router = Router()


class Unpaced(Pace):
    async def turn(self, chat_id: int, *, first: bool) -> None:
        return None


@action(needs=Permission.TALK)
def tap(work: Work, subject: int) -> Message:
    work.log("tap", "thing", subject)
    work.redraw(f"thing:{work.actor.me}", work.actor.me)
    return toast("letter.again")


@router.button("tap")
async def on_tap(turn: Turn) -> Message | None:
    return await turn.do(tap, turn.subject)


async def measure(count: int, delay: float) -> float:
    taps = [Coming(0.0, 1000 + n % PEOPLE, f"tap:{n}") for n in range(count)]
    cast(Any, CARDS)["thing"] = lambda work, number: Message("letter.again")
    with tempfile.TemporaryDirectory() as folder, telegram(taps, delay, paced=False) as there:
        async with build(
            token=TOKEN,
            database_path=Path(folder) / "b.db",
            base_url=there.address,
            pace=Unpaced(),
            routers=(router,),
        ) as house:
            await house.database.write(lambda c: _people(c, house.desk.clock()))
            tasks = [asyncio.create_task(house.poller.run())]
            tasks.append(asyncio.create_task(house.postman.run()))
            await there.answered(count)
            seconds = max(at for at, _ in there.book().answers.values())
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return count / float(seconds)


def _people(connection: Any, now: Any) -> None:
    office = Office(0, "B", "B", "B", "district_2017", OFFICE_ZONE)
    work = Work(connection, clock_of(add_office(connection, office, date(2026, 1, 1))), now)
    for number in range(PEOPLE):
        work.people.link(work.people.add(f"Người {number}", now), 1000 + number)


if __name__ == "__main__":
    taps = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    sys.stdout.write(f"{asyncio.run(measure(taps, 0.0)):8.0f} taps a second, loopback\n")
    sys.stdout.write(f"{asyncio.run(measure(300, 0.1)):8.0f} taps a second, 300 at 100 ms\n")
