"""«Sở trường» in the chat: told by taps or in words, confirmed by the head."""

from actions.office import strengths
from domain.access import Permission
from domain.letters import Message
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.said("strengths", may=Permission.OWN_WORK)
async def on_strengths(turn: Turn) -> Response:
    return await turn.see(strengths.my_strengths)


@router.said("strengths_told", may=Permission.OWN_WORK)
async def on_told(turn: Turn) -> Response:
    """«em biết làm video»"""
    if turn.card or turn.reading.asks:
        return PASS
    return await turn.do(strengths.tell_strengths, turn.reading.strengths_told)


@router.said("strengths_asked", may=Permission.ASSIGN)
async def on_asked(turn: Turn) -> Response:
    """«ai biết làm video»"""
    return await turn.see(strengths.who_can, turn.reading.strengths_asked)


@router.button("str.tell")
async def on_tell(turn: Turn) -> Message | None:
    return await turn.do(strengths.tell_strength, turn.arg)


@router.button("str.yes")
async def on_right(turn: Turn) -> Message | None:
    return await turn.do(strengths.judge_strengths, turn.subject, True)


@router.button("str.no")
async def on_wrong(turn: Turn) -> Message | None:
    return await turn.do(strengths.judge_strengths, turn.subject, False)
