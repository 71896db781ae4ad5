"""The lead's own work: accept, progress, obstacles, done; by buttons and by typing."""

from actions.assignments import completion, helping, leading
from actions.assignments.change import undo
from actions.assignments.drafting import office_clock
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.meaning import Meaning, read_due, read_meaning, read_past
from handlers.kit.proofs import proof_of, voice_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.button("a.open")
async def on_open(turn: Turn) -> Message | None:
    return await turn.see(leading.open_card, turn.subject)


@router.button("a.accept")
async def on_accept(turn: Turn) -> Message | None:
    return await turn.do(leading.accept, turn.subject)


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
    level = turn.press.arg if turn.press else ""
    if not (level.isdigit() and int(level) <= 100):
        raise Refusal("unknown_button")
    return await turn.do(leading.progress, turn.subject, int(level))


@router.topic("work.progress")
async def on_progress_said(turn: Turn) -> Response:
    """`70%, còn chờ phường gửi danh sách`; an obstacle is an obstacle, whatever was asked."""
    meaning = await _meaning(turn)
    if turn.heard is None or _of_another(turn, meaning):
        return PASS
    return await report_progress(turn, turn.heard.subject, meaning)


async def report_progress(turn: Turn, assignment_id: int, meaning: Meaning) -> Message | None:
    if meaning.intent == "blocked":
        return await turn.do(leading.block, assignment_id, meaning.note or turn.text)
    percent = meaning.slots.get("percent")
    if meaning.intent != "progress" or percent is None:
        return await turn.do(leading.note, assignment_id, turn.text)
    return await turn.do(leading.progress, assignment_id, int(percent), turn.text)


@router.button("a.block")
async def on_block(turn: Turn) -> Message | None:
    return await turn.do(leading.ask_block, turn.subject)


@router.button("a.unblock")
async def on_unblock(turn: Turn) -> Message | None:
    return await turn.do(leading.unblock, turn.subject)


@router.topic("work.block")
async def on_obstacle(turn: Turn) -> Response:
    if turn.heard is None or _of_another(turn, await _meaning(turn)):
        return PASS
    return await turn.do(leading.block, turn.heard.subject, turn.text, voice_of(turn))


@router.button("a.expect")
async def on_expect(turn: Turn) -> Message | None:
    return await turn.do(leading.ask_expected, turn.subject)


@router.topic("work.expect")
async def on_expected_day(turn: Turn) -> Response:
    """The lead's own date; the deadline stays the assigner's."""
    if turn.heard is None or not turn.text:
        return PASS
    clock = await turn.see(office_clock)
    due = read_due(turn.text, clock.now, clock.calendar).at
    if due is None:
        raise Refusal("day_not_understood")
    return await turn.do(leading.expect_by, turn.heard.subject, due)


async def _meaning(turn: Turn) -> Meaning:
    clock = await turn.see(office_clock)
    return read_meaning(turn.text, "assignment", clock.now)


def _of_another(turn: Turn, meaning: Meaning) -> bool:
    """Words that name an assignment by its number are not an answer to our question."""
    return meaning.number is not None


# done


@router.button("a.done")
async def on_done(turn: Turn) -> Message | None:
    return await turn.do(completion.begin, turn.subject)


@router.topic(completion.TOPIC)
async def on_result(turn: Turn) -> Response:
    """Words, photos, files, voice or a place for the report of completion."""
    if turn.heard is None:
        return PASS
    if not turn.attachment:
        meaning = await _meaning(turn)
        if _of_another(turn, meaning):
            return PASS
        if _not_yet(turn.text, meaning):
            return await report_progress(turn, turn.heard.subject, meaning)
    return await add_to_report(turn, turn.heard.subject, turn.text)


def _not_yet(text: str, meaning: Meaning) -> bool:
    """`chưa xong`, `mới 70%`: no result, whatever was asked."""
    percent = meaning.slots.get("percent")
    unfinished = percent is not None and percent < 100 and "%" in text
    return meaning.intent == "progress" and (meaning.slots.get("done") is False or unfinished)


async def add_to_report(turn: Turn, assignment_id: int, text: str) -> Message | None:
    clock = await turn.see(office_clock)
    happened = read_past(text, clock.now, clock.calendar) if text else None
    return await turn.do(completion.add, assignment_id, text, proof_of(turn), happened)


@router.button("c.send")
async def on_send(turn: Turn) -> Message | None:
    return await turn.do(completion.send, turn.subject)


@router.button("c.edit")
async def on_edit(turn: Turn) -> Message | None:
    return await turn.do(completion.rewrite, turn.subject)


@router.button("c.drop")
async def on_drop(turn: Turn) -> Message | None:
    return await turn.do(completion.drop, turn.subject)


@router.button("c.today")
async def on_today(turn: Turn) -> Message | None:
    return await turn.do(completion.happened_today, turn.subject)
