"""What people say that asks for nothing, or belongs at another door; nothing of it is kept."""

from actions.start import other_door
from domain.letters import Message
from handlers.assignments.typed import new_card_taken
from handlers.kit.router import Router
from handlers.kit.turn import Turn

router = Router()


@router.intent("noise")
async def on_thanks(turn: Turn) -> Message | None:
    """Thanks, wishes, «alo»: a colleague does not answer each of them. «dạ vâng chị» right
    after a new card takes it."""
    polite_yes = turn.meaning is not None and turn.meaning.slots.kind == "ack"
    return await new_card_taken(turn) if polite_yes else None


@router.intent("complaint_redirect")
async def on_complaint(turn: Turn) -> Message | None:
    """A complaint or denunciation has its own door by law."""
    return await turn.see(other_door, "complaint")


@router.intent("opinion")
async def on_opinion(turn: Turn) -> Message | None:
    """People's opinions are not gathered here yet: said plainly."""
    return await turn.see(other_door, "opinion")
