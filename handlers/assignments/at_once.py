"""Several pieces of work in one line: «duyệt 141, 143», «gia hạn 150, 149 đến thứ 6»."""

from actions.assignments import at_once
from actions.assignments.at_once import NumberSaid
from domain.access import Permission
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.addressee import chosen
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.said("several_orders", may=Permission.ASSIGN)
async def on_several(turn: Turn) -> Response:
    said = turn.reading.several_orders
    if said is None:
        return PASS
    wanted = [NumberSaid(number, turn.reading.of(day).due.at) for number, day in said.each]
    if said.what == at_once.MOVE and not all(one.due for one in wanted):
        raise Refusal("matter_day")
    return await turn.do(at_once.ask, said.what, wanted)


@router.said("approve_all", may=Permission.ASSIGN)
async def on_all(turn: Turn) -> Response:
    """«duyệt hết»: each of them is shown before."""
    numbers = await turn.see(at_once.all_waiting)
    if not numbers:
        return Message("work.none_to_approve")
    return await turn.do(at_once.ask, at_once.APPROVE, [NumberSaid(number) for number in numbers])


@router.button("v.at_once")
async def on_send(turn: Turn) -> Message | None:
    return await turn.do(at_once.carry_out, turn.arg)


@router.topic(at_once.TOPIC, hears=chosen)
async def on_send_said(turn: Turn) -> Response:
    """«gửi» typed instead of tapped."""
    return await turn.do(at_once.carry_out) if turn.reading.sends else PASS
