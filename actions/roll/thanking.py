"""The evening of the day: to each who came, what was done together."""

from datetime import timedelta
from typing import Any

from actions.desk import action
from domain.access import Permission
from domain.activities import Activity, Point, Stage
from domain.letters import Message, Press
from domain.registrations import Registration
from domain.seats import COMING, Standing, awake
from domain.thanks import thanks_are_due
from domain.turnout import Report, official, summed
from storage import Work
from storage.rolls import Rolls

LOOK_BACK, NEXT = timedelta(days=2), timedelta(days=14)


@action(needs=Permission.RUN_TIMETABLE)
def thank(work: Work) -> None:
    """With the confirmed figures, locked or not; each point when its own are there."""
    for activity in work.activities.between(work.now - LOOK_BACK, work.now):
        if activity.state(work.now) not in (Stage.COUNTING, Stage.LOCKED):
            continue
        stands = official(work.turnouts.of_activity(activity.id))
        for point in work.activities.points(activity.id):
            said = stands.get(point.id)
            due = thanks_are_due(activity.ends, work.now, said is not None, work.zone)
            key = f"thanks:{activity.id}:{point.id}"
            if due and work.offices.first_run(key, work.now):
                _thank(work, activity, point, stands)


def _thank(work: Work, activity: Activity, point: Point, stands: dict[int, Report]) -> None:
    said = stands.get(point.id)
    if said and said.not_held:
        return
    following = _next(work, activity)
    facts = _facts(activity, stands if said else {}, following)
    buttons = ((Press("s.go", following.id, label="@button.s.next"),),) if following else ()
    awake_at = awake(work.now, work.zone)
    came = _who_came(work, point)
    if came:
        work.log("thanked", "activity", activity.id, facts={"point": point.id, "n": len(came)})
    for one in came:
        seen = one.standing is Standing.PRESENT
        kind = "activity.thanks" if seen else "activity.thanks_signed"
        message = Message(kind, facts, buttons)
        work.nudge(one.person_id, f"thanks:{one.id}", message, hold_until=awake_at)


def _facts(
    activity: Activity, stands: dict[int, Report], following: Activity | None
) -> dict[str, Any]:
    sum_ = summed(stands.values())
    return {
        "title": activity.title,
        "total": sum_.total or None,
        "measures": [[code, amount] for code, amount in sum_.measures.items()],
        "next_title": following.title if following else "",
        "next_starts": following.starts if following else None,
    }


def _who_came(work: Work, point: Point) -> list[Registration]:
    """By the roll call; where nobody called it, all who said that they come."""
    present = work.registrations.at_point(point.id, Standing.PRESENT)
    called = present or work.of(Rolls).of_point(point.id).closed_at
    return present if called else work.registrations.at_point(point.id, *COMING)


def _next(work: Work, activity: Activity) -> Activity | None:
    found = work.activities.between(work.now, work.now + NEXT)
    return next((a for a in found if a.state(work.now) is Stage.OPEN), None)
