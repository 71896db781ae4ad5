"""«Lịch tuần», by its label, its command, or typed."""

from dataclasses import replace

from actions.office.schedule import next_week, tomorrow, week
from domain.access import Permission
from domain.letters import Message, Place
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.command("lich")
@router.label("schedule.week")
@router.said("week_schedule")
@router.intent("week_schedule")
async def on_week(turn: Turn) -> Response:
    return await turn.see(week) if turn.actor.may(Permission.SEE_SCHEDULE) else PASS


@router.said("tomorrow", may=Permission.SEE_SCHEDULE)
async def on_tomorrow(turn: Turn) -> Response:
    return await turn.see(tomorrow)


@router.said("activities_next_week", may=Permission.SEE_SCHEDULE)
async def on_next_week(turn: Turn) -> Response:
    return await turn.see(next_week)


@router.button("week", "week.next")
async def on_other_week(turn: Turn) -> Message | None:
    return replace(await turn.see(week, min(turn.subject, 8)), place=Place.EDIT)
