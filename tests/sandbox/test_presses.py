"""Taps on buttons: answered in time, once; forged ones too."""

from __future__ import annotations

import pytest
from telegram import Bot, Update

from sandbox.phone import Phone, PhoneError
from sandbox.world import World
from tests.sandbox.conftest import Ask, Stopwatch

KEYS = {
    "inline_keyboard": [
        [{"text": "Nhận việc", "callback_data": "1|ad|x"}, {"text": "Xa", "url": "https://a.vn"}],
        [{"text": "Chép", "copy_text": {"text": "NV-0139"}}],
    ]
}
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def pressed(bot: Bot) -> Update:
    return (await bot.get_updates(timeout=0, offset=-1))[0]


async def test_a_tap_and_its_answer(bot: Bot, ask: Ask, nam: Phone, world: World) -> None:
    await ask("sendMessage", text="Việc", reply_markup=KEYS)
    await nam.tap("Nhận việc")
    query = (await pressed(bot)).callback_query
    assert query is not None
    assert query.data == "1|ad|x"
    assert query.from_user.first_name == "Nam"
    assert query.message is not None
    assert query.message.message_id == nam.last.message_id
    assert nam.waiting == 1
    await query.answer("Đã nhận", show_alert=True)
    assert (nam.toasts[-1].text, nam.toasts[-1].alert) == ("Đã nhận", True)
    assert nam.waiting == 0
    assert not world.violations


async def test_late_is_a_condition_twice_is_a_violation(
    ask: Ask, nam: Phone, world: World, stopwatch: Stopwatch
) -> None:
    await ask("sendMessage", text="Việc", reply_markup=KEYS)
    late = await nam.tap("Nhận việc")
    in_time = await nam.tap("Nhận việc")
    assert await ask("answerCallbackQuery", callback_query_id=in_time.id) is True
    stopwatch.forward(15.1)
    assert await ask("answerCallbackQuery", callback_query_id=late.id) == TOO_OLD
    assert not world.violations
    again = await nam.tap("Nhận việc")
    assert await ask("answerCallbackQuery", callback_query_id=again.id) is True
    assert await ask("answerCallbackQuery", callback_query_id=again.id) == TOO_OLD
    assert len(world.violations) == 1
    assert await ask("answerCallbackQuery", callback_query_id="12") == TOO_OLD
    assert len(world.violations) == 2
    words = await ask("answerCallbackQuery", callback_query_id=late.id, text="a" * 201)
    assert words == "Bad Request: MESSAGE_TOO_LONG"


async def test_other_buttons(ask: Ask, nam: Phone) -> None:
    await ask("sendMessage", text="Việc", reply_markup=KEYS)
    assert await nam.tap("Chép") == "NV-0139"
    assert nam.clipboard == "NV-0139"
    assert await nam.tap("Xa") == "https://a.vn"
    with pytest.raises(PhoneError, match="«Nhận việc», «Xa», «Chép»"):
        await nam.tap("Từ chối")


async def test_forged_bytes_and_a_message_that_is_gone(bot: Bot, ask: Ask, nam: Phone) -> None:
    card = await ask("sendMessage", text="Việc", reply_markup=KEYS)
    await nam.press("1|xx|forged", card["message_id"])
    query = (await pressed(bot)).callback_query
    assert query is not None
    assert query.data == "1|xx|forged"
    await nam.delete(nam.last)
    await nam.press("1|ad|x", card["message_id"])
    query = (await pressed(bot)).callback_query
    assert query is not None
    assert query.message is not None
    assert not query.message.is_accessible


async def test_a_deep_link_starts_the_bot(bot: Bot, ask: Ask, nam: Phone) -> None:
    link = "https://t.me/viecchung_sandbox_bot?start=abc-DEF_1"
    keys = {"inline_keyboard": [[{"text": "Mời", "url": link}]]}
    await ask("sendMessage", text="x", reply_markup=keys)
    await nam.tap("Mời")
    message = (await pressed(bot)).message
    assert message is not None
    assert message.text == "/start abc-DEF_1"
    assert message.entities[0].type == "bot_command"
    with pytest.raises(PhoneError):
        await nam.start("có dấu")
    with pytest.raises(PhoneError):
        await nam.start("a" * 65)


async def test_reply_keyboard_and_forced_reply(ask: Ask, nam: Phone) -> None:
    rows = [[{"text": "Việc của tôi"}, {"text": "Số điện thoại", "request_contact": True}]]
    await ask("sendMessage", text="x", reply_markup={"keyboard": rows, "resize_keyboard": True})
    assert [[key.text for key in row] for row in nam.keyboard] == [
        ["Việc của tôi", "Số điện thoại"]
    ]
    written = await nam.tap("Việc của tôi")
    assert written.text == "Việc của tôi"
    shared = await nam.tap("Số điện thoại")
    assert shared.content["contact"]["user_id"] == nam.user.id
    asked = await ask("sendMessage", text="Bao nhiêu?", reply_markup={"force_reply": True})
    answer = await nam.write("45")
    assert answer.reply_to is not None
    assert answer.reply_to.message_id == asked["message_id"]
