"""What is kept of nobody is answered, and nothing of it is written."""

from actions.start import other_door
from domain.letters import Message
from handlers.kit.turn import Turn

SENSITIVE, HOUSEHOLD = "sensitive", "household"
ALWAYS = (SENSITIVE, HOUSEHOLD)
"""Origin, belief, whose house it is: nowhere. A colleague may be named in what is no opinion."""


async def unfit(turn: Turn, words: str, *only: str) -> Message | None:
    """The answer, where words name somebody; with `only` for these reasons alone."""
    why = turn.reading.of(words).opinion.unfit
    return await turn.see(other_door, why) if why and (not only or why in only) else None
