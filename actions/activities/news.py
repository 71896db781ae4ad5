"""News of an activity: everybody concerned is told at once, taps «Đã biết», and it is seen who
has not."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from actions.activities.leading import led
from actions.desk import action, view
from actions.registrations.facts import facts_of
from actions.registrations.leaving import cancel
from actions.registrations.seating import redraw_all
from domain.access import Permission, Role
from domain.activities import Activity, Point, Stage, may_lead, moved_by
from domain.hours import SPOKEN_OF
from domain.letters import Message, Press, Rows, toast
from domain.phones import phone_words
from domain.refusals import Refusal
from domain.registrations import Registration, require_ahead
from domain.seats import LIVE
from storage import Work
from storage.rows import spell

P = Permission
SHOWN = 10
ACTING = frozenset({Role.LEADER, Role.HEAD, Role.DEPUTY_HEAD})
STAFF = frozenset({Role.STAFF})
TELLING = (
    "activity.opened",
    "activity.details",
    "activity.shifted",
    f"activity.{Stage.POSTPONED}",
    f"activity.{Stage.CANCELLED}",
)
"""What is written down when a day's news goes out."""


def tell_all(work: Work, activity_id: int, kind: str, more: dict[str, Any]) -> int:
    """It is moved, put off or called off; returns how many are told."""
    activity = work.activities.get(activity_id)
    facts = {**facts_of(work, activity), **more}
    told = concerned(work, activity)
    for person_id in told:
        mine = work.registrations.live(activity.id, person_id)
        buttons = _answers(activity, mine if kind == "activity.resumed" else None)
        theirs = {**_with_place(mine), **_clash(work, activity, mine)}
        tell(work, activity, person_id, Message(kind, {**facts, **theirs}, buttons))
    redraw_all(work, activity.id)
    return len(told)


def _clash(work: Work, activity: Activity, mine: Registration | None) -> dict[str, Any]:
    """What else they promised at this hour, in whichever offices."""
    if mine is None or mine.person_id is None:
        return {}
    found = work.own_registrations.clash(
        mine.person_id, activity.id, activity.starts, activity.ends
    )
    return {"clash": found[0], "clash_at": found[1]} if found else {}


def tell_moved(
    work: Work, activity: Activity, person_id: int, before: Point, there: Point
) -> None:
    """Another place than before, for one of those who come."""
    facts = {
        "title": activity.title,
        "starts": activity.starts,
        "was": ", ".join(filter(None, (before.full, before.landmark))),
        "point": there.full,
        "landmark": there.landmark,
        "away": moved_by(before.position, there.position),
        **_with_place(work.registrations.live(activity.id, person_id)),
    }
    tell(work, activity, person_id, Message("activity.place_moved", facts, acknowledge(activity)))


def tell_still_at(work: Work, activity: Activity, person_id: int, there: Point) -> None:
    """It was said that the place is another one, and it is not."""
    facts = {
        "title": activity.title,
        "starts": activity.starts,
        "point": there.full,
        "landmark": there.landmark,
    }
    tell(work, activity, person_id, Message("activity.still_at", facts, acknowledge(activity)))


def _with_place(mine: Registration | None) -> dict[str, bool]:
    """Whoever has a place can give it up; a leader or a co-host has none to speak of."""
    return {"mine": mine is not None, "others": mine is None}


def tell(
    work: Work,
    activity: Activity,
    person_id: int,
    message: Message,
    hold_until: datetime | None = None,
) -> None:
    """One person is told, and is to tap «Đã biết»; nobody is told what they did themselves."""
    if person_id == work.actor.person_id:
        return
    work.invitations.told(activity.id, person_id, work.now)
    key = f"news:{activity.id}:{activity.version}:{person_id}:{message.kind}:{spell(work.now)}"
    work.tell(
        person_id, key, message, urgent=True, drop_after=activity.ends, hold_until=hold_until
    )


def acknowledge(activity: Activity) -> Rows:
    return ((Press("s.known", activity.id), Press("s.see", activity.id)),)


def _answers(activity: Activity, mine: Registration | None) -> Rows:
    """«Đã biết»; whoever has a place says whether the new day suits them."""
    if mine:
        return ((Press("s.still", activity.id), Press("s.cannot", mine.id)),)
    return acknowledge(activity)


def concerned(work: Work, activity: Activity) -> list[int]:
    """Whom its news reaches, each once; nobody is told what they did themselves."""
    everybody = dict.fromkeys(_concerned(work, activity))
    return [id_ for id_ in everybody if id_ != work.actor.person_id]


def _concerned(work: Work, activity: Activity) -> Iterator[int]:
    """Whoever is concerned at a point, who called it together, who acts for a co-host."""
    for point in work.activities.points(activity.id):
        yield from concerned_at(work, point)
    if activity.organiser_id:
        yield activity.organiser_id
    yield from cohosts(work, activity)


def concerned_at(work: Work, point: Point) -> Iterator[int]:
    """Who comes or waits there, who leads it, whose group comes."""
    for one in work.registrations.at_point(point.id, *LIVE):
        if one.person_id:
            yield one.person_id
    if point.leader_id:
        yield point.leader_id
    for group in work.headcounts.said(point.activity_id, point.id):
        if group.person_id:
            yield group.person_id


def cohosts(work: Work, activity: Activity) -> list[int]:
    """Who acts for the co-hosts: their leaders and heads, else their staff."""
    people = work.people.all(work.today)
    found = []
    for organisation_id in sorted(activity.cohost_ids):
        theirs = [p for p in people if p.organisation_id == organisation_id]
        acting = [p for p in theirs if p.roles & ACTING] or [p for p in theirs if p.roles & STAFF]
        found += [p.id for p in acting]
    return found


@action(needs=P.REGISTER)
def known(work: Work, activity_id: int) -> Message:
    """«Đã biết»."""
    work.invitations.known(activity_id, work.actor.me, work.now)
    return toast("activity.toast.known")


@view(needs=P.REGISTER)
def unknown_yet(work: Work) -> int | None:
    """The day whose news is not known yet by whoever asks."""
    return work.invitations.unknown_yet(work.actor.me, work.now)


@action(needs=P.REGISTER)
def still(work: Work, activity_id: int) -> Message:
    """«Vẫn tham gia», on the new day."""
    activity = work.activities.get(activity_id)
    require_ahead(activity, work.now)
    work.invitations.known(activity_id, work.actor.me, work.now)
    return toast("activity.toast.still", title=activity.title, starts=activity.starts)


@action(needs=P.REGISTER)
def cannot(work: Work, registration_id: int) -> Message:
    """«Không tham gia được»: the news is known, the place goes on."""
    mine = work.registrations.get(registration_id)
    work.invitations.known(mine.activity_id, work.actor.me, work.now)
    return cancel.run(work, registration_id)


@view(needs=P.PLAN_ACTIVITY)
def silent(work: Work, activity_id: int) -> Message:
    """Who was told and has not tapped: somebody may call them."""
    activity = led(work, activity_id)
    told, known = work.invitations.count(activity.id)
    if told == known:
        return Message("activity.none_silent" if told else "activity.none_told")
    rows = [
        {"name": row["name"], "phone": _phone(work, row["id"])}
        for row in work.invitations.silent(activity.id)
    ]
    facts = {"rows": rows[:SHOWN], "n": len(rows), "more": len(rows[SHOWN:]) or None}
    return Message("activity.silent", facts, protect=True, expires=f"silent:{activity.id}")


@view(needs=P.TALK)
def told_so_far(work: Work, activity_id: int) -> Message:
    """«mọi người biết chưa»: how many were told the last news of a day, and tapped «Đã biết»; of
    whoever works here."""
    if not (work.actor.may(P.PLAN_ACTIVITY) or work.actor.may(P.REPORT_TURNOUT)):
        raise Refusal("no_permission")
    activity = work.activities.get(activity_id)
    told, known = work.invitations.count(activity.id)
    facts = {
        "title": activity.title,
        "starts": activity.starts,
        "told": told,
        "known": known if told else None,
        "left": told - known or None,
        "who": None if may_lead(work.actor, activity) else work.people.name(activity.organiser_id),
    }
    calls = ((Press("s.silent", activity.id),),) if told > known and not facts["who"] else ()
    return Message("activity.told_so_far", facts, calls)


@view(needs=P.TALK)
def spoken_of_day(work: Work, days: tuple[int, ...]) -> int | None:
    """Of several days the one whose news this person sent a moment ago."""
    lately = work.journal.own_lately(work.actor.subject, TELLING, work.now - SPOKEN_OF)
    return next((row.subject for row in lately if row.subject in days), None)


def _phone(work: Work, person_id: int) -> str:
    """A colleague's number is known in the office; a volunteer's is not handed on."""
    colleague = work.people.get(person_id, work.today)
    return phone_words(colleague.phone) if colleague and colleague.phone else ""
