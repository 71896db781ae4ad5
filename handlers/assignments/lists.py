"""Lists of work: my week, the section, what waits for me, what is overdue, one in detail."""

from actions.assignments import details, lists, midweek
from domain.access import Permission
from domain.letters import Message
from handlers.kit.buttons import number_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.label("work.mine")
@router.command("viec")
@router.said("my_work")
@router.said("own_work", may=Permission.OWN_WORK)
@router.intent("list_tasks", may=Permission.OWN_WORK)
@router.button("l.mine")
async def on_mine(turn: Turn) -> Message | None:
    return await turn.see(lists.my_week)


@router.command("tuansau")
@router.said("work_next_week", may=Permission.OWN_WORK)
async def on_next_week(turn: Turn) -> Message | None:
    return await turn.see(lists.my_next_week)


@router.label("work.unit")
@router.command("donvi")
@router.said("unit_work", may=Permission.READ_WORK)
@router.button("l.unit")
async def on_unit(turn: Turn) -> Message | None:
    return await turn.see(lists.unit_work, turn.subject, _page(turn))


@router.said("to_approve")
async def on_review_said(turn: Turn) -> Response:
    """«duyệt» under a card is of that."""
    return PASS if turn.card.startswith("preview:") else await on_review(turn)


@router.label("work.review")
@router.button("l.review")
@router.command("duyet")
async def on_review(turn: Turn) -> Message | None:
    return await turn.see(lists.to_approve)


@router.said("given_work", may=Permission.ASSIGN)
async def on_given(turn: Turn) -> Message | None:
    """«việc tôi giao tới đâu rồi»"""
    return await turn.see(lists.given_by_me)


@router.command("quahan")
@router.said("overdue", "who_is_late")
@router.button("l.late")
async def on_late(turn: Turn) -> Message | None:
    return await turn.see(lists.overdue_list, turn.subject, _page(turn))


def _page(turn: Turn) -> int | None:
    return number_of(turn) if turn.arg else None


@router.said("slowest", may=Permission.READ_WORK)
async def on_slowest(turn: Turn) -> Message | None:
    return await turn.see(lists.slowest)


@router.said("midweek")
async def on_midweek(turn: Turn) -> Message | None:
    return await turn.see(midweek.look)


@router.button("l.midweek")
async def on_remind_midweek(turn: Turn) -> Message | None:
    return await turn.do(midweek.remind_midweek)


@router.button("a.more")
async def on_more(turn: Turn) -> Message | None:
    return await turn.see(details.whole, turn.subject)


@router.button("a.zalo")
async def on_zalo(turn: Turn) -> Message | None:
    return await turn.see(details.for_zalo, turn.subject)
