"""What comes of a visit that was made: its result, the draft, who agrees, what is recommended."""

from datetime import datetime

from actions.supervision import (
    concluding,
    noting,
    recommending,
)
from actions.supervision.on_the_spot import which_here
from domain.access import Permission
from domain.dialogue import Hears
from domain.letters import Message
from domain.refusals import Refusal
from domain.visits import Advice, Noted
from handlers.kit.proofs import proof_of
from handlers.kit.router import PASS, Response, Router
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


@router.acknowledges(concluding.DRAFT)
@router.declines(concluding.DRAFT)
async def on_opinion(turn: Turn) -> Response:
    """«đồng ý ạ», «chưa nhất trí», just after the draft was shown."""
    return await _opinion(turn, turn.spoken_of)


@router.carries(concluding.DRAFT)
async def on_opinion_replied(turn: Turn) -> Response:
    """The same as a reply to it, also with what is to be added; other words are read on."""
    return await _opinion(turn, turn.card)


async def _opinion(turn: Turn, draft: str) -> Response:
    reading, visit_id = turn.reading, int(draft.partition(":")[2])
    no = reading.said_here == "agrees_not" or reading.refuses
    yes = reading.said_here == "agrees" or reading.yes_no == "yes" or bool(reading.agreed_with)
    if turn.attachment or not (yes or no) or not await turn.see(concluding.is_asked, visit_id):
        return PASS
    why = reading.why_not_here or reading.agreed_with
    return await turn.do(concluding.agree, visit_id, not no, why)


async def agrees_later(turn: Turn) -> Response:
    """«nhất trí, bổ sung …» from whoever is asked about one draft, where something else came
    since."""
    more = turn.reading.agreed_with
    may = more and not turn.attachment and turn.actor.may(Permission.SUPERVISE)
    visit_id = await turn.see(which_here, "agrees") if may else 0
    return await turn.do(concluding.agree, visit_id, True, more) if visit_id else PASS


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
    head, _, last = what.rpartition(",")
    what = head if head and due and _is_limit(turn, last) else what
    law, _, last = basis.rpartition(",")
    basis = law if law and _is_limit(turn, last) else basis
    return what, basis, due.at if due else None, said.when.start is not None


def _is_limit(turn: Turn, words: str) -> bool:
    """«hạn 20/12»: it says until when, and no more."""
    told = turn.reading.of(words.strip()).told_of
    return bool(told.due) and told.whole


@router.button("v.asked")
@router.said("recommendations")
async def on_followed(turn: Turn) -> Message | None:
    return await turn.see(recommending.followed, turn.subject)
