"""What people say, in a line: how many say so, which is the same as which, where it goes."""

from actions.matters.bodies import is_known
from actions.opinions import counting, weighing
from actions.opinions.counting import MoreSay
from actions.opinions.forwarding import forward
from domain.access import Permission
from domain.matter_kinds import OPINION
from handlers.kit.named import assigned
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from language import MatterLine

router = Router()


@router.said("opinions_joined", may=Permission.FOLLOW_MATTERS)
async def on_joined(turn: Turn) -> Response:
    """«YK2 trùng YK1»"""
    said = turn.reading.opinions_joined
    return await turn.do(weighing.join, *said) if said and not turn.attachment else PASS


@router.said("weight_said", may=Permission.FOLLOW_MATTERS)
async def on_weight(turn: Turn) -> Response:
    """«nhầm, 7 hộ nói», just after an opinion was raised."""
    said = turn.reading.weight_said
    if said is None or turn.card or turn.attachment:
        return PASS
    last = await turn.see(counting.just_raised, turn.spoken_at)
    more = MoreSay(said.number, said.unit, said.more)
    return await turn.do(counting.weigh_last, last, more) if last else PASS


async def of_opinion(turn: Turn, said: MatterLine) -> Response:
    """Behind its code: how many say so, or to which body it goes."""
    (prefix, number), of_all = said.codes[0], turn.reading.of(said.all)
    if prefix != OPINION.prefix or len(said.codes) > 1 or turn.attachment:
        return PASS
    if weight := of_all.weight_said:
        more = MoreSay(weight.number, weight.unit, weight.more)
        return await turn.do(counting.say_weight, number, more)
    goes = of_all.forwarded
    if goes is None or goes.more or not (goes.is_sure or await turn.see(is_known, goes.to)):
        return PASS
    if not goes.paper and (await assigned(turn, said.all)).is_somebody:
        return PASS
    return await turn.do(forward, number, goes.to, goes.paper)
