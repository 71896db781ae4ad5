"""What is kept of nobody is answered, and nothing of it is written."""

from collections.abc import Set

from actions.start import other_door
from domain.letters import Message
from domain.unkept import ALL, Unkept
from handlers.kit.turn import Turn


async def unfit(turn: Turn, words: str, of: Set[Unkept] = ALL) -> Message | None:
    """The answer, where words tell of somebody what may not stand here."""
    why = next((why for why in turn.reading.of(words).unkept if why in of), None)
    return await turn.see(other_door, why) if why else None
