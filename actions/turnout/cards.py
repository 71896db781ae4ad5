"""How a point, and a whole activity, look to whoever answers for their figures."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from actions.turnout.parts import parts_of, rest_of
from domain.activities import Activity, Point, Stage, may_lock
from domain.digest import percent
from domain.kinds import KINDS
from domain.letters import Message, Press, Rows
from domain.measures import MEASURES, PEOPLE
from domain.turnout import (
    BESIDE,
    GROUPS,
    MEASURE,
    WITHIN,
    Rank,
    Report,
    odd,
    official,
    shares,
    summed,
)
from storage import Work
from storage.rolls import Rolls

YES, AGAIN, WHERE = "t.yes", "t.again", "t.where"


def draw_point(work: Work, point_id: int) -> Message:
    """A point as its reporter sees it: asked, read back, or recorded."""
    point = work.activities.point(point_id)
    activity = work.activities.get(point.activity_id)
    mine = [r for r in work.turnouts.echoed(point_id) if r.recorded_by == work.actor.person_id]
    if mine:
        return echo(work, activity, point, mine[-1])
    stands = official(work.turnouts.of_point(point_id)).get(point_id)
    if stands is None:
        return request(activity, point)
    look = ask_results if is_counted_only(stands) else saved
    return look(work, activity, point, stands)


def is_counted_only(stands: Report) -> bool:
    """The roll call said how many; nobody has said what came of it."""
    return stands.rank is Rank.EVIDENCE and not stands.measures


def request(activity: Activity, point: Point) -> Message:
    buttons = ((Press("t.off", point.id), Press("t.later", point.id)),)
    return _card("turnout.request", point, {**about(activity, point)}, buttons)


def ask_results(
    work: Work, activity: Activity, point: Point, roll: Report, alone: Report | None = None
) -> Message:
    """The roll call has told how many came; what they did, unless that was told `alone` before,
    and whether the groups came too, is still to be told."""
    came, groups = roll.total or 0, in_groups(work, point)
    facts = {**about(activity, point), "total": came, "proof": roll.proof.value}
    facts |= {"measures": measured(alone), "asks": None} if alone else {}
    last = (Press("t.fix", point.id), Press("t.later", point.id))
    if not groups:
        return _card("turnout.results", point, facts, (last,))
    both = Press("t.roll", point.id, "groups", label=f"@button.t.both={came + groups}")
    few = Press("t.roll", point.id, label=f"@button.t.alone={came}")
    return _card("turnout.results", point, {**facts, "groups": groups}, ((both,), (few,), last))


def in_groups(work: Work, point: Point) -> int:
    """How many came in groups: as it was said at the roll, else as they were registered."""
    told = work.of(Rolls).of_point(point.id).grouped
    return sum(_registered(work, point).values()) if told is None else told


def groups_at(work: Work, point: Point) -> dict[int, int]:
    """The same of each organisation, where that is known."""
    found, number = _registered(work, point), in_groups(work, point)
    if len(found) == 1:
        return dict.fromkeys(found, number)
    return found if sum(found.values()) == number else {}


def _registered(work: Work, point: Point) -> dict[int, int]:
    found: dict[int, int] = {}
    for row in work.headcounts.said(point.activity_id, point.id):
        found[row.organisation_id] = found.get(row.organisation_id, 0) + row.number
    return found


def echo(work: Work, activity: Activity, point: Point, report: Report) -> Message:
    """What was understood, read back before it counts; or the question that comes first."""
    facts = {**about(activity, point), **figures_of(work, report), **_stays(work, report)}
    if report.doubt:
        facts["photos"] = photos_at(work, point) or None
        return _doubt(point, report, facts)
    strange = odd(report.total, report.measures, expected(activity, point, work))
    if strange is None:
        return _card("turnout.echo", point, facts, _echo_buttons(work, point, report))
    code, amount = strange
    row = MEASURES.get(code, PEOPLE)
    low, high = row.usual
    facts |= {"strange": [[code, amount]], "low": low, "high": high}
    return _card("turnout.odd", point, facts, _echo_buttons(work, point, report, "t.sure"))


def _stays(work: Work, report: Report) -> dict[str, Any]:
    """What a correction leaves as it is recorded, told apart from what it changes."""
    if not report.measures:
        return {}
    stands = official(work.turnouts.of_point(report.point_id)).get(report.point_id)
    if stands is None:
        return {}
    old = stands.measures
    people = (stands.total, stands.parts) == (report.total, report.parts)
    return {
        "as_before": people or None,
        "measures": [[c, n] for c, n in report.measures.items() if old.get(c) != n],
        "kept": [[c, n] for c, n in report.measures.items() if old.get(c) == n],
    }


def _doubt(point: Point, report: Report, facts: Mapping[str, Any]) -> Message:
    parts, said = sum(report.parts.values()), next(iter(report.candidates), 0)
    asked = {**facts, "said": said, "sum": parts, "rest_if": max(0, said - parts) or None}
    if report.doubt == BESIDE:
        return _beside(point, report, facts)
    if report.doubt == WITHIN:
        return _within(point, report, asked)
    if report.doubt == GROUPS:
        return _with_groups(point, report, facts)
    if report.doubt == MEASURE:
        return _either(point, report, facts)
    choices = tuple(Press("t.total", report.id, str(n), label=str(n)) for n in report.candidates)
    off = report.doubt == "nobody"
    others = Press("t.off", point.id) if off else Press(AGAIN, report.id)
    rows = (choices[:3], (others,)) if choices else ((others,),)
    return _card(f"turnout.{report.doubt}", point, asked, rows)


def _beside(point: Point, report: Report, facts: Mapping[str, Any]) -> Message:
    """A breakdown beside a roll call: instead of it, or besides?"""
    said, both = report.candidates
    labels = {both: f"@button.t.plus={both}", said: f"@button.t.instead={said}"}
    choices = tuple(Press("t.total", report.id, str(n), label=at) for n, at in labels.items())
    asked = {**facts, "said": said, "roll": both - said}
    return _card("turnout.beside", point, asked, (choices, (Press(AGAIN, report.id),)))


def _within(point: Point, report: Report, facts: Mapping[str, Any]) -> Message:
    """«ccb 8» under «55 người»: among them, or besides?"""
    among, both = report.candidates
    labels = {among: f"@button.t.within={among}", both: f"@button.t.plus={both}"}
    choices = tuple(Press("t.total", report.id, str(n), label=at) for n, at in labels.items())
    return _card("turnout.within", point, facts, (choices, (Press(AGAIN, report.id),)))


def _with_groups(point: Point, report: Report, facts: Mapping[str, Any]) -> Message:
    """What came of it was said after a roll call: did the groups come too?"""
    both, alone = report.candidates
    labels = {both: f"@button.t.both={both}", alone: f"@button.t.alone={alone}"}
    rows = tuple((Press("t.total", report.id, str(n), label=at),) for n, at in labels.items())
    asked = {**facts, "roll": alone, "groups": both - alone}
    return _card("turnout.groups", point, asked, (*rows, (Press(AGAIN, report.id),)))


def _either(point: Point, report: Report, facts: Mapping[str, Any]) -> Message:
    """«2,500 m3»: two and a half, or two thousand five hundred?"""
    choices = tuple(
        (Press("t.measure", report.id, str(n), label=f"@result.{code}={amount}"),)
        for n, (code, amount) in enumerate(report.either)
    )
    return _card("turnout.measure", point, facts, (*choices, (Press(AGAIN, report.id),)))


def _echo_buttons(work: Work, point: Point, report: Report, yes: str = YES) -> Rows:
    others = (Press(AGAIN, report.id), Press(WHERE, report.id))
    if report.rank is Rank.OFFICE and point.leader_id:
        return ((Press("t.for", report.batch), Press("t.own", report.batch)), others)
    return ((Press(yes, report.batch), others[0]), others[1:])


def saved(work: Work, activity: Activity, point: Point, report: Report) -> Message:
    """The figure that counts."""
    facts = {**about(activity, point), **figures_of(work, report)}
    facts |= {"proof": report.proof.value, "late": _late(work, activity, report)}
    photos = photos_at(work, point)
    facts |= {"photos": photos or None, "wanted": None if photos else True}
    if report.not_held:
        return _card("turnout.saved_off", point, facts, ((Press("t.fix", point.id),),))
    none = () if photos else (Press("t.nophoto", point.id),)
    buttons = ((Press("t.fix", point.id), *none),)
    return _card("turnout.saved", point, facts, buttons)


def _late(work: Work, activity: Activity, report: Report) -> datetime | None:
    """When it was reported, if that was on a later day than it happened."""
    happened = work.day(activity.starts)
    said = report.confirmed_at
    return said if said and work.day(said) > happened else None


def _card(kind: str, point: Point, facts: Mapping[str, Any], buttons: Rows) -> Message:
    return Message(kind, facts, buttons, card=f"point:{point.id}", topic="turnout:0")


def about(activity: Activity, point: Point) -> dict[str, Any]:
    """With what is asked for of this kind of activity, as an example."""
    kind = KINDS.get(activity.kind)
    asks = (kind.asks if kind else ()) or None
    return {"title": activity.title, "point": point.full, "day": activity.starts, "asks": asks}


def photos_at(work: Work, point: Point) -> int:
    """How many photos of it were sent."""
    return sum(one.point_id == point.id for one in work.photos.of_activity(point.activity_id))


def measured(report: Report) -> list[list[Any]]:
    """What came of it, by the codes of measures."""
    return [[code, amount] for code, amount in report.measures.items()]


def figures_of(work: Work, report: Report) -> dict[str, Any]:
    """A report's figures, as facts: organisations by their short names, in their order."""
    return {
        "total": report.total,
        "parts": parts_of(work, report.parts),
        "rest": rest_of(report.total or 0, report.parts),
        "measures": [[code, amount] for code, amount in report.measures.items()],
        "about": report.about or None,
        "absent": report.absent or None,
        "not_held": report.not_held,
        "reason": report.reason,
    }


def expected(activity: Activity, point: Point, work: Work) -> int | None:
    """How many a point was planned for: its own places, or its share of the target."""
    if point.capacity:
        return point.capacity
    count = len(work.activities.points(activity.id))
    return activity.target // count if activity.target and count else None


def draw_counting(work: Work, activity_id: int) -> Message:
    """An activity's figures so far, for the office and the host."""
    activity = work.activities.get(activity_id)
    points = work.activities.points(activity_id)
    stands = official(work.turnouts.of_activity(activity_id))
    whole = summed(stands.values())
    missing = [point for point in points if point.id not in stands]
    facts = {
        "code": activity.code,
        "title": activity.title,
        "day": activity.starts,
        "total": whole.total if stands else None,
        "target": activity.target or None,
        "percent": percent(whole.total, activity.target) if stands and activity.target else None,
        "known": shares(whole.proofs),
        "parts": parts_of(work, whole.parts),
        "rest": rest_of(whole.total, whole.parts),
        "measures": [[code, amount] for code, amount in whole.measures.items()],
        "points": [_point_line(work, point, stands.get(point.id)) for point in points],
        "locked": activity.stored is Stage.LOCKED,
    }
    buttons = _counting_buttons(work, activity, bool(missing))
    return Message("activity.summary", facts, buttons, card=f"counting:{activity_id}")


def _point_line(work: Work, point: Point, report: Report | None) -> dict[str, Any]:
    line: dict[str, Any] = {"name": point.short, "state": "missing", "total": None, "proof": None}
    if report is None:
        return line
    state = "not_held" if report.not_held else "said"
    return {**line, "state": state, "total": report.total, "proof": report.proof.value}


def _counting_buttons(work: Work, activity: Activity, missing: bool) -> Rows:
    photos = ((Press("t.photos", activity.id),),) if work.photos.of_activity(activity.id) else ()
    if activity.state(work.now) is not Stage.COUNTING or not may_lock(work.actor, activity):
        return photos
    chase = (Press("act.chase", activity.id),) if missing else ()
    return ((Press("act.lock", activity.id), *chase), *photos)
