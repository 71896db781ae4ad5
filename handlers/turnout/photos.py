"""Photos of a day's points: looked through one by one, set aside, kept for longer."""

from collections.abc import Sequence

from actions.assignments.typed import WHICH
from actions.turnout import helped, photos
from actions.turnout.photos import Photo
from domain.access import Permission
from domain.letters import Message, Press
from domain.refusals import Refusal
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn

router = Router()


async def day_photo(turn: Turn) -> Response:
    """A photo of the day's point, whenever it comes; of several points it is asked."""
    photo = photo_of(turn)
    if photo is None or not turn.actor.may(Permission.REPORT_TURNOUT):
        return PASS
    points = await turn.see(photos.may_be_of)
    if len(points) == 1:
        return await turn.do(photos.save_photo, points[0], photo)
    return await turn.do(photos.ask_where, photo) if points else PASS


async def has_points(turn: Turn) -> bool:
    """Whether a photo may be of a day as well."""
    may = turn.actor.may(Permission.REPORT_TURNOUT)
    return may and bool(await turn.see(photos.may_be_of))


async def points_of(turn: Turn) -> Sequence[Press]:
    """The points that a photo may be of, to be tapped beside somebody's work."""
    if photo_of(turn) is None or not turn.actor.may(Permission.REPORT_TURNOUT):
        return ()
    return await turn.see(photos.presses, turn.incoming.number)


@router.button("t.photo_of")
async def on_photo_of(turn: Turn) -> Message | None:
    """It is of the point, and of no work."""
    asked = (e for e in turn.waiting if (e.topic, str(e.subject)) == (WHICH, turn.arg))
    waited = next(asked, None)
    if waited is None:
        raise Refusal("words_gone")
    return await turn.do(photos.save_asked, turn.subject, waited)


def photo_of(turn: Turn) -> Photo | None:
    sent = turn.attachment
    if sent is None or sent.kind != "photo":
        return None
    return Photo(sent.file_id, sent.unique_id, sent.album)


@router.button("t.nophoto")
async def on_no_photo(turn: Turn) -> Message | None:
    return await turn.do(photos.no_photo, turn.subject)


@router.button("t.sheet")
async def on_sheet(turn: Turn) -> Message | None:
    return await turn.do(helped.pass_sheet, turn.subject)


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
