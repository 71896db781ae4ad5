"""Checklists in the chat: «139 gồm: soạn, trình», «bảng kiểm KN31», taps, «3 đạt», photos."""

from collections.abc import Mapping, Sequence

from actions.assignments.along import follow_album, knows_album
from actions.checklists import beginning, boards, marking, several
from domain.access import Permission
from domain.checklists import ItemSaid, ItemStatus
from domain.dialogue import Expectation, Hears
from domain.letters import Message
from domain.refusals import Refusal
from domain.unkept import RESIDENTS
from handlers.checklists.from_sheet import list_from_sheet
from handlers.kit.proofs import proof_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.kit.unfit import unfit
from language import StepsSaid

router = Router()
FEWEST = 2
"""So many lines are a list again, where one was read back."""


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
    if no := await unfit(turn, turn.text, RESIDENTS):
        return no
    return await turn.do(beginning.give_steps, said.number, said.steps)


@router.said("steps_changed", may=Permission.FOLLOW_MATTERS)
async def on_steps_changed(turn: Turn) -> Response:
    """«159 thêm bước: ký», «159 bỏ bước 2», also after one was ticked; of several lists it is
    asked of which."""
    said = turn.reading.steps_changed
    if said is None:
        return PASS
    if no := await unfit(turn, turn.text, RESIDENTS):
        return no
    found = await turn.see(beginning.steps_meant, said.task, turn.card)
    if len(found) > 1:
        return await turn.see(beginning.which_steps, found)
    if said.task is not None and not found and said.more:
        return await turn.do(beginning.give_steps, said.task, said.more)
    if not found:
        return PASS
    if said.less is not None:
        return await turn.do(marking.drop_step, found[0], said.less)
    return await turn.do(marking.add_steps, found[0], said.more)


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


def _of_list(asked: Expectation) -> frozenset[Hears]:
    """A list; and a yes, once it was read back."""
    is_read = asked.topic == beginning.SEND
    return frozenset({Hears.LINE, Hears.YES} if is_read else {Hears.LINE})


@router.topic(beginning.LIST, beginning.SEND, hears=_of_list)
async def on_list(turn: Turn) -> Response:
    """The new list, read back; «gửi» under it, or the whole list again; from a sheet too."""
    if turn.heard is None:
        return PASS
    read_back = turn.heard.topic == beginning.SEND
    if read_back and turn.reading.sends:
        return await turn.do(beginning.write_list)
    if turn.attachment:
        return await list_from_sheet(turn, turn.heard.answers["kind"], turn.attachment)
    lines = turn.reading.list_lines
    if read_back and len(lines) < FEWEST:
        return PASS
    return await turn.do(beginning.read_list, turn.heard.answers["kind"], lines)


@router.button("ck.write")
async def on_write(turn: Turn) -> Message | None:
    return await turn.do(beginning.write_list, turn.arg)


@router.button("ck.relist")
async def on_relist(turn: Turn) -> Message | None:
    return await turn.do(beginning.rewrite_list, turn.subject, turn.arg)


@router.button("ck.item")
async def on_item(turn: Turn) -> Message | None:
    return await turn.do(marking.look_at, turn.subject, _number(turn.arg))


@router.topic(marking.SHOWN, hears=Hears.CHOICE)
async def on_shown(turn: Turn) -> Response:
    """A photo under an item that was just opened."""
    proof = proof_of(turn)
    if proof is None or not turn.heard or turn.text:
        return PASS
    item = int(turn.heard.answers["item"])
    return await turn.do(marking.answer, turn.about, item, ItemStatus.CLAIMED, "", proof)


@router.button("ck.mark", lane="checking")
async def on_mark(turn: Turn) -> Message | None:
    number, _, to = turn.arg.partition(".")
    return await turn.do(marking.press, turn.subject, _number(number), _status(to))


@router.topic(marking.PROOF, marking.WHY, hears=Hears.LINE)
async def on_said(turn: Turn) -> Response:
    """The photo or the reason that a mark was waiting for; the next photo of an album goes where
    the first went, and words that name another item are of that."""
    waited = turn.heard.answers if turn.heard else {"item": 0, "to": ""}
    to, proof = _status(str(waited["to"])), proof_of(turn)
    if no := await unfit(turn, turn.text, RESIDENTS):
        return no
    known = await turn.see(knows_album, proof.album if proof else "")
    if proof and known:
        return await turn.do(follow_album, proof)
    other = await _another(turn, int(str(waited["item"])))
    if other and proof:
        return await turn.do(marking.shown, turn.about, other, proof)
    if other:
        return await turn.do(marking.told, turn.about, [other], None)
    words = (turn.text, proof)
    return await turn.do(marking.answer, turn.about, int(str(waited["item"])), to, *words)


async def _another(turn: Turn, waited: int) -> ItemSaid | None:
    """«mục 5 đạt rồi», a photo under the name of another item."""
    said = (turn.reading.items_said() or turn.reading.criterion) if turn.text else None
    if said and len(said) == 1 and said[0].number not in (None, waited):
        return said[0]
    if not (turn.attachment and turn.text) or said:
        return None
    texts = await turn.see(beginning.texts, turn.about)
    found = turn.reading.items_named(texts)
    return ItemSaid(found[0], "") if len(found) == 1 and found[0] != waited else None


@router.reply("checking")
async def on_reply(turn: Turn) -> Response:
    """A number right under the card, with a word or a photo; under the news of one item the
    word alone."""
    checking, _, number = turn.card.partition(":")[2].partition(".")
    item = int(number) if number else None
    said = turn.reading.items_said(item) if turn.text else _shown_by_photo(turn, item)
    return await mark_all(turn, int(checking), said) if said else PASS


def _shown_by_photo(turn: Turn, item: int | None) -> list[ItemSaid]:
    return [ItemSaid(item, "")] if item and turn.attachment else []


async def mark_all(turn: Turn, checking_id: int, said: Sequence[ItemSaid]) -> Message | None:
    """What is said of each item, with the photo that came."""
    if no := await unfit(turn, turn.text, RESIDENTS):
        return no
    texts = await turn.see(beginning.texts, checking_id)
    each = [one for few in said for one in _by_number(turn, few, texts)]
    return await turn.do(marking.told, checking_id, each, proof_of(turn))


def _by_number(turn: Turn, said: ItemSaid, texts: Mapping[int, str]) -> list[ItemSaid]:
    """«đạt sạch nhà, sạch bếp»: the items that are named in words."""
    if said.number is not None:
        return [said]
    found = turn.reading.of(said.words).items_named(texts)
    if not found:
        raise Refusal("checklist_form")
    return [ItemSaid(number, said.word) for number in found]


@router.said("checklist_line", may=Permission.FOLLOW_MATTERS)
async def on_line(turn: Turn) -> Response:
    """«TM-01 mục 9 đạt»; a question, and the name of a house alone, open it."""
    line = turn.reading.checklist_line
    if line is None:
        return PASS
    checking_id = await turn.see(beginning.meant, line.prefix, line.number, line.name)
    if checking_id is None:
        return PASS
    if line.said:
        return await mark_all(turn, checking_id, line.said)
    if turn.reading.asks_how_it_stands or turn.reading.names_alone:
        return await turn.see(beginning.open_checking, checking_id)
    raise Refusal("checklist_form")


@router.said("criterion_line", may=Permission.FOLLOW_MATTERS)
async def on_criterion(turn: Turn) -> Response:
    """«thôn Đông đạt tiêu chí 9»: of the hamlet that is named, or the only one."""
    found = turn.reading.hamlets_named(await turn.see(beginning.hamlets))
    said = turn.reading.criterion
    if not (found and said):
        return PASS
    if len(found) > 1:
        return await turn.see(beginning.all_open)
    return await mark_all(turn, found[0], said)


@router.said("step_line", may=Permission.FOLLOW_MATTERS)
async def on_step_line(turn: Turn) -> Response:
    """«157 xong b1 b2», «157 còn bước 3»: of the task that is named, spoken of, or the only one
    with steps."""
    said = turn.reading.step_line
    if said is None:
        return PASS
    found = await turn.see(beginning.steps_left, said.task, turn.card)
    if len(found) > 1:
        return await turn.see(beginning.which_steps, [checking_id for checking_id, _ in found])
    return await _stepped(turn, said, *found[0]) if found else PASS


async def _stepped(
    turn: Turn, said: StepsSaid, checking_id: int, left: Mapping[int, str]
) -> Message | None:
    """What was ticked before stays so; a number that is no step is answered."""
    known = await turn.see(beginning.texts, checking_id)
    if said.again:
        back = [ItemSaid(n, "no") for n in said.steps if n in known and n not in left]
        return await mark_all(turn, checking_id, back) if back else await _open(turn, checking_id)
    wrong = [number for number in said.steps if number not in known]
    done = [number for number in left if (number in said.steps) is not said.still]
    if not (wrong or done):
        return await _open(turn, checking_id)
    return await mark_all(turn, checking_id, [ItemSaid(n, "yes") for n in wrong or done])


async def _open(turn: Turn, checking_id: int) -> Message | None:
    return await turn.see(beginning.open_checking, checking_id)


@router.said("step_words", may=Permission.FOLLOW_MATTERS)
async def on_step_words(turn: Turn) -> Response:
    """«lập kế hoạch xong rồi» ticks the step that has just these words."""
    line = turn.reading.step_words
    if line is None or turn.open or turn.card:
        return PASS
    number, words = line
    said = turn.reading.of(words)
    found = [
        (checking_id, item)
        for checking_id, left in await turn.see(beginning.steps_left, number)
        for item in said.items_named(left, whole=True)
    ]
    if len(found) != 1:
        return PASS
    [(checking_id, item)] = found
    return await mark_all(turn, checking_id, [ItemSaid(item, "yes")])


@router.said("checklist_marks", may=Permission.FOLLOW_MATTERS)
async def on_marks(turn: Turn) -> Response:
    """«1 đạt, 2 không đạt thiếu sổ»: of the checklist that is in hand."""
    about = turn.card or turn.spoken_of
    meant = await turn.see(boards.board_in_hand, about) if about else 0
    meant = meant or await turn.see(several.in_hand, about)
    meant = meant or await turn.see(boards.board_in_hand, "")
    if not meant:
        return PASS
    said = turn.reading.items_said()
    if not said or any(one.note for one in said):
        raise Refusal("checklist_form")
    return await mark_all(turn, meant, said)


@router.button("ck.close", lane="checking")
async def on_close(turn: Turn) -> Message | None:
    return await turn.do(marking.close, turn.subject)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise Refusal("unknown_button")
    return int(text)


def _status(text: str) -> ItemStatus:
    if text not in {status.value for status in ItemStatus}:
        raise Refusal("unknown_button")
    return ItemStatus(text)
