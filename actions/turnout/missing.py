"""Whose figures are still missing: named before the report goes, and reminded one by one."""

from datetime import timedelta

from actions.desk import action, view
from actions.turnout.counts import counting, nudge, reporters, silent_of, silent_points
from domain.access import Permission
from domain.activities import may_lock, require_lock
from domain.letters import Message, Press, rows_of, toast
from domain.names import shorten
from domain.refusals import Refusal
from storage import Work

P = Permission
LABEL = 18
A_WEEK = timedelta(days=7)


@view(needs=P.LOCK_TURNOUT)
def missing_page(work: Work) -> Message:
    """Every silent point of the week; a tap reminds of each."""
    over = [one for one in counting(work, A_WEEK) if may_lock(work.actor, one)]
    silent = silent_of(work, over)
    rows = [{"title": a.title, "day": a.starts, "point": p.short} for a, p in silent]
    presses = [Press("t.chase", p.id, label=shorten(p.short, LABEL)) for _, p in silent]
    facts = {"rows": rows, "none": not rows, "some": bool(rows)}
    return Message("turnout.silent", facts, rows_of(presses, 2))


@action(needs=P.LOCK_TURNOUT)
def chase_point(work: Work, point_id: int) -> Message:
    """Remind of one silent point, privately; once an hour at most."""
    point = work.activities.point(point_id)
    activity = work.activities.get(point.activity_id)
    require_lock(work.actor, activity, work.now)
    whom = reporters(work, activity, point)
    if not whom:
        raise Refusal("nobody_to_chase", point=point.short)
    if point.id not in {one.id for one in silent_points(work, activity)}:
        raise Refusal("point_told", point=point.short)
    key = f"{activity.id}:{point.id}:{work.here:%F-%H}"
    if not work.offices.first_run(f"turnout.chase:{key}", work.now):
        raise Refusal("already_chased")
    nudge(work, [(activity, point)], key)
    names = [work.people.name(person) for person in whom]
    return toast("turnout.chased_point", point=point.short, names=names)
