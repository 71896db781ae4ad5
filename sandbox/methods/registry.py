"""The list of methods, and the turn that each of them takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sandbox.access import find_chat, find_message
from sandbox.arguments import Arguments
from sandbox.errors import flood
from sandbox.state import Telegram
from sandbox.things import Chat, Message


@dataclass
class Turn:
    """One call being obeyed."""

    state: Telegram
    method: str
    args: Arguments

    def chat(self, *, write: bool = True) -> Chat:
        return find_chat(self.state, self.args.get("chat_id"), write=write)

    def message(self, chat: Chat, role: str) -> Message:
        return find_message(chat, self.args.get("message_id"), role)

    def complain(self, what: str) -> None:
        """Note something that Telegram swallows without a word."""
        self.args.complaints.append(what)

    def spend(self, chat: Chat, count: int = 1) -> None:
        """Count messages against the pace."""
        if self.state.pace is None or self.state.passing:
            return
        if wait := self.state.pace.take(chat.id, count):
            raise flood(wait)


Handler = Callable[[Turn], Any]
HANDLERS: dict[str, Handler] = {}


def method(name: str) -> Callable[[Handler], Handler]:
    def register(handler: Handler) -> Handler:
        HANDLERS[name.lower()] = handler
        return handler

    return register
