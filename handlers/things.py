"""Words that name a visit, a matter, a register or a checklist, and that its room did not read."""

from collections.abc import Awaitable, Callable, Mapping

from actions.checklists import beginning
from actions.matters import lists as matters
from actions.registers import telling
from actions.supervision import lists as visits
from domain.access import Permission
from domain.checklist_kinds import CHECKLISTS
from domain.letters import Message
from domain.matter_kinds import DOCUMENT, KINDS
from domain.refusals import Refusal
from domain.registers import REGISTERS
from domain.visits import PREFIX
from handlers.assignments.addressed import said_to_colleague
from handlers.assignments.giving import gives_work
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.supervision.visiting import hang

router = Router()
Opening = Callable[[Turn, str, int], Awaitable[Message]]


async def _visit(turn: Turn, _: str, number: int) -> Message:
    return await turn.see(visits.open_by_number, number)


async def _matter(turn: Turn, prefix: str, number: int) -> Message:
    return await turn.see(matters.open_by_code, prefix, number)


async def _register(turn: Turn, prefix: str, number: int) -> Message:
    return await turn.see(telling.open_by_code, prefix, number)


async def _checklist(turn: Turn, prefix: str, number: int) -> Message:
    return await turn.see(beginning.open_by_code, prefix, number)


ROOMS: Mapping[str, tuple[str, Opening]] = {
    PREFIX: ("visit", _visit),
    **{kind.prefix: ("matter", _matter) for kind in KINDS.values()},
    **{kind.prefix: ("register", _register) for kind in REGISTERS.values()},
    **{kind.prefix: ("checklist", _checklist) for kind in CHECKLISTS.values()},
}


@router.other("thing")
async def on_thing(turn: Turn) -> Response:
    """What can be done now with the first that is named, and the words; nothing is written. Work
    about it is given as ever."""
    if not turn.actor.may(Permission.OWN_WORK):
        return PASS
    for read in (said_to_colleague, gives_work):
        if (answer := await read(turn)) is not PASS:
            return answer
    prefix, number = turn.reading.of_things[0]
    room, opening = ROOMS[prefix]
    if prefix == PREFIX and turn.attachment and (kept := await hang(turn, number)) is not PASS:
        return kept
    try:
        card = await opening(turn, prefix, number)
    except Refusal:
        if prefix == DOCUMENT.prefix:
            return PASS
        raise
    facts = {"code": card.facts["code"], "text": turn.text, "sent": bool(turn.attachment) or None}
    return Message(f"thing.{room}", facts, card.buttons)
