"""A leader's word under the weekly report: for the office, or an order to whoever is named."""

from actions.digest import remarks
from domain.dialogue import Hears
from handlers.assignments.addressed import orders_somebody
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.topic(remarks.SAY, hears=Hears.LINE)
async def on_say(turn: Turn) -> Response:
    """Asked for a word, «Nam: về Trà Cổ kiểm tra lại, thứ 6» is work for Nam all the same."""
    return await _said(turn, turn.about)


@router.reply("digest")
async def on_reply(turn: Turn) -> Response:
    """A leader's word written right under the report."""
    return await _said(turn, int(turn.card.partition(":")[2]))


async def _said(turn: Turn, report: int) -> Response:
    given = await orders_somebody(turn)
    return given if given is not PASS else await turn.do(remarks.say, report, turn.text)
