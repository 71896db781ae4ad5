"""«Sổ tình nguyện», its certificate, and a no-show put right."""

from actions.saturdays import remembering
from domain.letters import Message
from handlers.kit.router import Router
from handlers.kit.turn import Turn
from handlers.saturdays import own

router = Router()


@router.command("sotay")
@router.phrase("sổ tình nguyện", "sổ tay")
@router.button("ledger")
async def on_ledger(turn: Turn) -> Message | None:
    return await turn.see(remembering.my_ledger)


@router.button("l.cert")
async def on_certify(turn: Turn) -> Message | None:
    return await turn.do(remembering.certify)


@router.link("cn")
async def on_check(turn: Turn) -> Message | None:
    """The QR of a certificate: anybody may ask."""
    return await turn.see(remembering.check, turn.args.upper())


@router.button("s.dispute")
async def on_dispute(turn: Turn) -> Message | None:
    return await (await own(turn)).do(remembering.dispute, turn.subject)


@router.button("l.came")
async def on_came(turn: Turn) -> Message | None:
    return await turn.do(remembering.came, turn.subject)


@router.button("l.stays")
async def on_stays(turn: Turn) -> Message | None:
    return await turn.do(remembering.stays, turn.subject)
