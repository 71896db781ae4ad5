"""What volunteers type instead of tapping: «có đi», «con ốm không đi được», «tập trung ở đâu»."""

import re
from collections.abc import Awaitable, Callable, Mapping

from actions.registrations import leaving, looking, registering, reminding, seating
from actions.roll import absences, disputing
from domain.letters import Message
from domain.names import fold
from handlers.kit.coming import read_bare, read_coming
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.registrations.registering import reach

router = Router()
Answer = Callable[[Turn, int], Awaitable[Message | None]]
_TAKES = re.compile(r"\bnhan\b")
_REFUSES = re.compile(r"\b(?:khong|ko|k|kg|thoi)\b")
_WAS_THERE = re.compile(
    r"\b(?:co (?:mat|di|den|tham gia)|ghi (?:sai|nham|vang)|(?:chua|khong|ko|k) dung|i was)\b"
)


@router.topic(reminding.EVENING_TOPIC)
@router.question(reminding.EVENING_TOPIC)
async def on_evening(turn: Turn) -> Response:
    """«Ngày mai có đi được không?»: a clear no frees the place, with a way back."""
    return await _answered(turn, EVENING, _coming(turn))


@router.question(leaving.CANCEL_TOPIC)
async def on_cancel(turn: Turn) -> Response:
    """«Hủy đăng ký?»: «ừ», and «hủy đi», give the place up; «không», and «vẫn đi», keep it."""
    bare = read_bare(turn.text, turn.now)
    if bare:
        return await _answered(turn, CANCEL, {"yes": "leave", "no": "keep"}[bare])
    said = _coming(turn)
    return await _answered(turn, CANCEL, "keep" if said == "yes" else said)


@router.question(leaving.BACK_TOPIC)
async def on_back(turn: Turn) -> Response:
    """«nhầm, mai em đi được» after a no; a mere «ok» is only politeness."""
    polite = read_bare(turn.text, turn.now)
    return PASS if polite else await _answered(turn, BACK, _coming(turn))


@router.question(seating.OFFER_TOPIC)
async def on_offer(turn: Turn) -> Response:
    """«nhận chỗ», «ok nhan», «có đi»: the place on offer is taken."""
    words = fold(turn.text)
    takes = "no" if _REFUSES.search(words) else "yes"
    return await _answered(turn, OFFER, takes if _TAKES.search(words) else _coming(turn))


@router.question(absences.ABSENT)
async def on_absent(turn: Turn) -> Response:
    """«em có đi mà sao ghi vắng»: looked at again, which harms nobody."""
    was_there = _WAS_THERE.search(fold(turn.text))
    return await _answered(turn, ABSENT, "yes" if was_there else "")


def _coming(turn: Turn) -> str:
    return read_coming(turn.text, turn.now, asked=True)


async def _answered(turn: Turn, answers: Mapping[str, Answer], said: str) -> Response:
    place = turn.heard.subject if turn.heard else 0
    if said not in answers:
        return PASS
    return await answers[said](await reach(turn, "registration", place), place)


async def loose_day(turn: Turn) -> Response:
    """A line that nobody asked for, about the only day its writer has ahead."""
    said = read_coming(turn.text, turn.now)
    if said not in EVENING or turn.actor.person_id is None:
        return PASS
    places = await turn.see(looking.own_ahead)
    if len(places) == 1 and said in LOOSE:
        return await LOOSE[said](await reach(turn, "registration", places[0]), places[0])
    return await turn.see(looking.my_registrations) if places else PASS


async def _come(there: Turn, place: int) -> Message | None:
    return await there.do(reminding.come, place)


async def _stay(there: Turn, place: int) -> Message | None:
    return await there.do(reminding.stay, place)


async def _sure(there: Turn, place: int) -> Message | None:
    return await there.do(leaving.ask_cancel, place)


async def _leave(there: Turn, place: int) -> Message | None:
    return await there.do(leaving.cancel, place)


async def _stay_registered(there: Turn, place: int) -> Message | None:
    return await there.do(leaving.stay_registered, place)


async def _back(there: Turn, place: int) -> Message | None:
    return await there.do(leaving.come_back, place)


async def _take(there: Turn, place: int) -> Message | None:
    return await there.do(seating.take, place)


async def _pass(there: Turn, place: int) -> Message | None:
    return await there.do(seating.decline, place)


async def _late(there: Turn, place: int) -> Message | None:
    return await there.do(reminding.late, place)


async def _family(there: Turn, place: int) -> Message | None:
    return await there.do(registering.ask_family, place)


async def _where(there: Turn, place: int) -> Message | None:
    return await there.see(looking.own_place, place)


async def _dispute(there: Turn, place: int) -> Message | None:
    return await there.do(disputing.dispute, place)


LOOSE: Mapping[str, Answer] = {
    "no": _sure,
    "unsure": _sure,
    "late": _late,
    "where": _where,
    "family": _family,
}
EVENING: Mapping[str, Answer] = {**LOOSE, "yes": _come, "no": _stay, "several": _family}
CANCEL: Mapping[str, Answer] = {"leave": _leave, "no": _leave, "unsure": _leave, "keep": _stay}
BACK: Mapping[str, Answer] = {"yes": _back}
OFFER: Mapping[str, Answer] = {"yes": _take, "no": _pass}
ABSENT: Mapping[str, Answer] = {"yes": _dispute}
