"""Turns what a bot sends as text into plain text and entities, and back into HTML for a screen."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from html import escape
from typing import Any

from sandbox.errors import bad
from sandbox.html import parse_html
from sandbox.markdown import parse_markdown
from sandbox.utf16 import cut, units

Entities = list[dict[str, Any]]

FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/@])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?!\w))"
    r"|(?P<url>https?://[^\s<>«»\"]+[^\s<>«»\".,;:!?)])"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[\w.]+)"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31})"
    r"|(?P<hashtag>(?<!\w)#\w+)"
)
QUOTES = {"blockquote", "expandable_blockquote"}
MONO = {"code", "pre"}
MOST_ENTITIES = 100


def format_text(text: str, mode: str, given: Any = None) -> tuple[str, Entities]:
    """Parse, trim and find links and commands, as Telegram does before it keeps a text."""
    if len(text.encode()) > 1 << 15:
        raise bad("Text is too long")
    entities: Entities = []
    match mode.lower():
        case "html":
            text, entities = parse_html(text)
        case "markdownv2":
            text, entities = parse_markdown(text)
        case "" | "none":
            entities = [dict(entity) for entity in _listed(given)]
        case _:  # the legacy Markdown is left out: nothing new may use it
            raise bad("Unsupported parse_mode")
    return _with_found(*_trim(text.replace("\r", ""), entities))


def _listed(given: Any) -> Sequence[dict[str, Any]]:
    if isinstance(given, str):
        given = json.loads(given)
    return given if isinstance(given, list) else []


def _trim(text: str, entities: Entities) -> tuple[str, Entities]:
    text = text.rstrip()
    first = entities[0]["offset"] if entities else len(text)
    blank = 0
    while blank < min(first, len(text)) and text[blank] in " \n":
        blank += 1
    text, long, kept = text[blank:], units(text[blank:]), []
    for entity in entities:
        offset = entity["offset"] - blank
        length = min(entity["length"], long - offset)
        if length > 0:
            kept.append(entity | {"offset": offset, "length": length})
    return text, kept


def _with_found(text: str, entities: Entities) -> tuple[str, Entities]:
    """Add the links, commands and hashtags that Telegram finds by itself."""
    taken = [(e["offset"], e["offset"] + e["length"], e["type"]) for e in entities]
    for match in FOUND.finditer(text):
        begin, length = units(text[: match.start()]), units(match[0])
        crossed = any(
            begin < stop and start < begin + length and kind in MONO | {"text_link"}
            for start, stop, kind in taken
        )
        if not crossed:
            entities.append({"type": match.lastgroup, "offset": begin, "length": length})
    return text, sorted(entities, key=lambda e: (e["offset"], -e["length"]))


def quietly_dropped(entities: Entities) -> list[str]:
    """What Telegram would drop from these entities without a word."""
    complaints = []
    if len(entities) > MOST_ENTITIES:
        complaints.append(f"{len(entities)} entities: Telegram drops all after {MOST_ENTITIES}")
    spans = [(e["offset"], e["offset"] + e["length"], e["type"]) for e in entities]
    for start, stop, kind in spans:
        for other_start, other_stop, other in spans:
            inside = start <= other_start and other_stop <= stop
            if not inside or (start, stop, kind) == (other_start, other_stop, other):
                continue
            if (kind in QUOTES and other in QUOTES) or kind in MONO:
                complaints.append(f"{other} inside {kind}: Telegram drops it")
    return complaints


TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ("<tg-spoiler>", "</tg-spoiler>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote expandable>", "</blockquote>"),
}


def _tags(entity: dict[str, Any], text: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind == "text_link":
        return f'<a href="{escape(entity["url"])}">', "</a>"
    if kind == "text_mention":
        return f'<a href="tg://user?id={entity["user"]["id"]}">', "</a>"
    if kind == "url":
        return f'<a href="{escape(cut(text, entity["offset"], entity["length"]))}">', "</a>"
    return TAGS.get(kind, ("", ""))


def to_html(text: str, entities: Entities) -> str:
    """The text as a screen shows it: escaped, with tags where entities begin and end."""
    places: dict[int, list[tuple[int, int, str]]] = {}
    for number, entity in enumerate(sorted(entities, key=lambda e: (e["offset"], -e["length"]))):
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        first, last = _tags(entity, text)
        places.setdefault(begin, []).append((1, number, first))
        places.setdefault(end, []).append((0, -number, last))
    out, at = [], 0
    for letter in text:
        out += [tag for _, _, tag in sorted(places.pop(at, []))]
        out.append(escape(letter, quote=False))
        at += units(letter)
    for place in sorted(places):
        out += [tag for _, _, tag in sorted(places[place])]
    return "".join(out)
