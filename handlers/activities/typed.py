"""What organisers type without opening a page: «hoãn», «đổi ra NVH khu 2», «đủ r k nhận nữa»."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from actions.activities import (
    announcing,
    changing,
    details,
    news,
    ordering,
    planning,
    plans,
    points,
    stopping,
    taking_back,
    whereabouts,
)
from actions.assignments.draft_looks import TOPIC as DRAFT
from actions.assignments.typed import WHICH
from actions.questions import leave
from domain.access import Permission
from domain.dialogue import RINGING
from domain.hours import SPOKEN_OF
from domain.letters import Message, Place
from domain.plans import Odd
from domain.refusals import Refusal
from handlers.activities.amending import mend_draft, propose
from handlers.kit.addressee import chosen
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.registrations.of_days import another_of_ones_own
from handlers.registrations.questions import on_question
from handlers.turnout.asked import on_figures_asked
from language import ActivityOrder

router = Router()
OWN_QUESTIONS = frozenset({"where", "details", "plan_point", "plan_add", plans.READ, DRAFT})
"""Whoever was asked one of these says it as an answer."""
NOT_HELD = frozenset({"calloff", "postpone", "shift"})
"""Where figures were asked for, these may also say that there was nothing to count."""
MOVED = (ordering.drafted, ordering.off_ahead)
OTHERS = frozenset({"calloff", "postpone", "shift", "place", "full"})
"""What whoever may not decide it is told who does."""


@router.said("activity_order")
async def on_order(turn: Turn) -> Response:
    """About the one day of the coming week that its writer leads; all of it is read back. Of
    anybody else it is a question, or for others to decide."""
    order = turn.reading.activity_order or turn.reading.order_by_name
    if order is None or (_is_answer(turn, order) and not await _names_a_day(turn, order)):
        return PASS
    if not turn.actor.may(Permission.PLAN_ACTIVITY):
        return await _not_theirs(turn, order)
    if order.kind in ("keep", "mistaken"):
        return await _let_be(turn, order)
    led = await turn.see(ordering.led_soon)
    among = await _meant(turn, led, order)
    among = among or await _further(turn, order) or among
    if among is None and order.kind in OTHERS and turn.reading.calls_a_day(order.about):
        return await _no_such_day(turn, led, order)
    if among is None or not (led or among):
        return await _not_theirs(turn, order)
    among = among or list(led.days)
    if len(among) != 1:
        return await turn.do(ordering.which, among, turn.text)
    return await DEEDS[order.kind](turn, among[0], order)


async def loose_order(turn: Turn) -> Response:
    """Whatever stood open did not hear it: it is asked of which day it is."""
    order = turn.reading.activity_order
    if order is None or order.about or order.kind not in OTHERS:
        return PASS
    if not turn.actor.may(Permission.PLAN_ACTIVITY):
        return PASS
    led = await turn.see(ordering.led_soon)
    return await turn.do(ordering.which, list(led.days), turn.text) if led else PASS


async def _names_a_day(turn: Turn, order: ActivityOrder) -> bool:
    """A day that is named is no answer about anything else."""
    if turn.card or not order.about or not turn.actor.may(Permission.PLAN_ACTIVITY):
        return False
    led = await turn.see(ordering.led_soon)
    soon = turn.reading.of(order.about).days_meant(led.days, led.names)
    return bool(soon or await _further(turn, order) or await _off(turn, order))


async def _meant(turn: Turn, led: ordering.Ahead, order: ActivityOrder) -> Sequence[int] | None:
    """The days that the words name; where they name none, the one that is being spoken of, or
    that its organiser has in hand."""
    if order.about:
        return turn.reading.of(order.about).days_meant(led.days, led.names)
    asked = await turn.see(ordering.about_to_ring)
    held = next((one for one in (asked, turn.shown_day) if one in led.days), None)
    if held is None and turn.shown_day:
        further = await turn.see(ordering.led_ahead_of_all)
        held = turn.shown_day if turn.shown_day in further.days else None
    return [held] if held else list(led.days)


async def _further(turn: Turn, order: ActivityOrder) -> Sequence[int] | None:
    """A day that is called by its name, or its date, may be weeks away; one that nobody was told
    of yet, or that was put off, can be moved too."""
    if not order.about:
        return None
    called = turn.reading.of(order.about)
    looks = (ordering.led_ahead_of_all, *(MOVED if order.kind in ("shift", "place") else ()))
    for look in looks:
        ahead = await turn.see(look)
        if found := called.days_meant(ahead.days, ahead.names):
            return found
    return await _off(turn, order) if order.kind in ("calloff", "postpone") else None


async def _off(turn: Turn, order: ActivityOrder) -> Sequence[int] | None:
    """Days that were called off, or put off, and bear that name."""
    off = await turn.see(ordering.off_ahead) if order.about else None
    return turn.reading.of(order.about).days_meant(off.days, off.names) if off else None


async def _no_such_day(turn: Turn, led: ordering.Ahead, order: ActivityOrder) -> Response:
    """None bears that name: it is said, and those of the coming week are shown."""
    if (theirs := await _not_theirs(turn, order)) is not PASS:
        return theirs
    return await turn.do(ordering.which, list(led.days), turn.text, order.about)


async def _not_theirs(turn: Turn, order: ActivityOrder) -> Response:
    if (figures := await on_figures_asked(turn)) is not PASS:
        return figures
    if order.kind in ("shift", "place") and (own := await another_of_ones_own(turn)) is not PASS:
        return own
    if turn.reading.activity_question:
        return await on_question(turn)
    theirs = await turn.see(ordering.others_decide)
    if order.kind not in OTHERS or not theirs:
        return PASS
    among = turn.reading.of(order.about).days_meant(theirs.days, theirs.names)
    return await turn.see(ordering.who_decides, among[0]) if among else PASS


def _is_answer(turn: Turn, order: ActivityOrder) -> bool:
    """To a question, under a card, or of the work that was just spoken of."""
    if turn.card or turn.spoken_of.partition(":")[0] in ("assignment", "report"):
        return True
    newest = next(iter(turn.open), None)
    if newest and newest.topic in RINGING:
        return False
    fresh = (e for e in turn.open if _is_fresh(turn, e.at))
    asked = {e.topic for e in fresh if "place" not in e.answers}
    figures = "turnout" in asked and order.kind in NOT_HELD
    if turn.reading.is_rained_off:
        figures = figures or any(e.topic == "turnout" for e in turn.open)
    return bool(asked & OWN_QUESTIONS) or figures or any(t.startswith("work.") for t in asked)


def _is_fresh(turn: Turn, at: datetime | None) -> bool:
    return at is None or turn.reading.now - at <= SPOKEN_OF


async def _let_be(turn: Turn, order: ActivityOrder) -> Response:
    """«thôi, không hủy»: it is not sent; once it was sent it is taken back, for ten minutes, and
    then «buổi trồng cây vẫn làm» opens it again."""
    if order.about:
        return await _called_stays(turn, order)
    if await turn.see(ordering.about_to_ring):
        return await turn.do(ordering.let_be)
    taken = last_order_back if order.kind == "mistaken" else _last_stop_back
    if (back := await taken(turn)) is not PASS:
        return back
    if order.kind != "keep":
        return PASS
    if off := await turn.see(ordering.called_off_soon):
        return await turn.do(stopping.ask_open_again, off)
    led = [*(await turn.see(ordering.led_soon)).days]
    if len(led) > 1:
        return await turn.do(ordering.which, led, turn.text)
    return await _stays(turn, led[0], order) if led else PASS


async def _called_stays(turn: Turn, order: ActivityOrder) -> Response:
    """The day that is called so is open again, where it was off; else nothing changes."""
    led = await turn.see(ordering.led_ahead_of_all)
    named = turn.reading.of(order.about).days_meant(led.days, led.names)
    among = await _off(turn, order) or named or ()
    if len(among) > 1:
        return await turn.do(ordering.which, among, turn.text)
    return await _keep(turn, among[0], order) if among else PASS


async def _keep(turn: Turn, day: int, order: ActivityOrder) -> Message | None:
    off = await turn.see(ordering.off_ahead)
    return await (
        turn.do(stopping.ask_open_again, day) if day in off.days else _stays(turn, day, order)
    )


async def last_order(turn: Turn) -> datetime | None:
    """When everybody was told something last, where it is fresh."""
    if not turn.actor.may(Permission.PLAN_ACTIVITY):
        return None
    return await turn.see(taking_back.last_told)


async def last_order_back(turn: Turn) -> Response:
    """What everybody was told last."""
    if not turn.actor.may(Permission.PLAN_ACTIVITY):
        return PASS
    told = await turn.see(taking_back.to_take_back)
    return await turn.do(taking_back.take_back, told) if told else PASS


async def _last_stop_back(turn: Turn) -> Response:
    """«không hủy nữa», said after other orders too: the day that was called off last."""
    if stopped := await turn.see(taking_back.stop_to_take_back):
        return await turn.do(taking_back.take_back, stopped)
    return await last_order_back(turn)


async def _stays(turn: Turn, day: int, order: ActivityOrder) -> Message | None:
    """«giữ 7h30 như cũ»: at that hour, which may be another than the one that is known."""
    was = await turn.see(changing.starts_of, day)
    there = turn.reading.of(order.rest).another_time(was) if order.rest else was
    if there != was:
        return await turn.do(changing.propose_shift, day, there)
    return await turn.do(ordering.nothing_changes, day)


async def _wait(turn: Turn, day: int, _: ActivityOrder) -> Message | None:
    return await turn.do(ordering.nothing_changes, day)


async def _full(turn: Turn, day: int, _: ActivityOrder) -> Message | None:
    return await turn.do(ordering.ask_full, day)


async def _reopen(turn: Turn, day: int, _: ActivityOrder) -> Message | None:
    return await turn.do(details.ask_details, day)


async def _count(turn: Turn, day: int, _: ActivityOrder) -> Message | None:
    return await turn.see(announcing.manage, day)


async def _call_off(turn: Turn, day: int, order: ActivityOrder) -> Message | None:
    if order.rest:
        return await turn.do(stopping.read_back, day, stopping.CALL_OFF, order.rest)
    return await turn.do(stopping.ask_call_off, day)


async def _postpone(turn: Turn, day: int, order: ActivityOrder) -> Message | None:
    if order.rest:
        return await turn.do(stopping.read_back, day, stopping.POSTPONE, order.rest)
    return await turn.do(stopping.ask_postpone, day)


async def _shift(turn: Turn, day: int, order: ActivityOrder) -> Message | None:
    was = await turn.see(changing.starts_of, day)
    there, lasts = turn.reading.of(order.rest).lasting(was)
    return await turn.do(changing.propose_shift, day, there, order.why, lasts)


async def _place(turn: Turn, day: int, order: ActivityOrder) -> Message | None:
    """Of the only point, or the one that is named; of several it is chosen first."""
    only = await turn.see(points.only_point, day)
    called = turn.reading.of(order.about)
    named = called.points_called(await turn.see(plans.point_names, day)) if order.about else []
    if only is None and len(named) != 1:
        return await turn.do(ordering.which_point, day, turn.text)
    return await _elsewhere(turn, only or named[0], order)


async def _elsewhere(turn: Turn, point: int, order: ActivityOrder) -> Message | None:
    there = turn.reading.place_in(order.rest, await turn.see(planning.places))
    return await turn.do(whereabouts.move, point, there)


Order = Callable[[Turn, int, ActivityOrder], Awaitable[Message | None]]
DEEDS: Mapping[str, Order] = {
    "wait": _wait,
    "keep": _keep,
    "full": _full,
    "reopen": _reopen,
    "count": _count,
    "calloff": _call_off,
    "postpone": _postpone,
    "shift": _shift,
    "place": _place,
}


@router.choice("s.order")
async def on_day_chosen(turn: Turn) -> Message | None:
    """«Của buổi nào?»: what was said is done to this one."""
    return await _done_to(turn, turn.subject)


@router.choice("s.orderat")
async def on_point_chosen(turn: Turn) -> Message | None:
    said, order = await _kept(turn, ordering.WHICH_POINT)
    return await _elsewhere(said, turn.subject, order)


def _text_of(turn: Turn, topic: str) -> str:
    return next((str(e.answers["text"]) for e in turn.waiting if e.topic == topic), "")


async def _kept(turn: Turn, topic: str) -> tuple[Turn, ActivityOrder]:
    """The order whose day, or point, was asked."""
    said = await turn.saying(_text_of(turn, topic))
    order = said.reading.activity_order or said.reading.order_by_name
    if order is None:
        raise Refusal("words_gone")
    return said, order


@router.topic(ordering.WHICH_DAY, ordering.WHICH_POINT, hears=chosen)
async def on_none_of_them(turn: Turn) -> Response:
    """«thôi»: of none; «buổi 7h», «cái ở Hải Yên»: of that one."""
    if turn.reading.leaves and turn.heard:
        return await turn.do(leave, turn.heard)
    if turn.heard and turn.heard.topic == ordering.WHICH_DAY:
        return await _day_in_words(turn)
    return PASS


async def _day_in_words(turn: Turn) -> Response:
    if turn.reading.asks:
        return PASS
    asked = await turn.see(ordering.asked_about)
    day = turn.reading.day_chosen(asked.starts, asked.names)
    if day is None:
        return PASS
    return await _done_to(turn, day)


async def _done_to(turn: Turn, day: int) -> Message | None:
    """What was said, done to the day that was chosen."""
    said = await turn.saying(_text_of(turn, ordering.WHICH_DAY))
    if change := said.reading.amendment:
        return await propose(said, day, change)
    if said.reading.activity_question == "told":
        return await turn.see(news.told_so_far, day)
    said, order = await _kept(turn, ordering.WHICH_DAY)
    return await DEEDS[order.kind](said, day, order)


@router.button("s.said")
async def on_of_the_day(turn: Turn) -> Message | None:
    """«Việc nào?» is answered by a day: what was said is done to it; where it says nothing that is
    done to a day, the day is shown, and that it was not written down."""
    asked = (e.answers for e in turn.waiting if (e.topic, str(e.subject)) == (WHICH, turn.arg))
    if (kept := next(asked, None)) is None:
        raise Refusal("words_gone")
    said = await turn.saying(str(kept["text"]))
    done = await _said_of(said, turn.subject)
    if done is PASS:
        draft = await turn.see(ordering.is_draft, turn.subject)
        shown = await turn.see(plans.see_plan if draft else announcing.manage, turn.subject)
        done = plans.with_unclear(shown, [Odd(said.text)] if said.text else [])
    return replace(done, place=Place.NEXT) if done else None


async def _said_of(said: Turn, day: int) -> Response:
    if await said.see(ordering.is_draft, day):
        return await mend_draft(said, day)
    if change := said.reading.amendment:
        return await propose(said, day, change)
    order = said.reading.activity_order
    return await DEEDS[order.kind](said, day, order) if order else PASS


@router.button("s.full")
async def on_full(turn: Turn) -> Message | None:
    return await turn.do(ordering.close_now, turn.subject)
