"""«Qua Văn phòng»: whom no message reaches, and what is to be told to them."""

from actions.assignments import via_office
from domain.access import Permission
from domain.letters import Message
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.command("quavanphong")
@router.button("via.list")
async def on_list(turn: Turn) -> Message | None:
    return await turn.see(via_office.via_office)


@router.said("via_office")
async def on_list_said(turn: Turn) -> Response:
    return await on_list(turn) if turn.actor.may(Permission.RECORD_FOR_OTHERS) else PASS


@router.button("via")
async def on_person(turn: Turn) -> Message | None:
    return await turn.see(via_office.via_person, turn.subject)
