"""What came from Telegram, as far as the house looks at it: the rest is not even read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.names import clean_lines

Raw = Mapping[str, Any]
GONE = frozenset({"left", "kicked"})


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something that came with a message; Telegram keeps it, we keep its handle.

    `kind` is photo, file, voice, location or contact; `size` is in bytes.
    """

    kind: str
    file_id: str = ""
    unique_id: str = ""
    size: int = 0
    name: str = ""
    album: str = ""
    latitude: float = 0.0
    longitude: float = 0.0


@dataclass(frozen=True, slots=True)
class Sender:
    """Whoever did it: an account of Telegram's."""

    id: int
    name: str
    locale: str
    """Of their telephone: `vi` or `en`."""
    is_bot: bool


@dataclass(frozen=True, slots=True)
class Chat:
    id: int
    is_private: bool
    title: str


@dataclass(frozen=True, slots=True)
class Contact:
    """A number passed on; Telegram vouches for whose it is."""

    user_id: int | None
    phone: str


@dataclass(frozen=True, slots=True)
class Written:
    """One message in a chat. `reply_to` is the message that it answers."""

    id: int
    chat: Chat
    sender: Sender | None = None
    text: str = ""
    """What was typed, or written under a photo: NFC, without hidden marks."""
    attachment: Attachment | None = None
    contact: Contact | None = None
    reply_to: "Written | None" = None
    is_anonymous: bool = False
    """Said in the name of a chat, so that nobody knows who it was."""
    is_forwarded: bool = False
    is_readable: bool = True
    """An old message is only known to have been there."""
    is_captioned: bool = False
    """It is a photo or a file: the words under it are changed by a way of their own."""
    buttons: tuple["Key", ...] = ()
    """The buttons under it."""
    mentions: tuple[str, ...] = ()
    """Who is called by name (`@the_bot`), in small letters."""
    moved_to: int | None = None
    """The group became a supergroup, whose number this is."""


@dataclass(frozen=True, slots=True)
class Key:
    """A button under a message: its label, and what it says when it is pressed."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button was pressed: the press that waits to be answered, and what the button says."""

    id: str
    data: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update: `kind` is message, edited_message, callback_query, my_chat_member or
    message_reaction, and nothing where Telegram sends what we never asked for; `message` is what
    was said, or the one whose button was pressed, or under which `reaction` was set."""

    number: int
    kind: str = ""
    sender: Sender | None = None
    chat: Chat | None = None
    message: Written | None = None
    pressed: Pressed | None = None
    has_left: bool = False
    """The bot was blocked, or put out of a group."""
    has_come: bool = False
    """The bot was put into a group."""
    reaction: str = ""
    """A sign that was set newly, «👍»."""

    @property
    def said(self) -> Written | None:
        """What somebody wrote just now."""
        return self.message if self.kind == "message" else None

    @property
    def typed(self) -> Written | None:
        """The same, and what they wrote before and changed just now."""
        return self.message if self.kind in ("message", "edited_message") else None


def incoming(raw: Raw) -> Incoming:
    """Read an update; one that is not what Telegram promises raises, and is put aside."""
    number = int(raw["update_id"])
    for kind in ("message", "edited_message"):
        if kind in raw:
            said = _said(raw[kind])
            return Incoming(number, kind, said.sender, said.chat, said)
    if "callback_query" in raw:
        return _press(number, raw["callback_query"])
    if "my_chat_member" in raw:
        change = raw["my_chat_member"]
        was, is_now = (change[f"{when}_chat_member"]["status"] for when in ("old", "new"))
        left, came = is_now == "kicked", was in GONE and is_now not in GONE
        who, chat = _sender(change["from"]), _chat(change["chat"])
        return Incoming(number, "my_chat_member", who, chat, has_left=left, has_come=came)
    if "message_reaction" in raw:
        return _reaction(number, raw["message_reaction"])
    return Incoming(number)


def _reaction(number: int, change: Raw) -> Incoming:
    """Of what stands now, what was not there before; an anonymous one says nothing."""
    who, chat = change.get("user"), _chat(change["chat"])
    before, now = ([_sign(one) for one in change[f"{w}_reaction"]] for w in ("old", "new"))
    fresh = next((sign for sign in now if sign not in before), "")
    under = Written(int(change["message_id"]), chat)
    sender = _sender(who) if who else None
    return Incoming(number, "message_reaction", sender, chat, under, reaction=fresh)


def _sign(one: Raw) -> str:
    return str(one.get("emoji") or "")


def _press(number: int, query: Raw) -> Incoming:
    """Of the message that was pressed its place matters, and what it said."""
    at, pressed = query.get("message"), Pressed(str(query["id"]), query.get("data") or "")
    chat = _chat(at["chat"]) if at else None
    said = _under(at, chat) if at and chat else None
    return Incoming(number, "callback_query", _sender(query["from"]), chat, said, pressed)


def _under(at: Raw, chat: Chat) -> Written:
    readable = at["date"] != 0
    return Written(
        int(at["message_id"]),
        chat,
        text=at.get("text") or "",
        is_readable=readable,
        is_captioned=readable and "text" not in at,
    )


def _sender(who: Raw) -> Sender:
    last = who.get("last_name")
    name = f"{who['first_name']} {last}" if last else str(who["first_name"])
    locale = "en" if (who.get("language_code") or "").startswith("en") else "vi"
    return Sender(int(who["id"]), name, locale, bool(who.get("is_bot")))


def _chat(chat: Raw) -> Chat:
    return Chat(int(chat["id"]), chat["type"] == "private", chat.get("title") or "")


def _said(message: Raw) -> Written:
    reply, contact = message.get("reply_to_message"), message.get("contact")
    return Written(
        id=int(message["message_id"]),
        chat=_chat(message["chat"]),
        sender=_sender(message["from"]) if message.get("from") else None,
        text=clean_lines(message.get("text") or message.get("caption") or ""),
        attachment=_attachment(message),
        contact=Contact(contact.get("user_id"), contact["phone_number"]) if contact else None,
        reply_to=_said(reply) if reply else None,
        is_anonymous=bool(message.get("sender_chat")),
        is_forwarded=bool(message.get("forward_origin")),
        is_readable=message["date"] != 0,
        buttons=_buttons(message.get("reply_markup") or {}),
        mentions=_mentions(message),
        moved_to=message.get("migrate_to_chat_id"),
    )


def _mentions(message: Raw) -> tuple[str, ...]:
    """Telegram counts the places of entities in UTF-16."""
    units = (message.get("text") or message.get("caption") or "").encode("utf-16-le")
    found = message.get("entities") or message.get("caption_entities") or ()
    return tuple(
        units[2 * one["offset"] : 2 * (one["offset"] + one["length"])]
        .decode("utf-16-le")
        .removeprefix("@")
        .casefold()
        for one in found
        if one["type"] == "mention"
    )


def _buttons(markup: Raw) -> tuple[Key, ...]:
    keys = (key for row in markup.get("inline_keyboard", ()) for key in row)
    return tuple(Key(key["text"], key["callback_data"]) for key in keys if "callback_data" in key)


def _attachment(message: Raw) -> Attachment | None:
    """The photo, file, voice or place of a message."""
    album = message.get("media_group_id") or ""
    if photos := message.get("photo"):
        return _file("photo", photos[-1], album=album)
    if file := message.get("document") or message.get("video"):
        return _file("file", file, file.get("file_name") or "", album)
    if sound := message.get("voice") or message.get("audio") or message.get("video_note"):
        return _file("voice", sound)
    if place := message.get("location"):
        return Attachment("location", latitude=place["latitude"], longitude=place["longitude"])
    return None


def _file(kind: str, file: Raw, name: str = "", album: str = "") -> Attachment:
    size = file.get("file_size") or 0
    return Attachment(kind, file["file_id"], file["file_unique_id"], size, name, album)
