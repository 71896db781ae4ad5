"""Everybody taps at once: exactly the places are given, in the order of the taps."""

import asyncio
import itertools
from pathlib import Path

from bot.pace import Pace
from domain.letters import Message
from schedules.postman import UNASKED
from storage import Work
from tests.helpers.activities import open_saturday
from tests.helpers.registrations import arrive, join
from tests.town import HANH, LAN, MAI, Town, open_town

TAPS, PLACES, READERS = 300, 20, 100
FIRST, NEXT = 20_000, 30_000
STANDINGS = """
SELECT telegram_id, standing FROM registration JOIN person ON person.id = person_id
 ORDER BY registration.id
"""


async def test_three_hundred_taps_on_twenty_places(town: Town) -> None:
    day = await open_saturday(town, capacity=PLACES)
    people = [FIRST + n for n in range(TAPS)]
    questions = {}
    for who in people:
        await town.phone(who).start(f"act-{day}")
    await town.settle()
    for who in people:
        message = town.phone(who).messages[-1]
        data = next(b.data for b in message.buttons if "đủ 18" in b.text)
        questions[who] = (data, message.message_id)
    for who in people:
        await town.phone(who).press(*questions[who])
    for who in people[:50]:
        await town.phone(who).press(*questions[who])
    await town.settle()

    rows = await town.sql(STANDINGS)
    assert [row[0] for row in rows] == people, "the line is the order of the taps"
    assert [row[1] for row in rows] == ["registered"] * PLACES + ["waitlisted"] * (TAPS - PLACES)
    for number, who in enumerate(people):
        said = town.phone(who).toasts[0].text
        expected = "✅ Đã đăng ký" if number < PLACES else f"thứ {number - PLACES + 1} trong"
        assert expected in said
    for who in people[:50]:
        assert len(town.phone(who).toasts) == 2, "a second tap is answered and changes nothing"
        assert town.phone(who).waiting == 0


async def test_two_organisers_and_a_cancellation_change_nothing_else(town: Town) -> None:
    day = await open_saturday(town, capacity=3)
    people = [FIRST + n for n in range(30)]
    for who in people[:3]:
        await join(town, who, day)
    [(left,)] = await town.sql("SELECT min(id) FROM registration")
    for who, button in ((HANH, f"s.details:{day}"), (LAN, "plan.at:1")):
        await town.write(who, "/huy")
        await town.phone(who).press(button, town.phone(who).last.message_id)
    for who in people[3:]:
        await town.phone(who).start(f"act-{day}")
    await town.settle()

    for who in people[3:15]:
        await town.phone(who).tap("Đồng ý, đủ 18")
    card = next(m for m in town.phone(people[0]).messages if m.buttons)
    await town.phone(people[0]).press(f"s.offyes:{left}", card.message_id)
    await town.phone(HANH).write("mang theo: ủng, găng tay")
    await town.phone(LAN).write("cạnh cổng chợ")
    for who in people[15:]:
        await town.phone(who).tap("Đồng ý, đủ 18")
    await town.settle()

    rows = await town.sql(STANDINGS)
    assert [row[0] for row in rows] == people, "the line is the order of the taps"
    standings = ["cancelled", "registered", "registered", "offered", *["waitlisted"] * 26]
    assert [row[1] for row in rows] == standings
    cards = [text for text in await town.heard(people[1]) if "Đã đăng ký: Dọn bờ kênh" in text]
    assert len(cards) == 1
    assert "cạnh cổng chợ" in cards[0]
    assert "ủng, găng tay" in cards[0]
    for who in people:
        assert len(town.phone(who).toasts) == (2 if who == people[0] else 1)
        assert town.phone(who).waiting == 0


async def test_whoever_tapped_is_answered_before_broadcasts(tmp_path: Path) -> None:
    gate = Gate()
    async with open_town(tmp_path, pace=gate) as town:
        day = await open_saturday(town, capacity=1)
        gate.open()
        for who in (FIRST, MAI):
            await arrive(town, who, day)
        gate.shut()
        for number in range(READERS):
            town.world.phone(NEXT + number, f"Người {number}", started=True)
        await town.work(_news_for_all)
        town.house.desk.posted.set()
        post = asyncio.create_task(town.house.postman.run())
        await gate.full(UNASKED)
        for who in (FIRST, MAI):
            await town.phone(who).tap("Đồng ý, đủ 18")
            await town.house.poller.once(0)
            await town.house.dispatcher.drain()
        assert "thứ 1 trong danh sách chờ" in town.phone(MAI).toasts[-1].text, "at once"
        await gate.full(UNASKED + 2)
        gate.open()
        await town.settle()
        post.cancel()
    assert gate.went[:2] == [FIRST, MAI], "the cards of those who tapped, in their order"
    assert {NEXT + number for number in range(READERS)} <= set(gate.went[2:]), "then the others"


class Gate(Pace):
    """The house's own pace, with a gate in front: whoever waits there goes in its order."""

    def __init__(self) -> None:
        super().__init__(tick=itertools.count(0, 10).__next__)
        self._opened, self._waiting, self.went = asyncio.Event(), 0, list[int]()

    async def turn(self, chat_id: int, *, first: bool) -> None:
        self._waiting += 1
        await self._opened.wait()
        await super().turn(chat_id, first=first)
        self.went.append(chat_id)

    async def full(self, count: int) -> None:
        """Until so many wait."""
        async with asyncio.timeout(10):
            while self._waiting < count:  # noqa: ASYNC110 - it is passed by others' turns
                await asyncio.sleep(0)

    def open(self) -> None:
        self._opened.set()

    def shut(self) -> None:
        self._opened.clear()
        self._waiting = 0
        self.went.clear()


def _news_for_all(work: Work) -> None:
    """The evening's broadcast, longer than the postman has hands."""
    for number in range(READERS):
        person_id = work.people.add(f"Người {number}", work.now, telegram_id=NEXT + number)
        work.tell(person_id, f"news:{number}", Message("activity.none_ahead"))
