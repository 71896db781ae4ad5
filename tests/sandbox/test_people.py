"""What people send, as the library reads it."""

from __future__ import annotations

import pytest
from telegram import Bot, InputMediaPhoto, Update
from telegram.constants import MessageOriginType

from sandbox.phone import Phone, PhoneError
from sandbox.world import World
from tests.sandbox.conftest import Ask


async def all_updates(bot: Bot) -> list[Update]:
    found = await bot.get_updates(timeout=0)
    if found:
        await bot.get_updates(timeout=0, offset=found[-1].update_id + 1)
    return list(found)


async def test_everything_a_phone_sends(bot: Bot, nam: Phone, hanh: Phone) -> None:
    await nam.photo("xong 6 hộ", album=3)
    await nam.document("biên bản.pdf")
    await nam.voice(7)
    await nam.location()
    await nam.contact()
    await nam.contact(own=False, phone_number="0900000999", user_id=5)
    written = await hanh.write("Nam: vận động 6 hộ, thứ 6")
    await nam.forward(written)
    hanh.user.hides_forwards = True
    await nam.forward(written)
    found = [u.message for u in await all_updates(bot) if u.message]
    album = found[:3]
    assert len({m.media_group_id for m in album}) == 1
    assert album[0].media_group_id
    assert [m.caption for m in album] == ["xong 6 hộ", None, None]
    assert album[0].photo[-1].width == 320
    document, voice, place, own, other = found[3:8]
    assert document.document is not None
    assert document.document.file_name == "biên bản.pdf"
    assert voice.voice is not None
    assert place.location is not None
    assert own.contact is not None
    assert own.from_user is not None
    assert own.contact.user_id == own.from_user.id
    assert other.contact is not None
    assert other.contact.user_id == 5
    known, hidden = found[9:]
    assert known.forward_origin is not None
    assert known.forward_origin.type == MessageOriginType.USER
    assert hidden.forward_origin is not None
    assert hidden.forward_origin.type == MessageOriginType.HIDDEN_USER


async def test_edit_and_block(bot: Bot, nam: Phone) -> None:
    written = await nam.write("42")
    await nam.edit(written, "45")
    await nam.block()
    await nam.unblock()
    first, edited, blocked, back = await all_updates(bot)
    assert first.message is not None
    assert first.message.text == "42"
    assert edited.edited_message is not None
    assert edited.edited_message.text == "45"
    assert blocked.my_chat_member is not None
    assert blocked.my_chat_member.new_chat_member.status == "kicked"
    assert back.my_chat_member is not None
    assert back.my_chat_member.new_chat_member.status == "member"


async def test_files_go_both_ways(bot: Bot, nam: Phone) -> None:
    (sent,) = await nam.photo()
    file = await bot.get_file(sent.content["photo"][-1]["file_id"])
    content = bytes(await file.download_as_bytearray())
    assert content.startswith(b"\x89PNG")
    await bot.send_document(nam.user.id, content, filename="ảnh.png", caption="<b>đây</b>")
    assert nam.last.content["document"]["file_name"] == "ảnh.png"
    await bot.send_media_group(nam.user.id, [_photo(content), _photo(content)], caption="hai")
    assert [m.kind for m in nam.messages[-2:]] == ["photo", "photo"]
    again = await bot.send_photo(nam.user.id, nam.last.content["photo"][-1]["file_id"])
    assert again.photo


def _photo(content: bytes) -> object:
    return InputMediaPhoto(content)


async def test_commands_by_scope_and_language(ask: Ask, nam: Phone, hanh: Phone) -> None:
    async def set_(word: str, **more: object) -> None:
        commands = [{"command": word, "description": word}]
        assert await ask("setMyCommands", commands=commands, **more) is True

    await set_("chung")
    await set_("rieng", scope={"type": "all_private_chats"}, language_code="vi")
    await set_("nam", scope={"type": "chat", "chat_id": nam.user.id})
    assert [c["command"] for c in nam.commands()] == ["nam"]
    assert [c["command"] for c in hanh.commands()] == ["rieng"]
    hanh.user.language_code = "en"
    assert [c["command"] for c in hanh.commands()] == ["chung"]
    await ask("deleteMyCommands", scope={"type": "chat", "chat_id": nam.user.id})
    assert [c["command"] for c in nam.commands()] == ["rieng"]


async def test_a_group_and_privacy(bot: Bot, world: World, nam: Phone, ask: Ask) -> None:
    group = world.group("Giao ban", [nam])
    await group.write(nam, "chuyện riêng")
    await group.write(nam, "/viec@viecchung_sandbox_bot")
    sent = await bot.send_message(group.id, "Đây")
    await group.write(nam, "trả lời", reply_to=group.last)
    heard = [u.message.text for u in await all_updates(bot) if u.message]
    assert heard == ["/viec@viecchung_sandbox_bot", "trả lời"]
    assert sent.chat.type == "group"
    await group.add(nam, "anonymous")
    await group.write(nam, "/viec")
    (update,) = await all_updates(bot)
    assert update.effective_user is not None
    assert update.effective_user.id == 1087968824
    assert update.effective_sender is not None
    assert update.effective_sender.id == group.id


async def test_a_group_becomes_a_supergroup(bot: Bot, world: World, nam: Phone, ask: Ask) -> None:
    group = world.group("Giao ban", [nam])
    new = await group.migrate(nam)
    to, origin = [u.message for u in await all_updates(bot) if u.message]
    assert to.migrate_to_chat_id == new.id
    assert origin.migrate_from_chat_id == group.id
    status, body = await world.call("sendMessage", {"chat_id": group.id, "text": "x"})
    assert (status, body["parameters"]) == (400, {"migrate_to_chat_id": new.id})
    assert not world.violations
    assert isinstance(await ask("sendMessage", text="x", chat_id=new.id), dict)
    await new.remove_bot(nam)
    words = await ask("sendMessage", text="x", chat_id=new.id)
    assert words == "Forbidden: bot was kicked from the supergroup chat"


async def test_what_a_phone_would_not_let_one_do(nam: Phone, world: World, ask: Ask) -> None:
    for wrong in (
        nam.write(" "),
        nam.write("a" * 4097),
        nam.sees("x", 0.01),
        nam.toast("x", 0.01),
    ):
        with pytest.raises(PhoneError):
            await wrong
    with pytest.raises(PhoneError, match="no message"):
        _ = nam.last
    await ask("sendMessage", text="x")
    with pytest.raises(PhoneError, match="own"):
        await nam.edit(nam.last, "y")
    with pytest.raises(PhoneError, match="not in"):
        await nam.write("x", chat=world.group("Kín").chat)
    await nam.block()
    with pytest.raises(PhoneError, match="blocked"):
        await nam.write("x")


async def test_a_protected_message_stays_where_it_is(ask: Ask, nam: Phone) -> None:
    sent = await ask("sendMessage", text="riêng", protect_content=True)
    assert sent["has_protected_content"] is True
    with pytest.raises(PhoneError, match="protected"):
        await nam.forward(nam.last)
    for method, words in (("forwardMessage", "forwarded"), ("copyMessage", "copied")):
        of = {"from_chat_id": nam.user.id, "message_id": sent["message_id"]}
        assert await ask(method, **of) == f"Bad Request: message can't be {words}"


async def test_the_screen(bot: Bot, nam: Phone, ask: Ask) -> None:
    keys = {"inline_keyboard": [[{"text": "Nhận việc", "callback_data": "1"}]]}
    await ask("sendMessage", text="<b>Việc</b> mới", parse_mode="HTML", reply_markup=keys)
    await nam.write("nhận")
    screen = nam.screen()
    assert "DỮ LIỆU MẪU" in screen
    assert "[Nhận việc]" in screen
    assert len({len(line) for line in screen.splitlines()}) == 1
    assert nam.messages[0].html == "<b>Việc</b> mới"
    assert (await nam.sees("mới", fresh=False)).labels == ["Nhận việc"]


async def test_a_message_older_than_two_days_stays(ask: Ask, nam: Phone, world: World) -> None:
    from datetime import timedelta

    from sandbox.clock import Clock

    card = await ask("sendMessage", text="x")
    assert isinstance(world.clock, Clock)
    world.clock.jump(world.clock() + timedelta(hours=49))
    words = await ask("deleteMessage", message_id=card["message_id"])
    assert words == "Bad Request: message can't be deleted for everyone"
    assert not world.violations
