"""Draws a telephone's screen with letters, for the terminal."""

from __future__ import annotations

import textwrap
import unicodedata

from sandbox.state import Telegram
from sandbox.things import Button, Chat, Message, User

MARK = "DỮ LIỆU MẪU"


def draw(
    state: Telegram, user: User, chat: Chat, keyboard: list[list[Button]], lines: int, width: int
) -> str:
    """The last lines of the chat in a frame, with buttons and the reply keyboard."""
    inner = width - 4
    body: list[str] = []
    for message in chat.shown():
        body += [*_bubble(message, inner), ""]
    body = body[:-1][-lines:] or ["(chưa có tin nhắn)"]
    keys = [_row(row, inner) for row in keyboard]
    title = f" {user.name} "
    time = f" {MARK} {state.now():%H:%M} "
    rule = "─" * max(1, width - 3 - _width(title) - _width(time))
    frame = [f"╭─{title}{rule}{time}╮"]
    frame += [f"│ {_pad(line, inner)} │" for line in body]
    if keys:
        frame.append(f"├{'─' * (width - 2)}┤")
        frame += [f"│ {_pad(line, inner)} │" for line in keys]
    return "\n".join([*frame, f"╰{'─' * (width - 2)}╯"])


def _bubble(message: Message, inner: int) -> list[str]:
    text = _describe(message)
    room = inner - 6
    wrapped = [part for line in text.split("\n") for part in _wrap(line, room)]
    if not message.outgoing:
        return [" " * (inner - _width(line)) + line for line in wrapped]
    rows = [_row(row, inner) for row in message.rows]
    return wrapped + rows


def _describe(message: Message) -> str:
    marks = {
        "photo": "🖼 Ảnh",
        "voice": "🎤 Tin thoại",
        "location": "📍 Vị trí",
        "contact": "☎ Số điện thoại",
    }
    content = message.content
    parts = []
    if message.extra.get("forward_origin"):
        parts.append("↪ Chuyển tiếp")
    if message.kind == "document":
        parts.append(f"📄 {content['document']['file_name']}")
    elif message.kind == "venue":
        parts.append(f"📍 {content['venue']['title']}\n{content['venue']['address']}")
    elif message.kind in marks:
        parts.append(marks[message.kind])
    if message.text:
        parts.append(message.text)
    return "\n".join(parts) + (" (đã sửa)" if message.edited and not message.outgoing else "")


def _row(buttons: list[Button], inner: int) -> str:
    return _clip(" ".join(f"[{button.text}]" for button in buttons), inner)


def _wrap(line: str, room: int) -> list[str]:
    return textwrap.wrap(line, room, replace_whitespace=False, drop_whitespace=True) or [""]


def _width(text: str) -> int:
    return sum(
        0
        if unicodedata.combining(letter) or letter in "\ufe0f\u200d"
        else (2 if unicodedata.east_asian_width(letter) in "WF" else 1)
        for letter in text
    )


def _clip(text: str, width: int) -> str:
    while _width(text) > width:
        text = text[:-2] + "…"
    return text


def _pad(text: str, width: int) -> str:
    text = _clip(text, width)
    return text + " " * (width - _width(text))
