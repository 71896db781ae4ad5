"""What is kept of nobody is answered, and nothing of it is written."""

from collections.abc import Set
from dataclasses import replace

from actions.assignments.whom import colleagues
from actions.start import other_door, without_names
from domain.access import Permission
from domain.letters import Message
from domain.unkept import ALL, GRAVER, Unkept
from handlers.kit.turn import Turn

COMPLAINT = "complaint_redirect"
FEWEST, LONGEST = 3, 300
"""Of so many words at least, and so many letters at most, a line is said back: «1 hộ» alone says
nothing."""


async def unfit(
    turn: Turn, words: str, of: Set[Unkept] = ALL, *, told: str = ""
) -> Message | None:
    """The answer, where words tell of somebody what may not stand here; `told` says what may be
    said instead of a name."""
    why = next((why for why in turn.reading.of(words).unkept if why in of), None)
    if why is None:
        return None
    return await turn.see(other_door, told if told and why not in GRAVER else why)


async def named_household(turn: Turn) -> Message | None:
    """Whoever works here names a household, its house or its land: nothing of it is kept, and the
    line without it is said back. A colleague's name is none."""
    reading = turn.reading
    if not (reading.names_household and turn.actor.may(Permission.OWN_WORK)):
        return None
    line = reading.without_households([one.name for one in await turn.see(colleagues)])
    if line == turn.text:
        return None
    if reading.meaning("none").intent == COMPLAINT:
        return await turn.see(other_door, "complaint")
    why = reading.unkept[0]
    if why in GRAVER:
        return await turn.see(other_door, why)
    left = reading.of(line)
    if len(line) > LONGEST or "\n" in line or left.unkept or len(left.words.split()) < FEWEST:
        return await turn.see(other_door, Unkept.HOUSEHOLD)
    sent = turn.message is not None and turn.message.attachment is not None
    return await turn.see(without_names, line, sent, not turn.card)


async def said_without(turn: Turn) -> Turn | None:
    """The line that the pressed message offered, as if it were typed now."""
    message = turn.message
    _, opens, rest = message.text.partition("«") if message else ("", "", "")
    line, closes, _ = rest.partition("»")
    if not (opens and closes and message):
        return None
    said = replace(message, text=line)
    return await turn.saying(line, incoming=replace(turn.incoming, message=said))
