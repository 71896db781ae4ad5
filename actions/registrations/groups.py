"""A cadre's group: locality, organisation, number; never names. This is how most people come."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from actions.desk import action, view
from actions.registrations.group_point import (
    FROM,
    ask_from,
    ask_point,
    chosen_from,
    from_where,
    others,
    place_of,
    point_of,
    room_for,
    said_before,
    tell_over,
)
from actions.registrations.hamlet_seats import require_seats, seats_of
from actions.registrations.seating import fill_all
from domain.access import Permission
from domain.activities import Activity, Point
from domain.dialogue import GROUPED, LIFE, Expectation, mark_of
from domain.letters import Message, Place, Press, rows_of
from domain.plans import is_closed_early
from domain.refusals import Refusal
from domain.registrations import MOST_IN_GROUP, require_group, require_group_time
from storage import Work


@dataclass(frozen=True, slots=True)
class GroupAnew:
    """How figures stand beside a group that was said before: instead of it, added to it, or of
    some of its parts alone; `denied` are organisations whose number it was not."""

    adds: bool = False
    partly: bool = False
    denied: tuple[str, ...] = ()


SET = GroupAnew()
ON, GROWN = "on", "grown_from"
"""For which moment the number was read back: moved since, it is read back anew; and what stood
before so many more were said."""


@action(needs=Permission.REGISTER_GROUP)
def read_group(
    work: Work,
    activity_id: int,
    parts: Mapping[str, int],
    total: int,
    point_id: int | None = None,
    change: GroupAnew = SET,
) -> Message:
    """What was understood, read back before it counts; a point that was named stays until another
    is. A bare number under a group of several organisations is one's, or the whole's: it is
    asked."""
    before = stands(work, activity_id)
    if change.adds and before:
        base = _grown_from(work, activity_id) if change.partly else before
        counted = grown(base or before, codes(work, parts), total)
        point = point_id or _named_before(work, activity_id)
        return read_back(work, activity_id, counted, point, grown_from=base or before)
    if change.partly and parts:
        gone = codes(work, dict.fromkeys(change.denied, 1))
        stay = {key: n for key, n in before.items() if key not in gone}
        counted = {**stay, **codes(work, parts)}
    elif not parts and total and len(before) > 1:
        return _ask_whose(work, activity_id, before, total)
    else:
        counted = by_organisation(work, codes(work, parts), total)
    return read_back(work, activity_id, counted, point_id or _named_before(work, activity_id))


def grown(before: Mapping[int, int], parts: Mapping[int, int], total: int) -> dict[int, int]:
    """So many more or fewer than were said; of several organisations it is asked whose."""
    if not parts and len(before) > 1:
        raise Refusal("group_change_whose")
    more = parts or {next(iter(before)): total}
    grown = {key: before.get(key, 0) + more.get(key, 0) for key in {**before, **more}}
    if min(grown.values()) < 0:
        raise Refusal("group_number", most=MOST_IN_GROUP)
    return {key: number for key, number in grown.items() if number}


def _named_before(work: Work, activity_id: int) -> int | None:
    """The point that is read back, or where all that stands of the group goes."""
    heard = work.expectations.find(work.actor.me, "group", activity_id, work.now)
    if heard:
        return heard.answers.get("point")
    points = work.activities.points(activity_id)
    stands = [p.id for p in points if any(r.number for r in said_before(work, activity_id, p.id))]
    return stands[0] if len(stands) == 1 else None


def _grown_from(work: Work, activity_id: int) -> dict[int, int]:
    """«thêm 3», «nhầm, thêm 2 thôi»: what the three were added to."""
    heard = work.expectations.find(work.actor.me, "group", activity_id, work.now)
    return {int(key): n for key, n in heard.answers.get(GROWN, {}).items()} if heard else {}


def stands(work: Work, activity_id: int) -> dict[int, int]:
    """What this cadre has read back, or else recorded, for the day."""
    heard = work.expectations.find(work.actor.me, "group", activity_id, work.now)
    if heard and heard.answers.get("parts"):
        return {int(key): number for key, number in heard.answers["parts"].items()}
    rows = said_before(work, activity_id)
    return {row.organisation_id: row.number for row in rows if row.number}


def _ask_whose(work: Work, activity_id: int, before: Mapping[int, int], total: int) -> Message:
    names = names_of(work)
    whose = [
        Press("g.whose", activity_id, f"{i}.{total}", label=f"{names[i]} {total}") for i in before
    ]
    whole = Press("g.whose", activity_id, f"0.{total}", label=f"@activity.group_whole={total}")
    facts = {"parts": named(work, before), "was": sum(before.values()), "total": total}
    topic = f"{GROUPED}:{activity_id}"
    return Message("activity.group_whose", facts, (*rows_of(whose), (whole,)), topic=topic)


@action(needs=Permission.REGISTER_GROUP)
def settle_whose(work: Work, activity_id: int, organisation_id: int, number: int) -> Message:
    """The number is of one organisation, and the others stay; or of the whole group."""
    before = stands(work, activity_id)
    if organisation_id and organisation_id not in before:
        raise Refusal("unknown_button")
    whole = by_organisation(work, {}, number)
    counted = {**before, organisation_id: number} if organisation_id else whole
    return replace(read_back(work, activity_id, counted), place=Place.EDIT)


@action(needs=Permission.REGISTER_GROUP)
def as_last(work: Work, activity_id: int) -> Message:
    """«Như tuần trước»: the last day's numbers, read back too."""
    last, names = work.headcounts.said_last(activity_id, place_of(work)), names_of(work)
    return read_back(work, activity_id, {key: n for key, n in last.items() if key in names})


def read_back(
    work: Work,
    activity_id: int,
    counted: dict[int, int],
    point_id: int | None = None,
    grown_from: Mapping[int, int] = MappingProxyType({}),
) -> Message:
    activity = work.activities.get(activity_id)
    require_group_time(activity, work.now)
    _require_no_more(work, activity, counted)
    require_group(counted)
    answers: dict[str, Any] = {"parts": {str(key): n for key, n in counted.items()}}
    answers[ON] = activity.starts
    answers |= {"point": point_id} if point_id else {}
    chosen = chosen_from(work, activity.id)
    answers |= {FROM: chosen} if chosen else {}
    answers |= {GROWN: {str(key): n for key, n in grown_from.items()}} if grown_from else {}
    until = min(activity.starts, work.now + LIFE) if activity.starts > work.now else None
    asked = Expectation("group", activity.id, answers, expires=until)
    work.expectations.expect(work.actor.me, asked, work.now)
    point, total = point_of(work, activity, point_id), sum(counted.values())
    if point is None:
        return ask_point(work, activity, named(work, counted), total)
    if from_where(work, point) is None:
        return ask_from(work, activity, named(work, counted), total)
    place, left = place_of(work, point), room_for(work, point)
    require_seats(work, activity_id, total, place)
    facts = {
        "locality": _name(work, place),
        "parts": named(work, counted),
        "total": total,
        "point": point.full,
        "starts": activity.starts,
        "left": left if left < total else None,
        "seats": seats_of(work, activity_id, place),
        "was": _recorded(work, activity, counted, place),
    }
    yes = Press("s.groupyes", activity.id, _mark(answers["parts"], point, activity))
    elsewhere = others(work, activity, point, total) if left < total else ()
    buttons = ((yes, Press("s.group", activity.id, label="@button.s.again")), *elsewhere)
    return Message("activity.group_echo", facts, buttons, topic=f"group:{activity.id}")


def _require_no_more(work: Work, activity: Activity, counted: Mapping[int, int]) -> None:
    """Where its organiser closed the list a day takes nobody more: a group may only become
    smaller."""
    if not is_closed_early(activity, work.now, work.zone):
        return
    before = sum(row.number for row in said_before(work, activity.id))
    if sum(counted.values()) > before:
        who = work.people.name(activity.organiser_id) or activity.host
        facts = {"title": activity.title, "starts": activity.starts, "who": who}
        raise Refusal("group_closed", **facts, n=before or None)


def _recorded(
    work: Work, activity: Activity, counted: Mapping[int, int], place: int
) -> list[list[object]]:
    """What is recorded and would be replaced; of whoever has no ward, also what another said of
    the same organisation there."""
    theirs = work.headcounts.said(activity.id, None, place)
    rows = [*said_before(work, activity.id), *(r for r in theirs if r.organisation_id in counted)]
    before = {row.organisation_id: row.number for row in rows if row.number}
    return [] if before == counted else named(work, before)


@action(needs=Permission.REGISTER_GROUP)
def choose_point(work: Work, activity_id: int, point_id: int) -> Message:
    """The point is chosen; the numbers are those that were said."""
    heard = work.expectations.find(work.actor.me, "group", activity_id, work.now)
    counted = stands(work, activity_id)
    if heard is None or not counted or not _is_of(work, activity_id, point_id):
        raise Refusal("nothing_to_confirm")
    return replace(read_back(work, activity_id, counted, point_id), place=Place.EDIT)


@view(needs=Permission.REGISTER_GROUP)
def wards_asked(work: Work, activity_id: int) -> Mapping[int, tuple[str, ...]]:
    """What a line may call each ward, where it is asked from which one the group comes."""
    point = point_of(work, work.activities.get(activity_id), _named_before(work, activity_id))
    if point is None or from_where(work, point) is not None:
        return {}
    return {ward.id: (ward.name,) for ward in work.offices.localities(work.today)}


@action(needs=Permission.REGISTER_GROUP)
def choose_from(work: Work, activity_id: int, ward_id: int) -> Message:
    """The ward is chosen; the numbers are those that were said."""
    heard = work.expectations.find(work.actor.me, "group", activity_id, work.now)
    counted = stands(work, activity_id)
    known = {ward.id for ward in work.offices.localities(work.today)}
    if heard is None or not counted or ward_id not in known:
        raise Refusal("nothing_to_confirm")
    anew = Expectation("group", activity_id, {**heard.answers, FROM: ward_id})
    work.expectations.expect(work.actor.me, anew, work.now)
    read = read_back(work, activity_id, counted, _named_before(work, activity_id))
    return replace(read, place=Place.EDIT)


def _is_of(work: Work, activity_id: int, point_id: int) -> bool:
    return point_id in {point.id for point in work.activities.points(activity_id)}


@view(needs=Permission.REGISTER_GROUP)
def names_of_points(work: Work, activity_id: int) -> Mapping[int, tuple[str, ...]]:
    """What a line may call each point of the day: its name, its place."""
    points = work.activities.points(work.activities.get(activity_id).id)
    return {p.id: tuple(name for name in (p.name, p.locality) if name) for p in points}


@action(needs=Permission.REGISTER_GROUP)
def withdraw(work: Work, activity_id: int) -> Message:
    """«Rút nhóm»: what this cadre said counts no longer; they may say it again."""
    activity = work.activities.get(activity_id)
    require_group_time(activity, work.now)
    if not work.headcounts.withdraw(activity.id, work.actor.me):
        if stands(work, activity.id):
            work.expectations.forget(work.actor.me, "group", activity.id)
            return Message("work.left")
        raise Refusal("no_group_of_yours")
    work.log("group", "activity", activity.id, facts={"total": 0})
    _offer_what_is_free(work, activity)
    facts = {"title": activity.title, "starts": activity.starts}
    again = ((Press("s.group", activity.id),),)
    topic = _may_change(work, activity)
    return Message("activity.group_withdrawn", facts, again, topic=topic)


@view(needs=Permission.REGISTER_GROUP)
def ask_who_leaves(work: Work, activity_id: int) -> Message:
    """«em bận, không đi thứ 7 nữa» from whoever brings a group: the group, or their own place."""
    activity = work.activities.get(activity_id)
    mine = work.registrations.live(activity.id, work.actor.me)
    own = [Press("s.off", mine.id, label="@button.s.own_off")] if mine else []
    facts = {"title": activity.title, "starts": activity.starts, "own": bool(mine) or None}
    rows = rows_of([Press("g.none", activity.id), *own])
    return Message("activity.group_or_self", facts, rows)


@action(needs=Permission.REGISTER_GROUP)
def confirm_group(work: Work, activity_id: int, mark: str = "") -> Message:
    """«Đúng»; an older one records nothing newer."""
    activity = work.activities.get(activity_id)
    require_group_time(activity, work.now)
    heard = work.expectations.find(work.actor.me, "group", activity.id, work.now)
    if heard is None or "parts" not in heard.answers:
        raise Refusal("nothing_to_confirm")
    parts = {int(key): number for key, number in heard.answers["parts"].items()}
    _require_no_more(work, activity, parts)
    point = point_of(work, activity, heard.answers.get("point"))
    if point is None:
        return ask_point(work, activity, named(work, parts), sum(parts.values()))
    if heard.answers.get(ON, activity.starts) != activity.starts:
        return read_back(work, activity.id, parts, point.id)
    if mark and mark != _mark(heard.answers["parts"], point, activity):
        raise Refusal("nothing_to_confirm")
    over = _over(work, activity, point, sum(parts.values()))
    place = place_of(work, point)
    work.headcounts.say(activity.id, point.id, place, parts, work.actor.me, work.now)
    work.log("group", "activity", activity.id, facts={"total": sum(parts.values())})
    _offer_what_is_free(work, activity)
    facts = {"title": activity.title, "starts": activity.starts, "total": sum(parts.values())}
    facts |= {"point": point.full, "over": over}
    return Message("activity.group_saved", facts, topic=_may_change(work, activity))


def _over(work: Work, activity: Activity, point: Point, total: int) -> int | None:
    """How many more than there are places, told to whoever answers for the point."""
    over = total - room_for(work, point)
    if over <= 0:
        return None
    facts = {"title": activity.title, "starts": activity.starts, "point": point.full}
    facts |= {
        "locality": _name(work, place_of(work, point)),
        "by": work.actor.name,
        "total": total,
        "over": over,
    }
    return over if tell_over(work, activity, point, facts) else None


def _offer_what_is_free(work: Work, activity: Activity) -> None:
    """A smaller group leaves places to those who wait."""
    if work.registrations.waiting(activity.id):
        fill_all(work, activity.id)


def _mark(parts: Mapping[str, int], point: Point, activity: Activity) -> str:
    return mark_of(f"{point.id}:{sorted(parts.items())}:{activity.starts}")


def _may_change(work: Work, activity: Activity) -> str:
    """«Đổi số, chỉ cần nhắn lại»: for a day, and until it begins, a number typed is this
    group's again."""
    work.expectations.forget(work.actor.me, "group", activity.id)
    until = activity.starts if activity.starts > work.now else None
    asked = Expectation(GROUPED, activity.id, expires=until)
    work.expectations.expect(work.actor.me, asked, work.now)
    return f"{GROUPED}:{activity.id}"


def codes(work: Work, parts: Mapping[str, int]) -> dict[int, int]:
    """What was said of the organisations that this office has."""
    ids = {o.code: o.id for o in work.organisations}
    return {ids[code]: number for code, number in parts.items() if code in ids}


def by_organisation(work: Work, known: Mapping[int, int], total: int) -> dict[int, int]:
    """By organisation; a bare number is the cadre's own organisation, or the people's."""
    rest = total - sum(known.values())
    if not rest:
        return dict(known)
    ids = {o.code: o.id for o in work.organisations}
    own = next(iter(work.actor.organisations), None) if not known else ids.get("KHAC")
    other = own or ids.get("KHAC") or next(iter(ids.values()))
    return {**known, other: known.get(other, 0) + rest}


def named(work: Work, counted: Mapping[int, int]) -> list[list[object]]:
    """`[["PN", 12], ["ĐTN", 8]]`"""
    names = names_of(work)
    return [[names[key], number] for key, number in counted.items()]


def names_of(work: Work) -> dict[int, str]:
    return {o.id: o.short for o in work.organisations}


def _name(work: Work, place: int) -> str:
    return next((p.name for p in work.offices.localities(work.today) if p.id == place), "")
