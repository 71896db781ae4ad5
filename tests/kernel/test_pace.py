"""However many messages wait, Telegram's pace holds."""

import asyncio
import itertools
import random
from collections import Counter, deque
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.clock import MovableClock
from bot.pace import AT_ONCE, CHAT_BURST, OVERALL_A_SECOND, Allowance, Pace
from sandbox.pace import Pace as Telegram

chats = st.lists(st.integers(-3, 5).filter(bool), min_size=1, max_size=120)


@given(chats)
def test_no_second_and_no_chat_ever_hears_too_much(wanted: list[int]) -> None:
    allowance, now, sent = Allowance(), 100.0, []
    for chat in wanted:
        now += max(allowance.wait(now), allowance.wait_of(chat, now))
        allowance.take(chat, now)
        sent.append((now, chat))
    for moment, _ in sent:
        window = [chat for at, chat in sent if moment <= at < moment + 0.999]
        assert len(window) <= OVERALL_A_SECOND + AT_ONCE - 1 <= 30
        assert all(n <= CHAT_BURST for chat, n in Counter(window).items() if chat > 0)
        minute = Counter(c for at, c in sent if moment <= at < moment + 59.9 and c < 0)
        assert all(n <= 18 for n in minute.values())


def test_hours_that_are_skipped_count_and_none_is_taken_back() -> None:
    clock = MovableClock(datetime(2020, 1, 1, tzinfo=UTC))
    began, allowance = clock.tick(), Allowance()
    for _ in range(CHAT_BURST):
        allowance.take(7, clock.tick())
    assert allowance.wait_of(7, clock.tick()) > 0
    clock.move_to(clock() + timedelta(hours=1))
    assert allowance.wait_of(7, clock.tick()) == 0
    clock.move_to(clock() - timedelta(days=9))
    assert clock.tick() >= began + 3600 > 0


async def test_an_answer_goes_before_letters_and_a_full_chat_keeps_nobody_waiting() -> None:
    order = list[str]()
    pace = Pace(itertools.count(100.0, 0.1).__next__)

    async def send(name: str, chat: int, first: bool) -> None:
        await pace.turn(chat, first=first)
        order.append(name)

    pace.hold(1, 1000)
    letters = [asyncio.create_task(send(f"letter {n}", 2 + n, False)) for n in range(3)]
    stuck = asyncio.create_task(send("stuck", 1, True))
    answer = asyncio.create_task(send("answer", 9, True))
    await asyncio.wait([*letters, answer])
    assert order[0] == "answer"
    assert not stuck.done()
    stuck.cancel()
    pace.close()


@given(st.lists(st.sampled_from([0.0, 0.4, 0.9]), min_size=60, max_size=90))
def test_when_the_line_stumbles_telegram_has_no_reason_to_complain(late: list[float]) -> None:
    """Everybody waits for a turn at once; each message arrives late by up to 0.9 s."""
    allowance, now, arrivals = Allowance(), 100.0, list[float]()
    for chat, delay in enumerate(late, start=1):
        now += allowance.wait(now)
        allowance.take(chat, now)
        arrivals.append(now + delay)
    clock = iter(sorted(arrivals))
    telegram = Telegram(monotonic=clock.__next__)
    assert [telegram.take(chat) for chat in range(1, len(late) + 1)] == [0] * len(late)


@given(st.lists(st.floats(0.01, 3.0), min_size=60, max_size=150), st.randoms())
def test_a_thirty_first_falls_into_no_second_however_long_the_way(
    flights: list[float], chance: random.Random
) -> None:
    """Each message arrives at some moment between its sending and its answer."""
    allowance, now, arrivals = Allowance(), 100.0, list[float]()
    back: list[tuple[float, int]] = []
    for chat, flight in enumerate(flights, start=1):
        while wait := allowance.wait(now):
            now += min([wait, *(at - now for at, _ in back if at > now)])
            for landing in [one for one in back if one[0] <= now]:
                allowance.landed(landing[1], landing[0])
                back.remove(landing)
        back.append((now + flight, allowance.take(chat, now)))
        back.sort()
        arrivals.append(chance.uniform(now, now + flight))
    for moment in arrivals:
        assert sum(moment <= at < moment + 1 for at in arrivals) <= 30


def test_on_a_short_way_the_pace_is_twenty_seven_a_second_at_least() -> None:
    allowance, now, began = Allowance(), 100.0, 100.0
    flying: deque[tuple[float, int]] = deque()
    for chat in range(1, 901):
        while wait := allowance.wait(now):
            now += min(wait, flying[0][0] - now) if flying else wait
            while flying and flying[0][0] <= now:
                at, number = flying.popleft()
                allowance.landed(number, at)
        flying.append((now + 0.08, allowance.take(chat, now)))
    assert 900 / (now - began) >= 27
