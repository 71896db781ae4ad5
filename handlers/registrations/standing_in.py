"""«mai em ốm không dẫn đoàn được», «nhờ Bắc dẫn thay»: of whoever leads a point of a day ahead."""

from actions.activities import standing_in
from actions.assignments.whom import colleagues
from actions.questions import leave
from domain.access import Permission
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.addressee import chosen
from handlers.kit.buttons import number_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.said("cannot_lead", may=Permission.REPORT_TURNOUT)
async def on_cannot_lead(turn: Turn) -> Response:
    """Of the point of the day that is named, or the only one; of several it is asked which."""
    return await tell_organiser(turn) if turn.reading.cannot_lead and not turn.card else PASS


async def tell_organiser(turn: Turn) -> Response:
    """Whoever leads no point says it of something else."""
    mine, days = await turn.see(standing_in.led_by_me), turn.reading.days_ahead
    among = tuple(one for one, day in mine.items() if not days or day in days)
    if not among:
        return PASS
    told = turn.reading.cannot_lead
    plainly = (told and not told.doubtful) or days
    if len(among) > 1 or not plainly:
        return await turn.do(standing_in.which_point, among, turn.text)
    return await _cannot(turn, among[0])


async def _cannot(said: Turn, point_id: int) -> Message | None:
    """With who would stand in, where the words name somebody."""
    read = said.reading.cannot_lead
    instead = read.instead if read else ""
    who = said.reading.of(instead).names(await said.see(colleagues)).one if instead else None
    if instead and who is None:
        raise Refusal("amend_leader", name=instead)
    return await said.do(standing_in.cannot, point_id, said.text, who)


@router.topic(standing_in.WHICH, hears=chosen)
async def on_which(turn: Turn) -> Response:
    """«thôi»: of none; «chủ nhật»: of the point of that day."""
    if turn.reading.leaves and turn.heard:
        return await turn.do(leave, turn.heard)
    mine, days = await turn.see(standing_in.led_by_me), turn.reading.days_ahead
    among = [one for one, day in mine.items() if day in days]
    return await _kept(turn, among[0]) if len(among) == 1 else PASS


async def _kept(turn: Turn, point_id: int) -> Message | None:
    """The words whose point was asked."""
    kept = next((e.answers for e in turn.waiting if e.topic == standing_in.WHICH), {})
    return await _cannot(await turn.saying(str(kept.get("text", ""))), point_id)


@router.button("lead.off")
async def on_point(turn: Turn) -> Message | None:
    return await _kept(turn, turn.subject)


@router.button("lead.give")
async def on_give(turn: Turn) -> Message | None:
    return await turn.do(standing_in.give, turn.subject, number_of(turn))
