"""What volunteers type instead of tapping: «có đi», «con ốm không đi được», «tập trung ở đâu»."""

from collections.abc import Awaitable, Callable, Mapping

from actions.saturdays import looking, registering, reminding
from domain.letters import Message
from handlers.kit.reading import read_coming
from handlers.kit.router import PASS, Router
from handlers.kit.turn import Turn
from handlers.saturdays import reach

router = Router()
Answer = Callable[[Turn, int], Awaitable[Message | None]]


@router.topic(reminding.EVENING_TOPIC)
async def on_evening(turn: Turn) -> Message | None:
    """«Ngày mai có đi được không?»: a typed no is asked once more, it gives a place away."""
    said = read_coming(turn.text, turn.now, asked=True)
    place = turn.heard.subject if turn.heard else 0
    if said not in EVENING:
        return PASS
    return await EVENING[said](await reach(turn, "registration", place), place)


async def loose_day(turn: Turn) -> Message | None:
    """A line that nobody asked for, about the only day its writer has ahead."""
    said = read_coming(turn.text, turn.now)
    if said not in EVENING or turn.actor.person_id is None:
        return PASS
    places = await turn.see(looking.own_ahead)
    if len(places) == 1 and said in LOOSE:
        return await LOOSE[said](await reach(turn, "registration", places[0]), places[0])
    return await turn.see(looking.my_days) if places else PASS


async def _come(there: Turn, place: int) -> Message | None:
    return await there.do(reminding.come, place)


async def _stay(there: Turn, place: int) -> Message | None:
    return await there.see(registering.ask_cancel, place)


async def _late(there: Turn, place: int) -> Message | None:
    return await there.do(reminding.late, place)


async def _family(there: Turn, place: int) -> Message | None:
    return await there.do(registering.ask_family, place)


async def _where(there: Turn, place: int) -> Message | None:
    return await there.see(looking.own_place, place)


LOOSE: Mapping[str, Answer] = {"no": _stay, "late": _late, "where": _where}
EVENING: Mapping[str, Answer] = {**LOOSE, "yes": _come, "several": _family}
