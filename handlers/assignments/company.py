"""«cho e với Hoa làm chung»: wished for by a lead, granted by whoever gave the work."""

from actions.assignments import company, leading
from domain.letters import Message
from handlers.kit.addressee import chosen
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.button("j.send")
async def on_send(turn: Turn) -> Message | None:
    return await turn.do(company.send, turn.subject)


@router.topic(company.ASK, hears=chosen)
async def on_send_said(turn: Turn) -> Response:
    if turn.reading.sends:
        return await turn.do(company.send, turn.about)
    if turn.reading.leaves:
        return await turn.do(leading.leave_question, company.ASK, turn.about)
    return PASS


@router.button("j.yes")
async def on_agree(turn: Turn) -> Message | None:
    return await turn.do(company.agree, turn.subject)


@router.button("j.no")
async def on_refuse(turn: Turn) -> Message | None:
    return await turn.do(company.refuse, turn.subject)


@router.topic(company.TOPIC, hears=chosen)
async def on_agreed_said(turn: Turn) -> Response:
    """«đồng ý», «không» typed instead of tapped."""
    if turn.reading.plainly == "yes":
        return await turn.do(company.agree, turn.about)
    return await turn.do(company.refuse, turn.about) if turn.reading.leaves else PASS
