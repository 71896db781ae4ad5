"""A group with the bot in it."""

from __future__ import annotations

import secrets
from typing import Any

from sandbox.phone import Phone
from sandbox.sender import bot_member
from sandbox.state import Telegram
from sandbox.things import JSON, Chat, Message


class Group:
    """Members write here; the bot reads what its privacy mode lets through."""

    def __init__(self, state: Telegram, chat: Chat) -> None:
        self.state = state
        self.chat = chat

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def messages(self) -> list[Message]:
        return self.chat.shown()

    @property
    def last(self) -> Message:
        return [message for message in self.messages if message.outgoing][-1]

    async def write(self, phone: Phone, text: str, reply_to: Message | None = None) -> Message:
        return await phone.write(text, reply_to, chat=self.chat)

    async def tap(self, phone: Phone, label: str, message: Message | None = None) -> Any:
        return await phone.tap(label, message, chat=self.chat)

    async def add(self, phone: Phone, status: str = "member") -> None:
        """A person joins, or gets another status: administrator, creator, anonymous, left."""
        joined = self.chat.members.get(phone.user.id, "left") == "left"
        self.chat.members[phone.user.id] = status
        if joined and status != "left":
            self._service(phone, {"new_chat_members": [phone.user.json()]})

    async def add_bot(self, by: Phone, status: str = "member") -> None:
        """Somebody puts the bot into the group, or makes it an administrator."""
        before, self.chat.bot_status = self.chat.bot_status, status
        self.state.queue.put(
            "my_chat_member",
            {
                "chat": self.chat.json(),
                "from": by.user.json(),
                "date": int(self.state.now().timestamp()),
                "old_chat_member": bot_member(self.state, before),
                "new_chat_member": bot_member(self.state, status),
            },
        )
        if before in {"left", "kicked"}:
            self._service(by, {"new_chat_members": [self.state.bot]})

    async def remove_bot(self, by: Phone) -> None:
        await self.add_bot(by, "kicked")

    async def migrate(self, by: Phone) -> Group:
        """The group becomes a supergroup: two service messages, and the old id is dead."""
        old = self.chat
        number = -1_000_000_000_000 - secrets.randbelow(10**9) - 10**9
        new = Chat(number, "supergroup", old.title, members=dict(old.members), privacy=old.privacy)
        new.bot_status = old.bot_status
        self.state.chats[new.id] = new
        self._service(by, {"migrate_to_chat_id": new.id})
        old.migrated_to = new.id
        group = Group(self.state, new)
        group._service(by, {"migrate_from_chat_id": old.id})
        return group

    def _service(self, by: Phone, content: JSON) -> None:
        message = self.state.add(self.chat, by.user.json(), content)
        if self.chat.bot_status not in {"left", "kicked"}:
            self.state.queue.put("message", message.json())
