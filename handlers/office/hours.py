"""«Giờ của văn phòng»: by taps, or in one line: «giờ hỏi kết quả: 14h»."""

from datetime import time

from actions.office import hours
from domain.dialogue import Hears
from domain.letters import Message, Place
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.said("office_hours")
@router.button("oh.page")
async def on_page(turn: Turn) -> Message | None:
    return await turn.see(hours.page)


@router.button("oh.ask")
async def on_ask(turn: Turn) -> Message | None:
    return await turn.do(hours.ask, turn.arg)


@router.button("oh.day")
async def on_day(turn: Turn) -> Message | None:
    return await turn.do(hours.choose, turn.arg, turn.subject % 7, None)


@router.button("oh.at")
async def on_at(turn: Turn) -> Message | None:
    hour, minute = divmod(turn.subject, 100)
    return await turn.do(hours.choose, turn.arg, None, time(hour % 24, minute % 60))


@router.said("office_hour")
async def on_said(turn: Turn) -> Response:
    """«giờ hỏi kết quả» asks, «giờ giao ban: thứ Hai 8h» sets."""
    if turn.reading.office_hour is None:
        return PASS
    name, said = turn.reading.office_hour
    if said is None:
        return await turn.do(hours.ask, name, Place.NEW)
    return await turn.do(hours.choose, name, said.weekday, said.clock, Place.NEW)


@router.topic(hours.HOUR, hears=Hears.DAY)
async def on_heard(turn: Turn) -> Message | None:
    """«14h», «thứ Sáu 9h30»."""
    name, said = turn.heard.answers["name"] if turn.heard else "", turn.reading.weekly_hour
    weekday, clock = (said.weekday, said.clock) if said else (None, None)
    return await turn.do(hours.choose, str(name), weekday, clock, Place.NEW)
