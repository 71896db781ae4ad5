"""What people say that asks for nothing, or belongs at another door; nothing of it is kept, and
nobody is left without a word."""

from actions.assignments import lists
from actions.assignments.draft_looks import PEOPLE
from actions.assignments.draft_looks import TOPIC as DRAFT
from actions.assignments.whom import colleagues
from actions.start import as_opinion, other_door
from domain.access import Permission
from domain.letters import Message
from handlers.assignments.again import reported_again
from handlers.assignments.giving import ordered_by_name
from handlers.assignments.praising import thanks_to_colleague
from handlers.assignments.told import (
    TOLD,
    asks_the_giver,
    new_card_taken,
    own_obstacle,
    told_of_work,
)
from handlers.assignments.typed import on_unclear
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.kit.unfit import unfit

router = Router()
NO_KINDNESS = (None, "misdirected", "unclear")
"""What may be meant for somebody else, or for nobody."""


@router.intent("noise")
async def on_thanks(turn: Turn) -> Response:
    """Thanks, wishes, «alo» get a short word. «dạ vâng chị» right after a new card takes it;
    «Bình: mở cửa nhà văn hóa, 7h chủ nhật» gives work."""
    kind = turn.meaning.slots.get("kind") if turn.meaning else None
    if kind == "ack" and (taken := await new_card_taken(turn)):
        return taken
    if kind == "thanks" and turn.reading.thanks_others:
        return Message("talk.thank_others")
    if kind == "thanks" and (thanked := await thanks_to_colleague(turn)) is not PASS:
        return thanked
    if kind == "thanks" and turn.reading.takes_work and turn.reading.only_accepts:
        return await on_unclear(turn)
    told = "percent" in turn.reading.meaning("assignment").slots
    return PASS if kind in NO_KINDNESS or told else Message(f"talk.{kind}")


@router.other("quiet")
async def on_quiet(_: Turn) -> Message:
    """What a handler left without a word."""
    return Message("talk.quiet")


@router.intent("complaint_redirect")
async def on_complaint(turn: Turn) -> Response:
    """A complaint or denunciation has its own door by law; what stands in the way of one's own
    work is neither, nor is an order to a colleague, or what staff tell of others' complaint."""
    for read in (own_obstacle, ordered_by_name, _told_of_a_complaint):
        if (answer := await read(turn)) is not PASS:
            return answer
    return await turn.see(other_door, "complaint")


async def _told_of_a_complaint(turn: Turn) -> Response:
    """«hộ bà Năm khiếu nại em đã đến gặp rồi»: of their work, and nobody is accused."""
    return await told_of_work(turn) if turn.reading.tells_of_a_complaint else PASS


@router.said("room_asked", may=Permission.OWN_WORK)
async def on_room(turn: Turn) -> Response:
    """«phòng tầng 2 sáng thứ 5 còn trống không»: said, where it answers nothing that is asked."""
    newest = next(iter(turn.open), None)
    free = newest is None or (
        newest.topic == DRAFT and newest.answers["asking"] in (*PEOPLE, "due")
    )
    return await meeting_room(turn) if free and not turn.card else PASS


async def meeting_room(turn: Turn) -> Response:
    """No rooms are kept here: whom to ask; an order to somebody to see to one is an order."""
    if not turn.reading.asks_for_a_room or not turn.actor.may(Permission.OWN_WORK):
        return PASS
    people = await turn.see(colleagues)
    if turn.reading.orders_somebody(people) or turn.reading.calls_first(people):
        return PASS
    return await turn.see(other_door, "room")


@router.intent("opinion")
async def on_opinion(turn: Turn) -> Response:
    """How an opinion is written; of a loose line nothing is kept. «họp với bà con xong rồi» from
    staff is no opinion: it tells of their work."""
    if turn.reading.thanks_others:
        return Message("talk.thank_others")
    own = turn.actor.may(Permission.OWN_WORK)
    if own and (again := await reported_again(turn)) is not PASS:
        return again
    if own and turn.reading.leading_number in [a.number for a in await turn.see(lists.my_open)]:
        return await on_unclear(turn)
    if own and turn.reading.meaning("assignment").intent in TOLD:
        told = await told_of_work(turn)
        offered = await _offered(turn) if told is PASS and turn.reading.is_of_people else None
        return offered or told
    for read in (ordered_by_name, asks_the_giver):
        if (answer := await read(turn)) is not PASS:
            return answer
    if own and (turn.attachment or turn.reading.reports_a_paper):
        return await told_of_work(turn)
    return await _offered(turn) or await turn.see(other_door, "opinion")


async def _offered(turn: Turn) -> Message | None:
    """Whoever may raise it does so by a tap; what may not stand in it is said instead."""
    line = turn.reading.opinion_words
    if not (turn.actor.may(Permission.FOLLOW_MATTERS) and line) or turn.card or turn.attachment:
        return None
    return await unfit(turn, line) or await turn.see(as_opinion, line)
