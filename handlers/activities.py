"""«Hoạt động»: the days out to come, and the form for a new one."""

import re
from datetime import date

from actions.activities import audience, planning, plans, whereabouts
from actions.assignments.drafting import office_clock
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.reading import read_point, read_start, read_turnout
from handlers.kit.router import PASS, Router
from handlers.kit.turn import Turn

router = Router()
_POSITION = r"(-?\d{1,3}\.\d+)\s*[,; ]\s*(-?\d{1,3}\.\d+)"


@router.command("hoatdong")
@router.phrase("hoạt động")
async def on_activities(turn: Turn) -> Message | None:
    return await turn.see(plans.coming)


@router.button("plan.new")
@router.phrase("tạo hoạt động")
async def on_new(turn: Turn) -> Message | None:
    return await turn.do(planning.begin)


@router.button("plan.kind")
async def on_kind(turn: Turn) -> Message | None:
    return await turn.do(planning.fill, turn.arg)


@router.button("plan.day")
async def on_day(turn: Turn) -> Message | None:
    try:
        day = date.fromisoformat(turn.arg)
    except ValueError:
        raise Refusal("unknown_button") from None
    return await turn.do(planning.fill_day, day)


@router.topic("plan")
async def on_answer(turn: Turn) -> Message | None:
    """An answer of the form, read by what was asked."""
    asking = turn.heard.answers.get("asking") if turn.heard else ""
    if not turn.text or asking == "kind":
        return PASS
    known = await turn.see(planning.places)
    if asking == "points":
        lines = [line for line in turn.text.splitlines() if line]
        points = [read_point(line, known.localities, known.people) for line in lines]
        return await turn.do(planning.finish, points)
    if asking == "starts":
        now = (await turn.see(office_clock)).now
        starts = read_start(turn.text, now, known.usual)
        return await turn.do(planning.fill, starts or "")
    return await turn.do(planning.fill, turn.text)


@router.button("plan.open")
async def on_open(turn: Turn) -> Message | None:
    return await turn.do(plans.open_plan, turn.subject)


@router.button("plan.drop")
async def on_drop(turn: Turn) -> Message | None:
    return await turn.do(plans.drop_plan, turn.subject)


@router.button("plan.see")
async def on_see(turn: Turn) -> Message | None:
    return await turn.see(plans.see_plan, turn.subject)


@router.button("plan.target")
async def on_ask_target(turn: Turn) -> Message | None:
    return await turn.do(plans.ask_target, turn.subject)


@router.topic("plan_target")
async def on_target(turn: Turn) -> Message | None:
    activity_id = turn.heard.subject if turn.heard else 0
    said = read_turnout(turn.text)
    total, parts = (said.total, said.parts) if said else (None, {})
    return await turn.do(plans.set_target, activity_id, total, parts)


@router.button("plan.where")
async def on_ask_where(turn: Turn) -> Message | None:
    return await turn.do(whereabouts.ask_where, turn.subject)


@router.button("plan.at")
async def on_ask_position(turn: Turn) -> Message | None:
    return await turn.do(whereabouts.ask_position, turn.subject)


@router.topic("where")
async def on_where(turn: Turn) -> Message | None:
    """A location of the phone, «21.53, 107.97», or words for the landmark."""
    point_id, place = turn.heard.subject if turn.heard else 0, turn.attachment
    if place and place.kind == "location":
        return await turn.do(whereabouts.set_position, point_id, place.latitude, place.longitude)
    if found := re.fullmatch(_POSITION, turn.text):
        lat, lon = float(found[1]), float(found[2])
        return await turn.do(whereabouts.set_position, point_id, lat, lon)
    return await turn.do(whereabouts.set_landmark, point_id, turn.text)


@router.button("plan.hears")
async def on_hears(turn: Turn) -> Message | None:
    return await turn.see(audience.see_audience, turn.subject)


@router.button("plan.hear")
async def on_hear(turn: Turn) -> Message | None:
    what, _, id_ = turn.arg.partition(".")
    chosen = int(id_) if id_.isascii() and id_.isdigit() and len(id_) < 16 else 0
    return await turn.do(audience.choose, turn.subject, what, chosen)
