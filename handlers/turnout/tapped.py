"""What point leaders and base cadres tap about their points: which one, right, wrong, not held."""

from dataclasses import replace

from actions.assignments.typed import WHICH
from actions.turnout import confirming, counts, points, reports, weekend
from actions.turnout.reports import Reported
from domain.dialogue import Expectation
from domain.hours import SPOKEN_OF
from domain.letters import Message, Place
from domain.refusals import Refusal
from handlers.kit.buttons import number_of
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from handlers.turnout.reports import written_down
from texts import load

router = Router()


@router.button("t.point", "t.fix")
async def on_point(turn: Turn) -> Response:
    """A point is chosen: for the lines that were typed a moment ago, or for the one to come."""
    if turn.arg and (answer := await _said_of(turn)) is not PASS:
        return answer
    just_now = (
        e for e in turn.waiting if e.topic == points.TO_PLACE and e.answers.get(points.SAID)
    )
    kept = next((e for e in just_now if e.at and turn.reading.now - e.at <= SPOKEN_OF), None)
    if kept:
        return await _placed(turn, kept, turn.subject)
    over = await turn.see(points.read_back_at, turn.subject)
    turn.chose(*(("t.yes", one) for one in over), *(("t.sure", one) for one in over))
    return await turn.do(points.ask_point, turn.subject, anew=turn.verb == "t.fix")


@router.button("t.kept")
async def on_kept(turn: Turn) -> Message | None:
    """«Của điểm này», of what was sent before, whatever was asked since."""
    asked = (e for e in turn.waiting if (e.topic, e.subject) == (points.TO_PLACE, turn.subject))
    kept = next(asked, None)
    if kept is None:
        raise Refusal("question_over")
    return await _placed(turn, kept, number_of(turn))


async def _placed(turn: Turn, kept: Expectation, point_id: int) -> Message | None:
    lines = kept.answers.get(points.SAID, ())
    read = [said for line in lines if (said := turn.reading.of(line).figures)]
    return _instead(await turn.do(reports.place, kept.subject, point_id, read))


async def _said_of(turn: Turn) -> Response:
    """What was asked of work or of this point: that nothing is held there, or its figures."""
    asked = (e for e in turn.waiting if (e.topic, str(e.subject)) == (WHICH, turn.arg))
    waited = next(asked, None)
    if waited is None:
        return PASS
    said = await turn.saying(str(waited.answers["text"]))
    if said.reading.not_held:
        return await turn.do(confirming.ask_why_not_held, turn.subject)
    return await written_down(said, turn.subject) if said.reading.figures else PASS


def _instead(said: Message | None) -> Message | None:
    """What was chosen stands where it was asked."""
    return replace(said, place=Place.EDIT) if said else None


@router.button("t.count", "t.reason")
async def on_reason_or_figures(turn: Turn) -> Message | None:
    """«Ghi 40 người», «Là lý do»."""
    kept = next((e.answers for e in turn.waiting if e.topic == "turnout"), {})
    held, point_id = str(kept.get("held", "")), int(kept.get("point") or 0)
    if not held:
        raise Refusal("question_over")
    if turn.verb == "t.count" and (read := turn.reading.of(held).figures):
        known = [Reported(read, point_id or None)]
        return _instead(await turn.do(reports.report, known, held))
    if batch := kept.get("reason_for"):
        return await turn.do(confirming.confirm_because, int(batch), held)
    return await turn.do(confirming.not_held, point_id, held)


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


@router.button("t.keep")
async def on_keep(turn: Turn) -> Message | None:
    return await turn.do(confirming.keep_figure, turn.subject)


@router.button("t.later")
async def on_later(turn: Turn) -> Message | None:
    return await turn.see(points.report_later, turn.subject)


@router.button("act.lock")
async def on_lock(turn: Turn) -> Message | None:
    return await turn.do(counts.lock, turn.subject, turn.arg == "sure")


@router.button("act.chase")
async def on_chase(turn: Turn) -> Message | None:
    return await turn.do(counts.chase_points, turn.subject)
