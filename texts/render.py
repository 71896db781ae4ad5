"""How a message reads: most are one text, a few are laid out by a function of their own."""

import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from typing import Any
from urllib.parse import quote

import texts
from domain.letters import UNREACHED, Message, Press
from texts.catalogue import Words
from texts.digest import plain

Layout = Callable[[Words, Mapping[str, Any]], str]
SHARE = "https://t.me/share/url"
ROOM = {1: 28, 2: 12, 3: 8}
"""How many letters a label may have beside so many others, 360 px wide at 130 %."""


@dataclass(frozen=True, slots=True)
class Label:
    """One button as a reader sees it."""

    text: str
    press: Press


def render(words: Words, message: Message) -> tuple[str, list[list[Label]]]:
    """The Telegram HTML of a message, and its buttons in their rows."""
    layout = layouts().get(message.kind)
    html = layout(words, message.facts) if layout else words(message.kind, **message.facts)
    if names := message.facts.get(UNREACHED):
        html += "\n" + words("letter.unreached", names=names)
    rows = [
        [Label(words.label(press), _shared(words, press, message.facts)) for press in row]
        for row in message.buttons
    ]
    return html, [part for row in rows for part in fit(row)]


@cache
def layouts() -> Mapping[str, Layout]:
    """Kinds that one text cannot say: each module here says its own, once, as `LAYOUTS`."""
    found = (import_module(f"texts.{one.name}") for one in pkgutil.iter_modules(texts.__path__))
    return {kind: lay for one in found for kind, lay in getattr(one, "LAYOUTS", {}).items()}


def _shared(words: Words, press: Press, facts: Mapping[str, Any]) -> Press:
    """«Chia sẻ» opens Telegram's own choice of chats, with the words ready to send."""
    if not press.share:
        return press
    link, text = quote(facts["link"], safe=""), quote(plain(words(press.share, **facts)), safe="")
    return replace(press, url=f"{SHARE}?url={link}&text={text}")


def fit(row: Sequence[Label]) -> list[list[Label]]:
    """A row as a small telephone with large letters shows it uncut: broken where it must be."""
    parts: list[list[Label]] = []
    for label in row:
        wider = [*parts[-1], label] if parts else [label]
        most = max(len(one.text) for one in wider)
        if parts and len(wider) <= len(ROOM) and most <= ROOM[len(wider)]:
            parts[-1] = wider
        else:
            parts.append([label])
    return parts
