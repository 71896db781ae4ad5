"""What the week after brings, as the weekly report tells it."""

from collections.abc import Iterator

from actions.rooms import ReportPart
from domain.activities import Activity, Stage
from domain.behind import DAY, Behind, Row, behind
from domain.digest import Seen
from domain.kinds import LEARNS
from domain.periods import Span
from domain.report import Part
from domain.week_coming import NAME, NextActivity, coming_part
from storage import Work

COMING = (Stage.OPEN, Stage.CLOSED, Stage.RUNNING)


def tell(work: Work, seen: Seen) -> Part | None:
    """A section has none of its own."""
    return None if seen.unit else coming_part(coming_activities(work, seen))


def coming_activities(work: Work, seen: Seen) -> tuple[NextActivity, ...]:
    return tuple(_next(work, one) for one in _coming(work, seen))


def _coming(work: Work, seen: Seen) -> list[Activity]:
    week, zone = seen.week.next, work.zone
    planned = work.activities.between(week.begins(zone), week.ends(zone))
    coming = (one for one in planned if one.state(seen.cut_off) in COMING)
    return [one for one in coming if one.kind not in LEARNS]


def behind_coming(work: Work, seen: Seen) -> Iterator[Behind]:
    """The days themselves; a longer time has no week after."""
    if not (seen.unit or isinstance(seen.week, Span)):
        coming = _coming(work, seen)
        yield behind("days", (Row(DAY, a.id, a.code, a.title, a.starts) for a in coming))


def _next(work: Work, activity: Activity) -> NextActivity:
    return NextActivity(
        kind=activity.kind,
        title=activity.title,
        starts=activity.starts,
        points=tuple(point.short for point in work.activities.points(activity.id)),
        target=activity.target or None,
    )


PART = ReportPart(NAME, 50, tell, behind=behind_coming)
