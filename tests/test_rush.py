"""Everybody taps at once: exactly the places are given, in the order of the taps."""

import asyncio

from actions.saturdays.registering import cancel
from domain.access import Actor, Role
from domain.letters import Message
from storage import Work
from tests.town import Town
from tests.weekend import arrive, open_saturday

TAPS, PLACES = 300, 20
FIRST = 20_000


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

    rows = await town.sql(
        "SELECT telegram_id, standing FROM registration JOIN person ON person.id = person_id"
        " ORDER BY registration.id"
    )
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
        await arrive(town, who, day)
        await town.tap(who, "Đồng ý, đủ 18")
    rows = await town.sql("SELECT id, person_id FROM registration")
    first = rows[0]
    for who in people[3:]:
        await town.phone(who).start(f"act-{day}")
    await town.settle()
    for who in people[3:]:
        message = town.phone(who).messages[-1]
        data = next(b.data for b in message.buttons if "đủ 18" in b.text)
        await town.phone(who).press(data, message.message_id)
    subject = await town.sql("SELECT subject FROM person WHERE id = :id", id=first[1])
    actor = Actor(town.office_id, first[1], frozenset({Role.VOLUNTEER}), subject=subject[0][0])
    left, _ = await asyncio.gather(town.house.desk.do(cancel, actor, first[0]), town.settle())
    assert isinstance(left, Message)
    await town.settle()
    counted = await town.work(lambda work: _counts(work, day))
    assert counted["cancelled"] == 1
    assert counted.get("registered", 0) + counted.get("offered", 0) == 3
    assert counted["waitlisted"] == 26


def _counts(work: Work, day: int) -> dict[str, int]:
    return {s: c["people"] for s, c in work.registrations.counts(day).items()}
