"""What the bot may ask of Telegram: one function a method."""

from sandbox.methods import chats, editing, media, menus, messages, polling, presses
from sandbox.methods.registry import HANDLERS, Turn

__all__ = [
    "HANDLERS",
    "Turn",
    "chats",
    "editing",
    "media",
    "menus",
    "messages",
    "polling",
    "presses",
]
