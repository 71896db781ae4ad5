"""What is tapped of a visit on its way: a step, its paper, not held, hidden, announced again."""

from dataclasses import replace

from actions.assignments.whom import colleagues
from actions.supervision import (
    dropping,
    hiding,
    stepping,
)
from domain.dialogue import Hears
from domain.letters import Message
from domain.refusals import Refusal
from domain.visits import VisitPaper
from handlers.kit.addressee import chosen
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


@router.button("v.step", lane="visit")
async def on_step(turn: Turn) -> Message | None:
    version, _, stage = turn.arg.partition(".")
    if not (version.isascii() and version.isdigit()):
        raise Refusal("unknown_button")
    return await turn.do(stepping.press, turn.subject, stage, int(version))


@router.topic(stepping.PAPER, hears=Hears.LINE)
async def on_paper(turn: Turn) -> Message | None:
    if turn.reading.signed_paper is None:
        raise Refusal("visit_paper", code=await turn.see(stepping.code_of, turn.about))
    stage = turn.heard.answers["stage"] if turn.heard else ""
    paper = await signed_by(turn, turn.reading.signed_paper)
    return await turn.do(stepping.give_paper, turn.about, stage, paper)


async def signed_by(turn: Turn, paper: VisitPaper) -> VisitPaper:
    """By the whole name of the colleague whom the words name; of anybody else as it was typed."""
    people = await turn.see(colleagues) if paper.signer else ()
    one = turn.reading.of(paper.signer).is_name_of(people) if people else None
    named = (person.name for person in people if person.id == one)
    return replace(paper, signer=next(named, paper.signer))


@router.button("v.drop")
async def on_ask_drop(turn: Turn) -> Message | None:
    return await turn.do(dropping.ask_drop, turn.subject)


@router.topic(dropping.DROP, hears=Hears.REASON)
async def on_drop(turn: Turn) -> Message | None:
    return await turn.do(dropping.drop, turn.about, turn.text)


@router.topic(dropping.DROPPING, hears=chosen)
async def on_drop_read(turn: Turn) -> Response:
    """«gửi», «thôi, vẫn tổ chức»; other words are read for themselves, and the card waits."""
    if turn.attachment:
        return PASS
    if turn.reading.takes_back:
        return await turn.do(dropping.hold_after_all, turn.about)
    return await turn.do(dropping.drop_it, turn.about) if turn.reading.plainly == "yes" else PASS


@router.button("v.dropit", lane="visit")
async def on_drop_sent(turn: Turn) -> Message | None:
    return await turn.do(dropping.drop_it, turn.subject)


@router.button("v.keepit")
async def on_kept(turn: Turn) -> Message | None:
    return await turn.do(dropping.hold_after_all, turn.subject)


@router.button("v.hide")
async def on_ask_hide(turn: Turn) -> Message | None:
    return await turn.see(hiding.ask_hide, turn.subject)


@router.button("v.hidden", lane="visit")
async def on_hide(turn: Turn) -> Message | None:
    return await turn.do(hiding.hide, turn.subject)


@router.button("v.show")
async def on_ask_show(turn: Turn) -> Message | None:
    return await turn.see(hiding.ask_show, turn.subject)


@router.button("v.shown", lane="visit")
async def on_show(turn: Turn) -> Message | None:
    return await turn.do(hiding.show, turn.subject)


@router.button("v.revive", lane="visit")
async def on_revive(turn: Turn) -> Message | None:
    return await turn.do(dropping.revive, turn.subject)


@router.button("v.pass")
@router.said("settling")
async def on_pass(turn: Turn) -> Message | None:
    return await turn.see(stepping.settling, turn.subject)
