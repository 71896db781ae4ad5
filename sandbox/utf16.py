"""Telegram counts text in UTF-16 units; Python counts in code points."""

from __future__ import annotations


def units(text: str) -> int:
    """How long Telegram says a text is."""
    return len(text) + sum(1 for letter in text if ord(letter) > 0xFFFF)


def cut(text: str, start: int, length: int) -> str:
    """The part of a text that an entity covers."""
    raw = text.encode("utf-16-le")
    return raw[start * 2 : (start + length) * 2].decode("utf-16-le", "replace")
