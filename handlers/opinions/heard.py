"""«Nghe dân nói»: what a month heard."""

from datetime import date

from actions.opinions import heard
from domain.access import Permission
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.router import Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.said("opinions_heard", may=Permission.FOLLOW_MATTERS)
async def on_heard(turn: Turn) -> Response:
    """«nghe dân nói», «nghe dân nói tháng 10»: this month, or that one."""
    return await turn.see(heard.heard_in, turn.reading.heard_month)


@router.button("m.heard")
async def on_heard_before(turn: Turn) -> Message | None:
    return await turn.see(heard.heard_in, _month(turn.arg))


@router.button("m.heard_sheet")
async def on_heard_sheet(turn: Turn) -> Message | None:
    return await turn.see(heard.heard_in, _month(turn.arg), as_sheet=True)


def _month(said: str) -> date:
    try:
        return date.fromisoformat(f"{said}-01")
    except ValueError as error:
        raise Refusal("unknown_button") from error
