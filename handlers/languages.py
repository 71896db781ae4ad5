"""`/ngonngu`: Vietnamese or English, of whoever is known and of whoever only came by."""

from actions.start import LOCALES, languages, set_locale
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.router import Router
from handlers.kit.turn import Turn

router = Router()
CALLED = {"vietnamese": "vi", "english": "en"}


@router.command("ngonngu", "language")
@router.said("languages")
@router.button("languages")
async def on_languages(turn: Turn) -> Message | None:
    return await turn.see(languages)


@router.button("locale")
async def on_locale(turn: Turn) -> Message | None:
    return await choose(turn, turn.arg)


@router.said("vietnamese", "english")
async def on_language(turn: Turn) -> Message | None:
    return await choose(turn, CALLED[turn.reading.intent])


async def choose(turn: Turn, locale: str) -> Message | None:
    """Written down with a person; of a stranger nothing is, and it is remembered for now."""
    turn.chose(("locale", 0))
    tapped = turn.press is not None
    if turn.actor.person_id is not None:
        return await turn.do(set_locale, locale, tapped=tapped)
    turn.receipt.leaves = True
    if locale not in LOCALES:
        raise Refusal("unknown_button")
    turn.recognition.languages.remember(turn.user_id, locale)
    return Message("language.set", keyboard="contact")
