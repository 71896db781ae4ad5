"""How the list of a point looks to whoever calls it: ten names a page, and what is known."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from domain.activities import Activity, Point, Stage
from domain.dialogue import Expectation, mark_of
from domain.hours import ROLL_HEARD
from domain.kinds import LEARNS
from domain.letters import Message, Place, Press, Rows
from domain.names import short_name
from domain.refusals import Refusal
from domain.registrations import Registration, require_roll
from domain.seats import COMING, Standing
from storage import Work
from storage.rolls import Rolls

PAGE = 10
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
    if work.of(Rolls).of_point(point.id).closed_at:
        raise Refusal("roll_closed")


def happened(work: Work, activity: Activity) -> datetime:
    """During the activity it is now; typed in later, it was when it began."""
    return work.now if work.now < activity.ends else activity.starts


def listen(
    work: Work, activity: Activity, point: Point, answers: Mapping[str, Any] | None = None
) -> None:
    """«vắng 3 7 12» and «thêm 3» are understood until the day is over."""
    until = max(activity.ends, work.now + ROLL_HEARD)
    waiting = Expectation("roll", point.id, answers or {}, expires=until)
    work.expectations.expect(work.actor.me, waiting, work.now)


def names_of(point: Point) -> str:
    """What a message with this list's names expires with."""
    return f"roll:{point.id}"


def on_roll(work: Work, point: Point) -> list[tuple[int, Registration]]:
    """Everybody on the list with their number. It is given once: nobody's moves, newcomers come
    after."""
    people = work.registrations.at_point(point.id, *ON_ROLL)
    numbers = work.of(Rolls).numbered(point.id, [one.id for one in people])
    return sorted(((numbers[one.id], one) for one in people), key=lambda row: row[0])


def line_mark(absent: Collection[int]) -> str:
    """Tells one line that was read back from the next."""
    return mark_of(repr(sorted(absent)))


def read_page(work: Work, point: Point, absent: Collection[int]) -> Message:
    """What a typed line was understood to mean, before it counts."""
    people = on_roll(work, point)
    away = [(n, one) for n, one in people if one.id in absent]
    coded = [(n, one) for n, one in away if came_by_code(one)]
    roll = work.of(Rolls).of_point(point.id)
    facts = {
        "point": point.full,
        "absent": _called(away),
        "coded": _called(coded),
        "present": len(people) - len(away),
        "extra": roll.extra or None,
        "grouped": roll.grouped,
    }
    yes = Press("s.absent", point.id, f"yes.{line_mark(absent)}")
    both = Press("s.absent", point.id, f"close.{line_mark(absent)}", label="@button.s.both")
    again = Press("s.roll", point.id, label="@button.s.again")
    keep = ((Press("s.absent", point.id, "keep", label="@button.s.keep_codes"),),) if coded else ()
    kind = "activity.roll_read" if away else "activity.roll_all"
    rows = ((yes, both), *keep, (again,))
    read = f"roll:{point.id}"
    return Message(kind, facts, rows, topic=read, protect=True, expires=names_of(point))


def came_by_code(one: Registration) -> bool:
    return one.standing is Standing.PRESENT and one.proof == "code"


def _called(people: list[tuple[int, Registration]]) -> list[str]:
    return [f"{n}. {short_name(one.name)}" for n, one in people]


def page_of(
    work: Work, activity: Activity, point: Point, page: int, extra_was: int | None = None
) -> Message:
    people = on_roll(work, point)
    pages = max(1, -(-len(people) // PAGE))
    page = min(max(page, 0), pages - 1)
    roll = work.of(Rolls).of_point(point.id)
    facts = {
        **_counted(work, activity, point, [one for _, one in people]),
        "extra": roll.extra or None,
        "extra_was": (roll.extra and extra_was) or None,
        "grouped": roll.grouped,
        "everyone": roll.everyone,
        "page": f"{page + 1}/{pages}" if pages > 1 else "",
    }
    if roll.closed_at:
        return _closed(activity, point, {**facts, **_in_all(people, roll.extra)})
    buttons = (*_names(people, page), *_tools(point, page, pages))
    expires = names_of(point)
    return Message("activity.roll", facts, buttons, Place.EDIT, protect=True, expires=expires)


def came_in_groups(work: Work, activity: Activity, point: Point) -> int:
    """How many the organisations registered there together; of a class, from outside too."""
    grouped = sum(group.number for group in work.headcounts.said(activity.id, point.id))
    return grouped + outside_of(work, activity, point)


def outside_of(work: Work, activity: Activity, point: Point) -> int:
    """Guests of a class who are on no roster; they are counted at its first point."""
    if activity.kind not in LEARNS or work.activities.points(activity.id)[0].id != point.id:
        return 0
    return work.trainings.outside(activity.id)


def _counted(
    work: Work, activity: Activity, point: Point, people: list[Registration]
) -> dict[str, Any]:
    return {
        "point": point.full,
        "title": activity.title,
        "listed": len(people),
        "present": sum(p.standing is Standing.PRESENT for p in people),
        "late": sum(p.late for p in people) or None,
        "groups": came_in_groups(work, activity, point) or None,
    }


def _in_all(people: list[tuple[int, Registration]], extra: int) -> dict[str, Any]:
    """Those who came along, and everybody together, where that is more than the list."""
    came = [one for _, one in people if one.standing is Standing.PRESENT]
    along = sum(one.heads for one in came) - len(came)
    return {"along": along or None, "total": len(came) + along + extra if along + extra else None}


def _closed(activity: Activity, point: Point, facts: Mapping[str, Any]) -> Message:
    results = Press("t.point", point.id, label="@button.s.results")
    locked = activity.stored is Stage.LOCKED
    buttons = (results,) if locked else (results, Press("s.reopen", point.id))
    return Message("activity.roll_closed", facts, (buttons,), Place.EDIT)


def _names(people: list[tuple[int, Registration]], page: int) -> Rows:
    shown = people[page * PAGE : page * PAGE + PAGE]
    presses = [Press("s.tick", one.id, str(page), label=_label(n, one)) for n, one in shown]
    return tuple(tuple(presses[n : n + 2]) for n in range(0, len(presses), 2))


def _label(number: int, one: Registration) -> str:
    """Who said that they would be late stays so, also when they are there."""
    signs = ("✅" if one.standing is Standing.PRESENT else "") + ("⏰" if one.late else "")
    mark = f"{signs} " if signs else ""
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
