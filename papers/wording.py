"""The words that a paper is written with."""

from typing import Any, Protocol


class Wording(Protocol):
    """The reader's words: a text by its key, its blanks filled, as Telegram HTML."""

    def __call__(self, key: str, /, **facts: Any) -> str: ...

    def has(self, key: str) -> bool: ...
