"""«xin ý kiến anh Lực: …», «xin ý kiến chủ tịch cho …»: asked of that leader, and of no work."""

from collections.abc import Sequence

from actions.assignments.whom import colleagues
from actions.conclusions import asking_one
from actions.conclusions.asking_one import Whom
from domain.access import Permission
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.addressee import chosen
from handlers.kit.people import person_meant
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.kit.unfit import unfit

router = Router()
TWO = 2


@router.said("leader_asked", may=Permission.FOLLOW_MATTERS)
async def on_asked_of(turn: Turn) -> Response:
    """Whom nobody here is called so, it is said of somebody else."""
    said = turn.reading.asks_leader
    if said is None:
        return PASS
    whom = Whom(chair=said.chair, organisation=said.organisation)
    if said.title:
        whom = Whom(organisation=said.organisation, title=said.title, deputy=said.deputy)
    elif several := await _several(turn, said.each):
        raise Refusal("one_leader_at_once", names=several)
    elif said.whom:
        named = turn.reading.of(said.whom).names(await turn.see(colleagues))
        if not (named.one or named.among):
            return PASS
        whom = Whom(await person_meant(turn, said.whom))
    if no := await unfit(turn, said.words):
        return no
    return await turn.do(asking_one.read_back, said.words, whom)


async def _several(turn: Turn, each: Sequence[str]) -> Sequence[str]:
    """«anh Điền và chị Mây»: as they are called, where each of them is one colleague."""
    if len(each) < TWO:
        return []
    people = await turn.see(colleagues)
    named = [turn.reading.of(one).names(people).one for one in each]
    return each if all(named) and len(set(named)) > 1 else []


@router.button("m.asked_of")
async def on_send(turn: Turn) -> Message | None:
    return await turn.do(asking_one.send, turn.arg)


@router.topic(asking_one.TOPIC, hears=chosen)
async def on_send_said(turn: Turn) -> Response:
    """«gửi» typed instead of tapped."""
    return await turn.do(asking_one.send) if turn.reading.sends else PASS
