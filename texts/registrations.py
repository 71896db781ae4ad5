"""Activities: the notice under which people register, and lists that grow."""

from collections.abc import Mapping
from typing import Any

from domain.consent import VERSIONS, Notice, Purpose
from texts.catalogue import Words


def notice(words: Words, purpose: Purpose, blanks: Mapping[str, Any]) -> Notice:
    """The words that somebody reads before they say yes or no."""
    text = words(f"notice.{purpose}", **blanks)
    return Notice(purpose, VERSIONS[purpose], words.locale, text)


def welcome(words: Words, facts: Mapping[str, Any]) -> str:
    """An activity, and under it the notice: one choice is consent and age together."""
    said = notice(words, Purpose.LIST, facts).text
    return f"{words('activity.welcome', **facts)}\n\n{said}"


def transfer_welcome(words: Words, facts: Mapping[str, Any]) -> str:
    """A place that a friend hands on, and under it the same notice."""
    said = notice(words, Purpose.LIST, facts).text
    return f"{words('transfer.offer', **facts)}\n\n{said}"


def consent_question(words: Words, facts: Mapping[str, Any]) -> str:
    """The notice of one purpose alone."""
    return notice(words, Purpose(facts["purpose"]), facts).text


LAYOUTS = {
    "consent.question": consent_question,
    "transfer.welcome": transfer_welcome,
    "activity.welcome": welcome,
}
