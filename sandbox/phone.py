"""A person's telephone: what they do, and what they see."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence

from sandbox.errors import Impossible
from sandbox.menu import commands_for
from sandbox.screen import draw
from sandbox.sender import Sender
from sandbox.state import Press, Telegram, Toast
from sandbox.things import JSON, Button, Chat, Message, User, buttons_of
from sandbox.utf16 import units

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


class PhoneError(Impossible):
    """Something that a real telephone would not let a person do."""


class Phone(Sender):
    """One person's Telegram, with the chat with the bot open."""

    def __init__(self, state: Telegram, user: User) -> None:
        super().__init__(state, user)
        self.clipboard = ""
        self.opened: list[str] = []  # links that were tapped
        self._acted = 0

    # What the person sees

    @property
    def name(self) -> str:
        return self.user.name

    @property
    def chat(self) -> Chat:
        return self.state.private_chat(self.user)

    @property
    def messages(self) -> list[Message]:
        return self.chat.shown()

    @property
    def last(self) -> Message:
        """The newest message of the bot."""
        found = [message for message in self.messages if message.outgoing]
        if not found:
            raise PhoneError(
                f"{self.name} has no message from the bot", f"{self.name} chưa có tin nào"
            )
        return found[-1]

    @property
    def toasts(self) -> list[Toast]:
        return self.state.toasts.setdefault(self.user.id, [])

    @property
    def keyboard(self) -> list[list[Button]]:
        """The reply keyboard, row by row."""
        return buttons_of((self.chat.keyboard or {}).get("keyboard", []))

    @property
    def waiting(self) -> int:
        """How many of this person's taps still show the turning circle."""
        mine = [p for p in self.state.presses.values() if p.user is self.user]
        return sum(not press.answered for press in mine)

    def commands(self, chat: Chat | None = None) -> list[JSON]:
        """The commands of the menu, as Telegram picks them by scope and language."""
        return commands_for(self.state, self.user, chat or self.chat)

    def screen(self, lines: int = 24, width: int = 46) -> str:
        return draw(self.state, self.user, self.chat, self.keyboard, lines, width)

    async def sees(
        self, text: str, within: float = 10, *, fresh: bool = True, since: int | None = None
    ) -> Message:
        """Wait for a message of the bot with these words, new since this person's last act."""
        found: list[Message] = []

        after = since if since is not None else self._acted if fresh else 0

        def there() -> bool:
            new = [m for m in self.messages if m.outgoing and m.version > after]
            found[:] = [m for m in new if text.casefold() in m.text.casefold()]
            return bool(found)

        if not await self.state.until(there, within):
            raise self._not_seen(text)
        return found[-1]

    async def learns(self, text: str, within: float, since: int, heard: int) -> None:
        """Wait for these words in a message newer than `since`, or in a notice after the
        first `heard` of them."""

        def there() -> bool:
            new = [m.text for m in self.messages if m.outgoing and m.version > since]
            new += [toast.text for toast in self.toasts[heard:]]
            return any(text.casefold() in words.casefold() for words in new)

        if not await self.state.until(there, within):
            raise self._not_seen(text)

    def _not_seen(self, text: str) -> PhoneError:
        screen = self.screen()
        return PhoneError(
            f"{self.name} does not see «{text}»:\n{screen}",
            f"Trên máy {self.name} chưa thấy «{text}»:\n{screen}",
        )

    async def toast(self, text: str = "", within: float = 10) -> Toast:
        """Wait for a toast or an alert with these words."""
        if not await self.state.until(lambda: any(text in t.text for t in self.toasts), within):
            raise PhoneError(
                f"{self.name} gets no toast «{text}»; got {self.toasts}",
                f"{self.name} không thấy thông báo «{text}»",
            )
        return [toast for toast in self.toasts if text in toast.text][-1]

    # What the person does

    async def start(self, payload: str = "") -> Message:
        """Press START, or follow a deep link."""
        if not PAYLOAD.fullmatch(payload):
            raise PhoneError(
                f"«{payload}» cannot stand in a deep link",
                f"Liên kết không thể mang «{payload}»",
            )
        if self.user.blocked:
            await self.unblock()
        return await self.write(f"/start {payload}".strip())

    async def write(
        self, text: str, reply_to: Message | None = None, chat: Chat | None = None
    ) -> Message:
        if not text.strip():
            raise PhoneError("an empty message cannot be sent", "Không gửi được tin trống")
        if units(text) > 4096:
            raise PhoneError(
                "the message is longer than 4096 characters", "Tin dài quá 4096 ký tự"
            )
        return self._send(chat, self._text(text), reply_to)

    async def tap(
        self, label: str, message: Message | None = None, chat: Chat | None = None
    ) -> Press | Message | str:
        """Tap a button by its label (or its data), under a message or on the reply keyboard."""
        where = chat or self.chat
        found = self._find_button(label, [message] if message else where.shown()[::-1])
        if found is not None:
            return await self._tap(*found, where)
        keys = [
            key for row in buttons_of((where.keyboard or {}).get("keyboard", [])) for key in row
        ]
        key = None if message else _named(label, keys)
        if key is None:
            labels = self._labels(where)
            raise PhoneError(
                f"{self.name} has no button «{label}»; there are: {labels}",
                f"Máy {self.name} không có nút «{label}»; đang có: {labels}",
            )
        if key.asks == "contact":
            return await self.contact()
        return await (
            self.location() if key.asks == "location" else self.write(key.text, chat=chat)
        )

    def can_tap(self, label: str) -> bool:
        """Is there a button with this label on the screen?"""
        keys = [key for row in self.keyboard for key in row]
        return bool(self._find_button(label, self.messages) or _named(label, keys))

    def _find_button(
        self, label: str, messages: Sequence[Message | None]
    ) -> tuple[Message, Button] | None:
        for exact in (True, False):
            for message in messages:
                if message is None or message.deleted:
                    continue
                button = _named(label, message.buttons, exact=exact)
                if button is not None:
                    return message, button
        return None

    def _labels(self, chat: Chat) -> str:
        inline = [label for message in chat.shown() for label in message.labels]
        keys = [
            key.text
            for row in buttons_of((chat.keyboard or {}).get("keyboard", []))
            for key in row
        ]
        return ", ".join(f"«{label}»" for label in inline + keys) or "none"

    async def _tap(self, message: Message, button: Button, chat: Chat) -> Press | Message | str:
        if button.copy:
            self.clipboard = button.copy
            return button.copy
        if button.data:
            return await self.press(button.data, message.message_id, chat)
        return await self.follow(button.url)

    async def follow(self, url: str) -> Message | str:
        """Open a link; a deep link to the bot starts it with the payload."""
        found = re.fullmatch(rf"https://t\.me/{self.state.username}\?start=([\w-]*)", url)
        self.opened.append(url)
        return await self.start(found[1]) if found else url

    async def press(self, data: str, message_id: int, chat: Chat | None = None) -> Press:
        """Press with any data at all, as a forged client can."""
        where = chat or self.chat
        self._act()
        press = Press(
            id=str(secrets.randbelow(9 * 10**18) + 10**18),
            user=self.user,
            chat=where,
            message_id=message_id,
            data=data,
            at=self.state.monotonic(),
        )
        self.state.presses[press.id] = press
        self.state.queue.put("callback_query", self._query(press))
        self.state.announce("press", user=self.user.id)
        return press

    def _query(self, press: Press) -> JSON:
        message = press.chat.messages.get(press.message_id)
        gone = {"chat": press.chat.json(), "message_id": press.message_id, "date": 0}
        return {
            "id": press.id,
            "from": self.user.json(),
            "message": gone if message is None or message.deleted else message.json(),
            "chat_instance": str(press.chat.id * 7919),
            "data": press.data,
        }

    async def edit(self, message: Message, text: str) -> None:
        self._own(message)
        kept = {
            k: v for k, v in message.content.items() if k not in {"caption", "caption_entities"}
        }
        written = self._text(text)
        if message.kind != "text":
            written = {
                f"caption{'_entities' if k == 'entities' else ''}": v for k, v in written.items()
            }
        message.content = written if message.kind == "text" else kept | written
        message.edited = self.state.now()
        self._act()
        self.state.touch("edited", message)
        self._deliver("edited_message", message)

    async def react(self, sign: str, message: Message | None = None) -> None:
        """Set a reaction under a message of the bot, or take it away with nothing."""
        under = message or self.last
        was = under.signs.get(self.user.id, "")
        under.signs[self.user.id] = sign
        self._act()
        self.state.touch("edited", under)
        body = {
            "chat": self.chat.json(),
            "message_id": under.message_id,
            "user": self.user.json(),
            "date": int(self.state.now().timestamp()),
            "old_reaction": _signs(was),
            "new_reaction": _signs(sign),
        }
        self.state.queue.put("message_reaction", body)

    async def delete(self, message: Message) -> None:
        """Take a message away for both sides; the bot is not told."""
        message.deleted = True
        if message.message_id in message.chat.pinned:
            message.chat.pinned.remove(message.message_id)
        self.state.touch("deleted", message)

    async def forward(self, message: Message, chat: Chat | None = None) -> Message:
        """Forward a message (of anybody) into the chat with the bot."""
        if message.protected:
            raise PhoneError("this message is protected", "Tin này không cho chuyển tiếp")
        return self._send(chat, dict(message.content), None, forward_origin=self._origin(message))

    async def forward_text(self, author: User, text: str) -> Message:
        """Forward what somebody wrote in another chat, which the bot never saw."""
        elsewhere = Chat(author.id, "private", user=author)
        said = Message(elsewhere, 1, self.state.now(), author.json(), self._text(text), False)
        return await self.forward(said)

    async def block(self) -> None:
        self._set_blocked(True)

    async def unblock(self) -> None:
        self._set_blocked(False)

    def _own(self, message: Message) -> None:
        if message.sender["id"] != self.user.id or message.deleted:
            raise PhoneError(
                "only one's own messages can be edited", "Chỉ sửa được tin của chính mình"
            )

    def _act(self) -> None:
        self._acted = self.state.version

    def _may_send(self, chat: Chat) -> None:
        if chat.private and self.user.blocked:
            raise PhoneError(
                f"{self.name} has blocked the bot; unblock it first",
                f"{self.name} đã chặn trợ lý; bỏ chặn rồi mới nhắn được",
            )
        if not chat.private and chat.members.get(self.user.id, "left") in {"left", "kicked"}:
            raise PhoneError(
                f"{self.name} is not in {chat.title}", f"{self.name} không ở trong {chat.title}"
            )
        self._act()


def _named(label: str, buttons: Sequence[Button], *, exact: bool = True) -> Button | None:
    """The button with this label or data; not exactly: one whose label holds it."""
    for button in buttons:
        if label in (button.text.strip(), button.data):
            return button
    loose = [b for b in buttons if label.casefold() in b.text.casefold()] if not exact else []
    return loose[0] if loose else None


def _signs(sign: str) -> list[JSON]:
    return [{"type": "emoji", "emoji": sign}] if sign else []
