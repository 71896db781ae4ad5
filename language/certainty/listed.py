"""The lists of `certainty.toml`, each opened once."""

from collections.abc import Mapping
from functools import cache

from language.line.phrases import Phrases, phrases
from language.line.vocabulary import book


@cache
def acts(tag: str = "any") -> frozenset[str]:
    """Intents that reach others or cannot be taken back, and what their form allows."""
    return frozenset(book("certainty")["acts"][tag])


@cache
def calm(intent: str) -> frozenset[str]:
    """Kinds of loud words that an intent may well hold."""
    return frozenset(book("certainty").get("calm", {}).get(intent, {}).get("any", ()))


def loud(section: str = "loud") -> Phrases:
    return phrases("certainty", section)


@cache
def offers(context: str) -> Mapping[str, tuple[str, ...]]:
    listed = book("certainty")["offer"][context]
    return {kind: tuple(intents) for kind, intents in listed.items()}


@cache
def opposite(intent: str) -> str:
    return str(book("certainty")["opposite"].get(intent, ""))


@cache
def guesses(context: str) -> Mapping[str, tuple[str, ...]]:
    listed = book("certainty")["guess"][context]
    return {intent: tuple(sorts) for intent, sorts in listed.items()}
