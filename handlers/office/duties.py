"""Who answers for what, in the chat: a section or a person for each duty."""

from actions.office.duties import (
    READ,
    TOPIC,
    ask_end,
    ask_person,
    duties_page,
    duty_page,
    end_duty,
    give_to_person,
    give_to_unit,
    read_back,
    who_answers,
)
from actions.office.roster import section_called
from domain.access import Permission
from domain.letters import Message
from handlers.kit.addressee import chosen, somebody
from handlers.kit.people import person_meant
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.said("duties", may=Permission.FOLLOW_MATTERS)
@router.button("duties")
async def on_duties(turn: Turn) -> Message | None:
    return await turn.see(duties_page)


@router.said("duty_asked", may=Permission.FOLLOW_MATTERS)
async def on_asked(turn: Turn) -> Message | None:
    """«ai phụ trách giám sát», «ai lo tập huấn tuần sau», «t7 ai trực»"""
    said = turn.reading.duty_asked
    if said and said.is_of_each:
        return await turn.see(duties_page, rota=True)
    return await turn.see(who_answers, said.duty, said.on) if said else None


@router.said("duty_dropped", may=Permission.ASSIGN)
async def on_dropped(turn: Turn) -> Response:
    """«thôi không giao Dung phụ trách giám sát nữa»: each who has it, or will, is a button."""
    said = turn.reading.duty_dropped
    if said is None:
        return PASS
    if not turn.actor.may(Permission.MANAGE_PEOPLE):
        return Message("duties.by_office", {"duty": said.duty})
    person = await person_meant(turn, said.called)
    return await turn.see(ask_end, said.duty, person)


@router.choice("duty_end")
async def on_end(turn: Turn) -> Message | None:
    return await turn.do(end_duty, turn.arg, turn.subject)


@router.said("duty_given", may=Permission.ASSIGN)
async def on_given(turn: Turn) -> Response:
    """«Bền phụ trách giám sát từ 1/12 đến 31/12», read back; whoever does not give it is told
    who does."""
    said = turn.reading.duty_given
    if said is None:
        return PASS
    if not turn.actor.may(Permission.MANAGE_PEOPLE):
        return Message("duties.by_office", {"duty": said.duty})
    if await turn.see(section_called, said.called):
        return await turn.see(duty_page, said.duty)
    person = await person_meant(turn, said.called)
    return await turn.do(read_back, said.duty, person, said.since, said.until)


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
async def on_person(turn: Turn) -> Response:
    """A name, with days where they are said; other words are no answer."""
    if turn.reading.is_for_us:
        return PASS
    duty = turn.heard.answers["duty"] if turn.heard else ""
    said = turn.reading.called_for
    person = await person_meant(turn, said.called)
    return await turn.do(read_back, duty, person, said.since, said.until)


@router.choice("duty_go")
async def on_go(turn: Turn) -> Message | None:
    return await turn.do(give_to_person, turn.arg)


@router.topic(READ, hears=chosen)
async def on_go_said(turn: Turn) -> Response:
    """«gửi» typed instead of tapped."""
    return await turn.do(give_to_person) if turn.reading.sends else PASS
