"""The organiser's page of an activity: how it stands, a link to share, QR and poster."""

from typing import Any

from actions.activities.leading import led
from actions.desk import view
from actions.registrations.facts import cohost_names
from actions.registrations.reminding import expected
from domain.access import Permission
from domain.activities import Activity, Point, Stage, may_see_names
from domain.letters import Message, Press, Rows
from domain.refusals import Refusal
from domain.seats import COMING, Standing
from domain.turnout import official, summed
from storage import Work

P = Permission
SHOWN = 4
LISTED = (*COMING, Standing.PRESENT, Standing.ABSENT)
SHARED = (Stage.OPEN, Stage.CLOSED, Stage.RUNNING)
"""While it stands so, a link to it leads somewhere."""


def link_of(work: Work, activity: Activity) -> str:
    return f"https://t.me/{work.deployment.setting('username')}?start=act-{activity.id}"


@view(needs=P.PLAN_ACTIVITY)
def manage(work: Work, activity_id: int) -> Message:
    """How an activity stands, and what its organiser can do."""
    activity = led(work, activity_id)
    counts, state = work.registrations.counts(activity.id), activity.state(work.now)
    points = work.activities.points(activity.id)
    told, known = work.invitations.count(activity.id)
    link = link_of(work, activity)
    facts = {
        "title": activity.title,
        "starts": activity.starts,
        "state": state.value,
        **_people(work, activity, state),
        "points": [_point(work, point) for point in points[:SHOWN]],
        "more": len(points[SHOWN:]) or None,
        "yes": sum(c["yes"] for c in counts.values()),
        "waiting": counts.get("waitlisted", {}).get("people"),
        "known": f"{known}/{told}" if told else "",
        "link": link,
        "unclear": (),
    }
    return Message("activity.manage", facts, _buttons(work, activity, link))


def _people(work: Work, activity: Activity, state: Stage) -> dict[str, Any]:
    """Before and during it how many will come; after it how many came, once it is said."""
    if state not in (Stage.COUNTING, Stage.LOCKED):
        hoped = activity.target or None
        return {"expected": expected(work, activity), "hoped": hoped, "came": None, "target": None}
    stands = official(work.turnouts.of_activity(activity.id))
    came = summed(stands.values()).total if stands else None
    target = activity.target or None if stands else None
    return {"expected": None, "hoped": None, "came": came, "target": target}


def _point(work: Work, point: Point) -> dict[str, Any]:
    counts = work.registrations.counts(point.activity_id, point.id)
    people = {standing: of["people"] for standing, of in counts.items()}
    groups = sum(group.number for group in work.headcounts.said(point.activity_id, point.id))
    return {
        "point": point.full,
        "listed": sum(people.get(standing, 0) for standing in LISTED),
        "waiting": people.get(Standing.WAITING),
        "groups": groups or None,
    }


def _buttons(work: Work, activity: Activity, link: str) -> Rows:
    here, state = activity.id, activity.state(work.now)
    share, off = Press("s.share", share="activity.invite"), Press("s.calloff", here)
    change: Rows = ()
    if state is Stage.POSTPONED:
        change = ((Press("s.shift", here), off),)
    elif state is Stage.CANCELLED and activity.starts > work.now:
        change = ((Press("s.openday", here),),)
    elif state in (Stage.OPEN, Stage.CLOSED):
        change = ((Press("s.shift", here), Press("s.postpone", here), off),)
    names = (Press("s.names", here),) if may_see_names(work.actor, activity) else ()
    seen = (Press("s.silent", here), Press("plan.see", here), *names)
    again = (Press("s.weekly", here), Press("plan.keep", here))
    if state not in SHARED:
        return (*change, seen, (*again, Press("s.copy", here)))
    return (
        (share, Press("s.qr", here), Press("s.poster", here)),
        *change,
        seen,
        again,
        (Press("copy", label="@button.s.link", copy=link), Press("s.copy", here)),
    )


@view(needs=P.PLAN_ACTIVITY)
def qr(work: Work, activity_id: int) -> Message:
    activity = _shared(work, activity_id)
    return Message("activity.share", _poster_facts(work, activity), paper="qr")


@view(needs=P.PLAN_ACTIVITY)
def poster(work: Work, activity_id: int) -> Message:
    activity = _shared(work, activity_id)
    return Message("activity.share", _poster_facts(work, activity), paper="poster")


def _shared(work: Work, activity_id: int) -> Activity:
    """What is not held, or is over, invites nobody."""
    activity = led(work, activity_id)
    state = activity.state(work.now)
    if state not in SHARED:
        raise Refusal("not_shared", title=activity.title, state=state.value)
    return activity


def _poster_facts(work: Work, activity: Activity) -> dict[str, Any]:
    name, _, phone = work.office.contact.rpartition(",")
    points = work.activities.points(activity.id)
    return {
        "office": work.office.name,
        "kind": activity.kind,
        "code": activity.code,
        "title": activity.title,
        "starts": activity.starts,
        "ends": activity.ends,
        "hosts": [*filter(None, (activity.host,)), *cohost_names(work, activity)],
        "points": [{"name": p.full, "place": p.landmark} for p in points],
        "bring": activity.bring,
        "link": link_of(work, activity),
        "age": activity.min_age,
        "children": "yes" if activity.children_allowed else "no",
        "contact": name.strip() or work.office.contact,
        "phone": phone.strip(),
    }
