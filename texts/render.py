"""How a message reads: most are one text, a few are laid out by a function of their own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

from domain.letters import UNREACHED, Message, Press
from texts import schedule
from texts.catalogue import Words
from texts.digest import caption_version, paste_version, plain, text_version
from texts.plans import details_page, plan_card, plan_read, whole_plan
from texts.registrations import consent_question, transfer_welcome, welcome

Layout = Callable[[Words, Mapping[str, Any]], str]
LAYOUTS: dict[str, Layout] = {
    "schedule.week": schedule.week,
    "schedule.tomorrow": schedule.tomorrow,
    "consent.question": consent_question,
    "transfer.welcome": transfer_welcome,
    "digest.caption": caption_version,
    "digest.paste": paste_version,
    "digest.text": text_version,
    "plan.card": plan_card,
    "plan.details": details_page,
    "plan.read": plan_read,
    "plan.whole": whole_plan,
    "activity.welcome": welcome,
}
"""Kinds that one text cannot say."""


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
    layout = LAYOUTS.get(message.kind)
    html = layout(words, message.facts) if layout else words(message.kind, **message.facts)
    if names := message.facts.get(UNREACHED):
        html += "\n" + words("letter.unreached", names=names)
    rows = [
        [Label(words.label(press), _shared(words, press, message.facts)) for press in row]
        for row in message.buttons
    ]
    return html, [part for row in rows for part in fit(row)]


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
