"""«ý là thứ 5 chứ»: of what was just given, or said to others, the limit is another one."""

from actions.assignments import typed, words
from actions.conclusions import remarks
from actions.matters import owning
from domain.access import Permission
from handlers.kit.router import PASS, Response
from handlers.kit.turn import Turn
from language import Reading


async def limit_mended(turn: Turn) -> Response:
    """Read back, for work; written down at once for one's own word, which may be said again."""
    day = turn.reading.mended_day
    if day is None:
        return PASS
    kind, _, number = (turn.card or turn.spoken_of).partition(":")
    if word := await _own_word(turn, kind, number):
        return await turn.do(owning.set_due, word, day.due.at)
    of_work = kind == "assignment" and turn.actor.may(Permission.DECIDE_WORK)
    return await _of_work(turn, day, int(number)) if of_work else PASS


async def _own_word(turn: Turn, kind: str, number: str) -> int:
    """What was said to others last, where nothing else was spoken of since."""
    if not turn.actor.may(Permission.FOLLOW_MATTERS):
        return 0
    if kind == "matter" and turn.card:
        return int(number)
    last, at = await turn.see(remarks.last_fresh)
    newest = at and (turn.spoken_at is None or at > turn.spoken_at)
    return last if newest and not turn.card else 0


async def _of_work(turn: Turn, day: Reading, number: int) -> Response:
    """One's own limit is asked for, and not set."""
    a = await turn.see(typed.one, number)
    due = day.limit_instead_of(a.due_at)
    if due is None or a.lead_id == turn.actor.person_id or not a.is_open:
        return PASS
    return await turn.do(words.ask_move, a.id, due)
