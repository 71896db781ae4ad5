"""Which commands a person finds in the menu: the narrowest scope that has any."""

from __future__ import annotations

from sandbox.state import Telegram
from sandbox.things import JSON, Chat, User


def commands_for(state: Telegram, user: User, chat: Chat) -> list[JSON]:
    """Telegram's own order: narrower scopes first, and in each the person's language first."""
    language = user.language_code[:2]
    for scope, chat_id, user_id in _scopes(user, chat):
        for code in (language, ""):
            found = state.commands.get((scope, chat_id, user_id, code))
            if found:
                return found
    return []


def _scopes(user: User, chat: Chat) -> list[tuple[str, int, int]]:
    if chat.private:
        return [("chat", chat.id, 0), ("all_private_chats", 0, 0), ("default", 0, 0)]
    chief = chat.members.get(user.id) in {"administrator", "creator", "anonymous"}
    scopes = [("chat_member", chat.id, user.id)]
    scopes += [("chat_administrators", chat.id, 0)] if chief else []
    scopes += [("chat", chat.id, 0)]
    scopes += [("all_chat_administrators", 0, 0)] if chief else []
    return [*scopes, ("all_group_chats", 0, 0), ("default", 0, 0)]
