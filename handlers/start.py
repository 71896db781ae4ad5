"""Everybody's own corner: `/start`, `/trogiup`, `/dung`, `/huy`."""

from actions.start import begin, forget_questions, help_page, mute, unmute
from domain.letters import Message
from handlers.kit.router import Router
from handlers.kit.turn import Turn
from handlers.office.arrival import welcome_stranger

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
async def on_cancel(turn: Turn) -> Message | None:
    if turn.actor.person_id is None:
        return Message("cancel.nothing")
    return await turn.do(forget_questions)


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
