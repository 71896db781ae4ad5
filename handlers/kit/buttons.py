"""What buttons carry besides verb and subject, and whose label was typed."""

from collections.abc import Sequence
from datetime import datetime

from domain.periods import at
from domain.refusals import Refusal
from handlers.kit.incoming import Key
from handlers.kit.turn import Turn
from language import Reading

MOST_DIGITS, MOST_STEP_DIGITS = 9, 2


def number_of(turn: Turn) -> int:
    """The number that a button carries; forged ones are refused."""
    return number_in(turn.arg)


def number_in(arg: str) -> int:
    if not (arg.isascii() and arg.isdigit() and len(arg) <= MOST_DIGITS):
        raise Refusal("unknown_button")
    return int(arg)


def step_of(turn: Turn) -> int:
    """So many more, or fewer; 0 where the button carries no such number."""
    size = turn.arg.removeprefix("-")
    fits = size.isascii() and size.isdigit() and len(size) <= MOST_STEP_DIGITS
    return int(turn.arg) if fits else 0


async def moment_of(turn: Turn) -> datetime:
    return await moment_in(turn, turn.arg)


async def moment_in(turn: Turn, said: str) -> datetime:
    """`2026-11-27T17.00` by the office's clock."""
    try:
        here = datetime.strptime(said, "%Y-%m-%dT%H.%M")  # noqa: DTZ007 - the zone is the office's
    except ValueError:
        raise Refusal("unknown_button") from None
    clock = await turn.clock()
    return at(here.date(), here.time(), clock.calendar.zone)


def labelled(keys: Sequence[Key], said: Reading) -> str:
    """What the one button says whose label was typed."""
    named = [key.data for key in keys if key.label and said.is_label(key.label)]
    return named[0] if len(named) == 1 else ""
