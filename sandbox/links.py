"""Which addresses Telegram takes as links."""

from __future__ import annotations

import re
from typing import Any

USER = re.compile(r"tg:(?://)?user\?id=(\d+)", re.IGNORECASE)
HOST = re.compile(r"(?:(https?)://)?([^/?#\s@]+)([/?#][^\s]*)?", re.IGNORECASE)
TG = re.compile(r"(tg|ton):(?://)?([A-Za-z0-9_-]+)([/?#].*)?", re.IGNORECASE)


def check_link(link: str) -> str:
    """The link as Telegram keeps it; empty if it is none."""
    if re.match(r"(tg|ton):", link, re.IGNORECASE):
        match = TG.fullmatch(link)
        return f"{match[1].lower()}://{match[2]}{match[3] or ''}" if match else ""
    match = HOST.fullmatch(link)
    if match is None or "." not in match[2] or match[2].startswith("."):
        return ""
    return f"{(match[1] or 'http').lower()}://{match[2]}{match[3] or '/'}"


def text_link(link: str) -> dict[str, Any] | None:
    """What kind of entity a link makes: a person, an address, or nothing."""
    person = USER.fullmatch(link)
    if person:
        return {"type": "text_mention", "user": {"id": int(person[1])}}
    url = check_link(link)
    return {"type": "text_link", "url": url} if url else None
