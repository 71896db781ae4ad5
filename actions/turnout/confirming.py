"""From «Đúng» on a figure counts; after the lock, or over another's word, with a reason."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from actions.desk import action, view
from actions.meant import yes_was_said
from actions.turnout.cards import about, draw_point, echo, figures_of
from actions.turnout.counts import after_report
from actions.turnout.points import (
    HERE,
    TOPIC,
    WAIT_FIGURES,
    ask_point,
    get_report,
    my_points,
    reportable,
    require_its_day,
    silent,
    wait_for_figures,
    write_down,
)
from domain.access import Permission
from domain.activities import Activity, Point, Stage
from domain.dialogue import Expectation
from domain.hours import PHOTOS_AWAITED, TAKEN_BACK
from domain.letters import Message, Place, Press, result, toast
from domain.refusals import Refusal, must_find
from domain.turnout import (
    Basis,
    Figures,
    PointFigures,
    Rank,
    Report,
    official,
    proof_by_roll,
    rank_of,
    require_echoed,
)
from storage import Work
from storage.journal import Entry as Journalled

P = Permission
COUNTED = "turnout.confirmed"


def _to_confirm(work: Work, batch: int) -> list[Report]:
    said = [r for r in work.turnouts.batch(batch) if r.recorded_by == work.actor.me]
    require_echoed(said)
    echoed = [r for r in said if r.state == "echoed"]
    for one in echoed:
        require_its_day(work, one)
    if any(r.doubt for r in echoed):
        raise Refusal("figure_in_doubt")
    return echoed


@action(needs=P.REPORT_TURNOUT)
def confirm(work: Work, batch: int) -> Message:
    """«Đúng»: from now on it counts. After the lock, or over another's word, a reason first."""
    yes_was_said(work)
    echoed = _to_confirm(work, batch)
    if any(_needs_reason(work, one) for one in echoed):
        return _ask_reason(work, batch)
    return _confirm(work, echoed, "")


@action(needs=P.REPORT_TURNOUT)
def confirm_heard(work: Work) -> Message | None:
    """A typed «đúng» under figures that were read back; where a number is still to be chosen it
    is asked once more."""
    found = _echoed(work)
    mine = [one for one in found if not one.doubt]
    if mine or not found:
        return confirm.run(work, mine[-1].batch) if mine else None
    activity, point = reportable(work, found[-1].point_id)
    return replace(echo(work, activity, point, found[-1]), place=Place.NEW)


@view(needs=P.REPORT_TURNOUT)
def is_read_back(work: Work) -> bool:
    """Whether figures stand there that nobody confirmed."""
    return bool(_echoed(work))


@view(needs=P.REPORT_TURNOUT)
def may_be_confirmed(work: Work) -> bool:
    """Whether one of them can be confirmed as it stands."""
    return any(not one.doubt for one in _echoed(work))


@view(needs=P.REPORT_TURNOUT)
def counts_somebody(work: Work) -> bool:
    """Whether one of them tells how many came, and not only what came of the day."""
    return any(one.total is not None or one.candidates for one in _echoed(work))


def _echoed(work: Work) -> list[Report]:
    point_id = asked_so_far(work).get("point")
    echoes = work.turnouts.echoed(int(point_id)) if point_id else []
    return [r for r in echoes if r.recorded_by == work.actor.me]


@action(needs=P.REPORT_TURNOUT)
def leave_figures(work: Work) -> Message:
    """«thôi», «bỏ» under them: they count for nothing, and no «Đúng» brings them back. Where
    others stand, no figure is waited for any more."""
    point_id = int(asked_so_far(work)["point"])
    work.turnouts.drop_echoes(work.actor.me, point_id)
    work.expectations.moves(work.actor.me, f"point:{point_id}")
    if official(work.turnouts.of_point(point_id)):
        work.expectations.forget(work.actor.me, TOPIC, 0)
    else:
        wait_for_figures(work, work.actor.me)
    return Message("work.left")


@action(needs=P.REPORT_TURNOUT)
def read_again(work: Work) -> Message:
    """«chưa có số CCB», «thôi để nguyên»: what was read back waits for its yes, as it is."""
    found = _echoed(work)[-1]
    wait_for_figures(work, work.actor.me, point=found.point_id, read=True)
    return draw_point(work, found.point_id)


@action(needs=P.REPORT_TURNOUT)
def leave_as_it_is(work: Work) -> Message:
    """«thôi để nguyên»: what is recorded stays; where nothing is, what was read back."""
    recorded = official(work.turnouts.of_point(int(asked_so_far(work)["point"])))
    return (leave_figures if recorded else read_again).run(work)


def _needs_reason(work: Work, report: Report) -> bool:
    activity = work.activities.get(report.activity_id)
    stands = official(work.turnouts.of_point(report.point_id)).get(report.point_id)
    over = report.rank is Rank.OFFICE and stands is not None
    return activity.stored is Stage.LOCKED or over


def _ask_reason(work: Work, batch: int) -> Message:
    wait_for_figures(work, work.actor.me, reason_for=batch)
    return Message("turnout.why", topic=HERE)


@action(needs=P.REPORT_TURNOUT)
def confirm_because(work: Work, batch: int, reason: str) -> Message:
    """The reason for changing a figure that stood."""
    echoed = _to_confirm(work, batch)
    if not reason.strip():
        raise Refusal("reason_needed")
    return _confirm(work, echoed, reason)


def _confirm(work: Work, echoed: Sequence[Report], reason: str) -> Message:
    for one in echoed:
        activity, point = reportable(work, one.point_id)
        rank = rank_of(work.actor, point, activity)
        proof = proof_by_roll(rank, one.total, work.turnouts.of_point(point.id))
        _count(work, activity, point, one, rank, proof, work.actor.me, reason)
    if len(echoed) > 1:
        wait_for_figures(work, work.actor.me)
        return Message("turnout.saved_many", {"n": len(echoed)}, place=Place.EDIT)
    return _recorded(work, echoed[0])


def _recorded(work: Work, confirmed: Report) -> Message:
    """Said back after counting; when another's word stands above it, that is said."""
    _await_photos(work, confirmed)
    card = draw_point(work, confirmed.point_id)
    stands = official(work.turnouts.of_point(confirmed.point_id))[confirmed.point_id]
    if stands.id == confirmed.id:
        return replace(card, place=Place.EDIT)
    facts = {**card.facts, "stands": stands.total, "who": stands.reporter}
    return Message("turnout.noted", facts, place=Place.EDIT)


def _await_photos(work: Work, confirmed: Report) -> None:
    """Photos are of the point last confirmed with people, never of one that was not held."""
    said = [r for _, _, r in my_points(work) if r and r.recorded_by == work.actor.me]
    held = [r for r in (confirmed, *said) if not r.not_held and r.confirmed_at]
    newest = max(held, key=lambda r: r.confirmed_at or r.reported_at, default=None)
    point_id = confirmed.point_id if not confirmed.not_held else newest and newest.point_id
    lasts = WAIT_FIGURES if silent(work) else PHOTOS_AWAITED
    waiting = Expectation(TOPIC, 0, {"last": point_id}, expires=work.now + lasts)
    work.expectations.expect(work.actor.me, waiting, work.now)


def _count(
    work: Work,
    activity: Activity,
    point: Point,
    one: Report,
    rank: Rank,
    proof: Basis,
    reporter_id: int,
    reason: str,
) -> None:
    before = official(work.turnouts.of_point(point.id)).get(point.id)
    work.turnouts.confirm(
        one.id, work.now, rank=rank, proof=proof, reporter_id=reporter_id, reason=reason
    )
    now = official(work.turnouts.of_point(point.id))[point.id]
    told = work.people.name(reporter_id) if reporter_id != work.actor.me else None
    work.log(
        COUNTED,
        "point",
        point.id,
        was=_figure(before),
        became=_figure(now),
        text=reason or None,
        facts={"report": one.id},
        on_behalf=told,
    )
    work.answered |= {("t.off", point.id), ("t.later", point.id)}
    after_report(work, activity, point, before, now, reason)


def _figure(report: Report | None) -> str | None:
    if report is None:
        return None
    return "not_held" if report.not_held else str(report.total)


@view(needs=P.REPORT_TURNOUT)
def last_counted(work: Work) -> datetime | None:
    """When this person's own figure was recorded last, within ten minutes."""
    row = _last_counted(work)
    return row.at if row else None


def _last_counted(work: Work) -> Journalled | None:
    since = work.now - TAKEN_BACK
    rows = work.journal.own_lately(work.actor.subject, [COUNTED, "taken_back"], since)
    back = {row.facts.get("row") for row in rows}
    return next((row for row in rows if row.event == COUNTED and row.id not in back), None)


@action(needs=P.REPORT_TURNOUT)
def take_back(work: Work) -> Message:
    """«Hoàn tác»: the figure counts no longer, what stood before it stands again."""
    row = must_find(_last_counted(work))
    found = get_report(work, int(row.facts["report"]))
    activity, point = reportable(work, found.point_id)
    if found.state != "confirmed":
        raise Refusal("already_recorded")
    if activity.stored is Stage.LOCKED:
        raise Refusal("roll_locked", code=activity.code)
    before = official(work.turnouts.of_point(point.id)).get(point.id)
    work.turnouts.drop(found.id)
    now = official(work.turnouts.of_point(point.id)).get(point.id)
    work.log("taken_back", "point", point.id, was=_figure(before), facts={"row": row.id})
    after_report(work, activity, point, before, now, "")
    wait_for_figures(work, work.actor.me, point=point.id)
    facts = {**about(activity, point), "was": found.total, "stands": now.total if now else None}
    return Message("turnout.taken_back", facts, card=f"point:{point.id}", topic=HERE)


@action(needs=P.RECORD_FOR_OTHERS)
def record_for(work: Work, batch: int) -> Message:
    """The office writes down what a point's leader told it by telephone; the leader is told."""
    one = _to_confirm(work, batch)[0]
    activity, point = reportable(work, one.point_id)
    if point.leader_id is None:
        raise Refusal("no_point_leader")
    _count(work, activity, point, one, Rank.LEADER, Basis.LEADER, point.leader_id, "")
    facts = {**about(activity, point), **figures_of(work, one), "who": work.actor.name}
    buttons = ((Press("t.true", one.id), Press("t.untrue", one.id)),)
    message = Message("turnout.by_phone", facts, buttons)
    work.tell(point.leader_id, f"turnout.by_phone:{one.id}", message)
    return _recorded(work, one)


@action(needs=P.REPORT_TURNOUT)
def phone_answer(work: Work, report_id: int, right: bool) -> Message:
    """The leader says whether the office understood them on the telephone."""
    found = get_report(work, report_id)
    activity, point = reportable(work, found.point_id)
    own = found.reporter_id == work.actor.me and found.recorded_by != work.actor.me
    if not own or found.state != "confirmed":
        raise Refusal("already_recorded")
    if activity.stored is Stage.LOCKED and not right:
        raise Refusal("roll_locked", code=activity.code)
    if right:
        return toast("turnout.thanks")
    before = official(work.turnouts.of_point(point.id)).get(point.id)
    work.turnouts.drop(report_id)
    work.log("turnout.denied", "point", point.id, was=_figure(before), facts={"report": found.id})
    after_report(work, activity, point, before, None, "")
    facts = {**about(activity, point), "who": work.actor.name, "total": found.total}
    denied = Message("turnout.denied", facts)
    work.tell(found.recorded_by, f"turnout.denied:{found.id}", denied)
    return ask_point.run(work, point.id)


@action(needs=P.REPORT_TURNOUT)
def ask_why_not_held(work: Work, point_id: int) -> Message:
    """Where a figure is recorded, it is said, and may be kept."""
    activity, point = reportable(work, point_id)
    told = _told(work, point_id)
    over = {"over": told.id, "stands": told.total} if told else {}
    wait_for_figures(work, work.actor.me, point=point_id, off=True, **over)
    reasons = tuple(
        Press("t.because", point_id, code, label=f"@not_held.{code}")
        for code in ("rain", "moved", "other_duty")
    )
    facts = about(activity, point)
    if told is None:
        return Message("turnout.why_off", facts, (reasons,), topic=HERE)
    keep = Press("t.keep", point_id, label=f"@turnout.keep={told.total}")
    facts |= {"total": told.total}
    return Message("turnout.why_off_over", facts, (reasons, (keep,)), topic=HERE)


def _told(work: Work, point_id: int) -> Report | None:
    """The number of people that is recorded of a point."""
    stands = official(work.turnouts.of_point(point_id)).get(point_id)
    return stands if stands and not stands.not_held and stands.total is not None else None


@action(needs=P.REPORT_TURNOUT)
def keep_figure(work: Work, point_id: int) -> Message:
    """«Giữ 32 người»: it was held, and its figure stands as it is."""
    reportable(work, point_id)
    leave_reason.run(work)
    told = _told(work, point_id)
    return result("turnout.kept", total=told.total if told else None, not_held=None)


@action(needs=P.REPORT_TURNOUT)
def leave_reason(work: Work) -> Message:
    """«thôi»: no reason, and nothing is written; figures are waited for as before."""
    kept = asked_so_far(work)
    wait_for_figures(work, work.actor.me, **({"point": kept["point"]} if "point" in kept else {}))
    return Message("work.left")


@action(needs=P.REPORT_TURNOUT)
def ask_reason_or_figures(
    work: Work, text: str, figures: Figures | None, absent: int | None
) -> Message:
    """A number of people came where a reason was asked for: never taken for one unasked."""
    wait_for_figures(work, work.actor.me, **{**asked_so_far(work), "held": text})
    codes = {o.code: o.short for o in work.organisations}
    parts = figures.parts if figures else {}
    total = figures.people if figures else 0
    facts = {
        "total": total,
        "parts": [[codes.get(code, code), number] for code, number in parts.items()],
        "absent": absent,
    }
    count = Press("t.count", label=f"@turnout.count={total}")
    return Message("turnout.or_reason", facts, ((count, Press("t.reason")),), topic=HERE)


def asked_so_far(work: Work) -> dict[str, Any]:
    """What is known already of the figures that the actor is asked for."""
    waiting = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    return dict(waiting.answers) if waiting else {}


@action(needs=P.REPORT_TURNOUT)
def not_held(work: Work, point_id: int, reason: str) -> Message:
    """Nothing took place at the point. That is not a zero, and it has a reason; over a figure
    that came in since the reason was asked, it is asked again."""
    activity, point = reportable(work, point_id)
    if not reason.strip():
        raise Refusal("reason_needed")
    if (told := _told(work, point_id)) and asked_so_far(work).get("over") != told.id:
        return ask_why_not_held.run(work, point_id)
    work.turnouts.drop_echoes(work.actor.me, point_id)
    one = get_report(work, write_down(work, activity, point, PointFigures(not_held=True)))
    _count(work, activity, point, one, one.rank, one.proof, work.actor.me, reason)
    return _recorded(work, one)
