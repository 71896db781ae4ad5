"""17:30 of the day: to each who came, what was done together."""

from datetime import time, timedelta

from actions.desk import action
from domain.access import Permission
from domain.activities import Activity, State
from domain.letters import Message, Press
from domain.periods import at, local
from domain.seats import COMING, Standing, awake
from domain.turnout import official, summed
from storage import Work
from storage.rows import stamp

HOUR = time(17, 30)
NEXT = timedelta(days=14)


@action(needs=Permission.RUN_TIMETABLE)
def thank(work: Work) -> None:
    """With the confirmed figures, locked or not. Without a roll call all who said they come are
    thanked, less those marked absent."""
    today = local(work.now, work.office.zone).date()
    if work.now < at(today, HOUR, work.office.zone):
        return
    since = at(today, time(), work.office.zone)
    for activity in work.activities.between(since, work.now):
        held = activity.state(work.now) in (State.COUNTING, State.LOCKED)
        if held and work.offices.first_run(f"thanks:{activity.id}", stamp(work.now)):
            _thank(work, activity)


def _thank(work: Work, activity: Activity) -> None:
    sum_ = summed(official(work.turnouts.of_activity(activity.id)).values())
    following = _next(work, activity)
    facts = {
        "title": activity.title,
        "total": sum_.total or None,
        "measures": [[code, amount] for code, amount in sum_.measures.items()],
        "next_title": following.title if following else "",
        "next_starts": following.starts if following else None,
    }
    buttons = ((Press("s.go", following.id, label="@button.s.next"),),) if following else ()
    for point in work.activities.points(activity.id):
        roll = work.registrations.roll(point.id)
        came = (Standing.PRESENT,) if roll and roll["closed_at"] else (Standing.PRESENT, *COMING)
        for one in work.registrations.at_point(point.id, *came):
            message = Message("saturday.thanks", facts, buttons)
            awake_at = awake(work.now, work.office.zone)
            work.nudge(one.person_id, f"thanks:{one.id}", message, hold_until=awake_at)


def _next(work: Work, activity: Activity) -> Activity | None:
    found = work.activities.between(work.now, work.now + NEXT)
    return next((a for a in found if a.state(work.now) is State.OPEN), None)
