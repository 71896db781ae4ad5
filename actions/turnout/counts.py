"""By the clock: points are asked and nudged, the activity is summed up, its figures are locked."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from actions.desk import action
from actions.meant import waits_for_yes, yes_was_said
from actions.rooms import figure_changed
from actions.turnout.cards import about, draw_counting
from actions.turnout.points import ask_for_figures
from domain.access import Permission, Role
from domain.activities import Activity, Point, Stage, require_lock
from domain.hours import ASK_AFTER, NUDGE_HEARD, NUDGE_WITHIN, NUDGES
from domain.letters import Message, Place, Press, Rows, toast
from domain.office_hours import SUMMED_UP
from domain.refusals import Refusal
from domain.turnout import Rank, Report, official
from storage import Work

P = Permission
ASK_WITHIN = timedelta(days=4)
"""An activity that ended longer ago is no longer asked about by itself."""
LONGEST_DAY = timedelta(days=1)


def counting(work: Work, since: timedelta) -> list[Activity]:
    """The activities that ended in the last while and wait for figures."""
    begun = work.activities.between(work.now - since, work.now)
    return [a for a in begun if a.state(work.now) is Stage.COUNTING]


def silent_points(work: Work, activity: Activity) -> list[Point]:
    known = official(work.turnouts.of_activity(activity.id))
    return [point for point in work.activities.points(activity.id) if point.id not in known]


def unasked_points(work: Work, activity: Activity) -> list[Point]:
    """Points of which nobody has said what was done; a roll call tells only how many came."""
    known = official(work.turnouts.of_activity(activity.id))
    told = {point_id for point_id, report in known.items() if report.rank is not Rank.EVIDENCE}
    return [point for point in work.activities.points(activity.id) if point.id not in told]


def reporters(work: Work, activity: Activity, point: Point) -> list[int]:
    """Whom to ask about a point: its leader or who stands in for them, else the base of its
    place, else the organiser."""
    leads = work.doer_for(point.leader_id) if point.leader_id else None
    if leads:
        return [leads]
    base = work.people.with_role(Role.BASE, work.today)
    there = [p.id for p in base if p.locality_id and p.locality_id == point.locality_id]
    return there or [p for p in (activity.organiser_id,) if p]


def tells(work: Work, activity: Activity, point: Point) -> bool:
    """Whether the actor is asked about it."""
    me = work.actor.me
    return point.leader_id == me or me in reporters(work, activity, point)


def hosts(work: Work, activity: Activity) -> list[int]:
    """The office, whoever called it together, and the heads of its hosts."""
    office = [p.id for p in work.people.with_role(Role.OFFICE_ADMIN, work.today)]
    heads = work.people.with_role(Role.HEAD, work.today)
    of_host = [p.id for p in heads if p.organisation_id in activity.hosts]
    organiser = [activity.organiser_id] if activity.organiser_id else []
    return list(dict.fromkeys([*office, *organiser, *of_host]))


@action(needs=P.RUN_TIMETABLE)
def ask_points(work: Work) -> None:
    """Half an hour after the end, each point is asked once for its figures."""
    for activity in counting(work, ASK_WITHIN):
        if work.now < activity.ends + ASK_AFTER:
            continue
        if work.offices.first_run(f"turnout.ask:{activity.id}", work.now):
            for point in unasked_points(work, activity):
                for person_id in reporters(work, activity, point):
                    ask_for_figures(work, person_id)
                    work.redraw(f"point:{point.id}", person_id, ring=True)


@action(needs=P.RUN_TIMETABLE)
def nudge_points(work: Work) -> None:
    """Twice a day: one bundled line to each who has not said anything; what ended late
    is asked about once more the next day."""
    here = work.here
    hour = max((clock.hour for clock in NUDGES if clock <= here.time()), default=0)
    if hour and work.offices.first_run(f"turnout.nudge:{here:%F}:{hour}", work.now):
        ended = counting(work, NUDGE_WITHIN + LONGEST_DAY)
        late = [a for a in ended if ASK_AFTER <= work.now - a.ends < NUDGE_WITHIN]
        nudge(work, silent_of(work, late), f"{here:%F}:{hour}")


def silent_of(work: Work, activities: Iterable[Activity]) -> list[tuple[Activity, Point]]:
    """Every silent point of several days."""
    return [(a, p) for a in activities for p in silent_points(work, a)]


def nudge(work: Work, silent: list[tuple[Activity, Point]], key: str) -> int:
    """Returns how many points are silent."""
    asked: dict[int, list[tuple[Activity, Point]]] = defaultdict(list)
    for activity, point in silent:
        for person_id in reporters(work, activity, point):
            asked[person_id].append((activity, point))
    for person_id, points in asked.items():
        ask_for_figures(work, person_id)
        rows = [about(activity, point) for activity, point in points]
        message = Message("turnout.missing", {"rows": rows}, _nudge_buttons(points))
        stale = work.now + NUDGE_HEARD
        work.nudge(person_id, f"turnout.nudge:{key}:{person_id}", message, drop_after=stale)
    return len(silent)


def _nudge_buttons(points: list[tuple[Activity, Point]]) -> Rows:
    if len(points) == 1:
        return ((Press("t.off", points[0][1].id),),)
    return tuple((Press("t.point", p.id, label=p.short[:28]),) for _, p in points)


@action(needs=P.RUN_TIMETABLE)
def sum_up(work: Work) -> None:
    """In the evening the office and the host see the day's figures, also when some are missing."""
    if not work.office_hours.has_come(SUMMED_UP, work.here):
        return
    for activity in counting(work, timedelta(days=1)):
        if not work.offices.has_run(f"turnout.summary:{activity.id}"):
            _summary(work, activity)


def _summary(work: Work, activity: Activity) -> None:
    """Rings once; after that the same message is kept up to date."""
    first = work.offices.first_run(f"turnout.summary:{activity.id}", work.now)
    work.redraw(f"counting:{activity.id}", *hosts(work, activity), ring=first)


def after_report(
    work: Work,
    activity: Activity,
    point: Point,
    before: Report | None,
    now: Report | None,
    reason: str,
) -> None:
    """Whoever watches the figures sees the change; after the lock the office is told."""
    if before == now:
        return
    figure_changed(work, activity)
    work.redraw(f"point:{point.id}", *_others(work, [point.leader_id]))
    has_summary = work.offices.has_run(f"turnout.summary:{activity.id}")
    if has_summary or (activity.ends <= work.now and not silent_points(work, activity)):
        _summary(work, activity)
    if activity.stored is Stage.LOCKED and now is not None:
        _tell_correction(work, activity, point, before, now, reason)


def _others(work: Work, people: Iterable[int | None]) -> list[int]:
    """Whoever acts sees the answer; the others are owed the card."""
    return [person for person in people if person and person != work.actor.person_id]


def _tell_correction(
    work: Work,
    activity: Activity,
    point: Point,
    before: Report | None,
    now: Report,
    reason: str,
) -> None:
    facts = {
        **about(activity, point),
        "who": work.actor.name,
        "old": before.total if before else None,
        "new": now.total,
        "reason": reason,
    }
    for person in work.people.with_role(Role.OFFICE_ADMIN, work.today):
        key = f"turnout.corrected:{now.id}:{person.id}"
        work.tell(person.id, key, Message("turnout.corrected", facts))


@action(needs=P.LOCK_TURNOUT)
def lock(work: Work, activity_id: int, although_missing: bool) -> Message:
    """The figures are final; what changes later is a correction with a reason."""
    activity = work.activities.get(activity_id)
    require_lock(work.actor, activity, work.now)
    missing = [point.short for point in silent_points(work, activity)]
    if missing and not although_missing:
        sure = Press("act.lock", activity_id, "sure", label="@button.lock_sure")
        read = Message("activity.lock_missing", {"missing": missing}, ((sure,),))
        return waits_for_yes(work, read, sure)
    yes_was_said(work)
    work.activities.set_state(activity_id, Stage.LOCKED)
    work.log("activity.locked", "activity", activity_id, was=Stage.COUNTING, became=Stage.LOCKED)
    work.redraw(f"counting:{activity_id}", *_others(work, hosts(work, activity)))
    return replace(draw_counting(work, activity_id), place=Place.EDIT)


@action(needs=P.LOCK_TURNOUT)
def chase_points(work: Work, activity_id: int) -> Message:
    """Remind the silent points now, each privately; once an hour at most."""
    activity = work.activities.get(activity_id)
    require_lock(work.actor, activity, work.now)
    key = f"{activity_id}:{work.here:%F-%H}"
    if not work.offices.first_run(f"turnout.chase:{key}", work.now):
        raise Refusal("already_chased")
    return toast("turnout.chased", n=nudge(work, silent_of(work, [activity]), key))
