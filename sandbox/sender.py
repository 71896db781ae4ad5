"""What leaves a telephone: messages of every kind, as updates for the bot."""

from __future__ import annotations

import secrets
from typing import Any

from sandbox.formatting import format_text
from sandbox.methods.media import content_of
from sandbox.pictures import plain_picture, size_of
from sandbox.state import ANONYMOUS, Telegram
from sandbox.things import JSON, Chat, Message, User

VOICE = b"OggS\x00\x02" + bytes(60)


class Sender:
    """Puts what a person sends into a chat, and tells the bot if it may know."""

    def __init__(self, state: Telegram, user: User) -> None:
        self.state = state
        self.user = user
        self._pictures = 0

    def _may_send(self, chat: Chat) -> None:
        raise NotImplementedError

    async def photo(
        self,
        caption: str | None = None,
        album: int | list[bytes] | None = None,
        *,
        content: bytes | None = None,
        reply_to: Message | None = None,
        chat: Chat | None = None,
    ) -> list[Message]:
        """Send a photo, or an album of so many (or of these pictures)."""
        pictures = album if isinstance(album, list) else [content or b""] * (album or 1)
        extra = {"media_group_id": str(secrets.randbelow(10**17))} if len(pictures) > 1 else {}
        sent = []
        for number, picture in enumerate(pictures):
            words = self._caption(caption) if caption and number == 0 else {}
            body = self._photo(picture) | words
            sent.append(self._send(chat, body, reply_to, **extra))
        return sent

    def _photo(self, picture: bytes) -> JSON:
        self._pictures += 1
        picture = picture or plain_picture(self._pictures + self.user.id)
        width, height = size_of(picture) or (320, 240)
        ending, mime = ("png", "image/png") if picture[1:4] == b"PNG" else ("jpg", "image/jpeg")
        name = f"photo_{self._pictures}.{ending}"
        file = self.state.keep_file("photo", name, mime, picture, width=width, height=height)
        return content_of(file)

    async def document(
        self,
        name: str = "bao-cao.pdf",
        content: bytes = b"%PDF-1.4 sample",
        mime: str = "application/pdf",
        caption: str | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        file = self.state.keep_file("document", name, mime, content)
        words = self._caption(caption) if caption else {}
        return self._send(None, content_of(file) | words, reply_to)

    async def voice(
        self, duration: int = 5, content: bytes = VOICE, reply_to: Message | None = None
    ) -> Message:
        file = self.state.keep_file("voice", "voice.oga", "audio/ogg", content)
        body = content_of(file)
        body["voice"]["duration"] = duration
        return self._send(None, body, reply_to)

    async def location(
        self,
        latitude: float = 21.5307,
        longitude: float = 107.9670,
        reply_to: Message | None = None,
    ) -> Message:
        place = {"location": {"latitude": latitude, "longitude": longitude}}
        return self._send(None, place, reply_to)

    async def contact(self, own: bool = True, phone_number: str = "", user_id: int = 0) -> Message:
        """Share one's own contact, or somebody else's."""
        number = phone_number or (self.user.phone_number if own else "") or "+84900000000"
        body: JSON = {"phone_number": number.replace(" ", ""), "first_name": "Người khác"}
        if own:
            body |= {"first_name": self.user.first_name, "user_id": self.user.id}
            if self.user.last_name:
                body["last_name"] = self.user.last_name
        elif user_id:
            body["user_id"] = user_id
        return self._send(None, {"contact": body}, None)

    def _text(self, text: str) -> JSON:
        plain, entities = format_text(text, "")
        return {"text": plain} | ({"entities": entities} if entities else {})

    def _caption(self, text: str) -> JSON:
        written = self._text(text)
        found: JSON = {"caption": written["text"]}
        if "entities" in written:
            found["caption_entities"] = written["entities"]
        return found

    def _send(
        self, chat: Chat | None, content: JSON, reply_to: Message | None, **extra: Any
    ) -> Message:
        where = chat or self.state.private_chat(self.user)
        self._may_send(where)
        if where.private:
            self.user.started = True
            reply_to = reply_to or self._forced_reply(where)
        sender = self.user.json()
        if where.members.get(self.user.id) == "anonymous":
            sender, extra = ANONYMOUS, extra | {"sender_chat": where.json()}
        if where.migrated_to is not None:
            where = self.state.chats[where.migrated_to]
        message = self.state.add(where, sender, content, reply_to=reply_to, extra=extra)
        self._deliver("message", message)
        return message

    def _forced_reply(self, chat: Chat) -> Message | None:
        """A forced reply makes the next message an answer, as it does in the real app."""
        if "force_reply" not in (chat.keyboard or {}):
            return None
        asked = chat.messages.get((chat.keyboard or {})["message_id"])
        chat.keyboard = None
        return asked

    def _deliver(self, kind: str, message: Message) -> None:
        if message.chat.private or self._bot_may_read(message):
            self.state.queue.put(kind, message.json())

    def _bot_may_read(self, message: Message) -> bool:
        """What privacy mode lets through: commands, replies to the bot, mentions of it."""
        chat = message.chat
        if chat.bot_status in {"left", "kicked"}:
            return False
        if not chat.privacy or chat.bot_status == "administrator":
            return True
        name = self.state.username.lower()
        text = message.text.lower()
        if message.reply_to is not None and message.reply_to.outgoing:
            return True
        if text.startswith("/"):
            command, _, addressed = text.split()[0].partition("@")
            return bool(command) and addressed in ("", name)
        return f"@{name}" in text

    def _origin(self, message: Message) -> JSON:
        known = message.extra.get("forward_origin")
        if known:
            return dict(known)
        date = int(message.date.timestamp())
        author = self.state.users.get(message.sender["id"])
        if author is not None and author.hides_forwards:
            return {"type": "hidden_user", "date": date, "sender_user_name": author.name}
        return {"type": "user", "date": date, "sender_user": message.sender}

    def _set_blocked(self, blocked: bool) -> None:
        """In a private chat my_chat_member tells the bot that it was blocked or taken back."""
        user, chat = self.user, self.state.private_chat(self.user)
        if user.blocked == blocked:
            return
        user.blocked = blocked
        before, after = ("member", "kicked") if blocked else ("kicked", "member")
        self.state.queue.put(
            "my_chat_member",
            {
                "chat": chat.json(),
                "from": user.json(),
                "date": int(self.state.now().timestamp()),
                "old_chat_member": bot_member(self.state, before),
                "new_chat_member": bot_member(self.state, after),
            },
        )
        self.state.announce("blocked", user=user.id, blocked=blocked)


def bot_member(state: Telegram, status: str) -> JSON:
    until = {"until_date": 0} if status == "kicked" else {}
    return {"user": state.bot, "status": status} | until
