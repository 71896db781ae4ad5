"""Who is in a chat, what is pinned there, and leaving it."""

from __future__ import annotations

from sandbox.errors import bad
from sandbox.methods.registry import Turn, method
from sandbox.things import JSON, Chat


@method("getChat")
def get_chat(turn: Turn) -> JSON:
    chat = turn.chat(write=False)
    full: JSON = {"accent_color_id": 0, "max_reaction_count": 1}
    full["accepted_gift_types"] = dict.fromkeys(
        (
            "unlimited_gifts",
            "limited_gifts",
            "unique_gifts",
            "premium_subscription",
            "gifts_from_channels",
        ),
        False,
    )
    if chat.pinned:
        full["pinned_message"] = chat.messages[chat.pinned[-1]].json()
    return chat.json() | full


def _member(turn: Turn, chat: Chat, user_id: int) -> JSON:
    state = turn.state
    if user_id == state.bot_id:
        return _status(state.bot, chat.bot_status)
    user = state.users.get(user_id)
    if user is None:
        raise bad("PARTICIPANT_ID_INVALID")
    if chat.private:
        return _status(user.json(), "member")
    return _status(user.json(), chat.members.get(user_id, "left"))


def _status(user: JSON, status: str) -> JSON:
    found: JSON = {"user": user, "status": status}
    if status == "creator":
        found["is_anonymous"] = False
    if status == "administrator":
        rights = (
            "can_be_edited is_anonymous can_manage_chat can_delete_messages "
            "can_manage_video_chats can_restrict_members can_promote_members can_change_info "
            "can_invite_users can_post_stories can_edit_stories can_delete_stories"
        )
        found |= dict.fromkeys(rights.split(), False)
    if status == "kicked":
        found["until_date"] = 0
    return found


@method("getChatMember")
def get_chat_member(turn: Turn) -> JSON:
    user_id = turn.args.get("user_id", 0)
    if user_id <= 0:
        raise bad("Invalid user_id specified")
    return _member(turn, turn.chat(write=False), user_id)


@method("getChatMemberCount")
def get_chat_member_count(turn: Turn) -> int:
    chat = turn.chat(write=False)
    present = [s for s in chat.members.values() if s not in {"left", "kicked"}]
    return 2 if chat.private else len(present) + 1


@method("getChatAdministrators")
def get_chat_administrators(turn: Turn) -> list[JSON]:
    chat = turn.chat(write=False)
    if chat.private:
        raise bad("there are no administrators in the private chat")
    chiefs = [u for u, status in chat.members.items() if status in {"creator", "administrator"}]
    return [_member(turn, chat, user_id) for user_id in chiefs]


@method("leaveChat")
def leave_chat(turn: Turn) -> bool:
    chat = turn.chat(write=False)
    if chat.private:
        raise bad("chat member status can't be changed in private chats")
    chat.bot_status = "left"
    turn.state.announce("chat", chat=chat.id)
    return True


def _check_pin(chat: Chat) -> None:
    if not chat.private and chat.bot_status != "administrator":
        raise bad("not enough rights to manage pinned messages in the chat")


@method("pinChatMessage")
def pin_chat_message(turn: Turn) -> bool:
    chat = turn.chat()
    message = turn.message(chat, "message to pin")
    _check_pin(chat)
    if message.message_id in chat.pinned:
        chat.pinned.remove(message.message_id)
    chat.pinned.append(message.message_id)
    turn.state.announce("pinned", chat=chat.id)
    return True


@method("unpinChatMessage")
def unpin_chat_message(turn: Turn) -> bool:
    chat = turn.chat()
    _check_pin(chat)
    number = turn.args.get("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad("Message to unpin not found")
    chat.pinned.remove(number)
    turn.state.announce("pinned", chat=chat.id)
    return True


@method("unpinAllChatMessages")
def unpin_all_chat_messages(turn: Turn) -> bool:
    chat = turn.chat()
    _check_pin(chat)
    chat.pinned.clear()
    turn.state.announce("pinned", chat=chat.id)
    return True
