"""What people see of a day out: the announcement, their own place, what comes next."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from actions.desk import view
from domain.access import Permission
from domain.activities import Activity, Point, State
from domain.consent import Purpose
from domain.handing import may_hand
from domain.letters import Message, Press, Rows, rows_of
from domain.names import shorten
from domain.phones import phone_words
from domain.refusals import Refusal
from domain.retention import DAYS
from domain.saturdays import (
    CARD,
    UNLIMITED,
    Registration,
    capacity,
    is_walk_in_time,
    require_entry,
    require_mine,
    venue_of,
)
from domain.seats import LIVE, Phase, Standing, confirmed_by, phase
from storage import Work

NEXT_DAYS = timedelta(days=21)
POINT_LETTERS = 22
SHOWN = LIVE | {Standing.PRESENT, Standing.ABSENT}
"""What a card says of a person's own place; of an old one it says nothing."""


@view(needs=Permission.REGISTER)
def office_of(work: Work, thing: str, id_: int) -> int:
    """Whose a link or a button is; wrong and old ones are told kindly."""
    office = work.registrations.office_of(thing, id_)
    if office is None:
        raise Refusal("link_unknown")
    return office


@view(needs=Permission.REGISTER)
def welcome(work: Work, activity_id: int) -> Message:
    """What a link opens: one's own place, or the day and how to register for it."""
    activity = work.activities.get(activity_id)
    mine = work.registrations.live(activity.id, work.actor.person_id)
    if mine is None:
        require_entry(activity, work.now)
    if mine or is_consenting(work):
        return card_of(work, activity)
    return Message("saturday.welcome", {**facts_of(work, activity), **notice_facts(work)})


@dataclass(frozen=True, slots=True)
class Tapped:
    """What a tap on «Đồng ý» or on a point meets, found in one look: the rush goes through
    here."""

    office_id: int
    blanks: dict[str, Any]
    point_id: int = 0
    points: Message | None = None


@view(needs=Permission.REGISTER)
def tapped(work: Work, thing: str, id_: int, arg: str = "") -> Tapped:
    office_id = office_of.run(work, thing, id_)
    there = Work(work.connection, replace(work.actor, office_id=office_id), work.now)
    blanks = notice_facts(there)
    if thing == "point":
        return Tapped(office_id, blanks, id_)
    found = choose_point.run(there, id_, arg)
    if isinstance(found, int):
        return Tapped(office_id, blanks, found)
    return Tapped(office_id, blanks, points=found)


@view(needs=Permission.REGISTER)
def choose_point(work: Work, activity_id: int, arg: str = "") -> Message | int:
    """The points to choose from; the point itself when there is one only."""
    activity = work.activities.get(activity_id)
    require_entry(activity, work.now)
    points = work.activities.points(activity.id)
    if len(points) == 1:
        return points[0].id
    rows = tuple((_point_button(work, point, arg),) for point in points)
    return Message("saturday.points", {"title": activity.title}, rows)


@view(needs=Permission.REGISTER)
def coming_up(work: Work) -> Message:
    """The days one can register for."""
    found = work.activities.between(work.now, work.now + NEXT_DAYS)
    days = [a for a in found if a.state(work.now) in (State.OPEN, State.CLOSED)]
    if not days:
        return Message("saturday.none_ahead")
    buttons = tuple((Press("s.see", a.id, label=_day_label(work, a)),) for a in days[:8])
    rows = [_row(work, activity) for activity in days[:8]]
    return Message("saturday.ahead", {"rows": rows}, buttons)


@view(needs=Permission.REGISTER)
def my_days(work: Work) -> Message:
    """A person's own places and waits, in every office."""
    mine = work.registrations.own(work.actor.me, work.now)
    if not mine:
        return Message("saturday.none_mine")
    rows, buttons = [], []
    for registration in mine:
        there = Work(
            work.connection, replace(work.actor, office_id=registration.office_id), work.now
        )
        activity = there.activities.get(registration.activity_id)
        point = there.activities.point(registration.point_id)
        standing = registration.standing.value
        line = _line(there, registration)
        where = {"point": point.full, "standing": standing, "line": line}
        rows.append({**_row(there, activity), **where})
        buttons.append((Press("s.see", activity.id, label=_day_label(there, activity)),))
    return Message("saturday.mine", {"rows": rows}, tuple(buttons[:8]))


@view(needs=Permission.REGISTER)
def see(work: Work, activity_id: int) -> Message:
    activity = work.activities.get(activity_id)
    if activity.stored is State.DRAFT:
        raise Refusal("not_found")
    return card_of(work, activity)


@view(needs=Permission.REGISTER)
def own_ahead(work: Work) -> list[int]:
    """A person's own places and waits, in every office."""
    return [one.id for one in work.registrations.own(work.actor.me, work.now)]


@view(needs=Permission.REGISTER)
def own_place(work: Work, registration_id: int) -> Message:
    """When, where and what to bring, of one's own place."""
    mine = work.registrations.get(registration_id)
    require_mine(mine, work.actor)
    return card_of(work, work.activities.get(mine.activity_id))


@view(needs=Permission.REGISTER)
def calendar_file(work: Work, registration_id: int) -> Message:
    """The day for one's own calendar."""
    registration = work.registrations.get(registration_id)
    if registration.person_id != work.actor.me:
        raise Refusal("not_found")
    activity = work.activities.get(registration.activity_id)
    point = work.activities.point(registration.point_id)
    facts = {
        "code": activity.code,
        "uid": f"{activity.id}.{work.office.code}@viec-chung",
        "title": activity.title,
        "place": ", ".join(filter(None, (point.full, point.landmark))),
        "bring": activity.bring,
        "version": activity.version,
        "at": work.now,
        "starts": activity.starts,
        "ends": activity.ends,
    }
    return Message("saturday.calendar", facts, paper="calendar")


@view(needs=Permission.REGISTER)
def directions(work: Work, registration_id: int) -> Message:
    """«Chỉ đường»: on the map, and whom to call; for those who come."""
    mine = work.registrations.get(registration_id)
    require_mine(mine, work.actor)
    if not mine.is_sure:
        raise Refusal("not_registered")
    activity = work.activities.get(mine.activity_id)
    point = work.activities.point(mine.point_id)
    facts = {"starts": activity.starts, **place_facts(work, activity, point, mine)}
    return Message("saturday.where", facts, venue=venue_of(point))


def draw_card(work: Work, activity_id: int) -> Message | None:
    """The live card: how the day looks now to its reader."""
    return card_of(work, work.activities.get(activity_id))


def card_of(work: Work, activity: Activity) -> Message:
    """The announcement, or one's own place with what can be done about it."""
    mine = work.registrations.of_person(activity.id, work.actor.person_id)
    if mine and mine.standing not in SHOWN:
        mine = None
    if activity.stored in (State.CANCELLED, State.POSTPONED):
        return Message(
            f"saturday.card.{activity.stored}", facts_of(work, activity), card=_card(activity)
        )
    if mine is None:
        return _announcement(work, activity)
    point = work.activities.point(mine.point_id)
    walks_in = mine.standing is Standing.WAITING and is_walk_in_time(activity, work.now)
    return Message(
        "saturday.card.walk_in" if walks_in else f"saturday.card.{mine.standing}",
        {**facts_of(work, activity), **place_facts(work, activity, point, mine)},
        _own_buttons(work, activity, point, mine),
        card=_card(activity),
    )


def _announcement(work: Work, activity: Activity) -> Message:
    facts = facts_of(work, activity)
    state = activity.state(work.now)
    is_open = state is State.OPEN or is_walk_in_time(activity, work.now)
    if not is_open and state is not State.DRAFT:
        return Message("saturday.card.closed", facts, card=_card(activity))
    buttons: Rows = ((Press("s.go", activity.id),),) if is_open else ()
    if facts["left"] == 0:
        facts["waiting"] = work.registrations.waiting(activity.id)
    return Message("saturday.card.open", facts, buttons, card=_card(activity))


def _card(activity: Activity) -> str:
    return f"{CARD}:{activity.id}"


def _own_buttons(work: Work, activity: Activity, point: Point, mine: Registration) -> Rows:
    if mine.standing is Standing.ABSENT:
        return ((Press("s.dispute", mine.id),),)
    if mine.standing is Standing.PRESENT:
        return tuple(
            (_ask(purpose),)
            for purpose in (Purpose.NEWS, Purpose.RECORD)
            if not work.consents.stands(work.actor.subject, purpose)
        )
    if work.now >= activity.starts:
        return ()
    if mine.standing is Standing.OFFERED:
        return ((Press("s.take", mine.id), Press("s.pass", mine.id)),)
    move = (Press("s.move", mine.id),) if len(work.activities.points(activity.id)) > 1 else ()
    leave = (*move, Press("s.off", mine.id))
    if mine.standing is Standing.WAITING:
        return (
            ((Press("s.take", mine.id),), leave) if _may_grab(work, activity, point) else (leave,)
        )
    if may_hand(mine, activity, work.now):
        leave = (*move, Press("h.hand", mine.id), Press("s.off", mine.id))
    if mine.standing is Standing.HELD:
        return ((Press("d.name"),), *rows_of(leave, 2))
    where = (Press("s.where", mine.id), Press("d.name"))
    more = (Press("c.ask", arg=Purpose.PHOTO.value), Press("s.ics", mine.id))
    return ((Press("s.who", mine.id),), where, more, *rows_of(leave, 2))


def _ask(purpose: Purpose) -> Press:
    return Press("c.ask", arg=purpose.value, label=f"@purpose.{purpose}")


def _may_grab(work: Work, activity: Activity, point: Point) -> bool:
    now = phase(activity.starts, work.now, work.office.zone)
    late = now in (Phase.FIRST_TAP, Phase.NOBODY_RUNG)
    return late and work.registrations.room(point.id, capacity(point)).left > 0


def facts_of(work: Work, activity: Activity) -> dict[str, Any]:
    """What everybody may know of a day."""
    points = work.activities.points(activity.id)
    rooms = {p.id: work.registrations.room(p.id, capacity(p)) for p in points}
    known = [p for p in points if p.capacity is not None]
    everywhere = len(known) == len(points)
    return {
        "kind": activity.kind,
        "title": activity.title,
        "starts": activity.starts,
        "ends": activity.ends,
        "closes": activity.closes,
        "content": activity.content,
        "bring": activity.bring,
        "host": activity.host,
        "rain_plan": activity.rain_plan,
        "children": "yes" if activity.children_allowed else "no",
        "age": str(activity.min_age),
        "points": [{"point": p.full, "landmark": p.landmark} for p in points],
        "left": sum(rooms[p.id].free for p in known) if everywhere and points else None,
        "capacity": sum(p.capacity or 0 for p in known) if everywhere and points else None,
    }


def place_facts(
    work: Work, activity: Activity, point: Point, mine: Registration
) -> dict[str, Any]:
    """What only those with a place, or waiting for one, are told."""
    coming = mine.is_sure
    phone = leader_phone(work, point) if coming else ""
    return {
        "point": point.full,
        "landmark": point.landmark,
        "leader": point.leader if coming else "",
        "phone": phone,
        "call": _call(work, point, phone) if coming else "",
        "line": _line(work, mine),
        "adults": mine.adults or None,
        "little": mine.children or None,
        "until": mine.offer_ends or confirmed_by(activity.starts, work.now, work.office.zone),
    }


def _line(work: Work, mine: Registration) -> int | None:
    """«Thứ {k} trong danh sách chờ»."""
    waits = mine.standing is Standing.WAITING
    return work.registrations.place_in_line(mine) if waits else None


def whom_to_call(work: Work, point: Point) -> str:
    """The point's leader, if they agreed that their number is shown; else the office."""
    return _call(work, point, leader_phone(work, point))


def _call(work: Work, point: Point, phone: str) -> str:
    return f"{point.leader} {phone}" if phone else work.office.contact


def leader_phone(work: Work, point: Point) -> str:
    """The point leader's number, if they agreed that it is shown."""
    leader = work.people.get(point.leader_id, work.today) if point.leader_id else None
    if leader is None or not leader.phone:
        return ""
    agreed = work.consents.stands(work.people.subject(leader.id), Purpose.PHONE)
    return phone_words(leader.phone) if agreed else ""


def notice_facts(work: Work) -> dict[str, Any]:
    """The blanks of the notices."""
    return {
        "office": work.office.name,
        "contact": work.office.contact,
        "days": DAYS["registrations"],
    }


@view(needs=Permission.REGISTER)
def notice_blanks(work: Work) -> dict[str, Any]:
    return notice_facts(work)


def is_consenting(work: Work) -> bool:
    return bool(work.actor.subject) and work.consents.age(work.actor.subject) is not None


def _point_button(work: Work, point: Point, arg: str) -> Press:
    room = work.registrations.room(point.id, capacity(point))
    left = "" if room.capacity >= UNLIMITED else f" ({room.free})"
    name = shorten(point.short, POINT_LETTERS)
    return Press("s.at", point.id, arg, label=f"{name}{left}")


def _row(work: Work, activity: Activity) -> dict[str, Any]:
    facts = facts_of(work, activity)
    return {name: facts[name] for name in ("kind", "title", "starts", "left", "capacity")}


def _day_label(work: Work, activity: Activity) -> str:
    day = activity.starts.astimezone(work.office.zone)
    return shorten(f"{day.day}/{day.month:02} {activity.title}", 20)
