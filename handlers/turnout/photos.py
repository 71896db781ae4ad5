"""Photos of a day's points: looked through one by one, set aside, kept for longer."""

from actions.turnout import photos
from domain.letters import Message
from handlers.kit.router import Router
from handlers.kit.turn import Turn

router = Router()


@router.button("t.nophoto")
async def on_no_photo(turn: Turn) -> Message | None:
    return await turn.do(photos.no_photo, turn.subject)


@router.button("t.photos")
async def on_photos(turn: Turn) -> Message | None:
    return await turn.see(photos.newest, turn.subject)


@router.button("t.look")
async def on_look(turn: Turn) -> Message | None:
    return await turn.see(photos.look_at, turn.subject)


@router.button("t.aside")
async def on_set_aside(turn: Turn) -> Message | None:
    return await turn.do(photos.set_aside, turn.subject)


@router.button("t.choose")
async def on_choose(turn: Turn) -> Message | None:
    return await turn.do(photos.choose, turn.subject)
