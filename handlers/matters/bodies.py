"""The list of bodies in the chat: «danh sách đơn vị», «đổi tên đơn vị tinh uy thành Tỉnh ủy»."""

from actions.matters import bodies
from domain.access import Permission
from domain.letters import Message
from handlers.kit.addressee import chosen
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.said("bodies", may=Permission.FOLLOW_MATTERS)
async def on_bodies(turn: Turn) -> Message | None:
    return await turn.see(bodies.bodies)


@router.said("body_change", may=Permission.FOLLOW_MATTERS)
async def on_change(turn: Turn) -> Response:
    said = turn.reading.body_change
    return await turn.do(bodies.read_back, said.way, said.name, said.to) if said else PASS


@router.choice("body.go")
async def on_go(turn: Turn) -> Message | None:
    return await turn.do(bodies.change, turn.arg)


@router.topic(bodies.TOPIC, hears=chosen)
async def on_go_said(turn: Turn) -> Response:
    """«gửi» typed instead of tapped."""
    return await turn.do(bodies.change) if turn.reading.sends else PASS
