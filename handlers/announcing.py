"""The organiser's buttons of a volunteer day: share it, repeat it, change it, call it off."""

from datetime import time

from actions.assignments.drafting import office_clock
from actions.saturdays import announcing
from domain.letters import Message
from domain.names import fold
from domain.refusals import Refusal
from handlers.kit.reading import read_start
from handlers.kit.router import Router
from handlers.kit.turn import Turn
from handlers.saturdays import own, reach

router = Router()
USUAL = time(7)
DETAILS = {"noi dung": "content", "mang theo": "bring", "neu mua": "rain_plan"}
DETAIL_LETTERS = 300


@router.button("s.manage")
async def on_manage(turn: Turn) -> Message | None:
    return await turn.see(announcing.manage, turn.subject)


@router.button("s.qr")
async def on_qr(turn: Turn) -> Message | None:
    return await turn.see(announcing.qr, turn.subject)


@router.button("s.poster")
async def on_poster(turn: Turn) -> Message | None:
    return await turn.see(announcing.poster, turn.subject)


@router.button("s.copy")
async def on_copy(turn: Turn) -> Message | None:
    return await turn.do(announcing.copy_week, turn.subject)


@router.button("s.weekly")
async def on_weekly(turn: Turn) -> Message | None:
    return await turn.do(announcing.repeat, turn.subject)


@router.button("s.details")
async def on_ask_details(turn: Turn) -> Message | None:
    return await turn.do(announcing.ask_details, turn.subject)


@router.topic("details")
async def on_details(turn: Turn) -> Message | None:
    activity_id = turn.heard.subject if turn.heard else 0
    return await turn.do(announcing.set_details, activity_id, read_details(turn.text))


def read_details(text: str) -> dict[str, str | int]:
    """«mang theo: ủng», «nội dung: …», «nếu mưa: …», «từ 18», «trẻ em: không», a line each."""
    found: dict[str, str | int] = {}
    for line in text.splitlines():
        said, (name, _, rest) = fold(line), line.partition(":")
        field = DETAILS.get(fold(name))
        if field and rest.strip():
            found[field] = rest.strip()[:DETAIL_LETTERS]
        elif said.startswith("tre em"):
            found["children"] = int("khong" not in said)
        elif said in ("tu 18", "tu 16"):
            found["min_age"] = int(said[-2:])
    return found


@router.button("s.calloff")
async def on_ask_call_off(turn: Turn) -> Message | None:
    return await turn.do(announcing.ask_call_off, turn.subject)


@router.topic("calloff")
async def on_call_off(turn: Turn) -> Message | None:
    activity_id = turn.heard.subject if turn.heard else 0
    return await turn.do(announcing.call_off, activity_id, turn.text)


@router.button("s.postpone")
async def on_ask_postpone(turn: Turn) -> Message | None:
    return await turn.do(announcing.ask_postpone, turn.subject)


@router.topic("postpone")
async def on_postpone(turn: Turn) -> Message | None:
    activity_id = turn.heard.subject if turn.heard else 0
    return await turn.do(announcing.postpone, activity_id, turn.text)


@router.button("s.still")
async def on_still(turn: Turn) -> Message | None:
    there = await reach(turn, "activity", turn.subject)
    return await there.do(announcing.still, turn.subject)


@router.button("s.cannot")
async def on_cannot(turn: Turn) -> Message | None:
    return await (await own(turn)).do(announcing.cannot, turn.subject)


@router.button("s.shift")
async def on_ask_shift(turn: Turn) -> Message | None:
    return await turn.do(announcing.ask_shift, turn.subject)


@router.topic("shift")
async def on_shift(turn: Turn) -> Message | None:
    activity_id = turn.heard.subject if turn.heard else 0
    starts = read_start(turn.text, (await turn.see(office_clock)).now, USUAL)
    if starts is None:
        raise Refusal("when_unclear")
    return await turn.do(announcing.shift, activity_id, starts)


@router.button("s.known")
async def on_known(turn: Turn) -> Message | None:
    there = await reach(turn, "activity", turn.subject)
    return await there.do(announcing.known, turn.subject)


@router.button("s.silent")
async def on_silent(turn: Turn) -> Message | None:
    return await turn.see(announcing.silent, turn.subject)
