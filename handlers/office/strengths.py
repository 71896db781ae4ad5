"""«Sở trường» in the chat: told by taps, confirmed by the head."""

from actions.office import strengths
from domain.access import Permission
from domain.letters import Message
from handlers.kit.router import Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.said("strengths", may=Permission.OWN_WORK)
async def on_strengths(turn: Turn) -> Response:
    return await turn.see(strengths.my_strengths)


@router.button("str.tell")
async def on_tell(turn: Turn) -> Message | None:
    return await turn.do(strengths.tell_strength, turn.arg)


@router.button("str.yes")
async def on_right(turn: Turn) -> Message | None:
    return await turn.do(strengths.judge_strengths, turn.subject, True)


@router.button("str.no")
async def on_wrong(turn: Turn) -> Message | None:
    return await turn.do(strengths.judge_strengths, turn.subject, False)
