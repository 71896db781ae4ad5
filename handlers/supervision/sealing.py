"""Sealed visits in the chat: «niêm phong» first, and only then a line."""

from actions.assignments.whom import colleagues
from actions.office.roster import found_on_roster
from actions.supervision import sealed_team, sealing
from domain.access import Permission
from domain.dialogue import Expectation, Hears
from domain.letters import Message
from domain.refusals import Refusal
from domain.seals import TOPIC
from handlers.kit.router import Ears, Router
from handlers.kit.turn import Turn

router = Router()


@router.said("seal")
@router.button("v.seal")
async def on_begin(turn: Turn) -> Message | None:
    if not turn.actor.may(Permission.SUPERVISE):
        raise Refusal("seal_who")
    return await turn.do(sealing.begin)


@router.button("v.sealby")
async def on_approver(turn: Turn) -> Message | None:
    return await turn.do(sealing.choose, turn.subject)


def _ears(waited: Expectation) -> Ears:
    asks = waited.answers.get("asks")
    return frozenset({Hears.NAME, Hears.PERSON} if asks == "approver" else {Hears.LINE})


@router.topic(TOPIC, hears=_ears)
async def on_typed(turn: Turn) -> Message | None:
    """Who approves it, then the one line; once it is approved who goes, then when."""
    reading, asks = turn.reading, turn.heard.answers.get("asks") if turn.heard else ""
    match asks:
        case "approver":
            return await turn.do(sealing.choose, await turn.see(found_on_roster, turn.text))
        case "team":
            return await turn.do(sealed_team.set_team, reading.team)
        case "gather" if reading.gathering:
            return await turn.do(sealed_team.gather, *reading.gathering)
        case "line" if said := reading.sealed_among(await turn.see(colleagues)):
            return await turn.do(sealing.write, said)
    raise Refusal("visit_gather" if asks == "gather" else "seal_line")


@router.said("sealed_list")
async def on_list(turn: Turn) -> Message | None:
    return await turn.see(sealing.waiting)


@router.button("v.sealed")
async def on_look(turn: Turn) -> Message | None:
    return await turn.see(sealing.look, turn.arg)


@router.button("v.sealok")
async def on_approve(turn: Turn) -> Message | None:
    return await turn.do(sealing.approve, turn.arg)


@router.button("v.sealat")
async def on_where(turn: Turn) -> Message | None:
    return await turn.see(sealing.where, turn.arg)


@router.button("v.sealno")
async def on_ask_decline(turn: Turn) -> Message | None:
    return await turn.see(sealing.ask_decline, turn.arg)


@router.button("v.sealgone")
async def on_decline(turn: Turn) -> Message | None:
    return await turn.do(sealing.decline, turn.arg)


@router.button("v.unseal")
async def on_unseal(turn: Turn) -> Message | None:
    return await turn.do(sealing.unseal, turn.arg)


@router.button("v.sealto")
async def on_hand_on(turn: Turn) -> Message | None:
    return await turn.do(sealing.hand_on, turn.arg, turn.subject)


@router.button("v.sealteam")
async def on_ask_team(turn: Turn) -> Message | None:
    return await turn.do(sealed_team.ask, turn.arg)


@router.button("v.sealroad")
async def on_road(turn: Turn) -> Message | None:
    return await turn.see(sealed_team.road, turn.arg)
