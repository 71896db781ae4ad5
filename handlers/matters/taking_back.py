"""What was said is taken back: «bỏ cái CD-010 đi, tôi nhầm»."""

from datetime import datetime

from actions.matters import remarks, several, unconcluding
from domain.access import Permission
from domain.letters import Message
from domain.matters import Given
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()
GIVES_UP = (remarks.WITHDRAW, "drop")
"""Each kind knows one of them."""
Last = tuple[int, datetime | None]


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


@router.button("m.unconclude")
async def on_unconclude(turn: Turn) -> Message | None:
    return await turn.do(unconcluding.take_back_conclusion, turn.subject)


async def last_word(turn: Turn) -> datetime | None:
    """When something was said to others or concluded last, where it is fresh."""
    if not turn.actor.may(Permission.FOLLOW_MATTERS):
        return None
    said, concluded = await _last(turn)
    return max(filter(None, (said[1], concluded[1])), default=None)


async def last_word_back(turn: Turn) -> Response:
    """The newer of them."""
    said, concluded = await _last(turn)
    if concluded[1] and (said[1] is None or concluded[1] >= said[1]):
        return await turn.do(unconcluding.take_back_conclusion, concluded[0])
    return await turn.do(remarks.take_back, said[0]) if said[0] else PASS


async def _last(turn: Turn) -> tuple[Last, Last]:
    return await turn.see(remarks.last_fresh), await turn.see(unconcluding.last_concluded)
