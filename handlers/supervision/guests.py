"""Invited citizens in the chat: the link that works once, yes or no."""

from actions.cards import labelled_card
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


@router.button("v.invite")
async def on_ask_whom(turn: Turn) -> Message | None:
    return await turn.do(guests.ask_whom, turn.subject)


@router.said("guest_invited", may=Permission.SUPERVISE)
async def on_invited(turn: Turn) -> Response:
    """«mời bà Lan đi cùng đoàn»: on the visit whose card was shown last."""
    chat = turn.incoming.chat
    card = await turn.see(labelled_card, chat.id) if chat else None
    kind, _, number = card.card.partition(":") if card else ("", "", "")
    if kind != "visit":
        raise Refusal("guest_which", name=turn.reading.guest_invited)
    return await turn.do(guests.invite_to, int(number), turn.reading.guest_invited)


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
