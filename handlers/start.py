"""Everybody's own corner: `/start`, `/trogiup`, `/dung`, `/huy`."""

from actions.registrations.reminding import EVENING_TOPIC
from actions.start import begin, forget_questions, help_page, mute, unmute
from domain.letters import Message
from domain.menus import side_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.office.arrival import welcome_stranger
from handlers.registrations.typed import on_leave_day

router = Router()


@router.command("start")
async def on_start(turn: Turn) -> Message | None:
    if turn.actor.person_id is None:
        return welcome_stranger()
    return await turn.do(begin)


@router.command("trogiup", "help")
@router.said("help")
@router.button("help")
@router.intent("help")
async def on_help(turn: Turn) -> Message | None:
    return await turn.see(help_page)


@router.command("huy", "cancel")
@router.said("cancel")
async def on_cancel(turn: Turn) -> Response:
    if turn.actor.person_id is None:
        return Message("cancel.nothing")
    if (place := await _own_place(turn)) is not PASS:
        return place
    return await turn.do(forget_questions)


async def _own_place(turn: Turn) -> Response:
    """«hủy» of a volunteer who was asked nothing else is of the place: it is asked."""
    typing = any(waiting.topic != EVENING_TOPIC for waiting in turn.waiting)
    if turn.text.startswith("/") or typing or side_of(turn.actor) == "staff":
        return PASS
    return await on_leave_day(turn)


@router.command("dung", "mute")
@router.said("mute")
@router.intent("stop")
async def on_mute(turn: Turn) -> Message | None:
    """«dung» without its mark is «đúng» as well: it is said what «dừng» would do."""
    if turn.meaning and turn.meaning.doubtful:
        return Message("mute.doubtful", {"text": turn.text})
    return await turn.do(mute)


@router.command("nhantin", "unmute")
@router.said("unmute")
@router.button("unmute")
async def on_unmute(turn: Turn) -> Message | None:
    return await turn.do(unmute)
