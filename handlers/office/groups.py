"""In a group: `/lienket` by the office's admin. Nobody's own matters are said there."""

from actions.office.groups import link_group
from domain.letters import Message
from handlers.kit.router import Router
from handlers.kit.turn import Turn

router = Router()


@router.in_group("lienket")
async def on_link_group(turn: Turn) -> Message | None:
    chat = turn.incoming.chat
    return await turn.do(link_group, chat.id, chat.title) if chat else None


@router.command("lienket")
async def on_link_alone(_: Turn) -> Message:
    """Said to the bot alone: it is said in the group."""
    return Message("group.link_there")
