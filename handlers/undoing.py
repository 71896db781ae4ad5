"""«hoàn tác», whatever it was: the newest that others were told and that can be taken back."""

from handlers.activities.typed import last_order_back
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.matters.taking_back import last_word_back

router = Router()


@router.said("undo")
async def on_undo(turn: Turn) -> Response:
    for back in (last_word_back, last_order_back):
        if (answer := await back(turn)) is not PASS:
            return answer
    return PASS
