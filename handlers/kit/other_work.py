"""Whether a line is of one's own work, though something else is asked."""

from dataclasses import replace

from actions.assignments import lists
from domain.access import Permission
from handlers.kit.turn import Turn


async def led_by_other_work(turn: Turn, about: int = 0) -> bool:
    """«139 ông Vương chưa ký», where something else is asked: the line begins with the number of
    other work of one's own, and is of that."""
    number, replied = turn.reading.leading_number, turn.message and turn.message.reply_to
    if not number or replied or not turn.actor.may(Permission.OWN_WORK):
        return False
    mine = await turn.see(lists.my_open)
    return any(a.number == number and a.id != about for a in mine)


async def said_of_own(turn: Turn) -> Turn:
    """The same turn, its line read as of the work that its person has, where it may name some;
    «việc 2» may be a row of what is asked or shown."""
    if not (turn.reading.may_name_own_work and turn.actor.may(Permission.OWN_WORK)):
        return turn
    own = {a.number for a in await turn.see(lists.my_open)}
    alone = not (turn.open or turn.card)
    return replace(turn, reading=turn.reading.of_own_work(own, named_alone=alone))
