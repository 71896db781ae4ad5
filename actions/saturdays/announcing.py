"""The organiser's side: link, QR and poster, the same again next week, a change told to all."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from actions.activities.plans import draw_plan
from actions.desk import action, view
from actions.saturdays.looking import card_of, facts_of
from actions.saturdays.registering import cancel
from actions.saturdays.reminding import expected
from domain.access import Permission
from domain.activities import Activity, NewPoint, Plan, Point, State, code_of, require_lead
from domain.dialogue import Expectation
from domain.kinds import KINDS
from domain.letters import Message, Press, Rows, toast
from domain.names import clean
from domain.periods import local
from domain.phones import phone_words
from domain.refusals import Refusal
from domain.saturdays import CARD, Registration, require_ahead
from domain.seats import LIVE
from storage import Work
from storage.offices import setting
from storage.rows import stamp

P = Permission
WEEK = timedelta(days=7)
REASON_LETTERS = 200


def link_of(work: Work, activity: Activity) -> str:
    return f"https://t.me/{setting(work.connection, 'username')}?start=act-{activity.id}"


@view(needs=P.PLAN_ACTIVITY)
def manage(work: Work, activity_id: int) -> Message:
    """How a day stands, and what its organiser can do."""
    activity = _led(work, activity_id)
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
    papers = (Press("s.qr", activity.id), Press("s.poster", activity.id))
    again = (Press("s.copy", activity.id), Press("s.weekly", activity.id))
    later = () if activity.stored is State.POSTPONED else (Press("s.postpone", activity.id),)
    change = (Press("s.shift", activity.id), *later, Press("s.calloff", activity.id))
    share = (
        Press("copy", label="@button.s.link", copy=link),
        Press("s.details", activity.id),
    )
    return Message(
        "saturday.manage", facts, (share, papers, again, change, (Press("s.silent", activity.id),))
    )


@view(needs=P.PLAN_ACTIVITY)
def qr(work: Work, activity_id: int) -> Message:
    activity = _led(work, activity_id)
    return Message("saturday.share", _poster_facts(work, activity), paper="qr")


@view(needs=P.PLAN_ACTIVITY)
def poster(work: Work, activity_id: int) -> Message:
    activity = _led(work, activity_id)
    return Message("saturday.share", _poster_facts(work, activity), paper="poster")


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
        "children": "yes" if activity.children_allowed else "no",
        "contact": name.strip() or work.office.contact,
        "phone": phone.strip(),
    }


@action(needs=P.PLAN_ACTIVITY)
def copy_week(work: Work, activity_id: int) -> Message:
    """The same day a week later, as a draft to look at."""
    return draw_plan(work, copied(work, _led(work, activity_id)))


def copied(work: Work, activity: Activity) -> int:
    starts = activity.starts + WEEK
    plan = Plan(
        activity.kind,
        activity.title,
        starts,
        activity.ends - activity.starts,
        activity.host_id,
        activity.organiser_id,
    )
    code = code_of(activity.kind, local(starts, work.office.zone).date())
    added = work.activities.add(plan, code, activity.closes + WEEK, work.now, State.DRAFT)
    work.activities.copy_details(activity.id, added)
    for point in work.activities.points(activity.id):
        work.activities.add_point(added, _again(point))
    work.activities.set_targets(added, work.activities.targets(activity.id))
    work.activities.set_audience(added, work.activities.audience(activity.id))
    work.log("activity.copied", "activity", added, facts={"from": activity.id})
    return added


def _again(point: Point) -> NewPoint:
    return NewPoint(
        point.name,
        point.locality_id,
        point.leader_id,
        point.capacity,
        point.landmark,
        point.lat,
        point.lon,
    )


@action(needs=P.PLAN_ACTIVITY)
def repeat(work: Work, activity_id: int) -> Message:
    """Every week, until it is tapped again."""
    activity = _led(work, activity_id)
    if work.patterns.end(activity.id, stamp(work.now)):
        return toast("saturday.toast.once")
    work.patterns.repeat(activity.id)
    return toast("saturday.toast.weekly")


@action(needs=P.RUN_TIMETABLE)
def repeat_weekly(work: Work) -> None:
    """The next week's draft lies ready when this week's day is over; people open it."""
    for pattern_id, activity_id in work.patterns.weekly():
        activity = work.activities.get(activity_id)
        if work.now < activity.ends:
            continue
        added = copied(work, activity)
        work.patterns.follow(pattern_id, added)
        work.redraw(f"plan:{added}", activity.organiser_id, ring=True)


@action(needs=P.PLAN_ACTIVITY)
def ask_details(work: Work, activity_id: int) -> Message:
    activity = _led(work, activity_id)
    work.expectations.expect(work.actor.me, Expectation("details", activity.id), work.now)
    return Message(
        "saturday.ask_details", {"title": activity.title}, topic=f"details:{activity.id}"
    )


@action(needs=P.PLAN_ACTIVITY)
def set_details(work: Work, activity_id: int, details: Mapping[str, str | int]) -> Message:
    """What to do, to bring, if it rains, from which age, and whether children may come."""
    activity = _led(work, activity_id)
    require_ahead(activity, work.now)
    if not details:
        raise Refusal("details_unclear")
    work.expectations.forget(work.actor.me, "details", activity.id)
    work.activities.set_details(activity.id, details)
    work.log("activity.details", "activity", activity.id, facts={"named": sorted(details)})
    return card_of(work, work.activities.get(activity.id))


@action(needs=P.PLAN_ACTIVITY)
def ask_call_off(work: Work, activity_id: int) -> Message:
    activity = _led(work, activity_id)
    require_ahead(activity, work.now)
    work.expectations.expect(work.actor.me, Expectation("calloff", activity.id), work.now)
    facts = {"title": activity.title, "starts": activity.starts}
    return Message("saturday.ask_reason", facts, topic=f"calloff:{activity.id}")


@action(needs=P.PLAN_ACTIVITY)
def call_off(work: Work, activity_id: int, reason: str) -> Message:
    """It is not held: everybody concerned is told at once, with the reason."""
    activity = _led(work, activity_id)
    require_ahead(activity, work.now)
    why = clean(reason, REASON_LETTERS)
    if not why:
        raise Refusal("reason_expected")
    work.expectations.forget(work.actor.me, "calloff", activity.id)
    work.activities.set_state(activity.id, State.CANCELLED)
    was, became = activity.stored.value, State.CANCELLED.value
    work.log("activity.cancelled", "activity", activity.id, was=was, became=became, text=why)
    told = _tell_all(work, activity.id, "saturday.called_off", {"reason": why})
    return Message("saturday.told", {"n": told})


@action(needs=P.PLAN_ACTIVITY)
def ask_postpone(work: Work, activity_id: int) -> Message:
    activity = _led(work, activity_id)
    _require_postponable(work, activity)
    work.expectations.expect(work.actor.me, Expectation("postpone", activity.id), work.now)
    facts = {"title": activity.title, "starts": activity.starts}
    return Message("saturday.ask_postpone", facts, topic=f"postpone:{activity.id}")


@action(needs=P.PLAN_ACTIVITY)
def postpone(work: Work, activity_id: int, reason: str) -> Message:
    """«Hoãn»: not on that day, and nobody knows yet when; everybody keeps their place."""
    activity = _led(work, activity_id)
    _require_postponable(work, activity)
    why = clean(reason, REASON_LETTERS)
    if not why:
        raise Refusal("reason_expected")
    work.expectations.forget(work.actor.me, "postpone", activity.id)
    work.activities.set_state(activity.id, State.POSTPONED)
    was, became = activity.stored.value, State.POSTPONED.value
    work.log("activity.postponed", "activity", activity.id, was=was, became=became, text=why)
    told = _tell_all(work, activity.id, "saturday.postponed", {"reason": why})
    return Message("saturday.told", {"n": told})


def _require_postponable(work: Work, activity: Activity) -> None:
    if activity.stored is State.POSTPONED:
        raise Refusal("saturday_postponed", title=activity.title)
    require_ahead(activity, work.now)


@action(needs=P.PLAN_ACTIVITY)
def ask_shift(work: Work, activity_id: int) -> Message:
    activity = _led(work, activity_id)
    require_ahead(activity, work.now)
    work.expectations.expect(work.actor.me, Expectation("shift", activity.id), work.now)
    facts = {"title": activity.title, "starts": activity.starts}
    return Message("saturday.ask_shift", facts, topic=f"shift:{activity.id}")


@action(needs=P.PLAN_ACTIVITY)
def shift(work: Work, activity_id: int, starts: datetime) -> Message:
    """Another time, or a time at last: places stay, everybody is told and, the evening before,
    asked again."""
    activity = _led(work, activity_id)
    require_ahead(activity, work.now)
    if starts <= work.now:
        raise Refusal("activity_in_the_past", starts=starts)
    work.expectations.forget(work.actor.me, "shift", activity.id)
    work.activities.shift(activity.id, starts - activity.starts, activity)
    resumed = activity.stored is State.POSTPONED
    if resumed:
        work.activities.set_state(activity.id, State.OPEN)
    work.registrations.forget_evenings(activity.id)
    was, became = stamp(activity.starts), stamp(starts)
    work.log("activity.shifted", "activity", activity.id, was=was, became=became)
    kind = "saturday.resumed" if resumed else "saturday.shifted"
    told = _tell_all(work, activity.id, kind, {"was": activity.starts})
    return Message("saturday.told", {"n": told})


def _tell_all(work: Work, activity_id: int, kind: str, more: dict[str, Any]) -> int:
    activity = work.activities.get(activity_id)
    facts = {**facts_of(work, activity), **more}
    told = set[int]()
    for person_id in _concerned(work, activity):
        if person_id in told or person_id == work.actor.person_id:
            continue
        told.add(person_id)
        work.invitations.told(activity.id, person_id, work.now)
        mine = work.registrations.live(activity.id, person_id)
        buttons = _answers(activity, mine if kind == "saturday.resumed" else None)
        key = f"news:{activity.id}:{activity.version}:{person_id}"
        message = Message(kind, facts, buttons)
        work.tell(person_id, key, message, urgent=True, drop_after=activity.ends)
        if mine:
            work.redraw(f"{CARD}:{activity.id}", person_id)
    return len(told)


def _answers(activity: Activity, mine: Registration | None) -> Rows:
    """«Đã biết»; whoever has a place says whether the new day suits them."""
    if mine:
        return ((Press("s.still", activity.id), Press("s.cannot", mine.id)),)
    return ((Press("s.known", activity.id), Press("s.see", activity.id)),)


def _concerned(work: Work, activity: Activity) -> Iterator[int]:
    """Who comes or waits, who leads a point, whose group comes, who called it together."""
    for point in work.activities.points(activity.id):
        for one in work.registrations.at_point(point.id, *LIVE):
            if one.person_id:
                yield one.person_id
        if point.leader_id:
            yield point.leader_id
    for group in work.registrations.headcounts(activity.id):
        if group["person_id"]:
            yield group["person_id"]
    if activity.organiser_id:
        yield activity.organiser_id


@action(needs=P.REGISTER)
def known(work: Work, activity_id: int) -> Message:
    """«Đã biết»."""
    work.invitations.known(activity_id, work.actor.me, work.now)
    return toast("saturday.toast.known")


@action(needs=P.REGISTER)
def still(work: Work, activity_id: int) -> Message:
    """«Vẫn tham gia», on the new day."""
    activity = work.activities.get(activity_id)
    require_ahead(activity, work.now)
    work.invitations.known(activity_id, work.actor.me, work.now)
    return toast("saturday.toast.still", title=activity.title, starts=activity.starts)


@action(needs=P.REGISTER)
def cannot(work: Work, registration_id: int) -> Message:
    """«Không tham gia được»: the news is known, the place goes on."""
    mine = work.registrations.get(registration_id)
    work.invitations.known(mine.activity_id, work.actor.me, work.now)
    return cancel.run(work, registration_id)


@view(needs=P.SEE_VOLUNTEERS)
def silent(work: Work, activity_id: int) -> Message:
    """Who was told and has not tapped: somebody may call them."""
    _led(work, activity_id)
    rows = [
        {**row, "phone": phone_words(row["phone"]) if row["phone"] else ""}
        for row in work.invitations.silent(activity_id)[:30]
    ]
    if not rows:
        return Message("saturday.none_silent")
    return Message("saturday.silent", {"rows": rows}, protect=True, fades=f"silent:{activity_id}")


def _led(work: Work, activity_id: int) -> Activity:
    activity = work.activities.get(activity_id)
    require_lead(work.actor, activity)
    return activity
