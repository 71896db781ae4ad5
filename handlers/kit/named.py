"""Whom and until when words name: of several people nobody is picked."""

from actions.assignments.whom import colleagues
from actions.office.roster import heads_of, section_called
from domain.access import Permission
from domain.matters import Assigned
from handlers.kit.turn import Turn
from language import Reading


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


async def ordered_of(turn: Turn, said: Reading) -> list[int]:
    """«Quý giải trình», «KTGS phải xong»: of whom something is wanted; a section's head for it."""
    called = said.ordered_names if turn.actor.may(Permission.OWN_WORK) else ()
    people = await turn.see(colleagues) if called else ()
    found = list[int]()
    for words in called:
        one = turn.reading.of(words).is_name_of(people)
        unit = None if one else await turn.see(section_called, words)
        found += [one] if one else await turn.see(heads_of, unit) if unit else []
    return list(dict.fromkeys(found))
