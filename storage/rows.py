"""Between rows and values: moments as UTC text, facts as JSON that keeps moments and days."""

import json
from collections.abc import Callable
from dataclasses import astuple
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from domain.letters import Message, Place, Press, Venue


@lru_cache(maxsize=256)
def stamp(moment: datetime) -> str:
    """A moment as it is stored; one and the same is written many times in a piece of work."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def stamp_or_none(moment: datetime | None) -> str | None:
    return stamp(moment) if moment else None


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def moment_or_none(text: str | None) -> datetime | None:
    return moment(text) if text else None


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return {"$at": stamp(value)}
    if isinstance(value, date):
        return {"$on": value.isoformat()}
    raise TypeError(f"{type(value).__name__} is no fact")


def _alive(value: dict[str, Any]) -> Any:
    if "$at" in value:
        return moment(value["$at"])
    if "$on" in value:
        return date.fromisoformat(value["$on"])
    return value


dump: Callable[[Any], str] = json.JSONEncoder(
    default=_plain, ensure_ascii=False, separators=(",", ":")
).encode
load: Callable[[str], Any] = json.JSONDecoder(object_hook=_alive).decode
"""One of each: made anew for every row they cost more than the row."""


def dump_message(message: Message) -> str:
    """A message as JSON; fields that say nothing are left out."""
    rows = [
        [[p.verb, p.subject, p.arg, p.label, p.url, p.copy, p.share] for p in row]
        for row in message.buttons
    ]
    whole = {
        "kind": message.kind,
        "facts": dict(message.facts),
        "buttons": rows,
        "place": message.place.value,
        "keyboard": message.keyboard,
        "topic": message.topic,
        "card": message.card,
        "paper": message.paper,
        "files": [list(file) for file in message.files],
        "protect": message.protect,
        "venue": astuple(message.venue) if message.venue else None,
        "expires": message.expires,
    }
    return dump({name: value for name, value in whole.items() if value})


def load_message(text: str) -> Message:
    whole = load(text)
    buttons = tuple(tuple(Press(*press) for press in row) for row in whole.pop("buttons", ()))
    place = Place(whole.pop("place", Place.NEW))
    files = tuple((kind, file_id) for kind, file_id in whole.pop("files", ()))
    venue = Venue(*whole.pop("venue")) if "venue" in whole else None
    return Message(**whole, buttons=buttons, place=place, files=files, venue=venue)
