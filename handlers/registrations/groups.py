"""What a cadre types about the coming days' groups without opening a form."""

from actions.registrations import groups
from actions.turnout import weekend
from domain.dialogue import GROUPED, WEEKEND
from domain.letters import Message
from handlers.kit.reading import names_assignment, read_turnout
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.registrations.registering import number

router = Router()
NOBODY = "0"


@router.topic(WEEKEND)
async def on_weekend(turn: Turn) -> Response:
    """«PN 12, ĐTN 8» under Thursday's question."""
    said = read_turnout(turn.text)
    if said is None or not (said.total or said.parts) or names_assignment(turn.text, turn.now):
        return PASS
    total = said.total if said.total is not None else sum(said.parts.values())
    return await turn.do(weekend.hear, said.parts, total)


@router.topic(GROUPED)
async def on_grouped(turn: Turn) -> Response:
    """«Đổi số, chỉ cần nhắn lại»: read back like the first; «0» takes the group back."""
    said, activity_id = read_turnout(turn.text), turn.heard.subject if turn.heard else 0
    if turn.text == NOBODY:
        return await turn.do(groups.withdraw, activity_id)
    if said is None or not (said.total or said.parts) or names_assignment(turn.text, turn.now):
        return PASS
    total = said.total if said.total is not None else sum(said.parts.values())
    return await turn.do(groups.read_group, activity_id, said.parts, total)


@router.button("g.day")
async def on_day(turn: Turn) -> Message | None:
    return await turn.do(weekend.for_activity, turn.subject)


@router.button("t.group")
async def on_from_report(turn: Turn) -> Message | None:
    return await turn.do(weekend.from_report, turn.subject, number(turn))
