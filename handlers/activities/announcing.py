"""The organiser's buttons of an activity: share it, repeat it, change it, call it off."""

from datetime import datetime

from actions.activities import (
    announcing,
    changing,
    copying,
    details,
    naming,
    news,
    ordering,
    stopping,
)
from actions.activities.taking_back import take_back
from domain.dialogue import Hears
from domain.letters import Message
from domain.refusals import Refusal
from handlers.activities.amending import propose
from handlers.kit.addressee import read_back
from handlers.kit.buttons import moment_of, number_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.registrations.registering import own, reach
from language import ActivityOrder

router = Router()


@router.button("s.manage")
async def on_manage(turn: Turn) -> Message | None:
    return await turn.see(announcing.manage, turn.subject)


@router.button("s.names")
async def on_names(turn: Turn) -> Message | None:
    page = number_of(turn) if turn.arg else 0
    return await turn.see(naming.names, turn.subject, page)


@router.button("s.qr")
async def on_qr(turn: Turn) -> Message | None:
    return await turn.see(announcing.qr, turn.subject)


@router.button("s.poster")
async def on_poster(turn: Turn) -> Message | None:
    return await turn.see(announcing.poster, turn.subject)


@router.button("s.copy")
async def on_copy(turn: Turn) -> Message | None:
    return await turn.do(copying.copy_week, turn.subject)


@router.button("s.weekly")
async def on_weekly(turn: Turn) -> Message | None:
    return await turn.do(copying.repeat, turn.subject)


@router.button("s.details")
async def on_ask_details(turn: Turn) -> Message | None:
    return await turn.do(details.ask_details, turn.subject)


@router.topic("details", hears=Hears.LINE)
async def on_details(turn: Turn) -> Message | None:
    """A line each; what they say is shown back. Who leads, how many places and where it is are
    read back with the rest, before they count."""
    said = turn.reading.plan_lines(await turn.see(details.about, turn.about))
    if said.unclear and (change := turn.reading.day_change):
        return await propose(turn, turn.about, change)
    return await turn.do(details.set_details, turn.about, said)


@router.button("s.calloff")
async def on_ask_call_off(turn: Turn) -> Message | None:
    return await turn.do(stopping.ask_call_off, turn.subject)


@router.button("s.postpone")
async def on_ask_postpone(turn: Turn) -> Message | None:
    return await turn.do(stopping.ask_postpone, turn.subject)


@router.topic(stopping.CALL_OFF, stopping.POSTPONE, hears=read_back("why", Hears.REASON))
async def on_reason(turn: Turn) -> Response:
    """The reason, read back; «gửi» or «đúng» typed under it sends it. A day is when it is held
    instead; «không hủy nữa» and an order on a day that bears a name are no reasons: nothing is
    sent, or it is asked of which."""
    if turn.heard is None or not turn.text:
        return PASS
    if turn.reading.sends:
        read = "why" in turn.heard.answers
        return await turn.do(stopping.stop, turn.about, turn.heard.topic) if read else PASS
    if turn.reading.keeps_a_day:
        return await turn.do(ordering.let_be)
    if turn.heard.topic == stopping.POSTPONE and (moved := turn.reading.moved):
        was = await turn.see(changing.starts_of, turn.about)
        there = turn.reading.of(moved.rest).another_time(was)
        return await turn.do(changing.propose_shift, turn.about, there, moved.why)
    order = turn.reading.activity_order or turn.reading.order_by_name
    if order and order.about:
        led = await turn.see(ordering.led_soon)
        return await turn.do(ordering.which, [*led.days] or [turn.about], turn.text)
    return await turn.do(stopping.read_back, turn.about, turn.heard.topic, turn.text)


@router.button("s.stop")
async def on_stop(turn: Turn) -> Message | None:
    what, _, mark = turn.arg.partition(".")
    return await turn.do(stopping.stop, turn.subject, _stopped(what), mark)


@router.button("s.stopno")
async def on_leave_running(turn: Turn) -> Message | None:
    return await turn.do(stopping.leave_running, turn.subject, _stopped(turn.arg))


def _stopped(what: str) -> str:
    if what not in stopping.BECOMES:
        raise Refusal("unknown_button")
    return what


@router.button("s.undo")
async def on_take_back(turn: Turn) -> Message | None:
    return await turn.do(take_back, turn.subject)


@router.button("s.openday")
async def on_open_again(turn: Turn) -> Message | None:
    """«Mở lại», and then «Gửi»."""
    if turn.arg == "sure":
        return await turn.do(stopping.open_again, turn.subject)
    return await turn.do(stopping.ask_open_again, turn.subject)


@router.button("s.still")
async def on_still(turn: Turn) -> Message | None:
    there = await reach(turn, "activity", turn.subject)
    return await there.do(news.still, turn.subject)


@router.button("s.cannot")
async def on_cannot(turn: Turn) -> Message | None:
    return await (await own(turn)).do(news.cannot, turn.subject)


@router.button("s.shift")
async def on_ask_shift(turn: Turn) -> Message | None:
    return await turn.do(changing.ask_shift, turn.subject)


@router.topic("shift", hears=read_back("starts", Hears.DAY))
async def on_shift(turn: Turn) -> Response:
    """Another day, or another hour of the same; read back before it rings with anybody. What was
    read back is left by «giữ nguyên», and takes no line of something else."""
    if turn.reading.sends and turn.heard:
        starts = datetime.fromisoformat(str(turn.heard.answers["starts"]))
        return await turn.do(changing.confirm_shift, turn.about, starts)
    if turn.heard and "starts" in turn.heard.answers:
        if turn.reading.keeps_as_it_is:
            return await turn.do(changing.leave_time, turn.about)
        if not turn.reading.when or turn.reading.day_change:
            return PASS
    was = await turn.see(changing.starts_of, turn.about)
    moved = turn.reading.moved or ActivityOrder("shift", turn.text)
    there, lasts = turn.reading.of(moved.rest).lasting(was)
    return await turn.do(changing.propose_shift, turn.about, there, moved.why, lasts)


@router.button("s.shiftyes")
async def on_shift_confirmed(turn: Turn) -> Message | None:
    return await turn.do(changing.confirm_shift, turn.subject, await moment_of(turn))


@router.button("s.shiftno")
async def on_shift_dropped(turn: Turn) -> Message | None:
    return await turn.do(changing.leave_time, turn.subject)


@router.button("s.known")
async def on_known(turn: Turn) -> Message | None:
    """The news stays to be read, and asks nothing more."""
    turn.chose(("s.known", turn.subject))
    turn.receipt.leaves = True
    there = await reach(turn, "activity", turn.subject)
    return await there.do(news.known, turn.subject)


@router.said("known")
@router.acknowledges("news")
async def on_known_said(turn: Turn) -> Response:
    """«ok biết rồi», and «ok» just after what was told, is the tap «Đã biết»; of the work that is
    spoken of it is said of that."""
    of_work = turn.card or turn.spoken_of
    if of_work.partition(":")[0] in ("assignment", "report"):
        return PASS
    told = await turn.see(news.unknown_yet) if turn.actor.person_id else None
    turn.chose(("s.known", told or 0))
    return await turn.do(news.known, told) if told else PASS


@router.button("s.silent")
async def on_silent(turn: Turn) -> Message | None:
    return await turn.see(news.silent, turn.subject)
