"""What Telegram knows: people, chats, messages and files."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sandbox.formatting import to_html

JSON = dict[str, Any]


@dataclass
class User:
    """A person with a telephone."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "vi"
    phone_number: str = ""
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    hides_forwards: bool = False

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def json(self) -> JSON:
        found: JSON = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        for key in ("last_name", "username", "language_code"):
            if getattr(self, key):
                found[key] = getattr(self, key)
        return found


@dataclass
class File:
    """Something that was uploaded, by the bot or from a telephone."""

    file_id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    content: bytes
    path: str
    width: int = 0
    height: int = 0

    def json(self) -> JSON:
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }


@dataclass(frozen=True)
class Button:
    """A button under a message or on the reply keyboard."""

    text: str
    data: str = ""
    url: str = ""
    copy: str = ""
    asks: str = ""  # "contact" or "location" on a reply keyboard
    style: str = ""


@dataclass
class Message:
    """One bubble of a chat."""

    chat: Chat
    message_id: int
    date: datetime
    sender: JSON
    content: JSON
    outgoing: bool  # from the bot
    reply_markup: JSON | None = None
    reply_to: Message | None = None
    edited: datetime | None = None
    deleted: bool = False
    reaction: str = ""
    signs: dict[int, str] = field(default_factory=dict)  # what each person has set under it
    silent: bool = False
    version: int = 0  # grows with every change anywhere
    unheard: bool = False  # the bot may not know how it looks: an answer was lost, or it died
    extra: JSON = field(default_factory=dict)  # forward_origin, media_group_id, …

    def json(self) -> JSON:
        """As the Bot API shows it."""
        found: JSON = {
            "message_id": self.message_id,
            "from": self.sender,
            "chat": self.chat.json(),
            "date": int(self.date.timestamp()),
        }
        if self.edited:
            found["edit_date"] = int(self.edited.timestamp())
        if self.reply_to is not None:
            answered = self.reply_to.json()
            answered.pop("reply_to_message", None)
            found["reply_to_message"] = answered
        if self.reply_markup and "inline_keyboard" in self.reply_markup:
            found["reply_markup"] = self.reply_markup
        return found | self.extra | self.content

    @property
    def protected(self) -> bool:
        """May it be neither forwarded nor copied?"""
        return bool(self.extra.get("has_protected_content"))

    @property
    def text(self) -> str:
        """The text or the caption, without formatting."""
        return str(self.content.get("text", self.content.get("caption", "")))

    @property
    def entities(self) -> list[JSON]:
        for name in ("entities", "caption_entities"):
            if found := self.content.get(name):
                return list(found)
        return []

    @property
    def html(self) -> str:
        return to_html(self.text, self.entities)

    @property
    def kind(self) -> str:
        """What it carries: text, photo, document, voice, venue, location, contact, service."""
        for kind in ("text", "photo", "document", "voice", "venue", "location", "contact"):
            if kind in self.content:
                return kind
        return next(iter(self.content), "empty")

    @property
    def media(self) -> JSON | None:
        """The photo (its largest size), document or voice note, if there is one."""
        found = self.content.get(self.kind)
        if self.kind == "photo":
            return dict(self.content["photo"][-1])
        return dict(found) if self.kind in {"document", "voice"} and found else None

    @property
    def rows(self) -> list[list[Button]]:
        """The inline buttons, row by row."""
        return buttons_of((self.reply_markup or {}).get("inline_keyboard", []))

    @property
    def buttons(self) -> list[Button]:
        return [button for row in self.rows for button in row]

    @property
    def labels(self) -> list[str]:
        return [button.text for button in self.buttons]


def buttons_of(rows: list[list[JSON]]) -> list[list[Button]]:
    return [
        [
            Button(
                text=button["text"],
                data=button.get("callback_data", ""),
                url=button.get("url", ""),
                copy=button.get("copy_text", {}).get("text", ""),
                asks="contact"
                if button.get("request_contact")
                else ("location" if button.get("request_location") else ""),
                style=button.get("style", ""),
            )
            for button in row
        ]
        for row in rows
    ]


@dataclass
class Chat:
    """A private chat with the bot, a group or a supergroup."""

    id: int
    type: str
    title: str = ""
    user: User | None = None
    members: dict[int, str] = field(default_factory=dict)  # user id to status
    bot_status: str = "member"
    privacy: bool = True
    migrated_to: int | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    keyboard: JSON | None = None
    typing: float = 0.0
    next_message_id: int = 0  # supergroups number their own messages

    @property
    def private(self) -> bool:
        return self.type == "private"

    def json(self) -> JSON:
        if self.user is None:
            return {"id": self.id, "type": self.type, "title": self.title}
        person = self.user.json()
        kept = {k: v for k, v in person.items() if k not in {"id", "is_bot", "language_code"}}
        return {"id": self.id, "type": self.type} | kept

    def shown(self) -> list[Message]:
        """What is on the screen, oldest first."""
        return [m for m in self.messages.values() if not m.deleted]
