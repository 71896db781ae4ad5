"""The lead's own work: accept, progress, obstacles, done; by buttons and by typing."""

from actions.assignments import completion, helping, leading, lists, typed
from actions.assignments.change import undo
from actions.assignments.typed import Wish
from actions.desk import Action
from actions.meant import ask_meant
from domain.access import Permission
from domain.assignments import Status
from domain.dialogue import Expectation, Hears
from domain.letters import Message
from domain.refusals import Refusal
from handlers.assignments.giving import hands_work
from handlers.assignments.meant import plan_of
from handlers.assignments.sent_along import along, names_other_work, tells_done
from handlers.assignments.told import own_obstacle, promised_since
from handlers.kit.addressee import chosen, why
from handlers.kit.buttons import number_of
from handlers.kit.proofs import proof_of, voice_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from language import Meaning

router = Router()


@router.button("a.open")
async def on_open(turn: Turn) -> Message | None:
    return await turn.see(leading.open_card, turn.subject)


@router.button("a.accept")
async def on_accept(turn: Turn) -> Message | None:
    return await turn.do(leading.accept, turn.subject)


@router.reaction("assignment", "bundle")
async def on_thumb(turn: Turn) -> Message | None:
    """«👍» under new work takes it; under what is taken it is only kindness."""
    kind, _, number = turn.card.partition(":")
    if kind == "bundle":
        new = await turn.see(lists.in_bundle, int(number))
        waits = any(a.state is Status.ASSIGNED for a in new)
        return await turn.do(leading.accept_all, int(number)) if waits else None
    mine = [a for a in await turn.see(lists.my_open) if a.id == int(number)]
    waits = any(a.state is Status.ASSIGNED for a in mine)
    return await turn.do(leading.accept, int(number)) if waits else None


@router.button("b.all")
async def on_accept_all(turn: Turn) -> Message | None:
    return await turn.do(leading.accept_all, turn.subject)


@router.button("a.undo")
async def on_undo(turn: Turn) -> Message | None:
    return await turn.do(undo, turn.subject)


@router.button("p.accept")
async def on_take_part(turn: Turn) -> Message | None:
    return await turn.do(helping.take_part, turn.subject)


@router.button("p.done")
async def on_part_done(turn: Turn) -> Message | None:
    return await turn.do(helping.finish_part, turn.subject)


# progress and obstacles


@router.button("a.progress")
async def on_progress(turn: Turn) -> Message | None:
    return await turn.do(leading.ask_progress, turn.subject)


@router.button("a.pct")
async def on_percent(turn: Turn) -> Message | None:
    level = number_of(turn)
    if level > 100:
        raise Refusal("unknown_button")
    return await turn.do(leading.progress, turn.subject, level)


@router.button("a.falls")
async def on_falls(turn: Turn) -> Message | None:
    return await turn.do(leading.fall, turn.subject, number_of(turn))


@router.topic(leading.FALLS, hears=chosen)
async def on_falls_said(turn: Turn) -> Response:
    """«đúng» or «thôi» typed instead of tapped."""
    if turn.reading.sends:
        return await turn.do(leading.fall, turn.about)
    if turn.reading.leaves:
        return await turn.do(leading.leave_question, leading.FALLS, turn.about)
    return PASS


@router.topic("work.progress", hears=Hears.RESULT)
async def on_progress_said(turn: Turn) -> Response:
    """`70%, còn chờ phường gửi danh sách`; an obstacle is an obstacle, whatever was asked. What
    is sent without a word is kept, and does not say how far it is."""
    meaning = turn.reading.meaning("assignment")
    if turn.heard is None or _of_another(meaning):
        return PASS
    if await names_other_work(turn, turn.heard.subject):
        return PASS
    if (answer := await _said_instead(turn)) is not PASS:
        return answer
    if meaning.intent == "done" and turn.text:
        done = await plan_of(turn, await turn.see(typed.one, turn.heard.subject), meaning)
        return await turn.do(done.deed, *done.args)
    return await report_progress(turn, turn.heard.subject, meaning)


async def report_progress(turn: Turn, assignment_id: int, meaning: Meaning) -> Message | None:
    wish = along(turn, assignment_id, _told(turn, assignment_id, meaning))
    return await turn.do(wish.deed, *wish.args)


def _told(turn: Turn, assignment_id: int, meaning: Meaning) -> Wish:
    if not turn.text:
        return Wish(leading.ask_progress, (assignment_id,))
    if meaning.intent == "blocked":
        return Wish(leading.block, (assignment_id, meaning.note or turn.text))
    percent = meaning.slots.get("percent")
    if meaning.intent != "progress" or percent is None:
        return Wish(leading.note, (assignment_id, turn.text))
    return Wish(leading.progress, (assignment_id, percent, turn.text))


@router.said("waits_outside", may=Permission.OWN_WORK)
async def on_waits_outside(turn: Turn) -> Response:
    """«150 chờ UBND phường Ka Long trả lời»: of one's own work, it stands in its way."""
    return await own_obstacle(turn)


@router.button("a.block")
async def on_block(turn: Turn) -> Message | None:
    return await turn.do(leading.ask_block, turn.subject)


@router.button("a.unblock")
async def on_unblock(turn: Turn) -> Message | None:
    return await turn.do(leading.unblock, turn.subject)


@router.topic("work.block", hears=why)
async def on_obstacle(turn: Turn) -> Response:
    meaning = turn.reading.meaning("assignment")
    if turn.heard is None or _of_another(meaning) or tells_done(turn):
        return PASS
    if await names_other_work(turn, turn.heard.subject):
        return PASS
    if (answer := await _said_instead(turn)) is not PASS:
        return answer
    if turn.reading.only_hindered:
        return await turn.do(leading.ask_block, turn.heard.subject)
    return await turn.do(leading.block, turn.heard.subject, turn.text, voice_of(turn))


@router.button("a.expect")
async def on_expect(turn: Turn) -> Message | None:
    return await turn.do(leading.ask_expected, turn.subject)


@router.topic("work.expect", hears=Hears.DAY)
async def on_expected_day(turn: Turn) -> Response:
    """The lead's own date; the deadline stays the assigner's."""
    if turn.heard is None or not turn.text:
        return PASS
    due = turn.reading.due.at
    if due is None:
        raise Refusal("day_not_understood")
    return await turn.do(leading.expect_by, turn.heard.subject, due)


def _of_another(meaning: Meaning) -> bool:
    """Words that name an assignment by its number are not an answer to our question."""
    return meaning.number is not None


# done


@router.button("a.done")
async def on_done(turn: Turn) -> Message | None:
    return await turn.do(completion.begin, turn.subject)


def _result(asked: Expectation) -> frozenset[Hears]:
    """What came of it; once it was read back, whether it goes as it is."""
    read = {Hears.YES, Hears.CHOICE} if asked.answers.get(completion.READ) else set()
    return frozenset({Hears.RESULT, *read})


@router.topic(completion.TOPIC, hears=_result)
async def on_result(turn: Turn) -> Response:
    """Words, photos, files, voice or a place for the report of completion."""
    if turn.heard is None:
        return PASS
    if (answer := await _said_instead(turn)) is not PASS:
        return answer
    read = turn.heard.answers.get(completion.READ)
    if read and _speaks(turn):
        return PASS
    if turn.attachment and await names_other_work(turn, turn.heard.subject):
        return PASS
    if not turn.attachment and turn.reading.speaks_of_photos:
        return Message("work.photos_of_draft", {"text": turn.text})
    if not turn.attachment and turn.reading.finishes_several:
        return PASS
    if turn.heard.answers.get(completion.KEPT) and _only_agrees(turn):
        return Message("talk.ack")
    if not turn.attachment and (turn.reading.sends_it or (read and turn.reading.plainly == "yes")):
        shown = int(read) if read else 0
        return await turn.do(completion.send, shown) if shown else _expects(turn)
    if read and not turn.attachment and turn.reading.drops_what_stands:
        return await turn.do(completion.leave_unsent, int(read))
    if read and not turn.attachment and turn.reading.leaves:
        return await _left(turn, int(read))
    if read and not turn.attachment and _is_no_result(turn):
        return PASS
    if read and not turn.attachment and (answer := await _put_right(turn, int(read))) is not PASS:
        return answer
    if not turn.attachment:
        meaning = turn.reading.meaning("assignment")
        other = turn.reading.leading_number or await names_other_work(turn, turn.heard.subject)
        if other or _of_another(meaning):
            return PASS
        if turn.reading.is_unfinished(meaning):
            return await report_progress(turn, turn.heard.subject, meaning)
        if turn.reading.only_done:
            return await turn.do(completion.begin, turn.heard.subject)
        if read and not turn.reading.tells_a_result:
            return await _whether_it_belongs(turn, turn.heard.subject)
    words = "" if turn.reading.only_done else turn.text
    args = (turn.heard.subject, words, proof_of(turn), turn.reading.past)
    return await turn.do(completion.add, *args)


@router.edits(completion.TOPIC)
async def on_reworded(turn: Turn) -> Response:
    """«157 xong 6 hộ» edited to «157 xong 5 hộ, 1 hộ chưa»: the draft's new words, whatever they
    would say of work that nobody is about to report; «158 xong» takes its line there."""
    said, report = turn.reading, int(turn.heard.answers[completion.READ]) if turn.heard else 0
    if said.takes_it_back or said.leaves:
        return await turn.do(completion.leave_unsent, report)
    words = said.meaning("assignment").note if tells_done(turn) else said.done_note
    words = "" if said.only_done else words or turn.text
    if await names_other_work(turn, turn.about):
        [right, *_] = [a.id for a in await turn.see(lists.my_open) if a.number in said.numbers]
        return await turn.do(completion.move_line, turn.about, right, words, said.past)
    return await turn.do(completion.add, turn.about, words, None, said.past)


def _expects(turn: Turn) -> Message:
    """«báo xong», where nothing was told yet: words or a photo are wanted first."""
    return Message("which.expects", {"text": turn.text})


async def _put_right(turn: Turn, report: int) -> Response:
    """«hình như 45 thôi», «147 ghi nhầm, 45 hộ» put one number right in what was read back; «chưa
    xong đâu c, e gửi nhầm» drops it."""
    said, a = turn.reading.correction, await turn.see(typed.one, turn.about)
    if said and said.number not in (None, a.number):
        return PASS
    right = turn.reading.with_right_number(await turn.see(completion.words_of, report))
    if right is not None:
        return await turn.do(completion.put_right, report, right)
    return await turn.do(completion.leave_unsent, report) if turn.reading.takes_it_back else PASS


async def _left(turn: Turn, report: int) -> Response:
    """«bỏ» drops what was not sent; «khoan đã» keeps it as it stands, and says so."""
    deed = completion.leave_unsent if turn.reading.yes_no == "no" else completion.keep_unsent
    return await turn.do(deed, report)


def _only_agrees(turn: Turn) -> bool:
    said = turn.reading
    return said.plainly == "yes" and not (said.only_sends or said.sends_it or turn.attachment)


def _is_no_result(turn: Turn) -> bool:
    """«t7 mấy giờ ra quân», «em đi được, đăng ký cho em», under a result that was read back."""
    said = turn.reading
    comes = said.coming(asked=False) == "yes"
    return said.meaning("none").intent == "question" or comes


def _speaks(turn: Turn) -> bool:
    """A voice alone, which may say anything of the result that stands there."""
    return bool(turn.attachment and turn.attachment.kind == "voice" and not turn.text)


async def _whether_it_belongs(turn: Turn, assignment_id: int) -> Response:
    """Chat under a result that was read back and not sent: it is asked before it goes into it."""
    if turn.reading.meaning("none").intent != "unknown":
        return PASS
    choices = ["result", "question", "progress"]
    kept = {"text": turn.text, "room": "assignment", "about": assignment_id, "choices": choices}
    return await turn.do(ask_meant, kept, turn.incoming.number)


async def _of_draft(turn: Turn, deed: Action[..., Message | None]) -> Message | None:
    """A button of a draft, however old its card is; of one that was dropped it says so."""
    gone = await turn.see(completion.dropped, turn.subject)
    return gone or await turn.do(deed, turn.subject)


@router.button("c.send")
async def on_send(turn: Turn) -> Message | None:
    return await turn.do(completion.send, turn.subject)


@router.button("c.edit")
async def on_edit(turn: Turn) -> Message | None:
    return await _of_draft(turn, completion.rewrite)


@router.button("c.drop")
async def on_drop(turn: Turn) -> Message | None:
    return await _of_draft(turn, completion.drop)


@router.button("c.today")
async def on_today(turn: Turn) -> Message | None:
    return await _of_draft(turn, completion.happened_today)


async def _said_instead(turn: Turn) -> Response:
    """A promise of newer work, or work that is handed on: no answer to what is asked."""
    promised = await promised_since(turn)
    return promised if promised is not PASS else await hands_work(turn)
