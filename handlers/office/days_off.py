"""The working calendar in the chat: «2/9 Quốc khánh», «5/2-11/2 Tết», or a day that is worked."""

from actions.office.days_off import (
    OFF,
    WORKED,
    ask_day,
    days_page,
    drop_days,
    read_days,
    save_days,
    set_days,
)
from actions.office.holidays import holidays_page, write_holidays
from domain.access import Permission
from domain.dialogue import Hears
from domain.letters import Message
from handlers.kit.addressee import read_back
from handlers.kit.buttons import number_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.button("days")
@router.command("lichnghi")
@router.said("days_off")
async def on_days(turn: Turn) -> Message | None:
    """`/lichnghi` shows the days, `/lichnghi 2/9 Quốc khánh` writes one down."""
    if turn.args:
        return await _set(turn, OFF, turn.args)
    return await turn.see(days_page)


@router.button("ask_off")
async def on_ask_off(turn: Turn) -> Message | None:
    return await turn.do(ask_day, OFF)


@router.button("ask_on")
async def on_ask_on(turn: Turn) -> Message | None:
    return await turn.do(ask_day, WORKED)


@router.command("lambu")
async def on_swap(turn: Turn) -> Message | None:
    if turn.args:
        return await _set(turn, WORKED, turn.args)
    return await turn.do(ask_day, WORKED)


@router.said("day_off_line", may=Permission.MANAGE_PEOPLE)
async def on_off_said(turn: Turn) -> Response:
    """«nghỉ tết từ 5/2 đến 11/2»: read back, for it is everybody's; where a day is asked for it
    is the answer."""
    said = turn.reading.days_off_said
    asked = any(e.topic in (OFF, WORKED) and "days" not in e.answers for e in turn.open)
    return PASS if said is None or asked else await turn.do(read_days, *said)


@router.topic(OFF, hears=read_back("days", Hears.LINE))
async def on_off(turn: Turn) -> Message | None:
    if turn.heard and "days" in turn.heard.answers and turn.reading.sends:
        return await turn.do(save_days)
    return await _set(turn, OFF, turn.text)


@router.button("off_yes")
async def on_off_right(turn: Turn) -> Message | None:
    return await turn.do(save_days)


@router.topic(WORKED, hears=Hears.LINE)
async def on_worked(turn: Turn) -> Message | None:
    return await _set(turn, WORKED, turn.text)


@router.button("drop_day")
async def on_drop(turn: Turn) -> Message | None:
    return await turn.do(drop_days, turn.subject, number_of(turn) if turn.arg else turn.subject)


@router.button("holidays")
async def on_holidays(turn: Turn) -> Message | None:
    return await turn.see(holidays_page, turn.subject)


@router.button("holidays_yes")
async def on_holidays_confirmed(turn: Turn) -> Message | None:
    return await turn.do(write_holidays, turn.subject)


async def _set(turn: Turn, topic: str, words: str) -> Message | None:
    days, name = turn.reading.of(words).named_days
    return await turn.do(set_days, topic, days, name)
