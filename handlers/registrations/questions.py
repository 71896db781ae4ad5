"""Questions about the day: «mưa thì sao», «sđt chị phụ trách», «có ăn sáng không»."""

from actions.own_data.ledger import my_ledger
from actions.registrations import looking, questions, reminding
from actions.registrations.reminding import EVENING_TOPIC
from actions.turnout.asked import tell_note
from domain.dialogue import Hears
from domain.letters import Message
from domain.menus import side_of
from handlers.kit.addressee import is_other_work
from handlers.kit.buttons import number_of
from handlers.kit.other_work import led_by_other_work
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.registrations.registering import own, reach
from handlers.registrations.told import told_of_a_day

router = Router()


@router.said("activity_question")
async def on_question(turn: Turn) -> Response:
    """About the next day on which one has a place; without one it is no question of this room,
    unless it is whether everybody knows of a day."""
    if (told_of := await told_of_a_day(turn)) is not PASS:
        return told_of
    places = await turn.see(looking.own_ahead)
    if not places:
        if turn.reading.activity_question == "certificate" and side_of(turn.actor) != "staff":
            return await turn.see(my_ledger)
        known = turn.actor.person_id and not turn.card
        told = await turn.see(tell_note, turn.reading.activity_question) if known else None
        return told or PASS
    place = places[0]
    there, about = await reach(turn, "registration", place), turn.reading.activity_question
    if about == "phone":
        return await there.see(looking.directions, place)
    if any(w.topic == EVENING_TOPIC and w.subject == place for w in turn.waiting):
        both = await yes_and_question(turn, place)
        if both is not PASS:
            return both
    stored = await there.see(questions.stored, place, about)
    return stored or await there.do(questions.pass_on, place, turn.text)


async def yes_and_question(turn: Turn, place: int) -> Response:
    """«có đi ạ, gửi xe ở đâu?»: the evening's yes, and a question besides."""
    if not turn.reading.comes_and_asks:
        return PASS
    there, about = await reach(turn, "registration", place), turn.reading.activity_question
    return await there.do(reminding.come_and_ask, place, about, turn.text)


@router.button("s.large")
async def on_large_group(turn: Turn) -> Message | None:
    return await (await own(turn)).do(questions.ask_for_group, turn.subject, number_of(turn))


@router.button("dq.answer")
async def on_answer(turn: Turn) -> Message | None:
    return await turn.do(questions.ask_answer, turn.subject)


@router.topic(questions.TOPIC, hears=Hears.ANYTHING)
async def on_answer_said(turn: Turn) -> Response:
    if not turn.text or await led_by_other_work(turn):
        return PASS
    return await turn.do(questions.answer, turn.about, turn.text)


@router.carries("asker")
async def on_replied(turn: Turn) -> Response:
    """A reply to the question itself, without a tap on «Trả lời»."""
    elsewhere = turn.reading.leaves or is_other_work(turn.reading)
    if not turn.text or elsewhere:
        return PASS
    return await turn.do(questions.answer, int(turn.card.partition(":")[2]), turn.text)


async def loose_answer(turn: Turn) -> Response:
    """«có gửi xe miễn phí nhé», after a question that was passed on, where nobody else understood
    it: whether it is the answer is asked."""
    asked = any(waiting.topic == questions.ASKED for waiting in turn.waiting)
    said = turn.reading
    elsewhere = said.asks or said.leaves or said.plainly or said.is_courtesy or said.is_number
    if not asked or elsewhere or turn.card or not turn.text:
        return PASS
    return await turn.do(questions.ask_whether_answer, turn.text)


async def loose_question(turn: Turn) -> Response:
    """«có được về sớm không» of whoever has a place, where nobody else understood it: the leader
    of the point is asked."""
    asks = turn.reading.asks and not turn.card and turn.actor.person_id is not None
    if not asks or side_of(turn.actor) == "staff":
        return PASS
    places = await turn.see(looking.own_ahead)
    if not places:
        return PASS
    there = await reach(turn, "registration", places[0])
    return await there.do(questions.pass_on, places[0], turn.text)


@router.button("dq.say")
async def on_say(turn: Turn) -> Message | None:
    return await turn.do(questions.say_typed, turn.subject, turn.arg)


@router.button("dq.none")
async def on_none_of_them(turn: Turn) -> Message | None:
    return await turn.do(questions.no_answer)
