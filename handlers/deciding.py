"""The approver's taps: the report, its evidence, «Đạt», «Trả lại»."""

from actions.assignments import completion
from actions.assignments.drafting import office_clock
from domain.letters import Message
from handlers.kit.meaning import read_due
from handlers.kit.router import PASS, Router
from handlers.kit.turn import Turn

router = Router()


@router.button("a.report")
async def on_report(turn: Turn) -> Message | None:
    return await turn.see(completion.show_report, turn.subject)


@router.button("c.proof")
async def on_proofs(turn: Turn) -> Message | None:
    return await turn.see(completion.show_proofs, turn.subject)


@router.button("c.pass")
async def on_pass(turn: Turn) -> Message | None:
    return await turn.do(completion.approve, turn.subject)


@router.button("c.back")
async def on_return(turn: Turn) -> Message | None:
    return await turn.do(completion.ask_return, turn.subject)


@router.topic("work.return")
async def on_comment(turn: Turn) -> Message | None:
    """The comment of a return; a day in it is the new deadline."""
    if turn.heard is None or not turn.text:
        return PASS
    clock = await turn.see(office_clock)
    due = read_due(turn.text, clock.now, clock.calendar).at
    return await turn.do(completion.send_back, turn.heard.subject, turn.text, due)
