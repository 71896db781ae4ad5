"""«Giờ hỏi kết quả»: the office chooses when it asks on Friday for what is overdue."""

from datetime import time

from actions.assignments import friday
from domain.dialogue import Hears
from domain.letters import Message, Place
from domain.refusals import Refusal
from domain.report_settings import CLOSING
from handlers.kit.router import Router
from handlers.kit.turn import Turn

router = Router()


@router.said("results_hour")
@router.button("fr.hour")
async def on_ask_hour(turn: Turn) -> Message | None:
    return await turn.do(friday.ask_hour)


@router.button("fr.at")
async def on_at(turn: Turn) -> Message | None:
    return await turn.do(friday.choose_hour, time.fromisoformat(turn.arg))


@router.topic(friday.HOUR, hears=Hears.DAY)
async def on_hour(turn: Turn) -> Message | None:
    """«14h», «thứ Sáu 9h30»."""
    said = turn.reading.weekly_hour
    if said is None or said.weekday not in (None, CLOSING):
        raise Refusal("results_hour")
    return await turn.do(friday.choose_hour, said.clock, Place.NEW)
