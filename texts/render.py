"""How a message reads: most are one text, a few are laid out by a function of their own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from domain.letters import Message, Press
from texts import schedule
from texts.catalogue import Words
from texts.digest import caption_version, text_version
from texts.saturdays import consent_question, welcome

Layout = Callable[[Words, Mapping[str, Any]], str]
LAYOUTS: dict[str, Layout] = {
    "schedule.week": schedule.week,
    "consent.question": consent_question,
    "digest.caption": caption_version,
    "digest.text": text_version,
    "saturday.welcome": welcome,
}
"""Kinds that one text cannot say."""


@dataclass(frozen=True, slots=True)
class Label:
    """One button as a reader sees it."""

    text: str
    press: Press


def render(words: Words, message: Message) -> tuple[str, list[list[Label]]]:
    """The Telegram HTML of a message, and its buttons in their rows."""
    layout = LAYOUTS.get(message.kind)
    html = layout(words, message.facts) if layout else words(message.kind, **message.facts)
    rows = [[Label(words.label(press), press) for press in row] for row in message.buttons]
    return html, rows
