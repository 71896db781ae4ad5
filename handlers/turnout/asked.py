"""«tổng bao nhiêu người rồi», «điểm nào chưa báo», «ai phụ trách điểm Trà Cổ»: the figure."""

from actions.turnout import asked
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from language import FiguresAsked

router = Router()


@router.said("figures_asked")
async def on_figures_asked(turn: Turn) -> Response:
    """Of the day or the point that is named; of anything else that is named it is no question
    of this room."""
    wanted = turn.reading.figures_asked
    if wanted is None or turn.actor.person_id is None or turn.card:
        return PASS
    return await told(turn, wanted)


async def told(turn: Turn, wanted: FiguresAsked) -> Response:
    """Of the day that is named, or was shown just now; of whose figures are missing, all."""
    known = await turn.see(asked.days_asked)
    if not known.days:
        return PASS
    rest = turn.reading.of(wanted.rest)
    if not wanted.rest:
        held = [one for one in (turn.shown_day,) if one in known.days and wanted.about != "silent"]
        return await turn.see(asked.tell_figures, wanted.about, held)
    point = rest.place_named(known.points)
    among = rest.days_meant(known.days, known.names)
    if not among and point is None:
        return PASS
    return await turn.see(asked.tell_figures, wanted.about, among or [], point)
