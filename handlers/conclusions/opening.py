"""«kết luận: …» of no item, alone: it is read back with whom it reaches."""

from dataclasses import replace
from datetime import datetime

from actions.conclusions import opening
from domain.access import Permission
from domain.letters import Message
from domain.matters import Assigned
from handlers.conclusions.concluding import understood
from handlers.kit.addressee import chosen
from handlers.kit.named import assigned
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


async def concluded_alone(turn: Turn, words: str) -> Message | None:
    """One lead, one limit, as it stands in the words; what is in doubt is asked."""
    said = await assigned(turn, words)
    read = await understood(turn, words) if said == Assigned() else None
    if read and read.lead_id:
        said = replace(said, person_id=read.lead_id, due=read.due)
    return await turn.do(opening.read_back, words, said)


@router.button("m.concluded")
async def on_send(turn: Turn) -> Message | None:
    return await turn.do(opening.send, turn.arg)


@router.topic(opening.TOPIC, hears=chosen)
async def on_send_said(turn: Turn) -> Response:
    """«gửi» typed instead of tapped."""
    return await turn.do(opening.send) if turn.reading.sends else PASS


async def last_opened(turn: Turn) -> datetime | None:
    """When something was concluded so last, where it is fresh."""
    may = turn.actor.may(Permission.FOLLOW_MATTERS)
    return (await turn.see(opening.last_opened))[1] if may else None


async def last_opened_back(turn: Turn) -> Response:
    found, _ = await turn.see(opening.last_opened)
    return await turn.do(opening.take_back, found) if found else PASS
