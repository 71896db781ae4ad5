"""The working calendar in the chat: «2/9 Quốc khánh», «5/2-11/2 Tết», or a day that is worked."""

from actions.office.days_off import OFF, WORKED, ask_day, days_page, drop_days, set_days
from actions.office.holidays import holidays_page, write_holidays
from domain.dialogue import Hears
from domain.letters import Message
from handlers.kit.buttons import number_of
from handlers.kit.router import Router
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


@router.topic(OFF, hears=Hears.LINE)
async def on_off(turn: Turn) -> Message | None:
    return await _set(turn, OFF, turn.text)


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
