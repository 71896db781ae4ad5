"""«Qua Văn phòng»: whom no message reaches, and what is to be told to them, or printed."""

from actions.assignments import via_office
from actions.office import roster
from domain.access import Permission
from domain.letters import Message
from handlers.kit.router import Router
from handlers.kit.turn import Turn

router = Router()


@router.command("quavanphong")
@router.said("via_office", may=Permission.RECORD_FOR_OTHERS)
@router.button("via.list")
async def on_list(turn: Turn) -> Message | None:
    """`/quavanphong Bình` opens one of them."""
    if turn.args:
        return await turn.see(via_office.via_person, await turn.see(roster.the_one, turn.args))
    return await turn.see(via_office.via_office)


@router.button("via")
async def on_person(turn: Turn) -> Message | None:
    return await turn.see(via_office.via_person, turn.subject)


@router.button("via.zalo")
async def on_paste(turn: Turn) -> Message | None:
    return await turn.see(via_office.paste, turn.subject)


@router.command("inphieu")
async def on_slips_named(turn: Turn) -> Message | None:
    """`/inphieu Bình`, or of everybody."""
    one = await turn.see(roster.the_one, turn.args) if turn.args else 0
    return await turn.see(via_office.slips, one)


@router.said("slips", may=Permission.RECORD_FOR_OTHERS)
@router.button("via.slips")
async def on_slips(turn: Turn) -> Message | None:
    return await turn.see(via_office.slips, turn.subject)


@router.button("via.part")
async def on_part(turn: Turn) -> Message | None:
    return await turn.see(via_office.part, turn.subject)


@router.button("via.took", "via.did")
async def on_part_told(turn: Turn) -> Message | None:
    done = turn.verb == "via.did"
    return await turn.do(via_office.record_part, turn.subject, done=done)
