"""Every update ends once, whatever happens on the way."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from actions.desk import Desk
from tests.kernel.conftest import router
from tests.town import BINH, HANH, LAN, Town, open_town


async def states(town: Town) -> list[tuple[str, int]]:
    return await town.sql("SELECT state, tries FROM inbox ORDER BY update_id")


async def words(town: Town) -> list[str]:
    return [row[0] for row in await town.sql("SELECT text FROM journal ORDER BY id")]


async def test_an_update_ends_with_its_deed_and_its_body_goes(bare: Town) -> None:
    assert "hello 1" in await bare.write(BINH, "/say hello")
    assert await bare.sql("SELECT state, body, outcome FROM inbox") == [("ended", None, None)]


async def test_a_refusal_changes_nothing_and_is_said(bare: Town) -> None:
    assert "Không tìm thấy" in await bare.write(BINH, "/say no")
    assert await words(bare) == []
    assert await states(bare) == [("ended", 1)]


async def test_a_right_is_checked_at_the_desk(bare: Town) -> None:
    assert "chưa được phân quyền" in await bare.write(BINH, "/rule")
    assert "ruled" in await bare.write(HANH, "/rule")


async def test_a_bug_is_tried_three_times_then_put_aside_and_told(bare: Town) -> None:
    with bare.expect_faults("an update: KeyError"):
        said = await bare.write(BINH, "/say bug")
    assert said.startswith("Chưa ghi được, đề nghị gửi lại. Mã E-")
    assert [state for state, _ in await states(bare)] == ["quarantined"]
    assert "after 1" in await bare.write(BINH, "/say after")


async def test_a_story_in_which_a_bug_was_met_fails(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="an update: KeyError"):
        async with open_town(tmp_path, routers=(router,)) as bare:
            await bare.write(BINH, "/say bug")


async def test_an_update_that_cannot_be_read_stops_nobody(bare: Town) -> None:
    poisoned = {"update_id": 5, "message": {"message_id": "x", "chat": 3}}
    ask = bare.house.poller._ask
    once: list[dict[str, Any]] = [poisoned]

    async def ask_poisoned(seconds: int) -> list[dict[str, Any]]:
        mixed, once[:] = [*once, *await ask(seconds)], []
        return mixed

    bare.house.poller._ask = ask_poisoned  # type: ignore[method-assign]
    with bare.expect_faults("ValueError"):
        assert "good 1" in await bare.write(BINH, "/say good")
    assert sorted(state for state, _ in await states(bare)) == ["ended", "quarantined"]


async def test_one_person_is_heard_in_order_and_nobody_waits_for_another(bare: Town) -> None:
    for number in range(20):
        await bare.phone(BINH).write(f"/say {'a' * number}b")
    await bare.phone(LAN).write("/say lan")
    await bare.settle()
    said = await words(bare)
    mine = [word for word in said if word.endswith("b")]
    assert mine == sorted(mine, key=len)
    assert said.index("lan") < len(said) - 1


async def test_a_second_deed_in_one_turn_is_a_bug_and_the_first_is_said(bare: Town) -> None:
    with bare.expect_faults("an update: RuntimeError"):
        assert "first 1" in await bare.write(BINH, "/twice")
    assert await words(bare) == ["first"]
    assert await bare.sql("SELECT fault LIKE 'E-%' FROM inbox") == [(1,)]


async def test_an_answer_lost_in_a_crash_is_repeated_without_the_deed(
    bare: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process dies between the commit and the answer."""
    decided = asyncio.Event()
    answer = Desk.answer

    async def die(self: Desk, *args: Any, **kwargs: Any) -> Any:
        await answer(self, *args, **kwargs)
        decided.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(Desk, "answer", die)
    await bare.phone(BINH).write("/say once")
    await bare.house.poller.once(0)
    await decided.wait()
    for task in bare.house.dispatcher._tasks:
        task.cancel()
    await asyncio.sleep(0)
    assert await states(bare) == [("decided", 1)]

    monkeypatch.setattr(Desk, "answer", answer)
    await bare.house.dispatcher.wake()
    assert "once 1" in await bare.screen(BINH)
    assert await words(bare) == ["once"]
    assert await states(bare) == [("ended", 1)]


async def test_an_update_that_kills_the_process_is_put_aside_the_sixth_time(bare: Town) -> None:
    await bare.phone(BINH).write("/say deadly")
    bare.house.dispatcher.take = lambda arrivals: None  # type: ignore[method-assign]
    await bare.house.poller.once(0)
    await bare.sql("UPDATE inbox SET tries = 5")
    with bare.expect_faults("E-KILL"):
        await bare.house.dispatcher.wake()
    assert "Chưa ghi được" in await bare.screen(BINH)
    assert await words(bare) == []
    assert [state for state, _ in await states(bare)] == ["quarantined"]


async def test_an_answer_that_telegram_did_not_take_is_owed(bare: Town) -> None:
    await bare.phone(BINH).write("/say owed")
    bare.world.faults.bad_gateway(2)
    await bare.settle()
    await bare.later(minutes=1)
    assert "owed 1" in await bare.screen(BINH)
    assert await words(bare) == ["owed"]


async def test_a_forged_press_is_refused_in_words(bare: Town) -> None:
    await bare.write(BINH, "/buttons")
    phone = bare.phone(BINH)
    for forged in ("", "x", "say", "say:", "say:-1", "say:1e9", "nothing:7", "say:7" + "9" * 40):
        if forged:
            await phone.press(forged, phone.last.message_id)
            await bare.settle()
            assert "Nút này" in phone.toasts[-1].text
    assert await words(bare) == []


async def test_a_press_is_answered_and_a_second_one_too(bare: Town) -> None:
    await bare.write(BINH, "/buttons")
    await bare.tap(BINH, "Nói")
    assert "pressed 7 1" in (await bare.heard(BINH))[-1]


async def test_what_telegram_gives_again_after_a_crash_is_done_once(bare: Town) -> None:
    await bare.phone(BINH).write("/say hello")
    await bare.house.poller.once(0)
    await bare.house.dispatcher.drain()
    bare.house.poller._offset = None  # the power went before Telegram was told
    await bare.settle()
    assert await words(bare) == ["hello"]
