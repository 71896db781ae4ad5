"""«nhắc các điểm chưa báo»: whose figures are missing, a tap for each."""

from actions.turnout.missing import chase_point, missing_page
from domain.letters import Message
from handlers.kit.router import Router
from handlers.kit.turn import Turn

router = Router()


@router.said("points_missing")
@router.button("t.missing")
async def on_missing(turn: Turn) -> Message | None:
    return await turn.see(missing_page)


@router.button("t.chase")
async def on_chase(turn: Turn) -> Message | None:
    return await turn.do(chase_point, turn.subject)
