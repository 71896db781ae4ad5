"""What buttons carry besides verb and subject: a number, or a moment."""

from datetime import datetime

from actions.assignments.drafting import office_clock
from domain.periods import at
from domain.refusals import Refusal
from handlers.kit.turn import Turn


def number_of(turn: Turn) -> int:
    arg = turn.press.arg if turn.press else ""
    if not (arg.isascii() and arg.isdigit()):
        raise Refusal("unknown_button")
    return int(arg)


async def moment_of(turn: Turn) -> datetime:
    return await moment_in(turn, turn.arg)


async def moment_in(turn: Turn, said: str) -> datetime:
    """`2026-11-27T17.00` by the office's clock."""
    try:
        here = datetime.strptime(said, "%Y-%m-%dT%H.%M")  # noqa: DTZ007
    except ValueError:
        raise Refusal("unknown_button") from None
    clock = await turn.see(office_clock)
    return at(here.date(), here.time(), clock.calendar.zone)
