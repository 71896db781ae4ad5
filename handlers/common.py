"""What nothing else answers: a friendly line with what is expected, never silence."""

from actions.office.groups import explain, only_privately
from actions.questions import WHICH, none_of_them
from actions.start import SAY_WITHOUT
from domain.access import Permission
from domain.letters import Message, Press
from domain.menus import menu_of, side_of
from domain.refusals import Refusal
from handlers.assignments.giving import rewritten
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.loose import read_loose
from handlers.there import sent_there
from handlers.turnout.helped import passed_on
from handlers.turnout.photos import day_photo

router = Router()


def not_understood(turn: Turn) -> Message:
    """The last resort for free text: what could be typed instead, by role."""
    if turn.reading.asks_leave and turn.actor.may(Permission.OWN_WORK):
        return Message("not_understood.leave", buttons=((Press("help"),),))
    if turn.reading.leaves or turn.reading.only_promises:
        return Message("talk.ack")
    side = "head" if menu_of(turn.actor) == "head" else side_of(turn.actor)
    return Message(f"not_understood.{side}", buttons=((Press("help"),),))


@router.other("text")
async def on_text(turn: Turn) -> Message | None:
    """Figures, lines of work or words about an activity that nobody asked for; then what could
    be typed instead."""
    if (answer := await read_loose(turn)) is not PASS:
        return answer
    if turn.attachment and turn.attachment.kind != "voice":
        return Message(f"attachment.alone.{side_of(turn.actor)}")
    return not_understood(turn)


@router.other("attachment")
async def on_attachment(turn: Turn) -> Message | None:
    """Something came without words, and nothing was waiting for it: whoever can type it hears
    it. An album is told once."""
    if (taken := await day_photo(turn)) is not PASS:
        return taken
    if (there := await sent_there(turn)) is not PASS:
        return there
    sent = turn.attachment
    if sent and sent.album and not turn.recognition.is_new_album(sent.album):
        return None
    if (answer := await passed_on(turn)) is not PASS:
        return answer
    kind = "voice" if sent and sent.kind == "voice" else "alone"
    return Message(f"attachment.{kind}.{side_of(turn.actor)}")


@router.button("q.which")
async def on_which(_: Turn) -> Message | None:
    """The question that was chosen is no longer open."""
    raise Refusal("question_over")


@router.button(SAY_WITHOUT)
async def on_without(_: Turn) -> Message | None:
    """The line that it offered is not there any more."""
    raise Refusal("words_gone")


@router.button("q.none")
async def on_none(turn: Turn) -> Message | None:
    return await turn.do(none_of_them, turn.subject)


@router.said("none_of_them")
async def on_none_said(turn: Turn) -> Response:
    """«không câu nào», where it was just asked which."""
    asked = next((e.subject for e in turn.waiting if e.topic == WHICH), None)
    return PASS if asked is None else await turn.do(none_of_them, asked)


@router.other("apart")
async def on_apart(turn: Turn) -> Message:
    """Words under a card of another thing than work, which nobody there read."""
    return Message(f"apart.{turn.card.partition(':')[0]}")


@router.other("unsupported")
async def on_unsupported(_: Turn) -> Message | None:
    return Message("attachment.unsupported")


@router.other("edited")
async def on_edited(turn: Turn) -> Message | None:
    """An edited message never changes a figure silently: it is asked; a draft that came from it
    is edited. A place that moves on is the place that was sent."""
    sent = turn.message.attachment if turn.message else None
    if sent and sent.kind == "location":
        return None
    answer = await rewritten(turn)
    return Message("edited.ask") if answer is PASS else answer


@router.other("group")
async def on_group(turn: Turn) -> Message:
    return await turn.see(only_privately)


@router.other("member")
async def on_member(turn: Turn) -> Message | None:
    """Somebody blocked the bot, or came back; or it was put into a group, where it explains
    itself."""
    if not turn.is_private:
        return await turn.see(explain) if turn.incoming.has_come else None
    here = not turn.incoming.has_left
    if await turn.recognition.reachable(turn.user_id, here):
        return Message("mute.off", keyboard=menu_of(turn.actor))
    return None
