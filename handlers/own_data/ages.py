"""«Sửa tuổi», tapped or said: «thật ra em mới 15 tuổi» is read back before it counts."""

from actions.own_data import ages
from domain.consent import Age, age_of
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.button("d.age")
@router.said("change_age")
async def on_ask_age(turn: Turn) -> Message | None:
    return await turn.see(ages.ask_age)


@router.button("d.old")
async def on_age(turn: Turn) -> Message | None:
    if turn.arg not in tuple(Age):
        raise Refusal("unknown_button")
    return await turn.do(ages.correct_age, Age(turn.arg))


@router.said("age")
async def on_age_typed(turn: Turn) -> Response:
    said = turn.reading.age
    asked_of_family = any(waiting.topic == "family" for waiting in turn.waiting)
    if said is None or asked_of_family or await turn.see(ages.known_age) is None:
        return PASS
    age = age_of(said.years, under=said.under)
    return await turn.see(ages.read_age, age) if age else await turn.see(ages.ask_age)
