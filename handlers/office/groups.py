"""In a group: explained when the bot is added, set up by one tap, asked about a section's work."""

from actions.assignments.in_group import late_here
from actions.office.groups import link_group
from domain.letters import Message
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.in_group("lienket")
@router.tapped_in_group("grp.link")
@router.button("grp.link")
async def on_link_group(turn: Turn) -> Message | None:
    chat = turn.incoming.chat
    if chat is None or chat.is_private:
        return Message("group.link_there")
    return await turn.do(link_group, chat.id, chat.title)


@router.command("lienket")
async def on_link_alone(_: Turn) -> Message:
    """Said to the bot alone: it is said in the group."""
    return Message("group.link_there")


@router.in_group("quahan")
@router.said_in_group("overdue", "who_is_late")
async def on_late_here(turn: Turn) -> Message | None:
    """«ai quá hạn», from whoever works in the section whose group it is."""
    chat = turn.incoming.chat
    return await turn.see(late_here, chat.id) if chat else None


@router.said_in_group("decision")
async def on_late_asked_here(turn: Turn) -> Response:
    """«ai quá hạn vậy bot», «ai trễ»: the same in any other words; of a section that is named it
    is answered in private."""
    said = turn.reading.decision
    asked = said is not None and said.kind == "overdue" and not (said.who or said.number)
    return await on_late_here(turn) if asked else PASS
