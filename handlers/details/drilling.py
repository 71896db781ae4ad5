"""From a figure of the report to what it counts, and back: taps that turn one message over."""

from actions.conclusions import remarks
from actions.details import behind, drilling
from actions.digest import readers
from domain.access import Permission
from domain.behind import behind_way
from domain.drilling import way_of
from domain.letters import Message
from handlers.kit.router import Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.button("d.by")
async def on_groups(turn: Turn) -> Message | None:
    if turn.arg in ("", "again"):
        return await turn.see(drilling.menu, turn.subject, again=bool(turn.arg))
    way = way_of(turn.arg)
    return await turn.see(drilling.groups, turn.subject, way)


@router.said("report_details", may=Permission.READ_DIGEST)
async def on_details_asked(turn: Turn) -> Response:
    """«chi tiết báo cáo»: of the last that went out."""
    return await turn.see(drilling.menu, await turn.see(readers.last_sent))


@router.button("d.in")
async def on_listed(turn: Turn) -> Message | None:
    return await turn.see(drilling.listed, turn.subject, way_of(turn.arg))


@router.button("d.part")
async def on_part(turn: Turn) -> Message | None:
    return await turn.see(behind.figures, turn.subject, behind_way(turn.arg))


@router.button("d.fig")
async def on_figure(turn: Turn) -> Message | None:
    return await turn.see(behind.rows, turn.subject, behind_way(turn.arg))


@router.button("d.one")
async def on_thing(turn: Turn) -> Message | None:
    return await turn.see(behind.thing, turn.subject, behind_way(turn.arg))


@router.button("d.task")
async def on_task(turn: Turn) -> Message | None:
    return await turn.see(drilling.task, turn.subject, way_of(turn.arg))


@router.button("d.word")
async def on_word(turn: Turn) -> Message | None:
    return await turn.do(remarks.ask_word, turn.subject)
