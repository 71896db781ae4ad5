"""What was done with work last, or what was called off, is taken back by a word."""

from datetime import datetime

from actions.assignments import taking_back
from domain.access import Permission
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


async def last_work(turn: Turn) -> datetime | None:
    """When it was, where it is fresh."""
    if not turn.actor.may(Permission.OWN_WORK):
        return None
    return await turn.see(taking_back.last_done)


async def last_work_back(turn: Turn) -> Response:
    return await turn.do(taking_back.take_back_last)


@router.said("goes_on", may=Permission.ASSIGN)
async def on_going_on(turn: Turn) -> Response:
    """«nhầm, 147 để nguyên», of work that was called off."""
    number = turn.reading.goes_on
    about = await turn.see(taking_back.called_off, number) if number else None
    return await turn.do(taking_back.let_go_on, about) if about else PASS
