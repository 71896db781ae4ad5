"""Who is named where somebody was asked for: «Bình», «đ/c Bền», «giao anh Bình nhé»."""

from actions.assignments.whom import colleagues
from actions.office.roster import found_on_roster
from domain.access import Permission
from handlers.kit.turn import Turn


async def person_meant(turn: Turn, words: str = "") -> int:
    """The one colleague; of several it is said who they are."""
    read = turn.reading.of(words) if words else turn.reading
    called = read.told_of.whom or read.text
    people = await turn.see(colleagues) if turn.actor.may(Permission.OWN_WORK) else []
    found = read.of(called).is_name_of(people)
    return found if found else await turn.see(found_on_roster, called)
