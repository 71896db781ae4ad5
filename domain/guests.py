"""Citizens who are invited on a visit, without an account: a link that works once."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta

LINK = "v"
"""The deep link is `?start=v-<secret>`."""
SECRET_BYTES = 9
NAME_LETTERS, WORDS_LETTERS = 60, 300
KEPT = timedelta(days=365)
"""So long after the visit the names of its guests are kept."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody invited; whether they come, and what they said."""

    id: int
    visit_id: int
    name: str
    used: bool
    comes: bool | None = None
    words: str = ""


def hash_of(secret: str) -> str:
    return hashlib.sha256(f"guest:{secret}".encode()).hexdigest()


def chat_of(telegram_id: int) -> str:
    """Whose chat it is, where nothing of whoever has no account is written down."""
    return hashlib.sha256(f"guest's chat:{telegram_id}".encode()).hexdigest()
