"""What people say about their points: read back, chosen, confirmed, corrected with a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from actions.desk import action, view
from actions.turnout.cards import about, draw_point, echo, figures_of
from actions.turnout.counts import after_report, reporters
from domain.access import Permission
from domain.activities import Activity, Point, State
from domain.dialogue import Expectation
from domain.letters import Message, Place, Press, toast
from domain.refusals import Refusal
from domain.turnout import (
    Figures,
    Proof,
    Rank,
    Report,
    check,
    choose,
    may_report,
    official,
    proof_of,
    rank_of,
    require_reportable,
)
from storage import Work

P = Permission
LOOK_BACK = timedelta(days=14)
WAIT_FIGURES, WAIT_PHOTOS = timedelta(days=7), timedelta(hours=3)
TOPIC, HERE = "turnout", "turnout:0"
MOST_ROWS = 8


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as Telegram keeps it."""

    file_id: str
    unique_id: str
    album: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """Figures for a point; without one, the point is found out."""

    figures: Figures
    point_id: int | None = None


def my_points(work: Work) -> list[tuple[Activity, Point, Report | None]]:
    """The points this person may report, of days begun in the last two weeks, newest first."""
    begun = work.activities.between(work.now - LOOK_BACK, work.now)
    found = []
    for activity in reversed(begun):
        if activity.state(work.now) not in (State.RUNNING, State.COUNTING, State.LOCKED):
            continue
        stands = official(work.turnouts.of_activity(activity.id))
        for point in work.activities.points(activity.id):
            if may_report(work.actor, point, activity):
                found.append((activity, point, stands.get(point.id)))
    return found


def _silent(work: Work) -> list[tuple[Activity, Point]]:
    """Those of them that nobody has reported, and that are not locked."""
    return [(a, p) for a, p, r in my_points(work) if r is None and a.stored is not State.LOCKED]


def wait_for_figures(work: Work, person_id: int, **answers: Any) -> None:
    """From now on a number this person types is a figure. One question a person at a time:
    `point` is the one meant, `text` a line whose point is asked, `off` and `reason_for` wait
    for a reason, `last` for photos."""
    waiting = Expectation(TOPIC, 0, answers, expires=work.now + WAIT_FIGURES)
    work.expectations.expect(person_id, waiting, work.now)


@view(needs=P.REPORT_TURNOUT)
def points_to_name(work: Work) -> Mapping[int, tuple[str, ...]]:
    """What a pasted line may call each point: its name, its place."""
    named: dict[int, tuple[str, ...]] = {}
    taken: set[str] = set()
    for _, point, _ in my_points(work):
        names = tuple(n for n in (point.name, point.locality) if n and n not in taken)
        taken.update(names)
        named[point.id] = names
    return named


@action(needs=P.REPORT_TURNOUT)
def mine(work: Work) -> Message:
    """The points one may report, with what is known of each; then a number is enough."""
    points = my_points(work)[:MOST_ROWS]
    if not points:
        return Message("turnout.none")
    wait_for_figures(work, work.actor.me)
    rows = [_row(activity, point, report) for activity, point, report in points]
    buttons = tuple((Press("t.point", p.id, label=_label(a, p)),) for a, p, _ in points)
    return Message("turnout.mine", {"rows": rows}, buttons, topic=HERE)


def _row(activity: Activity, point: Point, report: Report | None) -> dict[str, Any]:
    known = "missing" if report is None else "not_held" if report.not_held else "said"
    total = report.total if report else None
    return {**about(activity, point), "code": activity.code, "state": known, "total": total}


def _label(activity: Activity, point: Point) -> str:
    return f"{activity.code} {point.short}"[:28]


@action(needs=P.REPORT_TURNOUT)
def ask_point(work: Work, point_id: int) -> Message:
    """Ready to hear this one point's figures, the first time or again."""
    activity, point = _reportable(work, point_id)
    work.turnouts.drop_echoes(point_id, work.actor.me)
    wait_for_figures(work, work.actor.me, point=point_id)
    stands = official(work.turnouts.of_point(point_id)).get(point_id)
    known = figures_of(work, stands) if stands else {}
    facts = {**known, **about(activity, point), "locked": activity.stored is State.LOCKED}
    buttons = ((Press("t.off", point_id), Press("t.later", point_id)),)
    kind = "turnout.fix" if stands else "turnout.request"
    return Message(kind, facts, buttons, card=f"point:{point_id}", topic=HERE)


def _reportable(work: Work, point_id: int) -> tuple[Activity, Point]:
    point = work.activities.point(point_id)
    activity = work.activities.get(point.activity_id)
    rank_of(work.actor, point, activity)
    require_reportable(activity, work.now)
    return activity, point


@action(needs=P.REPORT_TURNOUT)
def report(work: Work, said: Sequence[Said], raw: str, photo: Photo | None = None) -> Message:
    """Write down what was typed (perhaps under a photo), and read it back. Nothing counts yet."""
    if len(said) > 1:
        return _report_many(work, said)
    one = said[0]
    point_id = one.point_id or _meant(work)
    if point_id is None:
        return _which(work, raw)
    _write(work, point_id, one.figures)
    if photo:
        _keep(work, point_id, photo)
    wait_for_figures(work, work.actor.me, point=point_id)
    return draw_point(work, point_id)


def _meant(work: Work) -> int | None:
    """The point that was chosen or asked about, or the only one still silent."""
    waiting = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if waiting and (chosen := waiting.answers.get("point")):
        return int(chosen)
    silent = _silent(work)
    mine = [p for a, p in silent if work.actor.me in reporters(work, a, p)]
    points = mine or [point for _, point in silent]
    return points[0].id if len(points) == 1 else None


def _which(work: Work, raw: str) -> Message:
    points = my_points(work)[:MOST_ROWS]
    if not points:
        raise Refusal("no_points")
    wait_for_figures(work, work.actor.me, text=raw)
    buttons = tuple((Press("t.point", p.id, label=_label(a, p)),) for a, p, _ in points)
    return Message("turnout.which", {"text": raw}, buttons, topic=HERE)


def _report_many(work: Work, said: Sequence[Said]) -> Message:
    """Several pasted lines are one table to confirm."""
    ids = [_write(work, one.point_id, one.figures) for one in said if one.point_id]
    rows = []
    for report_id in ids:
        work.turnouts.set_batch(report_id, ids[0])
        found = _get(work, report_id)
        activity, point = _reportable(work, found.point_id)
        rows.append({**about(activity, point), **figures_of(work, found), "doubt": found.doubt})
    if any(row["doubt"] for row in rows):
        raise Refusal("figure_in_doubt")
    wait_for_figures(work, work.actor.me)
    buttons = ((Press("t.yes", ids[0]), Press("t.mine")),)
    return Message("turnout.echo_many", {"rows": rows}, buttons, topic=HERE)


def _write(work: Work, point_id: int, said: Figures) -> int:
    activity, point = _reportable(work, point_id)
    figures = check(_complete(work, point_id, said))
    rank = rank_of(work.actor, point, activity)
    work.turnouts.drop_echoes(point_id, work.actor.me)
    return work.turnouts.add(
        point_id,
        work.now,
        reporter_id=work.actor.me,
        recorded_by=work.actor.me,
        rank=rank,
        proof=proof_of(rank),
        total=figures.total,
        parts=_by_id(work, figures.parts),
        measures=figures.measures,
        raw=figures.raw,
        doubt=figures.doubt,
        candidates=figures.candidates,
    )


def _complete(work: Work, point_id: int, said: Figures) -> Figures:
    """What was left out is as it was said before: results alone, or «bớt 2»."""
    mine = [r for r in work.turnouts.echoed(point_id) if r.recorded_by == work.actor.me]
    stands = official(work.turnouts.of_point(point_id)).get(point_id)
    before = mine[-1] if mine else stands
    if before is None or said.doubt:
        vague = said.total is None and not said.doubt
        return replace(said, doubt="vague") if vague or said.change else said
    measures = {**before.measures, **said.measures}
    codes = {o.id: o.code for o in work.offices.organisations(work.today)}
    old = {codes[i]: n for i, n in before.parts.items() if i in codes}
    if said.change and said.total is not None:
        parts = {c: old.get(c, 0) + n for c, n in said.parts.items()}
        total = (before.total or 0) + said.total
        return replace(said, total=total, parts={**old, **parts}, measures=measures)
    if said.total is None:
        doubt = "vague" if before.total is None else ""
        return replace(said, total=before.total, parts=old, measures=measures, doubt=doubt)
    return replace(said, measures=measures)


def _by_id(work: Work, parts: Mapping[str, int]) -> dict[int, int]:
    """Parts by the office's own organisations; whoever belongs to none is «Khác»."""
    ids = {o.code: o.id for o in work.offices.organisations(work.today)}
    found: dict[int, int] = {}
    for code, number in parts.items():
        organisation = ids.get(code, ids.get("KHAC"))
        if organisation is not None and number > 0:
            found[organisation] = found.get(organisation, 0) + number
    return found


def _get(work: Work, report_id: int) -> Report:
    found = work.turnouts.get(report_id)
    if found is None:
        raise Refusal("not_found")
    return found


def _my_echo(work: Work, report_id: int) -> Report:
    found = _get(work, report_id)
    if found.recorded_by != work.actor.me:
        raise Refusal("not_found")
    if found.state != "echoed":
        raise Refusal("already_recorded")
    return found


@action(needs=P.REPORT_TURNOUT)
def settle(work: Work, report_id: int, total: int) -> Message:
    """One of the offered totals is the right one; it is still read back."""
    found = _my_echo(work, report_id)
    total, parts = choose(found, total)
    work.turnouts.set_total(report_id, total, parts)
    return replace(draw_point(work, found.point_id), place=Place.EDIT)


@action(needs=P.REPORT_TURNOUT)
def say_again(work: Work, report_id: int) -> Message:
    """What was read back is not right: it is typed anew."""
    return ask_point.run(work, _my_echo(work, report_id).point_id)


@view(needs=P.REPORT_TURNOUT)
def other_points(work: Work, report_id: int) -> Message:
    """The figures are right, the point is not."""
    found = _my_echo(work, report_id)
    others = [(a, p) for a, p, _ in my_points(work) if p.id != found.point_id][:MOST_ROWS]
    if not others:
        raise Refusal("no_other_point")
    buttons = tuple(
        (Press("t.move", report_id, str(p.id), label=_label(a, p)),) for a, p in others
    )
    return Message("turnout.where", figures_of(work, found), buttons, place=Place.EDIT)


@action(needs=P.REPORT_TURNOUT)
def move(work: Work, report_id: int, point_id: int) -> Message:
    found = _my_echo(work, report_id)
    activity, point = _reportable(work, point_id)
    work.turnouts.drop(report_id)
    rank = rank_of(work.actor, point, activity)
    moved = work.turnouts.add(
        point_id,
        work.now,
        reporter_id=work.actor.me,
        recorded_by=work.actor.me,
        rank=rank,
        proof=proof_of(rank),
        total=found.total,
        parts=found.parts,
        measures=found.measures,
        doubt=found.doubt,
        candidates=found.candidates,
    )
    wait_for_figures(work, work.actor.me, point=point_id)
    return replace(echo(work, activity, point, _get(work, moved)), place=Place.EDIT)


def _to_confirm(work: Work, batch: int) -> list[Report]:
    said = [r for r in work.turnouts.batch(batch) if r.recorded_by == work.actor.me]
    if not said:
        raise Refusal("not_found")
    echoed = [r for r in said if r.state == "echoed"]
    if not echoed:
        raise Refusal("already_recorded")
    if any(r.doubt for r in echoed):
        raise Refusal("figure_in_doubt")
    return echoed


@action(needs=P.REPORT_TURNOUT)
def confirm(work: Work, batch: int) -> Message:
    """«Đúng»: from now on it counts. After the lock, or over another's word, a reason first."""
    echoed = _to_confirm(work, batch)
    if any(_needs_reason(work, one) for one in echoed):
        return _ask_reason(work, batch)
    return _confirm(work, echoed, "")


@action(needs=P.REPORT_TURNOUT)
def confirm_heard(work: Work) -> Message | None:
    """A typed «đúng» under figures that were read back."""
    waiting = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    point_id = waiting.answers.get("point") if waiting else None
    echoes = work.turnouts.echoed(int(point_id)) if point_id else []
    mine = [r for r in echoes if r.recorded_by == work.actor.me and not r.doubt]
    return confirm.run(work, mine[-1].batch) if mine else None


def _needs_reason(work: Work, report: Report) -> bool:
    activity = work.activities.get(report.activity_id)
    stands = official(work.turnouts.of_point(report.point_id)).get(report.point_id)
    over = report.rank is Rank.OFFICE and stands is not None
    return activity.stored is State.LOCKED or over


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
        activity, point = _reportable(work, one.point_id)
        rank = rank_of(work.actor, point, activity)
        _count(work, activity, point, one, rank, proof_of(rank), work.actor.me, reason)
    if len(echoed) > 1:
        wait_for_figures(work, work.actor.me)
        return Message("turnout.saved_many", {"n": len(echoed)}, place=Place.EDIT)
    return _recorded(work, echoed[0])


def _recorded(work: Work, confirmed: Report) -> Message:
    """Said back after counting; when another's word stands above it, that is said."""
    _await_photos(work, confirmed.point_id)
    card = draw_point(work, confirmed.point_id)
    stands = official(work.turnouts.of_point(confirmed.point_id))[confirmed.point_id]
    if stands.id == confirmed.id:
        return replace(card, place=Place.EDIT)
    facts = {**card.facts, "stands": stands.total, "who": stands.reporter}
    return Message("turnout.noted", facts, place=Place.EDIT)


def _await_photos(work: Work, point_id: int) -> None:
    silent = _silent(work)
    lasts = WAIT_FIGURES if silent else WAIT_PHOTOS
    waiting = Expectation(TOPIC, 0, {"last": point_id}, expires=work.now + lasts)
    work.expectations.expect(work.actor.me, waiting, work.now)


def _count(
    work: Work,
    activity: Activity,
    point: Point,
    one: Report,
    rank: Rank,
    proof: Proof,
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
        "turnout.confirmed",
        "point",
        point.id,
        was=_figure(before),
        became=_figure(now),
        text=reason or None,
        facts={"report": one.id},
        on_behalf=told,
    )
    after_report(work, activity, point, before, now, reason)


def _figure(report: Report | None) -> str | None:
    if report is None:
        return None
    return "not_held" if report.not_held else str(report.total)


@action(needs=P.RECORD_FOR_OTHERS)
def record_for(work: Work, batch: int) -> Message:
    """The office writes down what a point's leader told it by telephone; the leader is told."""
    one = _to_confirm(work, batch)[0]
    activity, point = _reportable(work, one.point_id)
    if point.leader_id is None:
        raise Refusal("no_point_leader")
    _count(work, activity, point, one, Rank.LEADER, Proof.LEADER, point.leader_id, "")
    facts = {**about(activity, point), **figures_of(work, one), "who": work.actor.name}
    buttons = ((Press("t.true", one.id), Press("t.untrue", one.id)),)
    message = Message("turnout.by_phone", facts, buttons)
    work.tell(point.leader_id, f"turnout.by_phone:{one.id}", message)
    return _recorded(work, one)


@action(needs=P.REPORT_TURNOUT)
def phone_answer(work: Work, report_id: int, right: bool) -> Message:
    """The leader says whether the office understood them on the telephone."""
    found = _get(work, report_id)
    activity, point = _reportable(work, found.point_id)
    if found.reporter_id != work.actor.me or found.state != "confirmed":
        raise Refusal("already_recorded")
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
    activity, point = _reportable(work, point_id)
    wait_for_figures(work, work.actor.me, point=point_id, off=True)
    reasons = tuple(
        Press("t.because", point_id, code, label=f"@not_held.{code}")
        for code in ("rain", "moved", "other_duty")
    )
    return Message("turnout.why_off", about(activity, point), (reasons,), topic=HERE)


@action(needs=P.REPORT_TURNOUT)
def not_held(work: Work, point_id: int, reason: str) -> Message:
    """Nothing took place at the point. That is not a zero, and it has a reason."""
    activity, point = _reportable(work, point_id)
    if not reason.strip():
        raise Refusal("reason_needed")
    work.turnouts.drop_echoes(point_id, work.actor.me)
    rank = rank_of(work.actor, point, activity)
    added = work.turnouts.add(
        point_id,
        work.now,
        reporter_id=work.actor.me,
        recorded_by=work.actor.me,
        rank=rank,
        proof=proof_of(rank),
        not_held=True,
    )
    one = _get(work, added)
    _count(work, activity, point, one, rank, proof_of(rank), work.actor.me, reason)
    return _recorded(work, one)


@view(needs=P.REPORT_TURNOUT)
def report_later(work: Work, point_id: int) -> Message:
    _reportable(work, point_id)
    return toast("turnout.later")


@action(needs=P.REPORT_TURNOUT)
def no_photo(work: Work, point_id: int) -> Message:
    _reportable(work, point_id)
    if not _silent(work):
        work.expectations.forget(work.actor.me, TOPIC, 0)
    return toast("turnout.thanks")


@action(needs=P.REPORT_TURNOUT)
def keep_photo(work: Work, point_id: int, photo: Photo) -> Message | None:
    """A photo of the point; an album is acknowledged once."""
    activity, point = _reportable(work, point_id)
    return (
        Message("turnout.photo", about(activity, point)) if _keep(work, point_id, photo) else None
    )


def _keep(work: Work, point_id: int, photo: Photo) -> bool:
    return work.turnouts.add_photo(
        point_id, work.actor.me, photo.file_id, photo.unique_id, photo.album, work.now
    )
