"""What was said is taken back: «bỏ cái CD-010 đi, tôi nhầm»."""

from datetime import datetime

from actions.conclusions import remarks
from actions.matters import several
from domain.access import Permission
from domain.letters import Message
from domain.matters import Given
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()
GIVES_UP = (remarks.WITHDRAW, "drop")
"""Each kind knows one of them."""


@router.said("matter_dropped", may=Permission.FOLLOW_MATTERS)
async def on_dropped(turn: Turn) -> Response:
    """By its code, while nobody has answered."""
    if turn.reading.taken_back is None:
        return PASS
    codes, asked = [turn.reading.taken_back], several.Asked({"text": turn.text}, 0)
    return await turn.do(several.step, codes, GIVES_UP, Given(), asked)


@router.button("m.unsay")
async def on_unsay(turn: Turn) -> Message | None:
    return await turn.do(remarks.take_back, turn.subject)


async def last_word(turn: Turn) -> datetime | None:
    """When something was said to others last, where it is fresh."""
    may = turn.actor.may(Permission.FOLLOW_MATTERS)
    return (await turn.see(remarks.last_fresh))[1] if may else None


async def last_word_back(turn: Turn) -> Response:
    found, _ = await turn.see(remarks.last_fresh)
    return await turn.do(remarks.take_back, found) if found else PASS
