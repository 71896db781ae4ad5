"""What was done with work last is taken back by a word."""

from datetime import datetime

from actions.assignments import taking_back
from domain.access import Permission
from handlers.kit.router import Response
from handlers.kit.turn import Turn


async def last_work(turn: Turn) -> datetime | None:
    """When it was, where it is fresh."""
    if not turn.actor.may(Permission.OWN_WORK):
        return None
    return await turn.see(taking_back.last_done)


async def last_work_back(turn: Turn) -> Response:
    return await turn.do(taking_back.take_back_last)
