"""How the list of a point looks to whoever calls it: ten names a page, and what is known."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from domain.activities import Activity, Point, Stage
from domain.dialogue import Expectation
from domain.letters import Message, Place, Press, Rows
from domain.names import short_name
from domain.refusals import Refusal
from domain.registrations import Registration, require_roll
from domain.seats import COMING, Standing
from storage import Work

PAGE = 10
HOUR = timedelta(hours=1)
ON_ROLL = (*COMING, Standing.PRESENT, Standing.ABSENT)


def roll_of(work: Work, point_id: int) -> tuple[Activity, Point]:
    """The point whose roll this person may call now."""
    point = work.activities.point(point_id)
    activity = work.activities.get(point.activity_id)
    require_roll(work.actor, point, activity, work.now)
    return activity, point


def require_open(work: Work, activity: Activity, point: Point) -> None:
    """A closed list is opened first; locked figures are corrected with a reason, elsewhere."""
    if activity.stored is Stage.LOCKED:
        raise Refusal("roll_locked", code=activity.code)
    if work.rolls.of_point(point.id).closed_at:
        raise Refusal("roll_closed")


def happened(work: Work, activity: Activity) -> datetime:
    """During the activity it is now; typed in later, it was when it began."""
    return work.now if work.now < activity.ends else activity.starts


def listen(
    work: Work, activity: Activity, point: Point, answers: Mapping[str, Any] | None = None
) -> None:
    """«vắng 3 7 12» and «thêm 3» are understood until the activity is over."""
    until = max(activity.ends, work.now + HOUR)
    waiting = Expectation("roll", point.id, answers or {}, expires=until)
    work.expectations.expect(work.actor.me, waiting, work.now)


def names_of(point: Point) -> str:
    """What a message with this list's names fades with."""
    return f"roll:{point.id}"


def read_page(work: Work, point: Point, absent: Collection[int]) -> Message:
    """What a typed line was understood to mean, before it counts."""
    people = work.registrations.at_point(point.id, *ON_ROLL)
    away = [(n, one) for n, one in enumerate(people, start=1) if one.id in absent]
    facts = {
        "point": point.full,
        "absent": [f"{n}. {short_name(one.name)}" for n, one in away],
        "present": len(people) - len(away),
    }
    yes = Press("s.absent", point.id)
    both = Press("s.absent", point.id, "close", label="@button.s.both")
    again = Press("s.roll", point.id, label="@button.s.again")
    kind = "saturday.roll_read" if away else "saturday.roll_all"
    return Message(kind, facts, ((yes, both), (again,)), protect=True, fades=names_of(point))


def page_of(
    work: Work, activity: Activity, point: Point, page: int, extra_was: int | None = None
) -> Message:
    people = work.registrations.at_point(point.id, *ON_ROLL)
    pages = max(1, -(-len(people) // PAGE))
    page = min(max(page, 0), pages - 1)
    roll = work.rolls.of_point(point.id)
    facts = {
        **_counted(work, activity, point, people),
        "extra": roll.extra or None,
        "extra_was": (roll.extra and extra_was) or None,
        "everyone": roll.everyone,
        "page": f"{page + 1}/{pages}" if pages > 1 else "",
    }
    if roll.closed_at:
        return _closed(activity, point, facts)
    buttons = (*_names(people, page), *_tools(point, page, pages))
    fades = names_of(point)
    return Message("saturday.roll", facts, buttons, Place.EDIT, protect=True, fades=fades)


def _counted(
    work: Work, activity: Activity, point: Point, people: list[Registration]
) -> dict[str, Any]:
    groups = work.headcounts.said(activity.id, point.id)
    return {
        "point": point.full,
        "title": activity.title,
        "listed": len(people),
        "present": sum(p.standing is Standing.PRESENT for p in people),
        "late": sum(p.late for p in people) or None,
        "groups": sum(group.number for group in groups) or None,
    }


def _closed(activity: Activity, point: Point, facts: Mapping[str, Any]) -> Message:
    results = Press("t.point", point.id, label="@button.s.results")
    locked = activity.stored is Stage.LOCKED
    buttons = (results,) if locked else (results, Press("s.reopen", point.id))
    return Message("saturday.roll_closed", facts, (buttons,), Place.EDIT)


def _names(people: list[Registration], page: int) -> Rows:
    shown = people[page * PAGE : page * PAGE + PAGE]
    presses = [
        Press("s.tick", one.id, str(page), label=_label(page * PAGE + n + 1, one))
        for n, one in enumerate(shown)
    ]
    return tuple(tuple(presses[n : n + 2]) for n in range(0, len(presses), 2))


def _label(number: int, one: Registration) -> str:
    mark = "✅ " if one.standing is Standing.PRESENT else "⏰ " if one.late else ""
    with_them = one.heads - 1
    return f"{mark}{number}. {short_name(one.name)}" + (f" +{with_them}" if with_them else "")


def _tools(point: Point, page: int, pages: int) -> Rows:
    turns = []
    if page:
        turns.append(Press("s.page", point.id, str(page - 1), label="‹"))
    if page < pages - 1:
        turns.append(Press("s.page", point.id, str(page + 1), label="›"))
    tools = (Press("s.all", point.id), Press("s.extra", point.id))
    last = (Press("s.code", point.id), Press("s.close", point.id))
    return (tuple(turns), tools, last) if turns else (tools, last)
