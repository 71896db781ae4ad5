"""The way of every message that the bot sends: checked, paced, put into the chat."""

from __future__ import annotations

from typing import Any

from sandbox.access import find_chat, find_message
from sandbox.errors import bad
from sandbox.formatting import Entities, format_text, quietly_dropped
from sandbox.markup import check_markup
from sandbox.methods.registry import Turn
from sandbox.things import JSON, Chat, Message
from sandbox.utf16 import units

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


def read_text(turn: Turn, *, editing: bool = False) -> JSON:
    """The text of a call as message content."""
    args = turn.args
    if not args.get("text"):
        raise bad("Message text is empty")
    text, entities = format_text(
        args.get("text"), args.get("parse_mode", ""), args.get("entities")
    )
    if not text.strip():
        raise bad("Text must be non-empty")
    if units(text) > LONGEST_TEXT:
        raise bad("MESSAGE_TOO_LONG" if editing else "Message is too long")
    content: JSON = {"text": text}
    if kept := keep_entities(turn, entities):
        content["entities"] = kept
    if args.get("link_preview_options"):
        content["link_preview_options"] = args.get("link_preview_options")
    return content


def read_caption(turn: Turn, source: Any = None, *, editing: bool = False) -> JSON:
    """The caption of a call, or of one item of an album, as message content."""
    source = turn.args if source is None else source
    given, mode = source.get("caption") or "", source.get("parse_mode") or ""
    text, entities = format_text(given, mode, source.get("caption_entities"))
    if units(text) > LONGEST_CAPTION:
        raise bad("MEDIA_CAPTION_TOO_LONG" if editing else "Message caption is too long")
    content: JSON = {"caption": text} if text else {}
    if kept := keep_entities(turn, entities):
        content["caption_entities"] = kept
    return content


def keep_entities(turn: Turn, entities: Entities) -> Entities:
    """Entities as Telegram keeps them: a mention of somebody unknown is no mention."""
    turn.args.complaints += quietly_dropped(entities)
    kept = []
    for entity in entities:
        if entity["type"] == "text_mention":
            user = turn.state.users.get(entity["user"]["id"])
            if user is None:
                continue
            entity = entity | {"user": user.json()}
        kept.append(entity)
    return kept


def send(turn: Turn, content: JSON, **more: Any) -> Message:
    """Put one message into the chat of the call."""
    return send_all(turn, [content], **more)[0]


def send_all(turn: Turn, contents: list[JSON], **more: Any) -> list[Message]:
    chat = turn.chat()
    markup = check_markup(turn.args.get("reply_markup"), chat, turn.args.complaints)
    reply_to = _answered(turn, chat)
    if turn.args.get("protect_content"):
        more["has_protected_content"] = True
    turn.spend(chat, len(contents))
    sent = [
        turn.state.add(
            chat,
            turn.state.bot,
            content,
            reply_markup=markup,
            reply_to=reply_to,
            silent=bool(turn.args.get("disable_notification")),
            extra=dict(more),
        )
        for content in contents
    ]
    chat.typing = 0.0
    show_keyboard(chat, markup, sent[-1])
    return sent


def _answered(turn: Turn, chat: Chat) -> Message | None:
    asked = turn.args.get("reply_parameters")
    if not asked:
        return None
    other = asked.get("chat_id")
    where = chat if other in (None, chat.id) else find_chat(turn.state, other, write=False)
    if asked.get("allow_sending_without_reply"):
        message = where.messages.get(asked["message_id"])
        return message if message is not None and not message.deleted else None
    return find_message(where, asked["message_id"], "message to be replied")


def show_keyboard(chat: Chat, markup: JSON | None, message: Message) -> None:
    """What a new message does to the keyboard under the screen."""
    if markup and ("keyboard" in markup or "force_reply" in markup):
        chat.keyboard = markup | {"message_id": message.message_id}
    elif (markup and "remove_keyboard" in markup) or "force_reply" in (chat.keyboard or {}):
        chat.keyboard = None
