"""«Nhường chỗ»: a place handed to a friend, and the link that the friend opens."""

from dataclasses import replace

from actions.registrations import looking, transfer
from domain.consent import Age, Purpose
from domain.letters import Message, Press
from domain.refusals import Refusal
from domain.transfer import LINK
from handlers.kit.notices import read, shown
from handlers.kit.router import Router
from handlers.kit.turn import Turn
from handlers.registrations.registering import caller, own, reach

router = Router()


@router.button("h.hand")
async def on_hand(turn: Turn) -> Message | None:
    return await (await own(turn)).do(transfer.hand_on, turn.subject)


@router.button("h.new")
async def on_hand_anew(turn: Turn) -> Message | None:
    return await (await own(turn)).do(transfer.hand_anew, turn.subject)


@router.said("hand_place")
async def on_hand_typed(turn: Turn) -> Message | None:
    """The only place there is; of several, the list to choose from."""
    places = await turn.see(transfer.own_places)
    if len(places) != 1:
        return await turn.see(looking.my_registrations)
    there = await reach(turn, "registration", places[0])
    return await there.do(transfer.hand_on, places[0])


@router.button("h.keep")
async def on_call_off(turn: Turn) -> Message | None:
    return await (await own(turn)).do(transfer.call_off, turn.subject)


@router.link(LINK)
async def on_link(turn: Turn) -> Message | None:
    """The friend sees what it is; a stranger reads the notice first."""
    place = await turn.see(transfer.place_of, turn.args)
    there = await reach(turn, "registration", place)
    message = await there.see(transfer.welcome, place, turn.args)
    if message.buttons or message.card:
        return message
    mark = shown(there, Purpose.LIST, message.facts).mark
    adult, minor = (
        Press("h.take", place, f"{turn.args}.{age}.{mark}", label=f"@button.s.{name}")
        for age, name in ((Age.ADULT, "adult"), (Age.MINOR, "minor"))
    )
    return replace(message, buttons=((adult, minor), (Press("s.u16", place), Press("s.no"))))


@router.button("h.take")
async def on_take(turn: Turn) -> Message | None:
    secret, _, said = turn.arg.partition(".")
    age, _, mark = said.partition(".")
    there = await own(turn)
    if not said:
        return await there.do(transfer.take_over, turn.subject, secret, caller(turn))
    if age not in (Age.ADULT, Age.MINOR):
        raise Refusal("unknown_button")
    seen = await read(there, Purpose.LIST, mark)
    return await there.do(transfer.take_over, turn.subject, secret, caller(turn), seen, Age(age))
