"""The organiser's buttons of an activity: share it, repeat it, change it, call it off."""

from actions.activities import announcing, changing, copying, details, naming, news
from actions.assignments.drafting import office_clock
from domain.letters import Message
from handlers.kit.buttons import moment_of, number_of
from handlers.kit.plan_lines import read_plan_lines
from handlers.kit.router import Router
from handlers.kit.starts import read_another_time
from handlers.kit.turn import Turn
from handlers.registrations.registering import own, reach

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


@router.topic("details")
async def on_details(turn: Turn) -> Message | None:
    """A line each; what they say is shown back."""
    activity_id = turn.heard.subject if turn.heard else 0
    about = await turn.see(details.about, activity_id)
    said = read_plan_lines(turn.text, about)
    return await turn.do(details.set_details, activity_id, said)


@router.button("s.calloff")
async def on_ask_call_off(turn: Turn) -> Message | None:
    return await turn.do(changing.ask_call_off, turn.subject)


@router.topic("calloff")
async def on_call_off(turn: Turn) -> Message | None:
    activity_id = turn.heard.subject if turn.heard else 0
    return await turn.do(changing.call_off, activity_id, turn.text)


@router.button("s.postpone")
async def on_ask_postpone(turn: Turn) -> Message | None:
    return await turn.do(changing.ask_postpone, turn.subject)


@router.topic("postpone")
async def on_postpone(turn: Turn) -> Message | None:
    activity_id = turn.heard.subject if turn.heard else 0
    return await turn.do(changing.postpone, activity_id, turn.text)


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


@router.topic("shift")
async def on_shift(turn: Turn) -> Message | None:
    """Another day, or another hour of the same; read back before it rings with anybody."""
    activity_id = turn.heard.subject if turn.heard else 0
    was = await turn.see(changing.starts_of, activity_id)
    now = (await turn.see(office_clock)).now
    return await turn.do(
        changing.propose_shift, activity_id, read_another_time(turn.text, now, was)
    )


@router.button("s.shiftyes")
async def on_shift_confirmed(turn: Turn) -> Message | None:
    return await turn.do(changing.shift, turn.subject, await moment_of(turn))


@router.button("s.shiftno")
async def on_shift_dropped(turn: Turn) -> Message | None:
    return await turn.do(changing.leave_time, turn.subject)


@router.button("s.known")
async def on_known(turn: Turn) -> Message | None:
    there = await reach(turn, "activity", turn.subject)
    return await there.do(news.known, turn.subject)


@router.button("s.silent")
async def on_silent(turn: Turn) -> Message | None:
    return await turn.see(news.silent, turn.subject)
