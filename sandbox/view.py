"""A telephone as JSON, for the page and for tests over HTTP."""

from __future__ import annotations

from dataclasses import asdict

from sandbox.phone import Phone
from sandbox.things import JSON, Message


def show_message(message: Message) -> JSON:
    answered = message.reply_to
    found: JSON = {
        "id": message.message_id,
        "outgoing": message.outgoing,
        "kind": message.kind,
        "text": message.text,
        "html": message.html,
        "rows": [[asdict(button) for button in row] for row in message.rows],
        "date": message.date.isoformat(),
        "edited": message.edited.isoformat() if message.edited else None,
        "reaction": message.reaction,
        "silent": message.silent,
        "protected": message.protected,
        "version": message.version,
        "album": message.extra.get("media_group_id"),
        "forwarded": _author(message),
        "reply_to": {"id": answered.message_id, "text": answered.text[:80]} if answered else None,
    }
    if message.kind in {"photo", "document", "voice"}:
        found["media"] = message.media
    elif message.kind in {"venue", "location", "contact"}:
        found[message.kind] = message.content[message.kind]
    return found


def _author(message: Message) -> str | None:
    origin = message.extra.get("forward_origin")
    if not origin:
        return None
    user = origin.get("sender_user", {})
    name = f"{user.get('first_name', '')} {user.get('last_name', '')}".strip()
    return name or str(origin.get("sender_user_name", ""))


def show_phone(phone: Phone) -> JSON:
    """Everything that stands on a screen."""
    state, chat = phone.state, phone.chat
    keyboard = chat.keyboard or {}
    pinned = chat.messages[chat.pinned[-1]] if chat.pinned else None
    return {
        "id": phone.user.id,
        "name": phone.name,
        "language": phone.user.language_code,
        "started": phone.user.started,
        "blocked": phone.user.blocked,
        "messages": [show_message(message) for message in phone.messages],
        "keyboard": [[asdict(button) for button in row] for row in phone.keyboard],
        "force_reply": keyboard.get("message_id") if "force_reply" in keyboard else None,
        "placeholder": keyboard.get("input_field_placeholder", ""),
        "commands": phone.commands(),
        "toasts": [asdict(toast) for toast in phone.toasts],
        "waiting": [
            p.message_id for p in state.presses.values() if p.user is phone.user and not p.answered
        ],
        "typing": chat.typing > state.monotonic(),
        "pinned": {"id": pinned.message_id, "text": pinned.text[:80]} if pinned else None,
    }
