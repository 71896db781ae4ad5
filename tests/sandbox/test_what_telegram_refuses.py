"""Every refusal of the real Telegram, in its own words; each is kept as a violation."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.arguments import Upload
from sandbox.phone import Phone
from sandbox.pictures import plain_picture
from sandbox.table import METHODS, Method
from sandbox.world import World
from tests.sandbox.conftest import Ask

NUMBERS = {("int",), ("float",), ("bool",)}
CANT_PARSE = "Bad Request: can't parse entities: "
BUTTON = "Bad Request: can't parse inline keyboard button: "


def keys(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


REFUSED = [
    ("sendMessage", {"text": ""}, "Bad Request: message text is empty"),
    ("sendMessage", {}, "Bad Request: message text is empty"),
    ("sendMessage", {"text": " \n "}, "Bad Request: text must be non-empty"),
    (
        "sendMessage",
        {"text": "<b></b>", "parse_mode": "HTML"},
        "Bad Request: text must be non-empty",
    ),
    ("sendMessage", {"text": "a" * 4097}, "Bad Request: message is too long"),
    ("sendMessage", {"text": "😀" * 2049}, "Bad Request: message is too long"),
    ("sendMessage", {"text": "ạ" * 11000}, "Bad Request: text is too long"),
    ("sendMessage", {"text": "x", "chat_id": ""}, "Bad Request: chat_id is empty"),
    ("sendMessage", {"text": "x", "chat_id": 5}, "Bad Request: chat not found"),
    ("sendMessage", {"text": "x", "chat_id": "@ai"}, "Bad Request: chat not found"),
    ("sendMessage", {"text": "x", "parse_mode": "HTM"}, "Bad Request: unsupported parse_mode"),
    (
        "sendMessage",
        {"text": "x", "reply_parameters": {"message_id": 77}},
        "Bad Request: message to be replied not found",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_parameters": "{"},
        "Bad Request: can't parse reply parameters JSON object",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": "{"},
        "Bad Request: can't parse reply keyboard markup JSON object",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": "[]"},
        "Bad Request: object expected as reply markup",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": {"inline_keyboard": [{"text": "a", "callback_data": "b"}]}},
        'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup '
        "must be an Array of Arrays",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": keys({"text": "a"})},
        BUTTON + "Text buttons are unallowed in the inline keyboard",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": keys({"text": "a", "callback_data": ""})},
        BUTTON + "Text buttons are unallowed in the inline keyboard",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": keys({"callback_data": "a"})},
        BUTTON + 'Can\'t find field "text"',
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": keys({"text": ["a"], "callback_data": "a"})},
        BUTTON + 'Field "text" must be of type String',
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": keys({"text": " ", "callback_data": "a"})},
        "Bad Request: inline keyboard button text must be non-empty",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": keys({"text": "a", "callback_data": "đ" * 33})},
        "Bad Request: BUTTON_DATA_INVALID",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": keys({"text": "a", "url": "http://localhost/"})},
        "Bad Request: inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": keys({"text": "a", "callback_data": "a", "style": "red"})},
        BUTTON + "invalid button style specified",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": keys(*[{"text": "a", "callback_data": "a"}] * 101)},
        "Bad Request: reply markup is too long",
    ),
    ("sendPhoto", {}, "Bad Request: there is no photo in the request"),
    ("sendDocument", {}, "Bad Request: there is no document in the request"),
    (
        "sendDocument",
        {"document": "AgAC"},
        "Bad Request: wrong file identifier/HTTP URL specified",
    ),
    ("sendVenue", {"latitude": 1}, "Bad Request: longitude is empty"),
    (
        "sendVenue",
        {"latitude": 1, "longitude": 2, "title": "x"},
        'Bad Request: parameter "address" is required',
    ),
    ("sendMediaGroup", {}, 'Bad Request: parameter "media" is required'),
    ("sendMediaGroup", {"media": "{}"}, "Bad Request: expected an Array of InputMedia"),
    (
        "sendMediaGroup",
        {"media": [{"type": "photo", "media": "x"}] * 11},
        "Bad Request: too many messages to send as an album",
    ),
    (
        "sendMediaGroup",
        {"media": [{"type": "photo", "media": "x"}, {"type": "document", "media": "x"}]},
        "Bad Request: document can't be mixed with other media types",
    ),
    ("sendChatAction", {"action": "think"}, "Bad Request: wrong parameter action in request"),
    ("editMessageText", {"text": "x", "message_id": 7}, "Bad Request: message to edit not found"),
    (
        "editMessageText",
        {"text": "x", "chat_id": None},
        "Bad Request: message identifier is not specified",
    ),
    ("deleteMessage", {"message_id": 7}, "Bad Request: message to delete not found"),
    ("deleteMessage", {}, "Bad Request: message identifier is not specified"),
    ("deleteMessages", {}, "Bad Request: message identifiers are not specified"),
    (
        "deleteMessages",
        {"message_ids": list(range(1, 102))},
        "Bad Request: too many message identifiers specified",
    ),
    ("pinChatMessage", {"message_id": 7}, "Bad Request: message to pin not found"),
    (
        "copyMessage",
        {"chat_id": 900000018, "message_id": 7},
        'Bad Request: parameter "from_chat_id" is required',
    ),
    (
        "forwardMessage",
        {"chat_id": 900000018, "from_chat_id": 900000018, "message_id": 7},
        "Bad Request: message to forward not found",
    ),
    ("getFile", {"file_id": "AgAC"}, "Bad Request: invalid file_id"),
    ("getFile", {}, "Bad Request: file_id not specified"),
    ("setMessageReaction", {"message_id": 7}, "Bad Request: message to react not found"),
    (
        "setMessageReaction",
        {"message_id": 7, "reaction": [{"type": "emoji", "emoji": "🇻🇳"}]},
        "Bad Request: REACTION_INVALID",
    ),
    ("getChatMember", {"chat_id": 900000018}, "Bad Request: invalid user_id specified"),
    (
        "setMyCommands",
        {"commands": [{"command": "Việc", "description": "x"}]},
        "Bad Request: BOT_COMMAND_INVALID",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "v" * 33, "description": "x"}]},
        "Bad Request: command length must not exceed 32",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "viec", "description": "x" * 257}]},
        "Bad Request: command description length must not exceed 256",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "viec"}]},
        "Bad Request: can't parse BotCommand: Can't find field \"description\"",
    ),
    (
        "setMyCommands",
        {"commands": [], "scope": {"type": "office"}},
        "Bad Request: can't parse BotCommandScope: Unsupported type specified",
    ),
    (
        "setMyCommands",
        {"commands": [], "scope": {"type": "chat", "chat_id": 5}},
        "Bad Request: chat not found",
    ),
    (
        "setMyCommands",
        {"commands": [], "language_code": "vie"},
        "Bad Request: invalid language code specified",
    ),
    ("sendMesage", {"text": "x"}, "Not Found: method not found"),
    (
        "sendMessage",
        {"text": "x", "reply_markup": keys("Nhận")},  # type: ignore[arg-type]
        BUTTON + "expected an Object",
    ),
    (
        "setMyCommands",
        {"commands": [], "scope": {"chat_id": 5}},
        "Bad Request: can't parse BotCommandScope: Can't find field \"type\"",
    ),
    (
        "deleteMessages",
        {"message_ids": "5"},
        "Bad Request: expected an Array of message identifiers",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": {"force_reply": True, "input_field_placeholder": "a" * 65}},
        "Bad Request: BUTTON_PLACEHOLDER_INVALID",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": keys({"text": "a", "copy_text": {"text": "a" * 257}})},
        "Bad Request: BUTTON_COPY_TEXT_INVALID",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": {"keyboard": [[{"text": " "}]]}},
        "Bad Request: keyboard button text must be non-empty",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": {"keyboard": [[]]}},
        "Bad Request: reply keyboard is empty",
    ),
    ("sendPhoto", {"photo": "https://a.vn/x.png"}, "Bad Request: failed to get HTTP URL content"),
    (
        "sendMediaGroup",
        {"media": [{"type": "video", "media": "x"}] * 2},
        'Bad Request: can\'t parse InputMedia: type "video" is unsupported',
    ),
    (
        "sendMediaGroup",
        {"media": [{"type": "photo", "media": ""}] * 2},
        "Bad Request: can't parse InputMedia: media not found",
    ),
    (
        "sendMediaGroup",
        {"media": [{"type": "photo", "media": "x", "caption_entities": "x"}] * 2},
        'Bad Request: can\'t parse InputMedia: Field "caption_entities" must be of type Array',
    ),
    ("sendMediaGroup", {"media": []}, "Bad Request: there are no messages to send"),
    (
        "setMyCommands",
        {"commands": [{"command": "a", "description": "a"}] * 101},
        "Bad Request: BOT_COMMANDS_TOO_MUCH",
    ),
    (
        "setMyCommands",
        {"commands": [], "scope": {"type": "chat_administrators", "chat_id": 900000018}},
        "Bad Request: PEER_ID_INVALID",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "/", "description": "a"}]},
        "Bad Request: command must be non-empty",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "a", "description": " "}]},
        "Bad Request: command description must be non-empty",
    ),
    ("setMyDescription", {"description": "a" * 513}, "Bad Request: BOT_DESCRIPTION_TOO_LONG"),
    (
        "sendLocation",
        {"latitude": 91, "longitude": 0},
        "Bad Request: wrong location coordinates",
    ),
    ("deleteMessage", {"chat_id": None}, "Bad Request: chat identifier is not specified"),
    (
        "setMessageReaction",
        {"message_id": 7, "reaction": [{"type": "emoji", "emoji": "👍"}] * 2},
        "Bad Request: REACTIONS_TOO_MANY",
    ),
    (
        "answerCallbackQuery",
        {"callback_query_id": "1", "url": "https://a.vn"},
        "Bad Request: URL_INVALID",
    ),
    (
        "answerInlineQuery",
        {"inline_query_id": "1", "results": []},
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    ),
    ("getChatMember", {"chat_id": 900000018, "user_id": 5}, "Bad Request: PARTICIPANT_ID_INVALID"),
    (
        "getChatAdministrators",
        {"chat_id": 900000018},
        "Bad Request: there are no administrators in the private chat",
    ),
    (
        "leaveChat",
        {"chat_id": 900000018},
        "Bad Request: chat member status can't be changed in private chats",
    ),
    ("unpinChatMessage", {"chat_id": 900000018}, "Bad Request: message to unpin not found"),
]


@pytest.mark.parametrize(("method", "params", "words"), REFUSED)
async def test_refused(
    ask: Ask, world: World, method: str, params: dict[str, Any], words: str
) -> None:
    assert await ask(method, **params) == words
    assert world.violations


PARSED = [
    ("HTML", "<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("HTML", "1 < 2", 'Unsupported start tag "" at byte offset 2'),
    ("HTML", "<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
    ("HTML", "é</b>", "Unexpected end tag at byte offset 2"),
    ("HTML", "<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("HTML", "<a href=x", "Unclosed start tag at byte offset 0"),
    ("HTML", '<a href="x', "Unclosed start tag at byte offset 0"),
    ("HTML", "<b", "Unclosed start tag at byte offset 0"),
    ("HTML", "<a href", 'Unclosed start tag "a" at byte offset 0'),
    ("HTML", "<a href=", 'Unclosed start tag "a" at byte offset 0'),
    ("HTML", "<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
    ("HTML", "<a href=x_y>z</a>", "Unexpected end of name token at byte offset 8"),
    ("HTML", '<tg-emoji emoji-id="x">👍</tg-emoji>', "Invalid custom emoji identifier specified"),
    ("MarkdownV2", "![👍]", "The entity must contain a tg://emoji or tg://time URL"),
    ("MarkdownV2", "![👍](x)", "Invalid tg://emoji or tg://time URL specified"),
    ("HTML", "<b>x</b", "Unclosed end tag at byte offset 4"),
    ("HTML", "<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("MarkdownV2", "a.b", "Character '.' is reserved and must be escaped with the preceding '\\'"),
    ("MarkdownV2", "*a", "Can't find end of Bold entity at byte offset 0"),
    ("MarkdownV2", "[a](b", "Can't find end of a URL at byte offset 4"),
]


@pytest.mark.parametrize(("mode", "text", "words"), PARSED)
async def test_formatting(ask: Ask, mode: str, text: str, words: str) -> None:
    assert await ask("sendMessage", text=text, parse_mode=mode) == CANT_PARSE + words


SWALLOWED = [
    ({"txt": "x"}, 'unknown parameter "txt"'),
    ({"disable_web_page_preview": True}, 'unknown parameter "disable_web_page_preview"'),
    ({"protect_content": "maybe"}, 'wrong type of "protect_content": str'),
    ({"text": 5}, 'wrong type of "text": int'),
    (
        {"reply_markup": keys({"text": "a", "callback_data": "b", "url": "https://a.vn"})},
        "a button with more than one action: url, callback_data",
    ),
    (
        {"reply_markup": keys({"text": "a", "callback_data": "b", "colour": "red"})},
        'unknown field "colour" in InlineKeyboardButton',
    ),
    (
        {"reply_markup": keys(*[{"text": "a", "callback_data": "b"}] * 9)},
        "9 buttons in a row: phones show at most 8",
    ),
    ({"reply_markup": {"inline_keyboard": [[]]}}, "an empty row of buttons"),
    ({"reply_markup": {"keyboard": [[], [{"text": "a"}]]}}, "an empty row of buttons"),
    (
        {"reply_markup": {"keyboard": [[{"text": "a"}] * 13]}},
        "13 buttons in a row: Telegram drops all after 12",
    ),
    (
        {"reply_markup": {"keyboard": [[{"text": "a"}] * 10] * 31}},
        "more than 300 buttons: Telegram drops the rest",
    ),
    ({"reply_markup": {"remove_keyboard": False}}, "reply_markup that does nothing"),
    (
        {"reply_markup": keys({"text": 5, "callback_data": "b"})},
        'wrong type of "text": a number for a String',
    ),
    (
        {
            "text": "ab",
            "entities": [{"type": "bold", "offset": "0", "length": 1}],
        },
        'wrong type of "offset": a string for a Number',
    ),
    (
        {"text": "<b>x</b> " * 101, "parse_mode": "HTML"},
        "101 entities: Telegram drops all after 100",
    ),
    (
        {"text": "<pre>a <b>b</b></pre>", "parse_mode": "HTML"},
        "bold inside pre: Telegram drops it",
    ),
]


@pytest.mark.parametrize(("params", "complaint"), SWALLOWED)
async def test_what_telegram_swallows_is_kept(
    ask: Ask, world: World, params: dict[str, Any], complaint: str
) -> None:
    sent = await ask("sendMessage", **({"text": "x"} | params))
    assert isinstance(sent, dict)
    assert complaint in [violation.what for violation in world.violations]


async def test_64_bytes_and_one_action_are_not_too_many(ask: Ask, world: World) -> None:
    fits = keys({"text": "a", "callback_data": "đ" * 32}, {"text": "b", "url": "https://a.vn"})
    assert isinstance(await ask("sendMessage", text="x", reply_markup=fits), dict)
    assert not world.violations
    over = keys({"text": "a", "callback_data": "đ" * 32 + "x"})
    words = await ask("sendMessage", text="x", reply_markup=over)
    assert words == "Bad Request: BUTTON_DATA_INVALID"


@pytest.mark.parametrize("method", METHODS.values(), ids=lambda method: method.name)
async def test_every_method_knows_its_parameters(world: World, method: Method) -> None:
    """Nothing unknown is swallowed, nothing that must be there is missed, by no method."""
    await world.call(method.name, {"wish": "1"})
    kept = {violation.what for violation in world.violations}
    needed = {name for name, field in method.fields.items() if field.required}
    assert 'unknown parameter "wish"' in kept
    assert {f'missing parameter "{name}"' for name in needed} <= kept


@pytest.mark.parametrize("method", METHODS.values(), ids=lambda method: method.name)
async def test_every_method_knows_its_types(world: World, method: Method) -> None:
    numbers = [name for name, field in method.fields.items() if field.types in NUMBERS]
    await world.call(method.name, dict.fromkeys(numbers, "nhiều"))
    kept = {violation.what for violation in world.violations}
    assert {f'wrong type of "{name}": str' for name in numbers} <= kept


async def test_4096_and_1024_units_are_not_too_many(ask: Ask, world: World) -> None:
    sent = await ask("sendMessage", text=f"<b>{'😀' * 2048}</b>", parse_mode="HTML")
    assert len(sent["text"]) == 2048
    photo = {"photo": Upload("a.png", plain_picture(1))}
    sent = await ask("sendPhoto", photo, caption=f"<i>{'a' * 1024}</i>", parse_mode="HTML")
    assert len(sent["caption"]) == 1024
    assert not world.violations
    words = await ask("sendPhoto", photo, caption="a" * 1025)
    assert words == "Bad Request: message caption is too long"


async def test_edits(ask: Ask, world: World, nam: Phone) -> None:
    button = keys({"text": "Nhận việc", "callback_data": "1"})
    card = await ask("sendMessage", text="<b>Việc</b>", parse_mode="HTML", reply_markup=button)
    number = {"message_id": card["message_id"]}
    same = await ask(
        "editMessageText", text="<b>Việc</b>", parse_mode="HTML", reply_markup=button, **number
    )
    assert same.startswith("Bad Request: message is not modified: specified new message content")
    assert isinstance(
        await ask("editMessageText", text="Việc", reply_markup=button, **number), dict
    )
    assert nam.last.text == "Việc"
    assert nam.last.edited
    assert (
        await ask("editMessageText", text="a" * 4097, **number) == "Bad Request: MESSAGE_TOO_LONG"
    )
    words = await ask("editMessageCaption", caption="x", **number)
    assert words == "Bad Request: there is no caption in the message to edit"
    force = {"force_reply": True}
    words = await ask("editMessageText", text="y", reply_markup=force, **number)
    assert words == "Bad Request: inline keyboard expected"
    words = await ask("editMessageMedia", media={"type": "photo", "media": "x"}, **number)
    assert words == "Bad Request: message media can't be edited"
    photo = await ask("sendPhoto", {"photo": Upload("a.png", plain_picture(1))})
    words = await ask("editMessageText", text="y", message_id=photo["message_id"])
    assert words == "Bad Request: there is no text in the message to edit"


async def test_what_cannot_be_edited(ask: Ask, nam: Phone, hanh: Phone) -> None:
    cannot = "Bad Request: message can't be edited"
    written = await nam.write("chào")
    assert await ask("editMessageText", text="y", message_id=written.message_id) == cannot
    menu = {"keyboard": [[{"text": "Việc của tôi"}]]}
    with_menu = await ask("sendMessage", text="x", reply_markup=menu)
    assert await ask("editMessageText", text="y", message_id=with_menu["message_id"]) == cannot
    copied = await ask("forwardMessage", from_chat_id=nam.user.id, message_id=written.message_id)
    assert "forward_origin" in copied
    assert await ask("editMessageText", text="y", message_id=copied["message_id"]) == cannot


async def test_missing_parameters_and_lonely_albums_are_kept(ask: Ask, world: World) -> None:
    await ask("sendMessage")
    assert 'missing parameter "text"' in [violation.what for violation in world.violations]
    media = [{"type": "photo", "media": "attach://a"}]
    await ask("sendMediaGroup", {"a": Upload("a.png", plain_picture(1))}, media=media)
    assert world.violations[-1].what == "an album of one"
    words = await ask(
        "answerInlineQuery",
        inline_query_id="1",
        results=[
            {
                "type": "article",
                "id": "1",
                "title": "x",
                "input_message_content": {"message_text": "x"},
            }
        ]
        * 51,
    )
    assert words == "Bad Request: RESULTS_TOO_MUCH"


async def test_groups_refuse_more(ask: Ask, world: World, nam: Phone) -> None:
    group = world.group("Giao ban", [nam])
    contact = {"keyboard": [[{"text": "Số", "request_contact": True}]]}
    words = await ask("sendMessage", text="x", chat_id=group.id, reply_markup=contact)
    assert words == "Bad Request: phone number can be requested in private chats only"
    sent = await ask("sendMessage", text="x", chat_id=group.id)
    words = await ask("pinChatMessage", chat_id=group.id, message_id=sent["message_id"])
    assert words == "Bad Request: not enough rights to manage pinned messages in the chat"
    assert await ask("leaveChat", chat_id=group.id) is True
    words = await ask("sendMessage", text="x", chat_id=group.id)
    assert words == "Forbidden: bot is not a member of the group chat"


async def test_a_person_who_never_started(ask: Ask, world: World) -> None:
    assert not world.phone(900000099, "Lạ").messages
    words = await ask("sendMessage", text="x", chat_id=900000099)
    assert words == "Forbidden: bot can't initiate conversation with a user"
    assert world.violations


async def test_blocked_and_deleted_are_conditions(ask: Ask, world: World, nam: Phone) -> None:
    card = await ask("sendMessage", text="x")
    await nam.delete(nam.last)
    words = await ask("editMessageText", text="y", message_id=card["message_id"])
    assert words == "Bad Request: message to edit not found"
    await nam.block()
    assert await ask("sendMessage", text="x") == "Forbidden: bot was blocked by the user"
    nam.user.deactivated = True
    assert await ask("sendMessage", text="x") == "Forbidden: user is deactivated"
    assert not world.violations


async def test_photos(ask: Ask) -> None:
    async def photo(content: bytes) -> Any:
        return await ask("sendPhoto", {"photo": Upload("a.png", content)})

    assert await photo(b"") == "Bad Request: file must be non-empty"
    assert await photo(b"text") == "Bad Request: IMAGE_PROCESS_FAILED"
    assert await photo(plain_picture(1, 2100, 100)) == "Bad Request: PHOTO_INVALID_DIMENSIONS"
    words = await photo(plain_picture(1) + bytes(10 << 20))
    assert "is too big for a photo" in words


async def test_files(ask: Ask, world: World, nam: Phone) -> None:
    big = {"document": Upload("a.bin", bytes((50 << 20) + 1))}
    assert await ask("sendDocument", big) == "Request Entity Too Large"
    sent = await nam.document(content=bytes((20 << 20) + 1))
    file_id = sent.content["document"]["file_id"]
    assert await ask("getFile", file_id=file_id) == "Bad Request: file is too big"
    assert "as Photo" in await ask("sendPhoto", photo=file_id)
    small = await nam.document(content=b"abc")
    found = await ask("getFile", file_id=small.content["document"]["file_id"])
    assert world.file(found["file_path"]) == b"abc"
