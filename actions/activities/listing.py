"""The activities to come, and those of the last two weeks: each a button."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from actions.desk import view
from actions.registrations.facts import activity_labels
from domain.access import Permission
from domain.activities import Activity, Stage, may_lead
from domain.kinds import LEARNS
from domain.letters import Message, Press, Rows
from storage import Work

P = Permission
AHEAD = timedelta(weeks=5)
BEHIND = timedelta(weeks=2)
SHOWN, LABEL = 8, 28
HELD = (Stage.OPEN, Stage.CLOSED, Stage.LOCKED)


@view(needs=P.PLAN_ACTIVITY)
def coming(work: Work) -> Message:
    """The activities of the next weeks, and the way to a new one."""
    found = work.activities.between(work.now, work.now + AHEAD)
    shown = [a for a in found if a.stored is not Stage.CANCELLED][:SHOWN]
    rows = [_row(work, activity) for activity in shown]
    mine = ((Press("s.mine"),),) if work.own_registrations.ahead(work.actor.me, work.now) else ()
    buttons = (*_each(work, shown, "plan.see"), (Press("plan.new"), Press("plan.past")), *mine)
    return Message("plan.coming" if rows else "plan.none", {"rows": rows}, buttons)


def _row(work: Work, activity: Activity) -> dict[str, Any]:
    state = activity.state(work.now).value
    return {"title": activity.title, "starts": activity.starts, "state": state}


def _each(work: Work, shown: Iterable[Activity], verb: str) -> Rows:
    found = list(shown)
    labels = activity_labels([(work, a) for a in found], LABEL)
    return tuple((Press(verb, a.id, label=label),) for a, label in zip(found, labels, strict=True))


@view(needs=P.PLAN_ACTIVITY)
def classes(work: Work) -> Message:
    """Those of the last two weeks and of the next ones; whoever holds one opens its own page."""
    found = work.activities.between(work.now - BEHIND, work.now + AHEAD)
    taught = [a for a in found if a.kind in LEARNS and a.stored is not Stage.CANCELLED][-SHOWN:]
    labels = activity_labels([(work, a) for a in taught], LABEL)
    verbs = ["tr.see" if may_lead(work.actor, a) else "plan.see" for a in taught]
    each = zip(taught, labels, verbs, strict=True)
    buttons = tuple((Press(verb, a.id, label=label),) for a, label, verb in each)
    rows = [_row(work, activity) for activity in taught]
    return Message("plan.classes" if rows else "plan.no_classes", {"rows": rows}, buttons)


@view(needs=P.PLAN_ACTIVITY)
def past(work: Work) -> Message:
    """Those of the last two weeks that this person leads, the newest first."""
    found = work.activities.between(work.now - BEHIND, work.now)
    held = [a for a in reversed(found) if a.stored in HELD and may_lead(work.actor, a)][:SHOWN]
    rows = [_row(work, activity) for activity in held]
    buttons = _each(work, held, "s.manage")
    return Message("plan.past" if rows else "plan.none_past", {"rows": rows}, buttons)
