"""Invited citizens in the chat: the link that works once, yes or no."""

from actions.supervision import guests
from domain.dialogue import Hears
from domain.guests import LINK
from domain.letters import Message
from handlers.kit.router import Router
from handlers.kit.turn import Turn

router = Router()


@router.link(LINK)
async def on_link(turn: Turn) -> Message | None:
    there = turn.at(await turn.see(guests.office_of, turn.args))
    return await there.do(guests.open_link, turn.args)


@router.topic(guests.INVITE, hears=Hears.NAME)
async def on_name(turn: Turn) -> Message | None:
    return await turn.do(guests.invite_to, turn.about, turn.text)


@router.button("v.guestwhen")
async def on_when(turn: Turn) -> Message | None:
    there = turn.at(await turn.see(guests.office_of, turn.arg))
    return await there.see(guests.when, turn.arg)


@router.button("v.guest", "v.noguest")
async def on_say(turn: Turn) -> Message | None:
    there = turn.at(await turn.see(guests.office_of, turn.arg))
    return await there.do(guests.say, turn.arg, turn.verb == "v.guest")
