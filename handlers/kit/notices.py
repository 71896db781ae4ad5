"""The notices that are read before a yes: shown, and proved to be the ones that were read."""

from collections.abc import Mapping
from typing import Any

from actions.registrations.entering import notice_blanks
from actions.start import LOCALES
from domain.consent import Notice, Purpose
from domain.refusals import Refusal
from handlers.kit.languages import language_of
from handlers.kit.turn import Turn
from texts import Catalogue, Words
from texts.registrations import notice


def words_of(turn: Turn) -> Words:
    """The words of whoever speaks."""
    return Catalogue().words(locale_of(turn), turn.actor.address)


def locale_of(turn: Turn) -> str:
    return language_of(turn.actor, turn.incoming.sender, turn.recognition.languages)


def shown(turn: Turn, purpose: Purpose, blanks: Mapping[str, Any]) -> Notice:
    return notice(words_of(turn), purpose, blanks)


async def read(
    turn: Turn, purpose: Purpose, mark: str, blanks: Mapping[str, Any] | None = None
) -> Notice:
    """The notice that a button stands under, in whichever language it was read; refused when its
    words have changed since."""
    known = blanks if blanks is not None else await turn.see(notice_blanks)
    one = shown(turn, purpose, known)
    if one.mark == mark:
        return one
    spoken = (Catalogue().words(locale, turn.actor.address) for locale in LOCALES)
    others = (notice(words, purpose, known) for words in spoken)
    seen = next((one for one in others if one.mark == mark), None)
    if seen is None:
        raise Refusal("notice_changed")
    return seen
