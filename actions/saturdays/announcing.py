"""The organiser's page of a volunteer day: how it stands, a link to share, QR and poster."""

from typing import Any

from actions.desk import view
from actions.leading import led
from actions.saturdays.reminding import expected
from domain.access import Permission
from domain.activities import Activity, State
from domain.kinds import KINDS
from domain.letters import Message, Press, Rows
from domain.refusals import Refusal
from storage import Work
from storage.offices import setting

P = Permission
SHARED = (State.OPEN, State.CLOSED, State.RUNNING)
"""While it stands so, a link to it leads somewhere."""


def link_of(work: Work, activity: Activity) -> str:
    return f"https://t.me/{setting(work.connection, 'username')}?start=act-{activity.id}"


@view(needs=P.PLAN_ACTIVITY)
def manage(work: Work, activity_id: int) -> Message:
    """How a day stands, and what its organiser can do."""
    activity = led(work, activity_id)
    counts = work.registrations.counts(activity.id)
    told, known = work.invitations.count(activity.id)
    link = link_of(work, activity)
    facts = {
        "title": activity.title,
        "starts": activity.starts,
        "expected": expected(work, activity),
        "target": activity.target or None,
        "yes": sum(c["yes"] for c in counts.values()),
        "waiting": counts.get("waitlisted", {}).get("people"),
        "known": f"{known}/{told}" if told else "",
        "link": link,
    }
    return Message("saturday.manage", facts, _buttons(activity, activity.state(work.now), link))


def _buttons(activity: Activity, state: State, link: str) -> Rows:
    here = activity.id
    share, off = Press("s.share", share="saturday.invite"), Press("s.calloff", here)
    change: Rows = ()
    if state is State.POSTPONED:
        change = ((Press("s.shift", here), off),)
    elif state in (State.OPEN, State.CLOSED):
        change = ((Press("s.shift", here), Press("s.postpone", here), off),)
    seen = (Press("s.silent", here), Press("plan.see", here))
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
    return Message("saturday.share", _poster_facts(work, activity), paper="qr")


@view(needs=P.PLAN_ACTIVITY)
def poster(work: Work, activity_id: int) -> Message:
    activity = _shared(work, activity_id)
    return Message("saturday.share", _poster_facts(work, activity), paper="poster")


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
        "kind": KINDS[activity.kind].vi,
        "code": activity.code,
        "title": activity.title,
        "starts": activity.starts,
        "points": [{"name": p.full, "place": p.landmark} for p in points],
        "bring": activity.bring,
        "link": link_of(work, activity),
        "age": activity.min_age,
        "children": "yes" if activity.children_allowed else "no",
        "contact": name.strip() or work.office.contact,
        "phone": phone.strip(),
    }
