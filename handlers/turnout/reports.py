"""«Báo số liệu»: what point leaders and base cadres type and tap about their points."""

from actions.assignments.drafting import office_clock
from actions.turnout import confirming, counts, photos, points, reports, weekend
from actions.turnout.photos import Photo
from actions.turnout.reports import Reported
from domain.access import Permission
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.reading import (
    names_assignment,
    read_turnout,
    says_not_held,
    says_yes,
    split_by_point,
)
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from texts import load

router = Router()


@router.command("soluong")
@router.label("turnout.mine")
@router.phrase("báo số liệu", "báo quân số")
@router.button("t.mine")
async def on_mine(turn: Turn) -> Message | None:
    return await turn.do(points.mine)


@router.topic("turnout")
@router.reply("point")
async def on_figures(turn: Turn) -> Response:
    """A number, a pasted table, a photo, a «đúng»; anything else was not meant for us."""
    point_id, asked = _point(turn), turn.heard.answers if turn.heard else {}
    if turn.attachment and turn.attachment.kind == "photo" and not turn.text:
        return await _photo(turn, point_id)
    if (batch := asked.get("reason_for")) and turn.text:
        return await turn.do(confirming.confirm_because, int(batch), turn.text)
    if asked.get("off") and point_id and not turn.text.isdigit():
        return await turn.do(confirming.not_held, point_id, turn.text)
    if says_yes(turn.text):
        return await turn.do(confirming.confirm_heard)
    now = (await turn.see(office_clock)).now
    if names_assignment(turn.text, now):
        return PASS
    if says_not_held(turn.text, now) and point_id:
        return await turn.do(confirming.ask_why_not_held, point_id)
    answer = await figures(turn, turn.text, point_id)
    return await _photo(turn, point_id) if answer is PASS and _photo_of(turn) else answer


async def loose_figures(turn: Turn) -> Response:
    """A line that nobody asked for counts as figures only when it names a point of one's own."""
    if not turn.actor.may(Permission.REPORT_TURNOUT):
        return PASS
    pieces = split_by_point(turn.text, await turn.see(points.points_to_name))
    return await figures(turn, turn.text) if pieces[0][0] is not None else PASS


async def figures(turn: Turn, text: str, point_id: int | None = None) -> Response:
    """Read figures for one point or several and have them read back; PASS if there are none."""
    pieces = split_by_point(text, await turn.see(points.points_to_name))
    said = [(point, read_turnout(piece)) for point, piece in pieces]
    if any(read is None for _, read in said):
        return PASS
    known = [Reported(read, point or point_id) for point, read in said if read]
    return await turn.do(reports.report, known, text, _photo_of(turn))


def _point(turn: Turn) -> int | None:
    """The point of the card that was replied to, or that was chosen before."""
    if turn.card.startswith("point:"):
        return int(turn.card.partition(":")[2])
    chosen = turn.heard.answers.get("point") if turn.heard else None
    return int(chosen) if chosen else None


async def _photo(turn: Turn, point_id: int | None) -> Response:
    last = turn.heard.answers.get("last") if turn.heard else None
    place, photo = point_id or last, _photo_of(turn)
    if place is None or photo is None:
        return PASS
    return await turn.do(photos.save_photo, int(place), photo)


def _photo_of(turn: Turn) -> Photo | None:
    sent = turn.attachment
    if sent is None or sent.kind != "photo":
        return None
    return Photo(sent.file_id, sent.unique_id, sent.album)


@router.button("t.point", "t.fix")
async def on_point(turn: Turn) -> Message | None:
    """A point is chosen: for the line that was typed before, or for the one to come."""
    held = next((e.answers.get("text") for e in turn.waiting if e.topic == "turnout"), None)
    if held and (read := read_turnout(str(held))):
        return await turn.do(reports.report, [Reported(read, turn.subject)], str(held))
    return await turn.do(points.ask_point, turn.subject)


@router.button("t.yes", "t.sure", "t.own")
async def on_yes(turn: Turn) -> Message | None:
    return await turn.do(confirming.confirm, turn.subject)


@router.button("t.for")
async def on_for_another(turn: Turn) -> Message | None:
    return await turn.do(confirming.record_for, turn.subject)


@router.button("t.true", "t.untrue")
async def on_phone_answer(turn: Turn) -> Message | None:
    right = turn.press is not None and turn.press.verb == "t.true"
    return await turn.do(confirming.phone_answer, turn.subject, right)


@router.button("t.again")
async def on_again(turn: Turn) -> Message | None:
    return await turn.do(reports.say_again, turn.subject)


@router.button("t.where")
async def on_where(turn: Turn) -> Message | None:
    return await turn.see(weekend.where_else, turn.subject)


@router.button("t.move")
async def on_move(turn: Turn) -> Message | None:
    return await turn.do(reports.move, turn.subject, _number(turn))


@router.button("t.total")
async def on_total(turn: Turn) -> Message | None:
    return await turn.do(reports.settle, turn.subject, _number(turn))


def _number(turn: Turn) -> int:
    arg = turn.press.arg if turn.press else ""
    if not (arg.isascii() and arg.isdigit() and len(arg) < 10):
        raise Refusal("unknown_button")
    return int(arg)


@router.button("t.roll")
async def on_by_roll(turn: Turn) -> Message | None:
    """«Cá nhân + nhóm», or the roll call alone."""
    return await turn.do(reports.by_roll, turn.subject, with_groups=turn.arg == "groups")


@router.button("t.off")
async def on_not_held(turn: Turn) -> Message | None:
    return await turn.do(confirming.ask_why_not_held, turn.subject)


@router.button("t.because")
async def on_because(turn: Turn) -> Message | None:
    reason = load(turn.actor.locale).get(f"not_held.{turn.press.arg if turn.press else ''}")
    if reason is None:
        raise Refusal("unknown_button")
    return await turn.do(confirming.not_held, turn.subject, reason)


@router.button("t.later")
async def on_later(turn: Turn) -> Message | None:
    return await turn.see(points.report_later, turn.subject)


@router.button("act.lock")
async def on_lock(turn: Turn) -> Message | None:
    sure = turn.press is not None and turn.press.arg == "sure"
    return await turn.do(counts.lock, turn.subject, sure)


@router.button("act.chase")
async def on_chase(turn: Turn) -> Message | None:
    return await turn.do(counts.chase_points, turn.subject)
