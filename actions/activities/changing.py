"""An activity is moved to another time: everybody concerned is told at once."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from actions.activities.asking import ask, drop_ringing
from actions.activities.clashes import clashes
from actions.activities.leading import led, led_ahead
from actions.activities.news import concerned, tell_all
from actions.activities.plans import show_again
from actions.activities.taking_back import taken_back_row
from actions.desk import action, view
from actions.registrations.seating import fill_all
from domain.access import Permission
from domain.activities import Activity, Stage
from domain.dialogue import RINGING, Expectation
from domain.letters import Message, Place, Press, Rows
from domain.periods import local
from domain.plans import example_start, moved_closing, require_start
from domain.refusals import Refusal
from storage import Work
from storage.rows import read, spell

P = Permission


def ask_about(work: Work, activity: Activity, topic: str, kind: str) -> Message:
    """One question at a time: what was being asked about another day is said to be dropped."""
    facts = {
        "title": activity.title,
        "starts": activity.starts,
        "example": example_start(work.here),
        "dropped": _still_asked(work, activity),
    }
    return Message(kind, facts, topic=ask(work, topic, activity.id))


def _still_asked(work: Work, activity: Activity) -> str:
    """The title of another activity that was about to be put off, called off or moved."""
    for old in work.expectations.open(work.actor.me, work.now):
        if old.topic in RINGING and old.subject != activity.id:
            return work.activities.get(old.subject).title
    return ""


def done(activity: Activity, what: str, told: int, buttons: Rows = (), **more: Any) -> Message:
    """What was done, to which day, and how many were told of it."""
    facts = {"title": activity.title, "was": activity.starts, "clashes": [], "reason": ""}
    facts |= {"starts": None, "ends": None, "closes": None}
    return Message("activity.told", {**facts, "what": what, "n": told, **more}, buttons)


@action(needs=P.PLAN_ACTIVITY)
def ask_shift(work: Work, activity_id: int) -> Message:
    return ask_about(work, led_ahead(work, activity_id), "shift", "activity.ask_shift")


@view(needs=P.PLAN_ACTIVITY)
def starts_of(work: Work, activity_id: int) -> datetime:
    return local(led_ahead(work, activity_id).starts, work.zone)


@action(needs=P.PLAN_ACTIVITY)
def propose_shift(
    work: Work,
    activity_id: int,
    starts: datetime,
    reason: str = "",
    lasts: timedelta | None = None,
) -> Message:
    """Read back before telephones ring; a draft rings with nobody and moves at once."""
    activity = led_ahead(work, activity_id)
    if activity.stored is Stage.DRAFT:
        return shift.run(work, activity_id, starts, lasts=lasts)
    _require_another(activity, starts, lasts)
    require_start(starts, work.here)
    moved = _moved(activity, starts, lasts)
    facts = {
        "title": activity.title,
        "was": activity.starts,
        "reason": reason,
        **_times_of(work, activity, moved),
        "n": len(concerned(work, activity)),
        "clashes": clashes(work, moved),
        "dropped": drop_ringing(work, "shift", activity.id),
    }
    told = {"starts": spell(starts), "why": reason, "ends": spell(moved.ends)}
    waiting = Expectation("shift", activity.id, told)
    work.expectations.expect(work.actor.me, waiting, work.now)
    moment = f"{local(starts, work.zone):%Y-%m-%dT%H.%M}"
    yes_no = (Press("s.shiftyes", activity.id, moment), Press("s.shiftno", activity.id))
    return Message("activity.shift_read", facts, (yes_no,), topic=f"shift:{activity.id}")


def _moved(activity: Activity, starts: datetime, lasts: timedelta | None) -> Activity:
    """It lasts as long as before, where nothing else is said."""
    long = activity.ends - activity.starts if lasts is None else lasts
    return replace(activity, starts=starts, ends=starts + long)


def _times_of(work: Work, activity: Activity, moved: Activity) -> dict[str, datetime | None]:
    """What moves along is said: its end, and until when one may register."""
    closes = moved_closing(activity, moved.starts, work.now, work.zone)
    moves = closes != activity.closes
    return {"starts": moved.starts, "ends": moved.ends, "closes": closes if moves else None}


def _require_another(activity: Activity, starts: datetime, lasts: timedelta | None) -> None:
    """A second tap moves nothing and rings with nobody; one that was put off may come back."""
    same = starts == activity.starts and _moved(activity, starts, lasts).ends == activity.ends
    if same and activity.stored is not Stage.POSTPONED:
        raise Refusal("same_time", starts=starts)


@action(needs=P.PLAN_ACTIVITY)
def leave_time(work: Work, activity_id: int) -> Message:
    """«Thôi»: nobody has heard of it."""
    activity = led(work, activity_id)
    work.expectations.forget(work.actor.me, "shift", activity.id)
    facts = {"title": activity.title, "starts": activity.starts}
    return Message("activity.time_kept", facts, place=Place.EDIT)


@action(needs=P.PLAN_ACTIVITY)
def confirm_shift(work: Work, activity_id: int, starts: datetime) -> Message:
    """«Đúng, báo»: of what was read back last, never of an older proposal."""
    activity = led_ahead(work, activity_id)
    heard = work.expectations.find(work.actor.me, "shift", activity.id, work.now)
    if heard is None or heard.answers.get("starts") != spell(starts):
        _require_another(activity, starts, None)
        raise Refusal("question_over")
    lasts = read(heard.answers["ends"]) - starts if "ends" in heard.answers else None
    return shift.run(work, activity_id, starts, str(heard.answers.get("why", "")), lasts)


@action(needs=P.PLAN_ACTIVITY)
def shift(
    work: Work,
    activity_id: int,
    starts: datetime,
    reason: str = "",
    lasts: timedelta | None = None,
) -> Message:
    """Another time, or a time at last: places stay, everybody is told and, the evening before,
    asked again. Of a draft nobody knows yet."""
    activity = led_ahead(work, activity_id)
    _require_another(activity, starts, lasts)
    require_start(starts, work.here)
    work.expectations.forget(work.actor.me, "shift", activity.id)
    there = _moved(activity, starts, lasts)
    closes = moved_closing(activity, starts, work.now, work.zone)
    work.activities.shift(activity.id, starts, there.ends, closes)
    if activity.stored is Stage.DRAFT:
        return show_again(work, activity.id)
    resumed = activity.stored is Stage.POSTPONED
    if resumed:
        work.activities.set_state(activity.id, Stage.OPEN)
    work.registrations.forget_evenings(activity.id)
    row = _written(work, activity, starts, reason)
    kind = "activity.resumed" if resumed else "activity.shifted"
    told = tell_all(work, activity.id, kind, {"was": activity.starts, "reason": reason})
    if resumed:
        fill_all(work, activity.id)
    in_the_way = clashes(work, work.activities.get(activity.id))
    what = "resumed" if resumed else "shifted"
    back = (taken_back_row(row),)
    moved = _times_of(work, activity, there)
    said = done(activity, what, told, back, clashes=in_the_way, **moved)
    return replace(said, place=Place.EDIT)


def _written(work: Work, activity: Activity, starts: datetime, reason: str) -> int:
    """With all that is needed to take it back."""
    was, became = spell(activity.starts), spell(starts)
    before = {
        "state": activity.stored.value,
        "closes": spell(activity.closes),
        "ends": spell(activity.ends),
    }
    return work.log(
        "activity.shifted",
        "activity",
        activity.id,
        was=was,
        became=became,
        text=reason or None,
        facts={"was": was, "became": became, **before},
    )
