"""«Địa bàn» in the chat: which are weak or key, why, until when."""

from datetime import date

from actions.office import places
from domain.access import Permission
from domain.dialogue import Hears
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.kit.unfit import unfit
from language import PlaceLine

router = Router()


@router.said("places", may=Permission.PLAN_ACTIVITY)
async def on_places(turn: Turn) -> Response:
    return await turn.see(places.places)


@router.button("pl.open")
async def on_place(turn: Turn) -> Message | None:
    return await turn.see(places.open_place, turn.subject)


@router.button("pl.mark")
async def on_ask_why(turn: Turn) -> Message | None:
    return await turn.do(places.ask_why, turn.subject, turn.arg)


@router.topic(places.TOPIC, hears=Hears.LINE)
async def on_why(turn: Turn) -> Message | None:
    """Why, and until when; nobody's beliefs or origin is a reason."""
    if no := await unfit(turn, turn.text):
        return no
    kept, due = turn.heard.answers if turn.heard else {}, turn.reading.due
    until = due.at.date() if due.at else None
    reason = str(kept.get("reason") or due.rest)
    if reason and not due.is_said:
        return await turn.do(places.ask_until, turn.about, str(kept["mark"]), reason)
    return await turn.do(places.mark_place, turn.about, str(kept["mark"]), reason, until)


@router.button("pl.until")
async def on_until(turn: Turn) -> Message | None:
    return await turn.do(places.mark_until, turn.subject, _day(turn.arg))


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError as error:
        raise Refusal("unknown_button") from error


@router.said("place_line", may=Permission.PLAN_ACTIVITY)
async def on_line(turn: Turn) -> Response:
    """«đánh dấu khu 3 Hải Yên là điểm yếu vì …», «bỏ đánh dấu Hải Yên»; what was done there."""
    said, known = turn.reading.place_line, await turn.see(places.known_places)
    if said is None or (said.does == "mark" and turn.reading.asks):
        return PASS
    found, part = turn.reading.of(said.place).places_among(known)
    sure = len(found) == 1 and turn.reading.of(part).is_part_of_place
    if said.does == "done":
        return await turn.see(places.done_there, found[0].id) if sure else PASS
    if not sure and not said.surely:
        return PASS
    if not sure:
        raise Refusal("place_which", name=said.place, names=[one.name for one in known])
    if said.does == "drop":
        return await turn.do(places.end_mark, found[0].id)
    return await _marked(turn, found[0].id, part, said)


async def _marked(turn: Turn, place: int, part: str, said: PlaceLine) -> Response:
    """What the line does not say is asked."""
    if no := await unfit(turn, turn.text):
        return no
    if not said.reason:
        return await turn.do(places.ask_why, place, said.mark)
    reason = f"{part}: {said.reason}" if part else said.reason
    if said.until is None:
        return await turn.do(places.ask_until, place, said.mark, reason)
    return await turn.do(places.mark_place, place, said.mark, reason, said.until)


@router.button("pl.end")
async def on_end(turn: Turn) -> Message | None:
    return await turn.do(places.end_mark, turn.subject)
