"""«Sổ tình nguyện», its certificate, and a no-show put right."""

from actions.own_data import ledger
from actions.roll import disputing
from domain.letters import Message
from handlers.kit.router import Router
from handlers.kit.turn import Turn
from handlers.registrations.registering import own

router = Router()


@router.command("sotay")
@router.said("ledger")
@router.button("ledger")
async def on_ledger(turn: Turn) -> Message | None:
    return await turn.see(ledger.my_ledger)


@router.button("l.cert")
async def on_certify(turn: Turn) -> Message | None:
    there = turn.at(turn.subject or turn.actor.office_id)
    return await there.do(ledger.certify)


@router.command("quydoi")
async def on_rule(turn: Turn) -> Message | None:
    """`/quydoi`, or `/quydoi 2h=1 0h=0,5`."""
    if not turn.args:
        return await turn.see(ledger.see_rule)
    return await turn.do(ledger.change_rule, turn.reading.of(turn.args).hours_rule, turn.args)


@router.said("certificate")
async def on_code_typed(turn: Turn) -> Message | None:
    """«TN-7K2M9PQR» typed from the paper, by whomever."""
    return await turn.see(ledger.check, turn.reading.certificate or "")


@router.link("cn")
async def on_check(turn: Turn) -> Message | None:
    """The QR of a certificate: anybody may ask."""
    return await turn.see(ledger.check, turn.args.upper())


@router.button("s.dispute")
async def on_dispute(turn: Turn) -> Message | None:
    return await (await own(turn)).do(disputing.dispute, turn.subject)


@router.button("l.came")
async def on_came(turn: Turn) -> Message | None:
    return await turn.do(disputing.came, turn.subject)


@router.button("l.stays")
async def on_stays(turn: Turn) -> Message | None:
    return await turn.do(disputing.stays, turn.subject)
