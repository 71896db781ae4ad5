"""Too few people come to an activity that is near: whoever answers for it knows, volunteers are
asked."""

from actions.desk import action
from actions.registrations.facts import facts_of
from actions.registrations.reminding import ahead, expected
from domain.access import Permission, Role
from domain.activities import Activity, Stage
from domain.calendar import DAY
from domain.hours import GAP_HEARD
from domain.letters import Message, Press, Rows
from domain.office_hours import GAPS
from domain.plans import MOST_WARN_DAYS, is_warned, needed
from domain.registrations import capacity
from domain.seats import awake
from storage import Work

WITHIN = DAY * (MOST_WARN_DAYS + 1)
WAVE = 20
"""So many people are asked at once."""


@action(needs=Permission.RUN_TIMETABLE)
def fill_gaps(work: Work) -> None:
    """Where the day is near and too few come, whoever answers for it is warned, and the next
    wave is asked; it stops when there are enough, or no place is left."""
    here = work.here
    if not work.office_hours.has_come(GAPS, here) or awake(work.now, work.zone) != work.now:
        return
    for activity in ahead(work, WITHIN):
        if not is_warned(activity, work.now, work.zone) or not _is_short(work, activity):
            continue
        if work.offices.first_run(f"gap:{activity.id}:{here:%F}", work.now):
            _warn(work, activity)
            _ask_wave(work, activity)


def _is_short(work: Work, activity: Activity) -> bool:
    return expected(work, activity) < needed(activity)


def _warn(work: Work, activity: Activity) -> None:
    """Once: whoever called it together, and the heads of their section."""
    organiser = activity.organiser_id
    facts = {
        "title": activity.title,
        "starts": activity.starts,
        "expected": expected(work, activity),
        "needed": needed(activity),
        "way": "asked" if _has_place(work, activity) else "full",
        "organiser": work.people.name(organiser),
    }
    for person_id in _answerable(work, activity):
        manage: Rows = ((Press("s.manage", activity.id),),) if person_id == organiser else ()
        key = f"short:{activity.id}:{activity.version}:{person_id}"
        message = Message("activity.short", facts, manage)
        work.nudge(person_id, key, message, drop_after=activity.starts)


def _answerable(work: Work, activity: Activity) -> list[int]:
    """The organiser and the heads of their section; the office where there is no organiser."""
    organiser = (
        work.people.get(activity.organiser_id, work.today) if activity.organiser_id else None
    )
    if organiser is None:
        return [p.id for p in work.people.with_role(Role.OFFICE_ADMIN, work.today)]
    heads = work.people.with_role(Role.HEAD, work.today, organiser.unit_id)
    theirs = heads if organiser.unit_id else []
    return list(dict.fromkeys([organiser.id, *(p.id for p in theirs)]))


def _ask_wave(work: Work, activity: Activity) -> None:
    """Those who agreed to be asked, could come, and were asked least recently."""
    if activity.state(work.now) is not Stage.OPEN or not _has_place(work, activity):
        return
    for person_id in work.invitations.least_asked(activity.id, WAVE):
        work.invitations.asked(activity.id, person_id, work.now)
        buttons = ((Press("s.go", activity.id),),)
        message = Message("activity.gap", facts_of(work, activity), buttons)
        key = f"gap:{activity.id}:{person_id}"
        work.nudge(person_id, key, message, drop_after=work.now + GAP_HEARD)


def _has_place(work: Work, activity: Activity) -> bool:
    points = work.activities.points(activity.id)
    return any(work.registrations.room(p.id, capacity(p)).free for p in points)
