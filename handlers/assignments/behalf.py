"""«Ghi thay»: the office writes down what somebody said on the telephone."""

from actions.assignments import behalf
from domain.dialogue import Hears
from domain.letters import Message
from handlers.assignments.asking import wish_in
from handlers.kit.addressee import read_back
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from language import Meaning

router = Router()


@router.button("a.behalf")
async def on_behalf(turn: Turn) -> Message | None:
    return await turn.see(behalf.menu, turn.subject)


@router.choice("o.accept")
async def on_accept(turn: Turn) -> Message | None:
    return await turn.do(behalf.read_back, turn.subject, "accepted")


@router.choice("o.tell")
async def on_tell(turn: Turn) -> Message | None:
    return await turn.do(behalf.ask, turn.subject)


@router.topic(behalf.TOPIC, hears=read_back("event", Hears.RESULT, Hears.DAY, Hears.REASON))
async def on_told(turn: Turn) -> Response:
    """`70%`, `vướng kinh phí`, `xong, 6 hộ đã ký`, `xin gia hạn đến 27/11, chờ phường`: what was
    said, in a few words."""
    if turn.heard is None or not turn.text:
        return PASS
    return await _record(turn, turn.heard.subject, turn.reading.meaning("assignment"))


async def _record(turn: Turn, assignment_id: int, meaning: Meaning) -> Message | None:
    """Read back; «gửi» typed under it sends it."""
    kept = turn.heard.answers if turn.heard else {}
    if "event" in kept and turn.reading.sends:
        return await turn.do(behalf.send, assignment_id)
    percent, note = meaning.slots.get("percent"), meaning.note or turn.text
    if meaning.intent == "accept":
        return await turn.do(behalf.read_back, assignment_id, "accepted")
    if meaning.intent == "blocked":
        return await turn.do(behalf.read_back, assignment_id, "blocked", note)
    if meaning.intent == "done" and not meaning.doubtful:
        return await turn.do(behalf.read_back, assignment_id, "submitted", note)
    if meaning.intent == "progress" and percent is not None:
        return await turn.do(behalf.read_back, assignment_id, "progress", turn.text, percent)
    if meaning.intent in ("extend", "decline"):
        return await _wish(turn, assignment_id, meaning)
    return Message("work.behalf_unclear")


async def _wish(turn: Turn, assignment_id: int, meaning: Meaning) -> Message | None:
    """More time until a day, or release; a day that is not plain is asked for."""
    if meaning.intent == "decline":
        return await turn.do(behalf.read_back, assignment_id, "release", turn.text)
    limit = await turn.see(behalf.limit_of, assignment_id)
    wish = wish_in(turn.reading, limit)
    if wish.due is None:
        return Message("work.behalf_until")
    deed = (assignment_id, "extension", wish.reason)
    return await turn.do(behalf.read_back, *deed, due=wish.due)


@router.button("o.send")
async def on_send(turn: Turn) -> Message | None:
    return await turn.do(behalf.send, turn.subject, turn.arg)


@router.button("o.back")
async def on_take_back(turn: Turn) -> Message | None:
    return await turn.do(behalf.take_back, turn.subject)


@router.button("o.right")
async def on_right(turn: Turn) -> Message | None:
    return await turn.do(behalf.right, turn.subject)


@router.button("o.wrong")
async def on_wrong(turn: Turn) -> Message | None:
    return await turn.do(behalf.wrong, turn.subject)
