"""«Qua Văn phòng»: whom no message reaches, and what is to be told to them, or printed."""

from actions.assignments import via_office
from actions.office import roster
from domain.access import Permission
from domain.letters import Message
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.command("quavanphong")
@router.button("via.list")
async def on_list(turn: Turn) -> Message | None:
    """`/quavanphong Bình` opens one of them."""
    if turn.args:
        return await turn.see(via_office.via_person, await turn.see(roster.the_one, turn.args))
    return await turn.see(via_office.via_office)


@router.said("via_office")
async def on_list_said(turn: Turn) -> Response:
    return await on_list(turn) if turn.actor.may(Permission.RECORD_FOR_OTHERS) else PASS


@router.button("via")
async def on_person(turn: Turn) -> Message | None:
    return await turn.see(via_office.via_person, turn.subject)


@router.command("inphieu")
async def on_slips_named(turn: Turn) -> Message | None:
    """`/inphieu Bình`, or of everybody."""
    one = await turn.see(roster.the_one, turn.args) if turn.args else 0
    return await turn.see(via_office.slips, one)


@router.button("via.slips")
async def on_slips(turn: Turn) -> Message | None:
    return await turn.see(via_office.slips, turn.subject)


@router.said("slips")
async def on_slips_said(turn: Turn) -> Response:
    return await on_slips(turn) if turn.actor.may(Permission.RECORD_FOR_OTHERS) else PASS


@router.button("via.part")
async def on_part(turn: Turn) -> Message | None:
    return await turn.see(via_office.part, turn.subject)


@router.button("via.took", "via.did")
async def on_part_told(turn: Turn) -> Message | None:
    done = turn.verb == "via.did"
    return await turn.do(via_office.record_part, turn.subject, done=done)
