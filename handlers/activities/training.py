"""A class in the chat: seats, invitations, material; going, somebody instead, understood."""

from actions.activities import learning, listing, planning, training
from actions.registrations import looking
from domain.access import Permission
from domain.dialogue import Expectation, Hears
from domain.letters import Message
from handlers.kit.addressee import somebody
from handlers.kit.people import person_meant
from handlers.kit.proofs import proof_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.said("classes")
async def on_classes(turn: Turn) -> Message | None:
    """«tập huấn»; whoever plans none sees what one can go to."""
    if not turn.actor.may(Permission.PLAN_ACTIVITY):
        return await turn.see(looking.coming_up)
    return await turn.see(listing.classes)


@router.button("tr.see")
async def on_class(turn: Turn) -> Message | None:
    return await turn.see(training.see_class, turn.subject)


@router.button("tr.seats")
async def on_ask_seats(turn: Turn) -> Message | None:
    return await turn.do(training.ask_of_class, turn.subject, training.SEATS)


@router.topic(training.SEATS, hears=Hears.LINE)
async def on_seats(turn: Turn) -> Message | None:
    places = await turn.see(planning.places)
    return await turn.do(training.set_seats, turn.about, turn.reading.seats(places))


def _of_guests(asked: Expectation) -> frozenset[Hears]:
    """Names; and a yes, once some of them were read back."""
    return frozenset({Hears.LINE, Hears.YES} if asked.answers.get("outside") else {Hears.LINE})


@router.button("tr.guests")
async def on_ask_guests(turn: Turn) -> Message | None:
    return await turn.do(training.ask_of_class, turn.subject, training.GUESTS)


@router.topic(training.GUESTS, hears=_of_guests)
async def on_guests(turn: Turn) -> Message | None:
    if turn.heard and turn.heard.answers.get("outside") and turn.reading.sends:
        return await turn.do(training.take_outside, turn.about)
    outside, names = turn.reading.class_guests
    return await turn.do(training.invite, turn.about, names, outside)


@router.button("tr.outside")
async def on_outside(turn: Turn) -> Message | None:
    return await turn.do(training.take_outside, turn.subject, turn.arg)


@router.button("tr.list")
async def on_list(turn: Turn) -> Message | None:
    return await turn.see(training.see_guests, turn.subject)


@router.button("tr.material")
async def on_ask_material(turn: Turn) -> Message | None:
    return await turn.do(training.ask_of_class, turn.subject, training.MATERIAL)


@router.topic(training.MATERIAL, hears=Hears.LINE)
async def on_material(turn: Turn) -> Message | None:
    link = turn.reading.web_page
    return await turn.do(training.add_material, turn.about, proof_of(turn), link)


@router.button("tr.going")
async def on_going(turn: Turn) -> Message | None:
    return await turn.do(learning.answer, turn.subject, True)


@router.button("tr.no")
async def on_not_going(turn: Turn) -> Message | None:
    return await turn.do(learning.answer, turn.subject, False)


@router.button("tr.instead")
async def on_ask_instead(turn: Turn) -> Message | None:
    return await turn.do(learning.ask_instead, turn.subject)


@router.topic(learning.INSTEAD, hears=somebody)
async def on_instead(turn: Turn) -> Message | None:
    """A name; «Thắm đi thay» too."""
    person = await person_meant(turn)
    return await turn.do(learning.send_instead, turn.about, person)


@router.reply("training")
async def on_reply(turn: Turn) -> Response:
    """Under an invitation."""
    return await _answered(turn, int(turn.card.partition(":")[2]))


@router.topic(training.INVITATION, hears=Hears.CHOICE)
@router.question(training.INVITATION)
async def on_invited(turn: Turn) -> Response:
    """The same without a reply to it; «để em xem đã» leaves it open."""
    answer = await _answered(turn, turn.about)
    return Message("talk.later") if answer is PASS and turn.reading.leaves else answer


async def _answered(turn: Turn, activity_id: int) -> Response:
    """«nhận», «tôi đi được», «ban roi»; «chị Thắm đi thay»."""
    if name := turn.reading.goes_instead:
        return await turn.do(learning.send_instead, activity_id, await person_meant(turn, name))
    said = turn.reading.coming(asked=True)
    if said not in ("yes", "no") and not turn.reading.takes_work:
        return PASS
    return await turn.do(learning.answer, activity_id, said != "no")


@router.button("tr.read")
async def on_read(turn: Turn) -> Message | None:
    return await turn.see(learning.read_material, turn.subject)


@router.button("tr.clear")
async def on_clear(turn: Turn) -> Message | None:
    return await turn.do(learning.say_clear, turn.subject, True)


@router.said("class_understood", may=Permission.REGISTER)
async def on_understood(turn: Turn) -> Response:
    """«hiểu rồi», «chưa rõ phần dịch vụ công», where nothing that came later is answered by it."""
    understood = turn.reading.understood
    if understood is None or turn.card or turn.attachment or not turn.is_private:
        return PASS
    asked = await turn.see(learning.asked_of)
    return await turn.do(learning.say_clear, asked, understood) if asked else PASS


@router.button("tr.unclear")
async def on_unclear(turn: Turn) -> Message | None:
    return await turn.do(learning.say_clear, turn.subject, False)
