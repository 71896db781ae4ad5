"""An order to a section: work for whoever heads it; of work that is there, a leader's word."""

from actions.assignments import words
from actions.assignments.whom import colleagues, sections
from actions.conclusions import remarks
from actions.office.roster import heads_of
from domain.access import Role
from domain.assignments import Assignment
from handlers.assignments.giving import from_lines
from handlers.kit.router import PASS, Response
from handlers.kit.turn import Turn


async def ordered_section(turn: Turn) -> Response:
    """«giao Dân chủ Pháp luật xử lý dứt điểm 143 trong tuần này», «giao TTVĐ rà soát hộ nghèo,
    thứ 6»: read back before the head of the section hears of it."""
    if turn.card:
        return PASS
    said = turn.reading.section_ordered(await turn.see(sections))
    heads = await turn.see(heads_of, said.unit) if said else []
    if said is None or len(heads) != 1 or heads[0] == turn.actor.person_id:
        return PASS
    if (about := await work_named(turn)) is not None:
        if not turn.actor.is_any(Role.LEADER):
            return PASS
        due = turn.reading.due.at
        return await turn.do(remarks.say_of, about.id, turn.text, heads[0], due)
    people = {person.id: person.name for person in await turn.see(colleagues)}
    return await from_lines(turn, turn.reading.of(f"{people[heads[0]]}: {said.what}"))


async def work_named(turn: Turn) -> Assignment | None:
    """The one piece of work whose number stands in the line."""
    found = [await turn.see(words.numbered, number) for number in turn.reading.numbers]
    known = [one for one in found if one]
    return known[0] if len(known) == 1 else None
