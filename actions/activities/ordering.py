"""What an organiser says of a day in words: which day is meant, that it stays, that it is full."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from actions.activities.asking import drop_ringing
from actions.activities.leading import led_ahead
from actions.activities.plans import READ
from actions.desk import action, view
from actions.meant import waits_for_yes, yes_was_said
from actions.registrations.facts import activity_labels
from actions.registrations.looking import names_of_points
from actions.registrations.reminding import expected
from actions.registrations.seating import redraw_all
from domain.access import Permission
from domain.activities import Activity, Stage, may_lead
from domain.dialogue import RINGING, Expectation
from domain.hours import SPOKEN_OF
from domain.letters import Message, Press, result
from domain.names import shorten
from domain.periods import local
from domain.plans import Details
from domain.refusals import Refusal
from storage import Work

P = Permission
SOON, FAR = timedelta(days=7), timedelta(days=60)
LABEL, SHOWN = 28, 8
STANDS = (Stage.OPEN, Stage.CLOSED)
OFF = (Stage.CANCELLED, Stage.POSTPONED)
WHICH_DAY, WHICH_POINT = "order_day.which", "order_point.which"
"""An order whose day, or point, is asked: its words are kept."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """Days of the coming week: when each is, and what it may be called."""

    days: Mapping[int, date]
    names: Mapping[int, Sequence[str]]
    starts: Mapping[int, datetime]

    def __bool__(self) -> bool:
        return bool(self.days)


@view(needs=P.PLAN_ACTIVITY)
def led_soon(work: Work) -> Ahead:
    """Those that everybody knows of."""
    return _ahead(work, [a for a in _soon(work) if may_lead(work.actor, a)])


@view(needs=P.PLAN_ACTIVITY)
def led_ahead_of_all(work: Work) -> Ahead:
    """The same further ahead: those that are called by a name."""
    return _ahead(work, [a for a in _soon(work, FAR) if may_lead(work.actor, a)])


@view(needs=P.PLAN_ACTIVITY)
def drafted(work: Work) -> Ahead:
    """Plans that nobody was told of yet."""
    found = work.activities.between(work.now, work.now + FAR)
    drafts = [a for a in found if a.stored is Stage.DRAFT and may_lead(work.actor, a)]
    return _ahead(work, drafts)


@view(needs=P.PLAN_ACTIVITY)
def in_hand(work: Work, asked: int) -> list[Press]:
    """The day that its organiser was busy with just now, and with no work since: a line that
    names nothing may be of it, number `asked` of all that was ever said."""
    since = work.now - SPOKEN_OF
    row = work.journal.newest_of(work.actor.subject, ("activity", "assignment"), since)
    if row is None or row.kind != "activity":
        return []
    ahead = work.activities.between(work.now, work.now + FAR)
    mine = [a for a in ahead if a.id == row.subject and may_lead(work.actor, a)]
    return [Press("s.said", a.id, str(asked), label=a.code) for a in mine]


@view(needs=P.PLAN_ACTIVITY)
def is_draft(work: Work, activity_id: int) -> bool:
    """Whether nobody was told of it yet."""
    return led_ahead(work, activity_id).stored is Stage.DRAFT


@view(needs=P.PLAN_ACTIVITY)
def called_off_soon(work: Work) -> int:
    """The one day of the coming week that was called off, or put off; «vẫn làm» opens it again."""
    found = [a for a in work.activities.between(work.now, work.now + SOON) if _was_open(work, a)]
    return found[0].id if len(found) == 1 else 0


@view(needs=P.PLAN_ACTIVITY)
def off_ahead(work: Work) -> Ahead:
    """The same further ahead: those that are called by a name."""
    found = work.activities.between(work.now, work.now + FAR)
    return _ahead(work, [a for a in found if _was_open(work, a)])


def _was_open(work: Work, activity: Activity) -> bool:
    off = activity.stored in OFF and activity.starts > work.now
    was = work.journal.was_before("activity", activity.id, activity.stored) if off else None
    return was not in (None, Stage.DRAFT) and may_lead(work.actor, activity)


def _ahead(work: Work, found: Sequence[Activity]) -> Ahead:
    starts = {a.id: local(a.starts, work.zone) for a in found}
    days = {one: at.date() for one, at in starts.items()}
    return Ahead(days, {a.id: _called(work, a) for a in found}, starts)


def days_of_the_week(work: Work) -> list[Activity]:
    """Those ahead that stand, whoever leads them."""
    return _soon(work)


def _soon(work: Work, within: timedelta = SOON) -> list[Activity]:
    found = work.activities.between(work.now, work.now + within)
    return [a for a in found if a.state(work.now) in STANDS and a.starts > work.now]


def _called(work: Work, activity: Activity) -> list[str]:
    return [activity.title, activity.code, *names_of_points(work, activity)]


@view(needs=P.PLAN_ACTIVITY)
def about_to_ring(work: Work) -> int:
    """The day whose calling off, putting off or moving is being asked about."""
    waiting = work.expectations.open(work.actor.me, work.now)
    return next((e.subject for e in waiting if e.topic in RINGING), 0)


@action(needs=P.PLAN_ACTIVITY)
def which(work: Work, among: Sequence[int], order: str, missing: str = "") -> Message:
    """Several, or none that bears the name `missing`: a tap, or words that tell one from the
    others, does what was said to that one."""
    drop_ringing(work)
    found = sorted(map(work.activities.get, among), key=lambda a: a.starts)[:SHOWN]
    if not found:
        raise Refusal("day_not_named", name=missing or order)
    kept = {"text": order, "among": [a.id for a in found]}
    work.expectations.expect(work.actor.me, Expectation(WHICH_DAY, 0, kept), work.now)
    labels = activity_labels([(work, a) for a in found])
    rows = tuple(
        (Press("s.order", a.id, label=label),) for a, label in zip(found, labels, strict=True)
    )
    each = [{"title": a.title, "starts": a.starts, "points": _places(work, a)} for a in found]
    facts = {"text": order, "missing": missing, "draft": _still_drafted(work), "rows": each}
    return Message("activity.order_which", facts, rows, topic=f"{WHICH_DAY}:0")


def _places(work: Work, activity: Activity) -> list[str]:
    return [point.short for point in work.activities.points(activity.id)]


@view(needs=P.PLAN_ACTIVITY)
def asked_about(work: Work) -> Ahead:
    """The days of which one is being asked."""
    waiting = work.expectations.find(work.actor.me, WHICH_DAY, 0, work.now)
    among = waiting.answers.get("among", ()) if waiting else ()
    return _ahead(work, [work.activities.get(one) for one in among])


def _still_drafted(work: Work) -> str | None:
    """The plan that was read back and waits for its «Gửi»: the order is not of it."""
    waiting = work.expectations.open(work.actor.me, work.now)
    read = next((e.subject for e in waiting if e.topic == READ), None)
    return work.activities.get(read).title if read else None


@action(needs=P.PLAN_ACTIVITY)
def which_point(work: Work, activity_id: int, order: str) -> Message:
    """The same of the points of one day."""
    drop_ringing(work)
    activity = led_ahead(work, activity_id)
    work.expectations.expect(work.actor.me, Expectation(WHICH_POINT, 0, {"text": order}), work.now)
    points = work.activities.points(activity.id)
    rows = tuple((Press("s.orderat", p.id, label=shorten(p.name, LABEL)),) for p in points)
    facts = {"text": order, "title": activity.title}
    return Message("activity.order_point", facts, rows, topic=f"{WHICH_POINT}:0")


@action(needs=P.PLAN_ACTIVITY)
def nothing_changes(work: Work, activity_id: int) -> Message:
    """«mưa to, chờ 8h xem»: it is on until somebody says otherwise."""
    activity = led_ahead(work, activity_id)
    drop_ringing(work)
    off = (Press("s.postpone", activity.id), Press("s.calloff", activity.id))
    facts = {"title": activity.title, "starts": activity.starts}
    return Message("activity.order_waits", facts, (off,))


@action(needs=P.PLAN_ACTIVITY)
def let_be(work: Work) -> Message:
    """«thôi, không hủy»: what was about to be sent is dropped."""
    day = about_to_ring.run(work)
    if not day:
        raise Refusal("question_over")
    drop_ringing(work)
    activity = work.activities.get(day)
    return Message("activity.time_kept", {"title": activity.title, "starts": activity.starts})


@action(needs=P.PLAN_ACTIVITY)
def ask_full(work: Work, activity_id: int) -> Message:
    """«đủ r k nhận nữa»: read back; nobody registers after that."""
    activity = led_ahead(work, activity_id)
    drop_ringing(work)
    facts = {
        "title": activity.title,
        "starts": activity.starts,
        "closes": activity.closes,
        "n": expected(work, activity),
    }
    full, leave = (
        Press("s.full", activity.id),
        Press("s.manage", activity.id, label="@button.leave"),
    )
    return waits_for_yes(work, Message("activity.full_read", facts, ((full, leave),)), full)


@action(needs=P.PLAN_ACTIVITY)
def close_now(work: Work, activity_id: int) -> Message:
    """Registration ends at this moment; another end is set among the details."""
    activity = led_ahead(work, activity_id)
    if activity.closes <= work.now:
        raise Refusal("activity_closed", title=activity.title, starts=activity.starts)
    yes_was_said(work)
    work.plans.set_details(activity.id, Details(closes=work.now))
    work.log("activity.details", "activity", activity.id)
    redraw_all(work, activity.id)
    again = ((Press("s.details", activity.id),),)
    facts = {"title": activity.title, "starts": activity.starts}
    return result("activity.full_done", again, **facts)


@view(needs=P.TALK)
def others_decide(work: Work) -> Ahead:
    """The days of the coming week that somebody goes to, or leads a point of, and may not
    change."""
    return _ahead(
        work, [a for a in _soon(work) if not may_lead(work.actor, a) and _is_in_it(work, a)]
    )


@view(needs=P.TALK)
def concerned_soon(work: Work) -> Ahead:
    """Those of the coming week that somebody leads, goes to, or leads a point of."""
    found = (a for a in _soon(work) if may_lead(work.actor, a) or _is_in_it(work, a))
    return _ahead(work, [*found])


def _is_in_it(work: Work, activity: Activity) -> bool:
    me = work.actor.me
    leads = any(p.leader_id == me for p in work.activities.points(activity.id))
    return leads or work.registrations.live(activity.id, me) is not None


@view(needs=P.TALK)
def who_decides(work: Work, activity_id: int) -> Message:
    """Who may do what was said, and that nothing was done."""
    activity = work.activities.get(activity_id)
    if not _is_in_it(work, activity):
        raise Refusal("not_found")
    who = work.people.name(activity.organiser_id) or activity.host
    facts = {"title": activity.title, "starts": activity.starts, "who": who}
    return Message("activity.order_not_yours", facts)
