"""A visit is moved in the chat: day, hour, place; read back, sent, taken back."""

from datetime import datetime

from actions.assignments.whom import colleagues
from actions.questions import leave
from actions.supervision import moving, team
from domain.access import Permission
from domain.dialogue import Hears
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.addressee import chosen
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from language import Gathering

router = Router()


async def gather(turn: Turn, visit_id: int, words: str) -> Message | None:
    """An hour without a day is of the visit's day; where it has none, the day is asked."""
    day = await turn.see(moving.day_of, visit_id)
    said = turn.reading.of(words).gathers_on(day)
    if said is None:
        raise Refusal("visit_gather")
    if not said.says_day and day is None:
        raise Refusal("visit_gather_day", code=await turn.see(moving.code_of, visit_id))
    starts = said.starts
    if turn.reading.of(words).names_no_week:
        starts += await turn.see(moving.weekday_of, visit_id, starts.date()) - starts.date()
    place, left, sure = await _place(turn, said)
    return await turn.do(moving.gather, visit_id, starts, place, left, same=said.same, sure=sure)


async def _place(turn: Turn, said: Gathering) -> tuple[str, str, bool]:
    """Where, what is said besides, and whether it need not be read back: nobody's name is a place,
    and small letters are one only where the words say so."""
    if said.names_place or not said.place:
        return said.place, said.left, True
    if turn.reading.of(said.place).is_name_of(await turn.see(colleagues)):
        return "", ", ".join(filter(None, (said.place, said.left))), True
    return said.place, said.left, said.place[:1].isupper()


async def put_off(turn: Turn, visit_id: int, words: str) -> Message | None:
    """To other days, or to an hour of one."""
    said = turn.reading.of(words)
    if said.days_and_more:
        (first, last), left = said.days_and_more
        if said.names_no_week and first == last:
            first = last = await turn.see(moving.weekday_of, visit_id, first)
        return await turn.do(moving.put_off, visit_id, first, last, left)
    if isinstance(said.when.start, datetime):
        return await gather(turn, visit_id, words)
    raise Refusal("visit_window")


@router.button("v.gather")
async def on_ask_gather(turn: Turn) -> Message | None:
    return await turn.do(team.ask, turn.subject, team.GATHER)


@router.topic(team.GATHER, hears=Hears.DAY)
async def on_gather(turn: Turn) -> Message | None:
    return await gather(turn, turn.about, turn.text)


@router.button("v.putoff")
async def on_ask_put_off(turn: Turn) -> Message | None:
    return await turn.do(moving.ask, turn.subject)


@router.topic(moving.PUT_OFF, hears=Hears.DAY)
async def on_put_off(turn: Turn) -> Message | None:
    if turn.reading.takes_back and turn.heard:
        return await turn.do(leave, turn.heard)
    return await put_off(turn, turn.about, turn.text)


@router.topic(moving.MOVE, hears=chosen)
async def on_read_back(turn: Turn) -> Response:
    """«gửi», «ok», «giữ ngày cũ», «nhầm, 10/12»; other words are read for themselves, and the card
    waits."""
    if turn.attachment:
        return PASS
    if anew := turn.reading.meant_parts().get("window"):
        return await put_off(turn, turn.about, anew)
    if turn.reading.takes_back:
        return await turn.do(moving.leave_it, turn.about)
    if turn.reading.plainly != "yes":
        return PASS
    return await turn.do(moving.carry_out, turn.about)


@router.button("v.moved", lane="visit")
async def on_moved(turn: Turn) -> Message | None:
    return await turn.do(moving.carry_out, turn.subject)


@router.button("v.unmoved")
async def on_unmoved(turn: Turn) -> Message | None:
    return await turn.do(moving.leave_it, turn.subject)


@router.button("v.unmove", lane="visit")
async def on_unmove(turn: Turn) -> Message | None:
    return await turn.do(moving.take_back, turn.subject)


async def last_move(turn: Turn) -> datetime | None:
    """When a visit was moved last, where that is fresh."""
    may = turn.actor.may(Permission.SUPERVISE)
    return (await turn.see(moving.last_moved))[1] if may else None


async def last_move_back(turn: Turn) -> Response:
    row, _ = await turn.see(moving.last_moved)
    return await turn.do(moving.take_back, row) if row else PASS
