"""Five ways through the house: how often each reader reads, and how often a wall is crossed.

`python -m benchmarks.ways`; the house is the one of the stories, the telephones are played.
"""

import asyncio
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from benchmarks.asking import asking
from language.line.restore import read
from tests.helpers.activities import open_saturday, plan_saturday
from tests.helpers.assignments import give, number_from
from tests.town import BINH, CUONG, MAI, THANG, Town, clock, open_town

HOUSE = Path(__file__).resolve().parent.parent
FLOORS = ("bot", "handlers", "schedules", "actions", "storage", "texts", "papers", "domain")
ROOMS = ("line", "dates", "figures", "answers")
READERS = {
    "words": "language/line/restore.py:read",
    "when": "language/dates/when.py:when_in",
    "figures": "language/figures/turnout.py:turnout_in",
    "reply": "language/answers/replies/reply.py:reply_to",
    "name": "language/line/names.py:who",
}
"""Who reads a typed line; each of them once is what a line may cost."""
Way = Callable[[Town], Awaitable[Any]]


class Walls:
    """Counts calls from one room of the house into another, and the readers called."""

    def __init__(self) -> None:
        self.watched = False
        self.floors: Counter[tuple[str, str]] = Counter()
        self.rooms: Counter[tuple[str, str]] = Counter()
        self.read: Counter[str] = Counter()
        self._places: dict[CodeType, tuple[str, str, str]] = {}

    def note(self, frame: FrameType, event: str, _: object) -> None:
        if not self.watched or event != "call" or frame.f_back is None or not _begins(frame):
            return
        here, there = self._place(frame.f_back.f_code), self._place(frame.f_code)
        self.read[there[2]] += bool(there[2])
        for number, seen in enumerate((self.floors, self.rooms)):
            if here[number] and there[number] and here[number] != there[number]:
                seen[here[number], there[number]] += 1

    def _place(self, code: CodeType) -> tuple[str, str, str]:
        if code not in self._places:
            self._places[code] = _place(code)
        return self._places[code]


def _begins(frame: FrameType) -> bool:
    """Going on after a wait is no new call: the instruction RESUME says which it is."""
    return not frame.f_code.co_code[frame.f_lasti + 1] & 3


def _place(code: CodeType) -> tuple[str, str, str]:
    """The floor, the room and the reader that some code belongs to."""
    file = Path(code.co_filename)
    if not file.is_relative_to(HOUSE):
        return "", "", ""
    inside = file.relative_to(HOUSE)
    floor = inside.parts[0] if inside.parts[0] in (*FLOORS, "language") else ""
    own = floor == "language" and inside.parts[1] in ROOMS
    called = f"{inside.as_posix()}:{code.co_name}"
    reader = next((name for name, path in READERS.items() if path == called), "")
    return floor, f"language/{inside.parts[1]}" if own else floor, reader


async def _card(town: Town) -> Any:
    await give(town, THANG, "Bình")
    card = town.phone(BINH).last
    await town.tap(BINH, "Nhận việc", card)
    return card


async def press_done(town: Town) -> Way:
    card = await _card(town)
    return lambda _: town.tap(BINH, "Báo xong", card)


async def type_done(town: Town) -> Way:
    await _card(town)
    return lambda _: town.write(BINH, "xong 1, đã vận động 6 hộ")


async def type_done_by_number(town: Town) -> Way:
    """A number that is long enough to name work, wherever the line is typed."""
    await number_from(town, 147)
    await _card(town)
    return lambda _: town.write(BINH, "xong 147, đã vận động 6 hộ")


async def type_figures(town: Town) -> Way:
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    return lambda _: town.write(CUONG, "dtn 20 pn 15")


async def open_link(town: Town) -> Way:
    day = await open_saturday(town)

    async def scan(_: Town) -> None:
        await town.phone(MAI).start(f"act-{day}")
        await town.settle()

    return scan


WAYS: dict[str, Callable[[Town], Awaitable[Way]]] = {
    "tap «Báo xong»": press_done,
    "typed «xong 1, …»": type_done,
    "typed «xong 147, …»": type_done_by_number,
    "typed «dtn 20 pn 15»": type_figures,
    "/start link to card": open_link,
}


async def walk(begin: Callable[[Town], Awaitable[Way]]) -> Walls:
    """The threads of the database are watched from their birth, but only the way is counted."""
    walls = Walls()
    threading.setprofile(walls.note)
    sys.setprofile(walls.note)
    with tempfile.TemporaryDirectory() as folder:
        async with open_town(Path(folder)) as town:
            way = await begin(town)
            await town.rest()
            read.cache_clear()
            walls.watched = True
            await way(town)
            walls.watched = False
    sys.setprofile(None)
    threading.setprofile(None)
    return walls


def main() -> None:
    ask = asking(__doc__)
    ask.add_argument("--walls", action="store_true", help="from which floor to which")
    told = ask.parse_args()
    heads = ("floors", "rooms", *READERS)
    sys.stdout.write(f"{'':24}" + "".join(f"{head:>9}" for head in heads) + "\n")
    for name, begin in WAYS.items():
        asyncio.run(walk(begin))  # lists of words are folded once a process
        walls = asyncio.run(walk(begin))
        counts = [walls.floors.total(), walls.rooms.total(), *map(walls.read.get, READERS)]
        sys.stdout.write(f"{name:24}" + "".join(f"{count or 0:>9}" for count in counts) + "\n")
        if told.walls:
            for (here, there), count in walls.floors.most_common():
                sys.stdout.write(f"    {here:10} → {there:10}{count:>5}\n")


if __name__ == "__main__":
    main()
