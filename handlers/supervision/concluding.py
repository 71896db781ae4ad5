"""What comes of a visit that was made: its result, the draft, who agrees, what is recommended."""

from datetime import datetime

from actions.supervision import (
    concluding,
    noting,
    recommending,
)
from domain.dialogue import Hears
from domain.letters import Message
from domain.refusals import Refusal
from domain.visits import Advice, Noted
from handlers.kit.proofs import proof_of
from handlers.kit.router import Response, Router
from handlers.kit.turn import Turn

router = Router()


def _must_be_meant(turn: Turn) -> None:
    """«chờ em tí», «chị Lụa chụp giúp»: no result, and no recommendation."""
    if turn.reading.is_talk and not turn.attachment:
        raise Refusal("visit_no_words_of_it", words=turn.text)


@router.button("v.result")
async def on_ask_result(turn: Turn) -> Message | None:
    return await turn.do(concluding.ask_result, turn.subject)


@router.topic(concluding.RESULT, hears=Hears.LINE)
async def on_result(turn: Turn) -> Message | None:
    _must_be_meant(turn)
    return await turn.do(concluding.conclude, turn.about, turn.text, proof_of(turn))


@router.button("v.draft")
async def on_draft(turn: Turn) -> Message | None:
    return await turn.do(concluding.draft, turn.subject)


@router.button("v.yes")
async def on_agree(turn: Turn) -> Message | None:
    return await turn.do(concluding.agree, turn.subject, True)


@router.button("v.no")
async def on_agree_not(turn: Turn) -> Message | None:
    return await turn.do(concluding.agree, turn.subject, False)


@router.topic(concluding.OBJECTS, hears=Hears.REASON)
async def on_objects(turn: Turn) -> Message | None:
    return await turn.do(concluding.agree, turn.about, False, turn.text)


@router.button("v.recommend")
async def on_ask_recommend(turn: Turn) -> Message | None:
    return await turn.do(recommending.ask, turn.subject)


@router.topic(recommending.RECOMMEND, hears=Hears.LINE)
async def on_recommend(turn: Turn) -> Response:
    if turn.reading.intent == "checklist_marks":
        raise Refusal("checklist_none")
    _must_be_meant(turn)
    return await advise(turn, turn.about, turn.text)


async def advise(turn: Turn, visit_id: int, words: str) -> Message | None:
    """Each recommendation by itself, with its own limit."""
    pieces = turn.reading.of(words).pieces
    if len(pieces) < 2:
        return await turn.do(recommending.recommend, visit_id, *asked(turn, words))
    each = tuple(Advice(*asked(turn, one)) for one in pieces)
    return await turn.do(noting.note_all, visit_id, Noted(asked=tuple(pieces)), each)


def asked(turn: Turn, words: str) -> tuple[str, str, datetime | None, bool]:
    """What is asked, by which law, until when; and whether a day is named that may be no limit."""
    said = turn.reading.of(words)
    (what, basis), due = said.with_basis, said.limit_said
    law, _, last = basis.rpartition(",")
    basis = law if law and said.of(last).told_of.due else basis
    return what, basis, due.at if due else None, said.when.start is not None


@router.button("v.asked")
@router.said("recommendations")
async def on_followed(turn: Turn) -> Message | None:
    return await turn.see(recommending.followed, turn.subject)
