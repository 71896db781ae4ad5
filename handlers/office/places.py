"""«Địa bàn» in the chat: which are weak or key, why, until when."""

from actions.office import places
from domain.access import Permission
from domain.dialogue import Hears
from domain.letters import Message
from handlers.kit.router import Response, Router
from handlers.kit.turn import Turn
from handlers.kit.unfit import unfit

router = Router()


@router.said("places", may=Permission.PLAN_ACTIVITY)
async def on_places(turn: Turn) -> Response:
    return await turn.see(places.places)


@router.button("pl.open")
async def on_place(turn: Turn) -> Message | None:
    return await turn.see(places.open_place, turn.subject)


@router.button("pl.mark")
async def on_ask_why(turn: Turn) -> Message | None:
    return await turn.do(places.ask_why, turn.subject, turn.arg)


@router.topic(places.TOPIC, hears=Hears.LINE)
async def on_why(turn: Turn) -> Message | None:
    """Why, and until when; nobody's beliefs or origin is a reason."""
    if no := await unfit(turn, turn.text):
        return no
    due, mark = turn.reading.due, str(turn.heard.answers["mark"]) if turn.heard else ""
    until = due.at.date() if due.at else None
    return await turn.do(places.mark_place, turn.about, mark, due.rest, until)


@router.button("pl.end")
async def on_end(turn: Turn) -> Message | None:
    return await turn.do(places.end_mark, turn.subject)
