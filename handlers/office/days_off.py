"""The working calendar in the chat: «2/9 Quốc khánh» is a holiday, or a day that is worked."""

import re
from datetime import date

from actions.assignments.drafting import office_clock
from actions.office.days_off import OFF, WORKED, ask_day, days_page, drop_day, set_day
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.router import Router
from handlers.kit.turn import Turn

router = Router()
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?\s*(.*)", re.DOTALL)


@router.button("days")
@router.command("lichnghi")
@router.phrase("lịch nghỉ", "ngày nghỉ")
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


@router.topic(OFF)
async def on_off(turn: Turn) -> Message | None:
    return await _set(turn, OFF, turn.text)


@router.topic(WORKED)
async def on_worked(turn: Turn) -> Message | None:
    return await _set(turn, WORKED, turn.text)


@router.button("drop_day")
async def on_drop(turn: Turn) -> Message | None:
    return await turn.do(drop_day, turn.subject)


async def _set(turn: Turn, topic: str, words: str) -> Message | None:
    clock = await turn.see(office_clock)
    day, name = read_day(words, clock.now.date())
    return await turn.do(set_day, topic, day, name)


def read_day(words: str, today: date) -> tuple[date, str]:
    """`2/9 Quốc khánh` -> the next 2/9, and its name."""
    found = _DAY.fullmatch(words.strip())
    if found is None:
        raise Refusal("day_form")
    number, month, year, name = found.groups()
    try:
        day = date(int(year or today.year), int(month), int(number))
        if not year and day < today:
            day = day.replace(year=today.year + 1)
    except ValueError:
        raise Refusal("day_form") from None
    return day, name
