"""«hoàn tác», whatever it was: the newest that was said, ordered, given, decided,
praised or counted."""

from datetime import datetime

from actions.questions import last_that_stands, leave
from domain.dialogue import PUSHED, Expectation
from domain.letters import Message
from handlers.activities.typed import last_order, last_order_back
from handlers.assignments.taking_back import last_work, last_work_back
from handlers.conclusions.concluding import last_concluded, last_concluded_back
from handlers.conclusions.opening import last_opened, last_opened_back
from handlers.kit.router import Response, Router
from handlers.kit.turn import Turn
from handlers.matters.taking_back import last_word, last_word_back
from handlers.supervision.moving import last_move, last_move_back
from handlers.turnout.reports import last_figures, last_figures_back

router = Router()
CONCLUDED = ((last_concluded, last_concluded_back), (last_opened, last_opened_back))
WAYS = (
    *CONCLUDED,
    (last_word, last_word_back),
    (last_order, last_order_back),
    (last_work, last_work_back),
    (last_move, last_move_back),
    (last_figures, last_figures_back),
)


NAMED = {"conclusion": CONCLUDED, "word": (*CONCLUDED, (last_word, last_word_back))}
"""«bỏ kết luận lúc nãy», «rút ý kiến»: of which kind it is."""


@router.said("undo")
async def on_undo(turn: Turn) -> Response:
    """What was begun since is left, and nothing is taken back; a mere question of what was meant,
    or of somebody else, is no such thing."""
    ways = NAMED.get(turn.reading.undone_in_words or "", WAYS)
    done = [(at, back) for last, back in ways if (at := await last(turn))]
    at, back = max(done, key=lambda one: one[0], default=(None, None))
    stands, begun = await turn.see(last_that_stands), next(filter(_is_begun, turn.waiting), None)
    if stands and not any(later and later >= stands for later in (at, begun and begun.at)):
        return Message("work.stands")
    if begun and _is_newer(begun.at, at):
        return await turn.do(leave, begun)
    return await back(turn) if back else Message("work.nothing_to_undo")


def _is_begun(question: Expectation) -> bool:
    return not (question.asks_which or question.topic in PUSHED)


def _is_newer(asked: datetime | None, done: datetime | None) -> bool:
    return done is None or (asked is not None and asked > done)
