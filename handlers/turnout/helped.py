"""«không biết gõ», a voice, a photo of a sheet: passed on to somebody who can type it."""

from actions.registrations import looking, questions
from actions.turnout import helped
from domain.access import Permission
from handlers.kit.proofs import voice_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.registrations.registering import reach

router = Router()


@router.said("cannot_type")
async def on_cannot_type(turn: Turn) -> Response:
    """To the office from whoever reports a point; to the point's leader from whoever comes."""
    return await passed_on(turn)


async def passed_on(turn: Turn) -> Response:
    if turn.actor.person_id is None:
        return PASS
    may = turn.actor.may(Permission.REPORT_TURNOUT)
    if may and await turn.see(helped.reports_points):
        return await turn.do(helped.pass_on, turn.text, voice_of(turn))
    places = await turn.see(looking.own_ahead)
    if not places or (turn.attachment and turn.attachment.kind != "voice"):
        return PASS
    there = await reach(turn, "registration", places[0])
    return await there.do(questions.pass_on, places[0], turn.text, voice_of(turn))
