"""Who answers for what, in the chat: a section or a person for each duty."""

from actions.office.duties import (
    TOPIC,
    ask_person,
    duties_page,
    duty_page,
    give_to_person,
    give_to_unit,
)
from domain.letters import Message
from handlers.kit.addressee import somebody
from handlers.kit.router import Router
from handlers.kit.turn import Turn

router = Router()


@router.said("duties")
@router.button("duties")
async def on_duties(turn: Turn) -> Message | None:
    return await turn.see(duties_page)


@router.button("duty")
async def on_duty(turn: Turn) -> Message | None:
    return await turn.see(duty_page, turn.arg)


@router.button("duty_unit")
async def on_section(turn: Turn) -> Message | None:
    return await turn.do(give_to_unit, turn.arg, turn.subject)


@router.choice("duty_person")
async def on_ask_person(turn: Turn) -> Message | None:
    return await turn.do(ask_person, turn.arg)


@router.topic(TOPIC, hears=somebody)
async def on_person(turn: Turn) -> Message | None:
    duty = turn.heard.answers["duty"] if turn.heard else ""
    return await turn.do(give_to_person, duty, turn.text)
