"""What somebody sends from where they are on a visit, and says of nothing."""

from actions.assignments import lists
from actions.assignments.typed import ask_which
from domain.unkept import RESIDENTS
from handlers.assignments.meant import kept_with
from handlers.kit.router import PASS, Response
from handlers.kit.turn import Turn
from handlers.kit.unfit import unfit
from handlers.supervision.visiting import judged, visits_beside
from language import Meaning


async def sent_there(turn: Turn) -> Response:
    """What somebody sends from a visit without saying of what: of that one, where it can be of
    nothing else; beside work of their own it is asked."""
    here = await visits_beside(turn) if turn.attachment else ()
    if not here:
        return PASS
    if works := [a.id for a in await turn.see(lists.my_open)]:
        kept = kept_with(turn, Meaning("done"))
        return await turn.do(ask_which, kept, works, turn.incoming.number, here)
    if len(here) > 1:
        return PASS
    if no := await unfit(turn, turn.text, RESIDENTS):
        return no
    return await judged(turn, here[0].subject, turn.text)
