"""Everything that Telegram remembers, in memory, and who is told when it changes."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sandbox.clock import Clock
from sandbox.faults import Faults
from sandbox.pace import Pace
from sandbox.things import JSON, Chat, File, Message, User
from sandbox.updates import Queue

ANSWER_WITHIN = 15.0  # seconds that a press may wait for its answer
ANONYMOUS = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}


@dataclass(frozen=True)
class Violation:
    """Something the bot did that Telegram refuses, or silently drops."""

    method: str
    what: str
    params: JSON

    def __str__(self) -> str:
        return f"{self.method}: {self.what}"


@dataclass
class Call:
    """One call of the bot, for the log."""

    n: int
    at: datetime
    method: str
    params: JSON
    status: int = 0
    error: str = ""
    seconds: float = 0.0


@dataclass
class Press:
    """A tap on an inline button, which waits for its answer."""

    id: str
    user: User
    chat: Chat
    message_id: int
    data: str
    at: float
    answered: bool = False


@dataclass(frozen=True)
class Toast:
    """What the bot answered to a tap: a line that fades, or an alert with an OK."""

    text: str
    alert: bool = False
    url: str = ""


def long_ago() -> datetime:
    """What a world tells whose clock stands."""
    return datetime.min.replace(tzinfo=UTC)


@dataclass
class Telegram:
    """The world as Telegram's servers see it."""

    now: Callable[[], datetime]
    token: str
    username: str
    monotonic: Callable[[], float] = time.monotonic
    pace: Pace | None = None
    users: dict[int, User] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    presses: dict[str, Press] = field(default_factory=dict)
    toasts: dict[int, list[Toast]] = field(default_factory=dict)
    commands: dict[tuple[str, int, int, str], list[JSON]] = field(default_factory=dict)
    menu_buttons: dict[int, JSON] = field(default_factory=dict)
    profile: dict[tuple[str, str], str] = field(default_factory=dict)
    violations: list[Violation] = field(default_factory=list)
    calls: deque[Call] = field(default_factory=lambda: deque(maxlen=2000))

    def __post_init__(self) -> None:
        self.bot_id = int(self.token.partition(":")[0])
        self.queue = Queue(self.monotonic)
        self.faults = Faults(self.monotonic)
        self.listeners: set[asyncio.Queue[JSON]] = set()
        # Ten a second since 2026: a restarted stand-in never gives a number twice, so that an
        # edit of a card from before the restart is refused and hits no other message.
        self._last_message = int((time.time() - 1_767_225_600) * 10)
        self.version = 0
        self.forgiven: set[str] = set()
        self._changed = asyncio.Event()

    @property
    def passing(self) -> bool:
        """Do hours go by in a moment? Nobody counts a message a second then."""
        return isinstance(self.now, Clock) and self.now.passing

    @property
    def bot(self) -> JSON:
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": self.profile.get(("name", ""), "Việc Chung"),
            "username": self.username,
        }

    def private_chat(self, user: User) -> Chat:
        return self.chats.setdefault(user.id, Chat(user.id, "private", user=user))

    def next_id(self, chat: Chat) -> int:
        """Private chats and groups share one row of numbers, a supergroup has its own."""
        if chat.type == "supergroup":
            chat.next_message_id += 1
            return chat.next_message_id
        self._last_message += 1
        return self._last_message

    def add(self, chat: Chat, sender: JSON, content: JSON, **more: Any) -> Message:
        """Put a new message into a chat and tell everybody who watches."""
        outgoing = sender["id"] == self.bot_id
        message = Message(chat, self.next_id(chat), self.now(), sender, content, outgoing, **more)
        chat.messages[message.message_id] = message
        self.touch("message", message)
        return message

    def touch(self, kind: str, message: Message) -> None:
        """A message is new, or another than before."""
        self.version += 1
        message.version = self.version
        self.announce(kind, chat=message.chat.id, message=message.message_id)

    def keep_file(self, kind: str, name: str, mime: str, content: bytes, **size: int) -> File:
        unique = secrets.token_urlsafe(9)
        folder = {"photo": "photos", "voice": "voice"}.get(kind, "documents")
        ending = name.rpartition(".")[2] if "." in name else {"photo": "jpg"}.get(kind, "bin")
        path = f"{folder}/file_{len(self.files)}.{ending}"
        file_id = f"SBX{kind[:1].upper()}{secrets.token_urlsafe(24)}"
        file = File(file_id, unique, kind, name, mime, content, path, **size)
        self.files[file_id] = file
        return file

    def blame(self, method: str, what: str, params: JSON | None = None) -> None:
        """Keep a violation, unless the test has said that it expects it."""
        if any(part in what for part in self.forgiven):
            return
        violation = Violation(method, what, params or {})
        self.violations.append(violation)
        self.announce("violation", what=str(violation))

    def announce(self, kind: str, **what: Any) -> None:
        """Something changed: wake whoever waits, tell whoever listens."""
        self._changed.set()
        self._changed = asyncio.Event()
        for listener in list(self.listeners):
            listener.put_nowait({"kind": kind} | what)

    def close(self) -> None:
        """Let everybody who waits go home: the stand-in ends."""
        self.announce("closing")
        self.queue.wake()

    def rest(self) -> None:
        """Nobody waits here or listens any more, and no time passes."""
        self.now, self.listeners, self._changed = long_ago, set(), asyncio.Event()

    async def until(self, true: Callable[[], Any], within: float) -> bool:
        """Wait until something has become true; False if it did not in time."""
        deadline = time.monotonic() + within
        while not true():
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            try:
                await asyncio.wait_for(self._changed.wait(), left)
            except TimeoutError:
                return bool(true())
        return True
