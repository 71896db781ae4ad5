"""Invited citizens in the chat: the link that works once, yes or no."""

from actions.supervision import guests
from domain.access import Permission
from domain.dialogue import Hears
from domain.guests import LINK
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.addressee import is_aside
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.link(LINK)
async def on_link(turn: Turn) -> Message | None:
    there = turn.at(await turn.see(guests.office_of, turn.args))
    return await there.do(guests.open_link, turn.args, turn.user_id)


@router.topic(guests.INVITE, hears=Hears.NAME)
async def on_name(turn: Turn) -> Message | None:
    if turn.reading.is_talk:
        raise Refusal("visit_no_words_of_it", words=turn.text)
    return await turn.do(guests.invite_to, turn.about, turn.text)


@router.button("v.guestwhen")
async def on_when(turn: Turn) -> Message | None:
    there = turn.at(await turn.see(guests.office_of, turn.arg))
    return await there.see(guests.when, turn.arg)


@router.button("v.guest", "v.noguest")
async def on_say(turn: Turn) -> Message | None:
    there = turn.at(await turn.see(guests.office_of, turn.arg))
    return await there.do(guests.say, turn.arg, turn.verb == "v.guest")


async def guest_words(turn: Turn) -> Response:
    """What somebody types to whom an invitation stands in this chat."""
    office = await turn.see(guests.invited_by, turn.user_id) if turn.text else 0
    if not office or turn.actor.may(Permission.SUPERVISE):
        return PASS
    there, said = turn.at(office), turn.reading.guest_says
    if said:
        return await there.do(guests.say_typed, turn.user_id, said == "yes")
    if is_aside(turn.reading):
        return await there.see(guests.when_typed, turn.user_id)
    return PASS


async def guest_asked_how(turn: Turn) -> Response:
    """Words of a guest that nothing else understood."""
    office = await turn.see(guests.invited_by, turn.user_id)
    return Message("guest.how") if office else PASS
