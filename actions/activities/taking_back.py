"""For ten minutes one tap takes back what everybody was told; whoever was told hears so."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from actions.activities.leading import led
from actions.activities.news import concerned_at, tell_all, tell_still_at
from actions.desk import action, view
from actions.registrations.seating import fill_all, redraw_all
from domain.access import Permission
from domain.activities import Activity, Stage
from domain.hours import TAKEN_BACK
from domain.letters import Message, Press, result
from domain.refusals import Refusal
from storage import Work
from storage.journal import Entry
from storage.rows import read, spell


def taken_back_row(row: int) -> tuple[Press, ...]:
    return (Press("s.undo", row),)


@action(needs=Permission.PLAN_ACTIVITY)
def take_back(work: Work, row_id: int) -> Message:
    """«Hoàn tác»: as it was before, unless something else happened to it since."""
    row = work.journal.row(row_id)
    undo = _UNDOING.get(row.event) if row else None
    if row is None or undo is None or row.who != work.actor.subject:
        raise Refusal("too_late_to_undo")
    if any(r.facts.get("row") == row.id for r in work.journal.history(row.kind, row.subject)):
        raise Refusal("taken_back_already")
    if work.now - row.at > TAKEN_BACK:
        raise Refusal("too_late_to_undo")
    told = undo(work, row)
    work.log("taken_back", row.kind, row.subject, facts={"row": row.id})
    return result("activity.taken_back", n=told or None, **_as_it_is(work, row))


@view(needs=Permission.PLAN_ACTIVITY)
def last_told(work: Work) -> datetime | None:
    """When this person told everybody something last that may be taken back."""
    return next((row.at for row in _to_take_back(work)), None)


@view(needs=Permission.PLAN_ACTIVITY)
def to_take_back(work: Work) -> int:
    """What this person told everybody last, in the last ten minutes, and has not taken back."""
    return next((row.id for row in _to_take_back(work)), 0)


@view(needs=Permission.PLAN_ACTIVITY)
def stop_to_take_back(work: Work) -> int:
    """The same of a day that was called off, or put off: «không hủy nữa» takes back no hour."""
    return next((row.id for row in _to_take_back(work) if _UNDOING[row.event] is _on_again), 0)


def _to_take_back(work: Work) -> list[Entry]:
    since = work.now - TAKEN_BACK
    lately = work.journal.own_lately(work.actor.subject, [*_UNDOING, "taken_back"], since)
    back = {row.facts.get("row") for row in lately}
    return [row for row in lately if row.event in _UNDOING and row.id not in back]


def _as_it_is(work: Work, row: Entry) -> dict[str, Any]:
    """Which day, when and where it is held again."""
    point = work.activities.point(row.subject) if row.kind == "point" else None
    day = work.activities.get(point.activity_id if point else row.subject)
    return {"title": day.title, "starts": day.starts, "point": point.full if point else None}


def _on_again(work: Work, row: Entry) -> int:
    """It is held after all: everybody hears «vẫn làm»."""
    activity = led(work, row.subject)
    if activity.stored.value != row.facts["became"]:
        raise Refusal("others_acted")
    work.activities.set_state(activity.id, Stage(row.facts["was"]))
    told = tell_all(work, activity.id, "activity.still_on", {})
    fill_all(work, activity.id)
    return told


def _at_its_hour(work: Work, row: Entry) -> int:
    """The day and hour as they were."""
    activity = led(work, row.subject)
    if spell(activity.starts) != row.facts["became"]:
        raise Refusal("others_acted")
    work.activities.shift(activity.id, *_times(row, activity))
    work.activities.set_state(activity.id, Stage(row.facts["state"]))
    if row.facts["state"] == Stage.POSTPONED:
        return tell_all(work, activity.id, "activity.postponed_still", {})
    return tell_all(work, activity.id, "activity.still_on", {})


def _times(row: Entry, activity: Activity) -> tuple[datetime, datetime, datetime]:
    starts = read(row.facts["was"])
    lasted = starts + (activity.ends - activity.starts)
    ends = read(row.facts["ends"]) if "ends" in row.facts else lasted
    return starts, ends, read(row.facts["closes"])


def _where_it_was(work: Work, row: Entry) -> int:
    """The place as it was; of another spelling nobody was told."""
    before: dict[str, Any] = dict(row.facts["before"])
    point = work.activities.point(row.subject)
    activity = led(work, point.activity_id)
    if [point.name, point.landmark] != row.facts["became"]:
        raise Refusal("others_acted")
    work.activities.move_point(point.id, before["name"], before["locality_id"])
    work.activities.set_landmark(point.id, before["landmark"])
    lat, lon = before["position"]
    if lat is not None:
        work.activities.set_position(point.id, lat, lon)
    redraw_all(work, activity.id)
    there = work.activities.point(point.id)
    concerned = dict.fromkeys(concerned_at(work, there)) if row.facts["told"] else {}
    told = [id_ for id_ in concerned if id_ != work.actor.person_id]
    for person_id in told:
        tell_still_at(work, activity, person_id, there)
    return len(told)


_UNDOING: dict[str, Callable[[Work, Entry], int]] = {
    f"activity.{Stage.CANCELLED}": _on_again,
    f"activity.{Stage.POSTPONED}": _on_again,
    "activity.shifted": _at_its_hour,
    "point.where": _where_it_was,
}
