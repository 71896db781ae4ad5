"""Whom and until when words name: of several people nobody is picked."""

from actions.assignments.whom import colleagues
from actions.office.roster import section_called
from domain.access import Permission
from domain.matters import Assigned
from handlers.kit.turn import Turn


async def assigned(turn: Turn, words: str, *, alone: bool = False) -> Assigned:
    """What stands in the words of a matter besides its content; `alone` where a name is all."""
    said = turn.reading.of(words).told_of
    person, unit, called = await _whom(turn, said.whom, alone) if said.whom else (None, None, "")
    due = said.due.at if said.due else None
    return Assigned(person, unit, said.to, due, called, said.unclear)


async def _whom(turn: Turn, called: str, alone: bool) -> tuple[int | None, int | None, str]:
    """The one person or section; else the words, or the names of all whom they fit."""
    if not turn.actor.may(Permission.OWN_WORK):
        return None, None, called
    people, words = await turn.see(colleagues), called.split()
    for many in range(len(words), 0 if not alone else len(words) - 1, -1):
        head = " ".join(words[:many])
        if unit := await turn.see(section_called, head):
            return None, unit, ""
        if person := turn.reading.of(head).is_name_of(people):
            return person, None, ""
    found, names = turn.reading.of(called).names(people), {p.id: p.name for p in people}
    among = ", ".join(names[one] for one in found.among if one in names)
    return None, None, among or called
