"""Checklists in the chat: «139 gồm: soạn, trình», «bảng kiểm KN31», taps, «3 đạt», photos."""

from actions.checklists import beginning, marking, several
from domain.access import Permission
from domain.checklists import Status
from domain.dialogue import Hears
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.proofs import proof_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.kit.unfit import ALWAYS, unfit

router = Router()


@router.said("checklists")
@router.button("ck.all")
async def on_all(turn: Turn) -> Message | None:
    return await turn.see(beginning.all_open)


@router.button("ck.open")
async def on_open(turn: Turn) -> Message | None:
    return await turn.see(beginning.open_checking, turn.subject)


@router.button("ck.of")
async def on_steps_of(turn: Turn) -> Message | None:
    return await turn.see(beginning.open_steps, turn.subject)


@router.said("task_steps", may=Permission.FOLLOW_MATTERS)
async def on_steps(turn: Turn) -> Response:
    said = turn.reading.task_steps
    if said is None:
        return PASS
    return await turn.do(beginning.give_steps, said.number, said.steps)


@router.said("checklist_of", may=Permission.FOLLOW_MATTERS)
async def on_visit(turn: Turn) -> Response:
    of = turn.reading.checklist_of
    if of is None:
        return PASS
    return await turn.do(beginning.visit, *of)


@router.said("theme_list", may=Permission.FOLLOW_MATTERS)
async def on_theme_list(turn: Turn) -> Response:
    said = turn.reading.theme_list
    if said is None:
        return PASS
    return await turn.do(beginning.write_theme_list, *said)


@router.said("checklist_code", may=Permission.FOLLOW_MATTERS)
async def on_code(turn: Turn) -> Response:
    code = turn.reading.checklist_code
    if code is None:
        return PASS
    return await turn.see(beginning.open_by_code, *code)


@router.button("ck.new")
async def on_new(turn: Turn) -> Message | None:
    return await turn.do(beginning.ask_place, turn.arg)


@router.topic(beginning.PLACE, hears=Hears.NAME)
async def on_place(turn: Turn) -> Message | None:
    code = turn.heard.answers["kind"] if turn.heard else ""
    return await turn.do(beginning.begin_place, code, turn.text)


@router.button("ck.list")
async def on_ask_list(turn: Turn) -> Message | None:
    return await turn.do(beginning.ask_list, turn.arg)


@router.topic(beginning.LIST, hears=Hears.LINE)
async def on_list(turn: Turn) -> Message | None:
    code = turn.heard.answers["kind"] if turn.heard else ""
    return await turn.do(beginning.write_list, code, turn.text.splitlines())


@router.button("ck.item")
async def on_item(turn: Turn) -> Message | None:
    return await turn.see(marking.open_item, turn.subject, _number(turn.arg))


@router.button("ck.mark", lane="checking")
async def on_mark(turn: Turn) -> Message | None:
    number, _, to = turn.arg.partition(".")
    return await turn.do(marking.press, turn.subject, _number(number), _status(to))


@router.topic(marking.PROOF, marking.WHY, hears=Hears.LINE)
async def on_said(turn: Turn) -> Message | None:
    """The photo or the reason that a mark was waiting for."""
    waited = turn.heard.answers if turn.heard else {"item": 0, "to": ""}
    to = _status(str(waited["to"]))
    if no := await unfit(turn, turn.text, *ALWAYS):
        return no
    words = (turn.text, proof_of(turn))
    return await turn.do(marking.answer, turn.about, int(str(waited["item"])), to, *words)


@router.reply("checking")
async def on_reply(turn: Turn) -> Response:
    """A number right under the card, with a word or a photo."""
    said = turn.reading.item_mark
    if said is None:
        return PASS
    if no := await unfit(turn, turn.text, *ALWAYS):
        return no
    checking_id = int(turn.card.partition(":")[2])
    return await turn.do(marking.told, checking_id, *said, proof_of(turn))


@router.said("checklist_marks", may=Permission.FOLLOW_MATTERS)
async def on_marks(turn: Turn) -> Response:
    """«1 đạt, 2 không đạt thiếu sổ»: of the checklist that is in hand."""
    meant = await turn.see(several.in_hand, turn.card or turn.spoken_of)
    if not meant:
        return PASS
    if no := await unfit(turn, turn.text, *ALWAYS):
        return no
    return await turn.do(several.mark_all, meant, turn.reading.item_marks, proof_of(turn))


@router.button("ck.close", lane="checking")
async def on_close(turn: Turn) -> Message | None:
    return await turn.do(marking.close, turn.subject)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise Refusal("unknown_button")
    return int(text)


def _status(text: str) -> Status:
    if text not in {status.value for status in Status}:
        raise Refusal("unknown_button")
    return Status(text)
