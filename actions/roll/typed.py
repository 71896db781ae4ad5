"""The roll by one typed line, «vắng 3 7 12»: read back, and counted only after «Đúng»."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType

from actions.desk import action, glance, view
from actions.roll.call import also_came, came_grouped, mark, mark_everybody
from actions.roll.closing import ask_close, close_now
from actions.roll.page import (
    ON_ROLL,
    came_by_code,
    came_in_groups,
    happened,
    line_mark,
    listen,
    on_roll,
    page_of,
    read_page,
    require_open,
    roll_of,
)
from domain.access import Permission
from domain.activities import Activity, Point
from domain.letters import Message, Place
from domain.refusals import Refusal
from domain.registrations import Registration
from domain.seats import Standing
from storage import Work
from storage.rolls import Rolls

P = Permission


class RollLine(StrEnum):
    """What a typed line of numbers says of those numbers."""

    ABSENT = "absent"
    PRESENT = "present"


@action(needs=P.REPORT_TURNOUT)
def read_line(
    work: Work,
    point_id: int,
    said: RollLine,
    numbers: Iterable[int],
    extra: tuple[int, bool] | None = None,
    grouped: int | None = None,
) -> Message:
    """Who is away by what was typed; no number at all is «đủ»: nobody is. `extra` came besides:
    so many more, or so many in all; so many of the groups are there."""
    activity, point = roll_of(work, point_id)
    require_open(work, activity, point)
    came_grouped(work, activity, point, grouped)
    people, chosen = on_roll(work, point), set(numbers)
    known = {n for n, _ in people}
    groups = 0 if people and chosen <= known else came_in_groups(work, activity, point)
    if not people and groups and said is RollLine.ABSENT and len(chosen) < 2:
        return _of_the_groups(work, activity, point, groups - sum(chosen))
    if not people and groups:
        raise Refusal("roll_of_groups", n=groups)
    if (
        groups
        and said is RollLine.ABSENT
        and len(chosen) == 1
        and (left := groups - sum(chosen)) > 0
    ):
        raise Refusal("roll_or_group", most=max(known), n=sum(chosen), left=left)
    if not people:
        raise Refusal("roll_empty")
    if not chosen <= known:
        raise Refusal("roll_numbers", most=max(known))
    if extra:
        also_came(work, activity, point, *extra)
    answers = {"absent": _away(people, said, chosen)}
    listen(work, activity, point, answers)
    return read_page(work, point, answers["absent"])


def _of_the_groups(work: Work, activity: Activity, point: Point, left: int) -> Message:
    """«vắng 3» where there is no list of names: so many of the groups came, shown as it is."""
    if left < 0:
        raise Refusal("roll_of_groups", n=came_in_groups(work, activity, point))
    came_grouped(work, activity, point, left)
    return page_of(work, activity, point, 0)


@action(needs=P.REPORT_TURNOUT)
def all_of_them(work: Work, point_id: int, whole: int) -> Message:
    """«đủ cả 22 người»: the groups, where that is their number; with everybody on the list it is
    read back. A number that is neither is asked."""
    activity, point = roll_of(work, point_id)
    require_open(work, activity, point)
    people, groups = len(on_roll(work, point)), came_in_groups(work, activity, point)
    if groups and whole == groups:
        return _of_the_groups(work, activity, point, whole)
    if whole == groups + people:
        return read_line.run(work, point_id, RollLine.ABSENT, (), None, groups or None)
    raise Refusal("roll_whole", n=whole, people=people, groups=groups)


@action(needs=P.REPORT_TURNOUT)
def read_away(
    work: Work, point_id: int, away: Collection[int], unknown: Sequence[str] = ()
) -> Message:
    """«thiếu mỗi Hùng»: these are away by their names, everybody else is there; read back."""
    if unknown:
        raise Refusal("not_on_list", names=unknown)
    _, point = roll_of(work, point_id)
    numbers = [n for n, one in on_roll(work, point) if one.id in away]
    return read_line.run(work, point_id, RollLine.ABSENT, numbers)


def _away(
    people: Iterable[tuple[int, Registration]], said: RollLine, chosen: set[int]
) -> list[int]:
    """Who is not there, by their registrations. «có mặt 2» adds to whoever is there already."""
    if said is RollLine.ABSENT:
        return [one.id for n, one in people if n in chosen]
    return [
        one.id for n, one in people if n not in chosen and one.standing is not Standing.PRESENT
    ]


@view(needs=P.REPORT_TURNOUT)
def names_on(work: Work, point_id: int) -> dict[int, str]:
    """Who may be called by name on this list."""
    _, point = roll_of(work, point_id)
    return {one.id: one.name for one in work.registrations.at_point(point.id, *ON_ROLL)}


@glance(needs=P.REPORT_TURNOUT)
def roll_now(work: Work) -> int:
    """The point whose list this person called last, while its day is not over; 0 for none."""
    waiting = work.expectations.open(work.actor.me, work.now)
    point_id = next((e.subject for e in waiting if e.topic == "roll"), 0)
    point = work.activities.point(point_id) if point_id else None
    over = point is None or work.activities.get(point.activity_id).ends <= work.now
    return 0 if over else point_id


@action(needs=P.REPORT_TURNOUT)
def mark_told(
    work: Work,
    point_id: int,
    there: Mapping[int, bool],
    grouped: int | None = None,
    unknown: Sequence[str] = (),
    listed: Mapping[int, bool] = MappingProxyType({}),
) -> Message:
    """«Sơn vắng, chị Châu đến rồi, nhóm có 15»: these alone, as a tap marks them, and how many of
    the groups. Whoever gave the code stays present until a line that was read back says
    otherwise; whom no name means is said."""
    activity, point = roll_of(work, point_id)
    require_open(work, activity, point)
    if unknown and not there and grouped is None:
        raise Refusal("not_on_list", names=unknown)
    came_grouped(work, activity, point, grouped)
    there = {**there, **_by_number(work, point, listed)}
    if there:
        _mark_named(work, activity, point, there)
    page = page_of(work, activity, point, 0)
    return replace(page, facts={**page.facts, "unknown": unknown or None})


def _by_number(work: Work, point: Point, listed: Mapping[int, bool]) -> dict[int, bool]:
    """«có mặt 1, vắng 2»: whose numbers these are."""
    people = {n: one.id for n, one in on_roll(work, point)} if listed else {}
    if listed and not people:
        raise Refusal("roll_empty")
    if not listed.keys() <= people.keys():
        raise Refusal("roll_numbers", most=max(people))
    return {people[n]: there for n, there in listed.items()}


def _mark_named(work: Work, activity: Activity, point: Point, there: Mapping[int, bool]) -> None:
    named = [(n, one) for n, one in on_roll(work, point) if one.id in there]
    coded = [n for n, one in named if came_by_code(one) and not there[one.id]]
    if coded:
        raise Refusal("came_by_code", n=coded[0])
    work.of(Rolls).open(point.id, happened(work, activity))
    for _, one in named:
        became = Standing.PRESENT if there[one.id] else Standing.ABSENT
        if one.standing is not became:
            mark(work, activity, one, became)
    if not all(there.values()):
        work.of(Rolls).set_everyone(point.id, everyone=False)


@action(needs=P.REPORT_TURNOUT)
def drop_line(work: Work, point_id: int) -> Message:
    """«không»: what was read back is forgotten, and the list is as it was."""
    activity, point = roll_of(work, point_id)
    require_open(work, activity, point)
    listen(work, activity, point)
    return page_of(work, activity, point, 0)


@action(needs=P.REPORT_TURNOUT)
def leave_coded(work: Work, point_id: int) -> Message:
    """Whoever gave the code stays present; the line is read back anew."""
    activity, point = roll_of(work, point_id)
    require_open(work, activity, point)
    coded = {one.id for _, one in on_roll(work, point) if came_by_code(one)}
    answers = {"absent": [one for one in _heard(work, point.id) if one not in coded]}
    listen(work, activity, point, answers)
    return replace(read_page(work, point, answers["absent"]), place=Place.EDIT)


def _heard(work: Work, point_id: int) -> list[int]:
    """Who is away by the line that was read back."""
    heard = work.expectations.find(work.actor.me, "roll", point_id, work.now)
    if heard is None or "absent" not in heard.answers:
        raise Refusal("nothing_to_confirm")
    return list(heard.answers["absent"])


@action(needs=P.REPORT_TURNOUT)
def confirm_line(work: Work, point_id: int, read: str = "", *, and_close: bool = False) -> Message:
    """All are present but those who were named; perhaps the list is closed with it. An older
    «Đúng» counts nothing newer."""
    activity, point = roll_of(work, point_id)
    require_open(work, activity, point)
    said = _heard(work, point.id)
    if read and read != line_mark(said):
        raise Refusal("nothing_to_confirm")
    away = set(said)
    if not away:
        mark_everybody(work, activity, point)
    else:
        work.of(Rolls).open(point.id, happened(work, activity))
        work.of(Rolls).set_everyone(point.id, everyone=False)
        for one in work.registrations.at_point(point.id, *ON_ROLL):
            became = Standing.ABSENT if one.id in away else Standing.PRESENT
            if one.standing is not became:
                mark(work, activity, one, became)
    listen(work, activity, point)
    if and_close and work.now < activity.starts:
        return ask_close(work, activity, point)
    return close_now(work, activity, point) if and_close else page_of(work, activity, point, 0)
