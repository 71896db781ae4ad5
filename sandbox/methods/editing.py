"""Changing a message in place."""

from __future__ import annotations

from sandbox.errors import bad
from sandbox.markup import check_markup
from sandbox.methods.media import CAPTIONED, read_media
from sandbox.methods.registry import Turn, method
from sandbox.methods.sending import read_caption, read_text
from sandbox.things import JSON, Message

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)


def _edited(turn: Turn, *, only_markup: bool = False) -> Message:
    """The message to edit, if the bot may edit it."""
    if "chat_id" not in turn.args and "message_id" not in turn.args:
        raise bad("Message identifier is not specified")
    chat = turn.chat()
    message = turn.message(chat, "message to edit")
    kept = message.reply_markup
    other_keyboard = bool(kept) and "inline_keyboard" not in (kept or {})
    fixed = message.kind in {"venue", "location", "contact"} and not only_markup
    if not message.outgoing or other_keyboard or "forward_origin" in message.extra or fixed:
        raise bad("Message can't be edited")
    return message


def _change(turn: Turn, message: Message, content: JSON) -> JSON:
    markup = turn.args.get("reply_markup")
    kept = check_markup(markup, message.chat, turn.args.complaints, inline_only=True)
    if content == message.content and kept == (message.reply_markup or None):
        unheard, message.unheard = message.unheard, False
        raise bad(NOT_MODIFIED, condition=unheard)
    turn.spend(message.chat)
    message.content, message.reply_markup = content, kept
    message.edited, message.unheard = turn.state.now(), False
    turn.state.touch("edited", message)
    return message.json()


@method("editMessageText")
def edit_message_text(turn: Turn) -> JSON:
    content = read_text(turn, editing=True)
    message = _edited(turn)
    if message.kind != "text":
        raise bad("There is no text in the message to edit")
    return _change(turn, message, content)


@method("editMessageCaption")
def edit_message_caption(turn: Turn) -> JSON:
    caption = read_caption(turn, editing=True)
    message = _edited(turn)
    if message.kind not in CAPTIONED:
        raise bad("There is no caption in the message to edit")
    bare = {k: v for k, v in message.content.items() if k not in {"caption", "caption_entities"}}
    return _change(turn, message, bare | caption)


@method("editMessageReplyMarkup")
def edit_message_reply_markup(turn: Turn) -> JSON:
    message = _edited(turn, only_markup=True)
    return _change(turn, message, message.content)


@method("editMessageMedia")
def edit_message_media(turn: Turn) -> JSON:
    item = turn.args.need("media")
    message = _edited(turn)
    if message.kind not in CAPTIONED - {"voice"}:
        raise bad("Message media can't be edited")
    return _change(turn, message, read_media(turn, item))
