"""What organisers type without opening a page: «hoãn», «đổi ra NVH khu 2», «đủ r k nhận nữa»."""

from collections.abc import Awaitable, Callable, Mapping

from actions.activities import (
    announcing,
    changing,
    ordering,
    planning,
    points,
    stopping,
    whereabouts,
)
from domain.access import Permission
from domain.letters import Message
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.registrations.questions import on_question
from language import DayOrder

router = Router()
OWN_QUESTIONS = frozenset({"turnout", "shift", "where", "details", "plan_point", "plan_add"})
"""Whoever was asked one of these says it as an answer."""


@router.said("day_order")
async def on_order(turn: Turn) -> Response:
    """About the one day of the coming week that its writer leads; all of it is read back. Of
    anybody else it is a question, or nothing."""
    order, may = turn.reading.day_order, turn.actor.may(Permission.PLAN_ACTIVITY)
    led = await turn.see(ordering.led_soon) if may and not _is_answer(turn) else []
    if order is None or not led:
        return await on_question(turn) if turn.reading.day_question else PASS
    return await (DEEDS[order.kind](turn, led[0], order) if len(led) == 1 else _which(turn, led))


def _is_answer(turn: Turn) -> bool:
    """To a question, under a card, or of the work that was just spoken of."""
    if turn.card or turn.spoken_of.partition(":")[0] in ("assignment", "report"):
        return True
    asked = {e.topic for e in turn.waiting if not e.is_set_aside}
    return bool(asked & (OWN_QUESTIONS | stopping.BECOMES.keys())) or any(
        topic.startswith("work.") for topic in asked
    )


async def _which(turn: Turn, led: list[int]) -> Message | None:
    return await turn.see(ordering.which, led)


async def _wait(turn: Turn, day: int, _: DayOrder) -> Message | None:
    return await turn.see(ordering.nothing_changes, day)


async def _full(turn: Turn, day: int, _: DayOrder) -> Message | None:
    return await turn.see(ordering.ask_full, day)


async def _count(turn: Turn, day: int, _: DayOrder) -> Message | None:
    return await turn.see(announcing.manage, day)


async def _call_off(turn: Turn, day: int, order: DayOrder) -> Message | None:
    if order.rest:
        return await turn.do(stopping.read_back, day, stopping.CALL_OFF, order.rest)
    return await turn.do(stopping.ask_call_off, day)


async def _postpone(turn: Turn, day: int, order: DayOrder) -> Message | None:
    if order.rest:
        return await turn.do(stopping.read_back, day, stopping.POSTPONE, order.rest)
    return await turn.do(stopping.ask_postpone, day)


async def _shift(turn: Turn, day: int, order: DayOrder) -> Message | None:
    was = await turn.see(changing.starts_of, day)
    there = turn.reading.of(order.rest).another_time(was)
    return await turn.do(changing.propose_shift, day, there, order.why)


async def _place(turn: Turn, day: int, order: DayOrder) -> Message | None:
    """Of the only point; of several it is chosen first."""
    only = await turn.see(points.only_point, day)
    if only is None:
        return await turn.see(points.see_points, day)
    there = turn.reading.place_in(order.rest, await turn.see(planning.places))
    return await turn.do(whereabouts.move, only, there)


Order = Callable[[Turn, int, DayOrder], Awaitable[Message | None]]
DEEDS: Mapping[str, Order] = {
    "wait": _wait,
    "full": _full,
    "count": _count,
    "calloff": _call_off,
    "postpone": _postpone,
    "shift": _shift,
    "place": _place,
}


@router.button("s.full")
async def on_full(turn: Turn) -> Message | None:
    return await turn.do(ordering.close_now, turn.subject)
