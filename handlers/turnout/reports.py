"""«Báo số liệu»: what point leaders and base cadres type and tap about their points."""

from collections.abc import Mapping, Sequence

from actions.assignments.typed import Wish
from actions.desk import Action
from actions.questions import ask_meant
from actions.turnout import confirming, counts, photos, points, reports, weekend
from actions.turnout.photos import Photo
from actions.turnout.reports import Reported
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message
from domain.refusals import Refusal
from handlers.kit.buttons import number_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from texts import load

router = Router()


@router.command("soluong")
@router.label("turnout.mine")
@router.said("my_points")
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
    if turn.reading.says_yes:
        return await turn.do(confirming.confirm_heard)
    if turn.reading.names_assignment:
        return PASS
    if point_id and (asked_back := await _doubted(turn, point_id)):
        return asked_back
    if turn.reading.not_held and point_id:
        return await turn.do(confirming.ask_why_not_held, point_id)
    answer = await _figures(turn, await turn.see(points.points_to_name), point_id)
    return await _photo(turn, point_id) if answer is PASS and _photo_of(turn) else answer


async def _doubted(turn: Turn, point_id: int) -> Message | None:
    """A doubtful «hoãn», and a figure that nobody could place, are asked; figures are read back
    before they count, whatever stands beside them."""
    sure = turn.reading.certainty("turnout")
    said, told = turn.reading.reply("turnout").intent, turn.reading.figures is not None
    wrong = (said == "no_event" and sure.loud) or (said == "question" and told)
    if not (wrong or sure.left_figures):
        return None
    choices = [c for c in (*sure.choices, "turnout") if c in _CHOSEN and _possible(turn, c)]
    kept = {"text": turn.text, "room": "turnout", "about": point_id, "left": sure.left_figures}
    offered = list(dict.fromkeys(choices))
    return await turn.do(ask_meant, kept | {"choices": offered}, turn.update.update_id)


def _possible(turn: Turn, intent: str) -> bool:
    return intent != "turnout" or turn.reading.figures is not None


async def meant_of_point(said: Turn, waited: Expectation, intent: str) -> Wish:
    """What was chosen for the words, of the point that they are about."""
    point_id = int(waited.answers["about"])
    if intent in ("turnout", "correction") and (read := said.reading.figures):
        return Wish(reports.report, ([Reported(read, point_id)], said.text))
    return Wish(_CHOSEN[intent], (point_id,))


_CHOSEN: Mapping[str, Action[..., Message]] = {
    "turnout": points.ask_point,
    "correction": points.ask_point,
    "no_event": confirming.ask_why_not_held,
    "later": points.report_later,
}
"""What is done for each choice where there are no figures to read back."""


async def loose_figures(turn: Turn) -> Response:
    """A line that nobody asked for counts as figures only when it names a point of one's own."""
    if not turn.actor.may(Permission.REPORT_TURNOUT):
        return PASS
    called = await turn.see(points.points_to_name)
    named = turn.reading.by_point(called)[0][0] is not None
    return await _figures(turn, called) if named else PASS


async def _figures(
    turn: Turn, called: Mapping[int, Sequence[str]], point_id: int | None = None
) -> Response:
    """Read figures for one point or several and have them read back; PASS if there are none."""
    said = [(point, piece.figures) for point, piece in turn.reading.by_point(called)]
    known = [Reported(read, point or point_id) for point, read in said if read is not None]
    if len(known) < len(said):
        return PASS
    return await turn.do(reports.report, known, turn.text, _photo_of(turn))


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
    if held and (read := turn.reading.of(str(held)).figures):
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
    right = turn.verb == "t.true"
    return await turn.do(confirming.phone_answer, turn.subject, right)


@router.button("t.again")
async def on_again(turn: Turn) -> Message | None:
    return await turn.do(reports.say_again, turn.subject)


@router.button("t.where")
async def on_where(turn: Turn) -> Message | None:
    return await turn.see(weekend.where_else, turn.subject)


@router.button("t.move")
async def on_move(turn: Turn) -> Message | None:
    return await turn.do(reports.move, turn.subject, number_of(turn))


@router.button("t.total")
async def on_total(turn: Turn) -> Message | None:
    return await turn.do(reports.settle, turn.subject, number_of(turn))


@router.button("t.measure")
async def on_measure(turn: Turn) -> Message | None:
    return await turn.do(reports.settle_measure, turn.subject, number_of(turn))


@router.button("t.roll")
async def on_by_roll(turn: Turn) -> Message | None:
    """«Cá nhân + nhóm», or the roll call alone."""
    return await turn.do(reports.by_roll, turn.subject, with_groups=turn.arg == "groups")


@router.button("t.off")
async def on_not_held(turn: Turn) -> Message | None:
    return await turn.do(confirming.ask_why_not_held, turn.subject)


@router.button("t.because")
async def on_because(turn: Turn) -> Message | None:
    reason = load(turn.actor.locale).get(f"not_held.{turn.arg}")
    if reason is None:
        raise Refusal("unknown_button")
    return await turn.do(confirming.not_held, turn.subject, reason)


@router.button("t.later")
async def on_later(turn: Turn) -> Message | None:
    return await turn.see(points.report_later, turn.subject)


@router.button("act.lock")
async def on_lock(turn: Turn) -> Message | None:
    return await turn.do(counts.lock, turn.subject, turn.arg == "sure")


@router.button("act.chase")
async def on_chase(turn: Turn) -> Message | None:
    return await turn.do(counts.chase_points, turn.subject)
