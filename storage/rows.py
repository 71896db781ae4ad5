"""Between rows and values: moments as seconds, facts as JSON that keeps moments and days."""

import json
from collections.abc import Callable
from dataclasses import astuple
from datetime import UTC, date, datetime
from math import floor
from typing import Any

from domain.letters import Message, Place, Press, Venue


def stamp(moment: datetime) -> int:
    """A moment as a column keeps it: whole seconds since 1970 in UTC (`docs/decisions/0025`)."""
    return floor(moment.timestamp())


def stamp_or_none(moment: datetime | None) -> int | None:
    return stamp(moment) if moment else None


def moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def moment_or_none(seconds: int | None) -> datetime | None:
    return None if seconds is None else moment(seconds)


def spell(moment: datetime) -> str:
    """A moment as keys, facts and exports tell it, to the second: `2026-11-30T05:00:00+00:00`."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def read(spelled: str) -> datetime:
    return datetime.fromisoformat(spelled)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return {"$at": spell(value)}
    if isinstance(value, date):
        return {"$on": value.isoformat()}
    raise TypeError(f"{type(value).__name__} is no fact")


def _alive(value: dict[str, Any]) -> Any:
    if "$at" in value:
        return read(value["$at"])
    if "$on" in value:
        return date.fromisoformat(value["$on"])
    return value


dump: Callable[[Any], str] = json.JSONEncoder(
    default=_plain, ensure_ascii=False, separators=(",", ":")
).encode
load: Callable[[str], Any] = json.JSONDecoder(object_hook=_alive).decode
"""One of each: made anew for every row they cost more than the row."""


def load_all(listed: str) -> tuple[Any, ...]:
    """What a column lists: mostly nothing."""
    return () if listed == "[]" else tuple(load(listed))


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
