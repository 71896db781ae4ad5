"""«link đăng ký T7-2811-2», «danh sách Bình Ngọc»: what is wanted to be seen of a day."""

from collections.abc import Mapping

from actions.activities import announcing, naming
from actions.desk import Action
from actions.registrations import looking
from actions.turnout import points
from domain.access import Permission
from domain.letters import Message
from handlers.activities.amending import days_called
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.registrations.registering import show

router = Router()
PAGES: Mapping[str, Action[..., Message]] = {
    "see": announcing.manage,
    "link": announcing.manage,
    "qr": announcing.qr,
    "poster": announcing.poster,
    "names": naming.names,
}


@router.said("activity_code")
async def on_code(turn: Turn) -> Response:
    """«TH-2711»: no number of people. Of whoever has a point there its figures are asked."""
    if turn.actor.may(Permission.REPORT_TURNOUT):
        mine = await turn.see(points.nameable)
        if point := mine.codes.get(turn.reading.activity_code):
            return await turn.do(points.ask_point, point)
    return await on_page(turn)


@router.said("day_page")
async def on_page(turn: Turn) -> Response:
    """Of the day that is called by its code, its name or its place; whoever does not lead it sees
    what everybody sees."""
    wanted = turn.reading.day_page
    if wanted is None or turn.card:
        return PASS
    if turn.actor.may(Permission.PLAN_ACTIVITY):
        among = await days_called(turn, wanted.about)
        if len(among) == 1:
            return await turn.see(PAGES[wanted.what], among[0])
    if wanted.what == "names":
        return PASS
    opened = await turn.see(looking.named_ahead)
    found = turn.reading.of(wanted.about).days_meant(opened.days, opened.names) or []
    if len(found) != 1:
        return await turn.see(looking.coming_on, found) if found else PASS
    return await show(turn, found[0])
