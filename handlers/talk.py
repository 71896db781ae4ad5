"""What people say that asks for nothing, or belongs at another door; nothing of it is kept."""

from actions.start import other_door
from domain.access import Permission
from domain.letters import Message
from handlers.assignments.giving import loose_lines
from handlers.assignments.told import (
    TOLD,
    asks_the_giver,
    new_card_taken,
    own_obstacle,
    told_of_work,
)
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.intent("noise")
async def on_thanks(turn: Turn) -> Message | None:
    """Thanks, wishes, «alo»: a colleague does not answer each of them. «dạ vâng chị» right
    after a new card takes it; «Bình: mở cửa nhà văn hóa, 7h chủ nhật» gives work."""
    kind = turn.meaning.slots.get("kind") if turn.meaning else None
    if kind == "ack":
        return await new_card_taken(turn)
    given = await loose_lines(turn) if kind == "misdirected" else PASS
    return None if given is PASS else given


@router.intent("complaint_redirect")
async def on_complaint(turn: Turn) -> Response:
    """A complaint or denunciation has its own door by law; what stands in the way of one's own
    work is neither."""
    own = await own_obstacle(turn)
    return own if own is not PASS else await turn.see(other_door, "complaint")


@router.intent("opinion")
async def on_opinion(turn: Turn) -> Response:
    """How an opinion is written; of a loose line nothing is kept. «họp với bà con xong rồi» from
    staff is no opinion: it tells of their work."""
    own = turn.actor.may(Permission.OWN_WORK)
    if own and turn.reading.meaning("assignment").intent in TOLD:
        return await told_of_work(turn)
    asked = await asks_the_giver(turn)
    return asked if asked is not PASS else await turn.see(other_door, "opinion")
