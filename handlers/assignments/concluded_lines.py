"""Several conclusions in one message, «kết luận: 1. … giao Mây. 2. …», are lines of work."""

from actions.assignments.whom import colleagues
from domain.access import Permission
from handlers.assignments.giving import from_lines
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.said("conclusions_opened")
async def several_concluded(turn: Turn) -> Response:
    """Where somebody is named in them: each is a line of work, read back together."""
    if not turn.actor.may(Permission.ASSIGN):
        return PASS
    people = await turn.see(colleagues)
    lines = turn.reading.lines_concluded(people)
    said = turn.reading.of("\n".join(lines))
    named = any(line.lead for line in said.work_lines(people)) if lines else False
    return await from_lines(turn, said) if named else PASS
