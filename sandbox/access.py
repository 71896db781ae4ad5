"""May the bot write to this chat, and which message does it mean?"""

from __future__ import annotations

from typing import Any

from sandbox.errors import ApiError, bad, forbidden
from sandbox.state import Telegram
from sandbox.things import Chat, Message


def find_chat(state: Telegram, chat_id: Any, *, write: bool = True) -> Chat:
    """The chat of a call, or Telegram's reason why not."""
    if chat_id is None or chat_id == "":
        raise bad("chat_id is empty")
    chat = state.chats.get(chat_id)
    if chat is None:
        known = chat_id in state.users
        raise (
            forbidden("bot can't initiate conversation with a user")
            if known
            else bad("chat not found")
        )
    if chat.private:
        _check_person(chat, write)
    else:
        _check_group(chat, write)
    return chat


def _check_person(chat: Chat, write: bool) -> None:
    user = chat.user
    if user is None or not write:
        return
    if user.deactivated:
        raise forbidden("user is deactivated", condition=True)
    if not user.started:
        raise forbidden("bot can't initiate conversation with a user")
    if user.blocked:
        raise forbidden("bot was blocked by the user", condition=True)


def _check_group(chat: Chat, write: bool) -> None:
    if chat.migrated_to is not None and write:
        raise ApiError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            condition=True,
            migrate_to_chat_id=chat.migrated_to,
        )
    name = "group" if chat.type == "group" else "supergroup"
    if chat.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {name} chat", condition=True)
    if chat.bot_status == "left":
        raise forbidden(f"bot is not a member of the {name} chat", condition=True)


def find_message(chat: Chat, message_id: Any, role: str) -> Message:
    """The message of a call; one that the person has deleted is nobody's fault."""
    message = chat.messages.get(message_id)
    if message is None or message.deleted:
        raise bad(f"{role} not found", condition=message is not None)
    return message
