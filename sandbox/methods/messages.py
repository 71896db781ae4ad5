"""Texts, places, contacts, copies, and taking messages back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sandbox.access import find_chat, find_message
from sandbox.errors import bad
from sandbox.methods.registry import Turn, method
from sandbox.methods.sending import read_caption, read_text, send
from sandbox.table import WORDS
from sandbox.things import JSON, Message

DELETABLE = timedelta(hours=48)


@method("sendMessage")
def send_message(turn: Turn) -> JSON:
    return send(turn, read_text(turn)).json()


def _place(turn: Turn) -> JSON:
    for name in ("latitude", "longitude"):
        if name not in turn.args:
            raise bad(f"{name} is empty")
    latitude, longitude = turn.args.get("latitude"), turn.args.get("longitude")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad("wrong location coordinates")
    return {"latitude": latitude, "longitude": longitude}


@method("sendLocation")
def send_location(turn: Turn) -> JSON:
    return send(turn, {"location": _place(turn)}).json()


@method("sendVenue")
def send_venue(turn: Turn) -> JSON:
    place = _place(turn)
    venue = {"location": place, "title": turn.args.need("title")}
    venue["address"] = turn.args.need("address")
    return send(turn, {"location": place, "venue": venue}).json()


@method("sendContact")
def send_contact(turn: Turn) -> JSON:
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: turn.args.get(name) for name in names if turn.args.get(name)}
    for name in names[:2]:
        turn.args.need(name)
    return send(turn, {"contact": contact}).json()


@method("sendChatAction")
def send_chat_action(turn: Turn) -> bool:
    if turn.args.get("action") not in WORDS["chat_actions"]:
        raise bad("Wrong parameter action in request")
    chat = turn.chat()
    chat.typing = turn.state.monotonic() + 5
    turn.state.announce("typing", chat=chat.id)
    return True


def _source(turn: Turn, done: str, role: str) -> Message:
    chat = find_chat(turn.state, turn.args.need("from_chat_id"), write=False)
    message = find_message(chat, turn.args.get("message_id"), role)
    if message.protected:
        raise bad(f"message can't be {done}")
    return message


@method("copyMessage")
def copy_message(turn: Turn) -> JSON:
    content = dict(_source(turn, "copied", "message to copy").content)
    if "caption" in turn.args:
        content.pop("caption", None)
        content.pop("caption_entities", None)
        content |= read_caption(turn)
    return {"message_id": send(turn, content).message_id}


@method("forwardMessage")
def forward_message(turn: Turn) -> JSON:
    source = _source(turn, "forwarded", "message to forward")
    return send(turn, dict(source.content), forward_origin=origin_of(turn, source)).json()


def origin_of(turn: Turn, source: Message) -> JSON:
    known = source.extra.get("forward_origin")
    if known:
        return dict(known)
    user = turn.state.users.get(source.sender["id"])
    date = int(source.date.timestamp())
    if user is not None and user.hides_forwards:
        return {"type": "hidden_user", "date": date, "sender_user_name": user.name}
    return {"type": "user", "date": date, "sender_user": source.sender}


@method("deleteMessage")
def delete_message(turn: Turn) -> bool:
    if "chat_id" not in turn.args:
        raise bad("Chat identifier is not specified")
    if not turn.args.get("message_id"):
        raise bad("Message identifier is not specified")
    chat = turn.chat()
    _delete(turn, turn.message(chat, "message to delete"))
    return True


@method("deleteMessages")
def delete_messages(turn: Turn) -> bool:
    numbers: list[Any] = turn.args.get("message_ids") or []
    if not numbers:
        raise bad("Message identifiers are not specified")
    if len(numbers) > 100:
        raise bad("Too many message identifiers specified")
    chat = turn.chat()
    for number in numbers:
        message = chat.messages.get(number)
        if message is not None and not message.deleted:
            _delete(turn, message)
    return True


def _delete(turn: Turn, message: Message) -> None:
    chat, state = message.chat, turn.state
    too_old = state.now() - message.date > DELETABLE
    foreign = not message.outgoing and not chat.private and chat.bot_status != "administrator"
    if too_old or foreign:
        raise bad("message can't be deleted for everyone", condition=too_old)
    message.deleted = True
    if message.message_id in chat.pinned:
        chat.pinned.remove(message.message_id)
    state.touch("deleted", message)


@method("setMessageReaction")
def set_message_reaction(turn: Turn) -> bool:
    wanted = turn.args.get("reaction") or []
    if len(wanted) > 1:
        raise bad("REACTIONS_TOO_MANY")
    if any(item.get("emoji", "") not in WORDS["reactions"] for item in wanted):
        raise bad("REACTION_INVALID")
    chat = turn.chat(write=False)
    message = turn.message(chat, "message to react")
    message.reaction = wanted[0]["emoji"] if wanted else ""
    turn.state.touch("edited", message)
    return True
