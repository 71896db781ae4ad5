"""«nhắc các điểm chưa báo»: whose figures are missing, a tap for each."""

from actions.turnout.missing import chase_point, missing_page
from domain.access import Permission
from domain.letters import Message
from handlers.kit.router import Response, Router
from handlers.kit.turn import Turn
from handlers.turnout.asked import told
from language import FiguresAsked

router = Router()


@router.button("t.missing")
async def on_missing(turn: Turn) -> Message | None:
    return await turn.see(missing_page)


@router.said("points_missing")
async def on_missing_said(turn: Turn) -> Response:
    """Whoever may remind nobody, and asks, is told whose figures are missing."""
    if turn.actor.may(Permission.LOCK_TURNOUT) or turn.reading.figures_asked is None:
        return await turn.see(missing_page)
    return await told(turn, FiguresAsked("silent", ""))


@router.button("t.chase")
async def on_chase(turn: Turn) -> Message | None:
    return await turn.do(chase_point, turn.subject)
