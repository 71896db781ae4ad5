"""Coming in: invites tapped or typed, one's own number, and a kind word for strangers."""

from actions.office.arrival import WRONG, arrive, arrive_by_phone
from domain.invites import LINK
from domain.letters import Message
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.languages import router as languages
from handlers.own_data.ledger import on_code_typed
from handlers.registrations.newcomers import (
    day_called,
    names_point,
    under_poster,
    unknown_words,
)
from handlers.supervision.guests import guest_asked_how, guest_words

router = Router()


@router.link(LINK)
async def on_link(turn: Turn) -> Message | None:
    return await _try(turn, turn.args, typed=False)


@router.said("invite")
async def on_code(turn: Turn) -> Message | None:
    code = turn.reading.invite
    return await _try(turn, code, typed=True) if code else None


@router.said("new_account")
async def on_new_account(turn: Turn) -> Message:
    """«tôi đổi tài khoản», of whoever has one: how the old record comes along."""
    return Message("arrival.new_account")


@router.other("stranger")
async def on_stranger(turn: Turn) -> Response:
    """Under a poster, a volunteer's words; else the long answer once a day, then a short one:
    never nothing, never an office's name."""
    if turn.reading.certificate:
        return await on_code_typed(turn)
    if (code := turn.reading.bare_invite) and not await names_point(turn):
        return await _try(turn, code, typed=True)
    if turn.reading.intent == "new_account":
        return await on_new_account(turn)
    if handler := languages.lines.get(turn.reading.intent):
        return await handler(turn)
    for read in (guest_words, day_called, under_poster, unknown_words, guest_asked_how):
        if (answer := await read(turn)) is not PASS:
            return answer
    if turn.recognition.tries.greet(turn.user_id, turn.now):
        return welcome_stranger()
    return Message("refusal.unknown_person")


@router.other("contact")
async def on_contact(turn: Turn) -> Message | None:
    """Only one's own number counts: Telegram vouches for its `user_id`."""
    message = turn.message
    if message is None or message.contact is None:
        return None
    if message.contact.user_id != turn.user_id or message.is_forwarded:
        return Message("arrival.not_own_phone")
    return await turn.do(arrive_by_phone, turn.user_id, message.contact.phone)


def welcome_stranger() -> Message:
    return Message("arrival.stranger", keyboard="contact")


async def _try(turn: Turn, secret: str, *, typed: bool) -> Message | None:
    """Five wrong tries an hour, then silence; fifty in all, and typing is closed."""
    tries, now = turn.recognition.tries, turn.now
    if tries.silent(turn.user_id, now):
        return None
    if typed and tries.closed(now):
        return Message("arrival.closed")
    last_try = typed and tries.is_last(now)
    answer = await turn.do(arrive, turn.user_id, secret, last_try=last_try)
    if answer is not None and answer.kind == WRONG:
        tries.wrong(turn.user_id, now, typed=typed)
    return answer
