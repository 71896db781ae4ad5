"""The pretend Telegram: one door for the bot, telephones and groups for everybody else."""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from sandbox.arguments import Upload, read_arguments
from sandbox.clock import Clock
from sandbox.errors import AnswerLost, ApiError
from sandbox.faults import Faults
from sandbox.group import Group
from sandbox.methods import HANDLERS, Turn
from sandbox.pace import Pace
from sandbox.phone import Phone
from sandbox.state import Call, Telegram, Violation
from sandbox.table import METHODS
from sandbox.things import JSON, Chat, User

TOKEN = "123456:SANDBOX-0000000000000000000000000000000"
USERNAME = "viecchung_sandbox_bot"
LARGEST_UPLOAD = 50 << 20


class World:
    """Strict as Telegram: what the bot does wrong is refused and kept in `violations`."""

    def __init__(
        self,
        clock: Callable[[], datetime] | None = None,
        token: str = TOKEN,
        username: str = USERNAME,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.clock = clock or Clock()
        self._identity = (token, username, monotonic)
        self.state = self._new_state()
        self._phones: dict[int, Phone] = {}
        self._calls = 0

    def _new_state(self) -> Telegram:
        token, username, monotonic = self._identity
        return Telegram(self.clock, token, username, monotonic, Pace(monotonic=monotonic))

    def start_over(self) -> None:
        """Forget everything; who listens goes on listening, numbers go on above the old ones."""
        listeners = self.state.listeners
        self.state = self._new_state()
        self.state.listeners = listeners
        self._phones.clear()
        self.state.announce("over")

    def left(self) -> tuple[Telegram, dict[int, Phone]]:
        """All that stands here, to be kept: without the clock, and whoever waits or listens."""
        self.state.rest()
        return self.state, self._phones

    def take_over(self, left: tuple[Telegram, dict[int, Phone]]) -> None:
        """Go on with what another world left, by this one's clock."""
        self.state, self._phones = left
        self.state.now = self.clock

    @property
    def token(self) -> str:
        return self.state.token

    @property
    def violations(self) -> list[Violation]:
        return self.state.violations

    @property
    def faults(self) -> Faults:
        return self.state.faults

    @property
    def calls(self) -> Iterable[Call]:
        return self.state.calls

    @property
    def pace(self) -> Pace | None:
        """The pace limits; None lifts them."""
        return self.state.pace

    @pace.setter
    def pace(self, pace: Pace | None) -> None:
        self.state.pace = pace

    def phone(
        self,
        user_id: int,
        first_name: str = "",
        *,
        last_name: str = "",
        language_code: str = "vi",
        phone_number: str = "",
        username: str = "",
        started: bool = False,
    ) -> Phone:
        """A person's telephone; `started`: they have pressed START some other day."""
        if user_id not in self._phones:
            user = User(user_id, first_name or f"Người {user_id}", last_name, username)
            user.language_code, user.phone_number = language_code, phone_number
            self.state.users[user_id] = user
            self._phones[user_id] = Phone(self.state, user)
        phone = self._phones[user_id]
        if started:
            phone.user.started = True
            self.state.private_chat(phone.user)
        return phone

    @property
    def phones(self) -> dict[int, Phone]:
        return self._phones

    def group(
        self,
        title: str = "Giao ban",
        members: Iterable[Phone] = (),
        *,
        supergroup: bool = False,
        privacy: bool = True,
    ) -> Group:
        """A group that already has the bot in it."""
        number = -4_000_000 - len(self.state.chats)
        chat_id = -1_000_000_000_000 + number if supergroup else number
        chat = Chat(chat_id, "supergroup" if supergroup else "group", title, privacy=privacy)
        chat.members = {phone.user.id: "member" for phone in members}
        self.state.chats[chat_id] = chat
        return Group(self.state, chat)

    def close(self) -> None:
        """End every wait, so that a server can stop at once."""
        self.state.close()
        if isinstance(self.clock, Clock):
            self.clock.close()

    def file(self, path: str) -> bytes | None:
        """The content behind a file_path, as the bot downloads it."""
        found = [f.content for f in self.state.files.values() if f.path == path]
        return found[0] if found else None

    async def call(
        self, method: str, params: Mapping[str, Any], files: Mapping[str, Upload] | None = None
    ) -> tuple[int, JSON]:
        """Everything that the bot asks comes through here: HTTP status and body."""
        self._calls += 1
        kept = {name: value for name, value in params.items() if value is not None}
        kept |= {
            name: f"<{file.name}, {len(file.content)} bytes>"
            for name, file in (files or {}).items()
        }
        call = Call(self._calls, self.state.now(), method, kept)
        began = time.monotonic()
        try:
            self.faults.before(method.lower(), _number(params.get("chat_id")))
            result = await self._obey(call, params, files or {})
            call.status, body = 200, {"ok": True, "result": result}
        except ApiError as error:
            call.status, call.error, body = error.code, error.description, error.body()
            if not error.condition:
                self.state.blame(method, error.description, kept)
        finally:
            call.seconds = time.monotonic() - began
            self._log(call)
        try:
            self.faults.after(method.lower())
        except AnswerLost:
            self._unheard(params)
            raise
        return call.status, body

    def _unheard(self, params: Mapping[str, Any]) -> None:
        """The bot never heard that its edit was done: that it asks again is no fault of its."""
        chat = self.state.chats.get(_number(params.get("chat_id")) or 0)
        message = chat.messages.get(_number(params.get("message_id")) or 0) if chat else None
        if message is not None:
            message.unheard = True

    def bot_died(self) -> None:
        """What the bot was doing it may do again: it does not know what has arrived."""
        for chat in self.state.chats.values():
            for message in chat.messages.values():
                message.unheard = message.outgoing

    async def _obey(
        self, call: Call, params: Mapping[str, Any], files: Mapping[str, Upload]
    ) -> Any:
        name = call.method.lower()
        if name not in HANDLERS:
            raise ApiError(404, "Not Found: method not found")
        if sum(len(file.content) for file in files.values()) > LARGEST_UPLOAD:
            raise ApiError(413, "Request Entity Too Large")
        turn = Turn(self.state, name, read_arguments(METHODS[name], params, files))
        try:
            result = HANDLERS[name](turn)
            return await result if inspect.isawaitable(result) else result
        finally:
            for complaint in turn.args.complaints:
                self.state.blame(call.method, complaint, call.params)

    def _log(self, call: Call) -> None:
        quiet = call.method.lower() == "getupdates" and call.status == 200
        if not quiet:
            self.state.calls.append(call)
            self.state.announce("call", n=call.n)


def _number(value: Any) -> int | None:
    try:
        return int(value)
    except (TypeError, ValueError):
        return None
