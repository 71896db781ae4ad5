"""«Biểu dương»: by the button of a line or a card, or «biểu dương 139: vận động rất khéo»."""

from actions.assignments import praising
from domain.dialogue import Hears
from domain.letters import Message
from handlers.assignments.giving import dated_work
from handlers.kit.addressee import read_back
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.button("a.praise")
async def on_ask(turn: Turn) -> Message | None:
    return await turn.do(praising.ask_praise, turn.subject)


@router.button("a.praised")
async def on_send(turn: Turn) -> Message | None:
    return await turn.do(praising.praise, turn.subject, turn.arg)


@router.topic(praising.TOPIC, hears=read_back("words", Hears.REASON))
async def on_said(turn: Turn) -> Response:
    """The words, or «gửi» under them."""
    if turn.heard is None or not turn.text:
        return PASS
    if turn.heard.answers.get("words") and turn.reading.sends:
        return await turn.do(praising.praise, turn.heard.subject)
    if (given := await dated_work(turn)) is not PASS:
        return given
    return await turn.do(praising.read_back, turn.heard.subject, turn.text)
