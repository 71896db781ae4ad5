"""«cv 312 đòi bc trước 25»: work that nobody was given yet, passed to who may give it."""

from actions.assignments import leading, proposing
from domain.access import Permission
from domain.letters import Message
from handlers.assignments.giving import from_lines
from handlers.kit.addressee import chosen
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.said("new_work", may=Permission.OWN_WORK)
async def on_new_work(turn: Turn) -> Response:
    """Who may give work is asked for whom and until when; anybody else passes it on."""
    if turn.actor.may(Permission.ASSIGN):
        return await from_lines(turn, turn.reading)
    return await turn.do(proposing.ask, turn.text, turn.reading.due.at)


@router.button("p.send")
async def on_send(turn: Turn) -> Message | None:
    return await turn.do(proposing.send, turn.arg)


@router.topic(proposing.TOPIC, hears=chosen)
async def on_send_said(turn: Turn) -> Response:
    if turn.reading.sends:
        return await turn.do(proposing.send)
    if turn.reading.leaves:
        return await turn.do(leading.leave_question, proposing.TOPIC, 0)
    return PASS


@router.button("p.give")
async def on_give(turn: Turn) -> Message | None:
    return await turn.do(proposing.give, turn.subject)
