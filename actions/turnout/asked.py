"""What those who work for a day ask of it: how many come, who is silent, what is left."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from actions.desk import view
from actions.registrations.facts import facts_of, leader_phone
from actions.registrations.reminding import expected
from actions.turnout.counts import reporters, silent_points
from domain.access import Permission, Role
from domain.activities import Activity, Point, Stage, may_lead
from domain.calendar import DAY
from domain.letters import Message
from domain.refusals import Refusal
from domain.registrations import capacity
from domain.turnout import official, summed
from storage import Work

P = Permission
AHEAD, BEHIND, SHOWN = 14 * DAY, 3 * DAY, 4
"""On Monday morning Saturday is asked about."""
HELD = (Stage.OPEN, Stage.CLOSED, Stage.RUNNING, Stage.COUNTING)
TOLD = (Stage.RUNNING, Stage.COUNTING)


@dataclass(frozen=True, slots=True)
class Days:
    """Days that may be asked about, the likeliest first: when each is, what it and its points may
    be called."""

    days: Mapping[int, date]
    names: Mapping[int, Sequence[str]]
    points: Mapping[int, Sequence[str]]


@view(needs=P.TALK)
def days_asked(work: Work) -> Days:
    """Those of today, of the coming weeks, and of the last three days; none for whoever only
    comes along."""
    found = _known(work)
    points = [p for a in found for p in work.activities.points(a.id)]
    called = {p.id: tuple(n for n in (p.name, p.locality) if n) for p in points}
    names = {a.id: [a.title, a.code] for a in found}
    for p in points:
        names[p.activity_id] += called[p.id]
    return Days({a.id: work.day(a.starts) for a in found}, names, called)


def _known(work: Work) -> list[Activity]:
    lately = work.activities.between(work.now - BEHIND, work.now + AHEAD)
    held = [a for a in lately if a.state(work.now) in HELD and _may_know(work, a)]
    return sorted(held, key=lambda a: a.ends < work.now and work.day(a.starts) != work.today)


def _may_know(work: Work, activity: Activity) -> bool:
    """Whoever works here, and who leads a point of it."""
    works_here = work.actor.may(P.SEE_SCHEDULE) or may_lead(work.actor, activity)
    return works_here or any(
        p.leader_id == work.actor.me for p in work.activities.points(activity.id)
    )


@view(needs=P.TALK)
def tell_figures(
    work: Work, about: str, among: Collection[int] = (), point_id: int | None = None
) -> Message:
    """The answer: of the days that were named, or of the next one on which anything is held."""
    known = _known(work)
    if about == "mine":
        known = [a for a in known if _is_own(work, a)]
    found = [a for a in known if a.id in among] or _nearest(work, known, about)
    if about == "mine" and not found:
        raise Refusal("no_point_of_yours")
    look = LOOKS[about]
    rows = []
    for a in found[:SHOWN]:
        told = look(work, a, _points(work, a, point_id))
        each = [NO_POINT | one for one in told.get("points", ())]
        rows.append(NO_DAY | {"title": a.title, "starts": a.starts, **told, "points": each})
    return Message("turnout.figures", {"rows": rows, "sum": _in_all(rows)})


def _in_all(rows: Sequence[dict[str, Any]]) -> int | None:
    """Of several days, together: how many are to come, or came."""
    told = ([row[what] for row in rows] for what in ("came", "expected"))
    return next((sum(each) for each in told if len(each) > 1 and None not in each), None)


@view(needs=P.TALK)
def tell_note(work: Work, about: str) -> Message | None:
    """What is stored of the next day: the rain plan, what to bring, parking; nothing where nobody
    wrote it."""
    ahead = [a for a in _known(work) if a.ends > work.now]
    if not ahead:
        return None
    activity = next((a for a in ahead if _is_own(work, a)), ahead[0])
    facts = facts_of(work, activity)
    if about == "rain":
        return Message("activity.rain", facts) if activity.rain_plan else None
    if about == "other":
        return Message("activity.bring", facts) if activity.bring else None
    text = work.plans.notes(activity.id).get(about)
    return Message("activity.note", {**facts, "about": about, "text": text}) if text else None


def _nearest(work: Work, known: Sequence[Activity], about: str) -> list[Activity]:
    """All of one day: today's, or the next; figures that are missing of the last days as well."""
    late = [a for a in known if a.state(work.now) is Stage.COUNTING and silent_points(work, a)]
    if about == "silent" and late:
        return late
    own = [a for a in known if a.ends > work.now and _is_own(work, a)]
    day = next((work.day(a.starts) for a in own or known), None)
    return [a for a in own or known if work.day(a.starts) == day]


def _is_own(work: Work, activity: Activity) -> bool:
    """They lead a point of it, or come themselves."""
    leads = any(p.leader_id == work.actor.me for p in work.activities.points(activity.id))
    return leads or work.registrations.live(activity.id, work.actor.me) is not None


def _points(work: Work, activity: Activity, point_id: int | None) -> list[Point]:
    every = work.activities.points(activity.id)
    return [p for p in every if p.id == point_id] or every


def _total(work: Work, activity: Activity, points: Sequence[Point]) -> dict[str, Any]:
    """Who is to come; once it began, how many were told."""
    if activity.state(work.now) not in TOLD:
        each = [{"point": p.short, "n": _taken(work, p), "of": p.capacity} for p in points]
        hoped = activity.target or None
        return {"expected": expected(work, activity), "hoped": hoped, "points": each}
    stands = official(work.turnouts.of_activity(activity.id))
    each = [{"point": p.short, "n": stands[p.id].total} for p in points if p.id in stands]
    came = summed(stands.values()).total if stands else 0
    every = len(work.activities.points(activity.id))
    silent = _who(work, activity, silent_points(work, activity))
    return {"came": came, "told": f"{len(stands)}/{every}", "points": each, "silent": silent}


def _silent(work: Work, activity: Activity, points: Sequence[Point]) -> dict[str, Any]:
    """Points without figures; before the day groups without a number."""
    if activity.state(work.now) in TOLD:
        silent = [p for p in silent_points(work, activity) if p in points]
        return {"silent": _who(work, activity, silent), "all_told": None if silent else "yes"}
    quiet = _quiet_groups(work, activity)
    return {"quiet": quiet, "not_yet": "yes", "all_in": None if quiet else "yes"}


def _who(work: Work, activity: Activity, silent: Sequence[Point]) -> list[str]:
    """`Trà Cổ (Bình)`"""
    asked = {p.id: map(work.people.name, reporters(work, activity, p)) for p in silent}
    return [f"{p.short} ({', '.join(filter(None, asked[p.id]))})" for p in silent]


def _quiet_groups(work: Work, activity: Activity) -> list[str]:
    """Cadres who were to say how many come, and have not."""
    audience = work.activities.audience(activity.id)
    return [
        f"{cadre.name}"
        for cadre in work.people.with_role(Role.BASE, work.today)
        if audience.hears(cadre.organisation_id, cadre.locality_id)
        and not work.headcounts.said(activity.id, None, cadre.locality_id)
    ]


def _seats(work: Work, activity: Activity, points: Sequence[Point]) -> dict[str, Any]:
    """Places that are left, and how many people are missing to what is hoped for."""
    each = [{"point": p.short, "left": _left(work, p), "open": _open(p)} for p in points]
    known = [room for p in points if (room := _left(work, p)) is not None]
    short = activity.target - expected(work, activity) if activity.target else 0
    left = sum(known) if len(known) == len(each) else None
    return {"left": left, "short": short if short > 0 else None, "points": each}


def _open(point: Point) -> str | None:
    return "yes" if point.capacity is None else None


def _left(work: Work, point: Point) -> int | None:
    if point.capacity is None:
        return None
    return work.registrations.room(point.id, capacity(point)).free


def _taken(work: Work, point: Point) -> int:
    return work.registrations.room(point.id, capacity(point)).taken


def _leader(work: Work, activity: Activity, points: Sequence[Point]) -> dict[str, Any]:
    """Who leads each point, with the number where they agreed; who called the day together."""
    each = [
        {"point": p.short, "leader": _called(work, p), "none": None if p.leader_id else "yes"}
        for p in points
    ]
    return {"points": each, "organiser": work.people.name(activity.organiser_id) or activity.host}


def _called(work: Work, point: Point) -> str | None:
    return f"{point.leader} {leader_phone(work, point)}".strip() or None


NO_DAY = dict.fromkeys(("expected", "hoped", "came", "told", "left", "short", "organiser"))
NO_DAY |= dict.fromkeys(("silent", "all_told", "quiet", "not_yet", "all_in", "notes"))
NO_POINT = dict.fromkeys(("n", "of", "left", "open", "leader", "none", "landmark"))
"""What is not told."""


def _where(_: Work, __: Activity, points: Sequence[Point]) -> dict[str, Any]:
    """When is said above it."""
    each = [{"point": p.full, "landmark": p.landmark or None} for p in points]
    return {"points": each}


def _mine(work: Work, _: Activity, points: Sequence[Point]) -> dict[str, Any]:
    """The points that they lead, with how many places each has."""
    own = [p for p in points if p.leader_id == work.actor.me]
    return {"points": [{"point": p.full, "landmark": p.landmark or None} for p in own]}


LOOKS = {
    "mine": _mine,
    "total": _total,
    "silent": _silent,
    "seats": _seats,
    "leader": _leader,
    "where": _where,
}
"""What is told for each question."""
