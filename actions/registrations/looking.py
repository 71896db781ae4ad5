"""What people look up: the activities to come, their own places, the way there, the calendar."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from actions.desk import view
from actions.registrations.card import card_of
from actions.registrations.facts import activity_labels, facts_of, line_of, place_facts
from actions.registrations.own import own_places
from domain.access import Permission, Role
from domain.activities import Activity, Stage
from domain.letters import HERE, Message, Press
from domain.refusals import Refusal
from domain.registrations import Registration, require_mine, venue_of
from domain.seats import Standing, confirmed_by
from storage import Work

LOOK_AHEAD = timedelta(days=21)
SHOWN = 8
"""So many activities have a button."""


@view(needs=Permission.REGISTER)
def coming_up(work: Work) -> Message:
    """What one can register for; who is no office's own sees those of all."""
    own = work.actor.roles - {Role.VOLUNTEER, Role.STRANGER}
    offices = [work.actor.office_id] if own else work.deployment.offices()
    found = [one for office in offices for one in _activities_of(work, office)]
    return _listed(found)


def _listed(found: list[tuple[Work, Activity]]) -> Message:
    coming = sorted(found, key=lambda one: one[1].starts)[:SHOWN]
    if not coming:
        return Message("activity.none_ahead")
    rows = [_row(there, activity) for there, activity in coming]
    return Message("activity.ahead", {"rows": rows}, _see_each(coming))


def _see_each(shown: Sequence[tuple[Work, Activity]]) -> tuple[tuple[Press], ...]:
    """A button for each, told apart from the others."""
    labels = activity_labels(shown)
    return tuple((Press("s.see", a.id, label=n),) for (_, a), n in zip(shown, labels, strict=True))


@view(needs=Permission.REGISTER)
def open_on(work: Work, days: Collection[date]) -> list[int]:
    """What is open on these days, in every office."""
    return [a.id for there, a in _everywhere(work) if there.day(a.starts) in days]


@view(needs=Permission.REGISTER)
def coming_on(work: Work, among: Collection[int]) -> Message:
    """Several days that were named, each with its button; where there are none, all that come."""
    found = _everywhere(work)
    return _listed([one for one in found if one[1].id in among] or found)


@dataclass(frozen=True, slots=True)
class OpenDays:
    """When each day is that one can go to, and what it and its points may be called."""

    days: Mapping[int, date]
    names: Mapping[int, Sequence[str]]


@view(needs=Permission.REGISTER)
def named_ahead(work: Work) -> OpenDays:
    """Every day that is open, in every office."""
    found = _everywhere(work)
    return OpenDays(
        {a.id: there.day(a.starts) for there, a in found},
        {a.id: [a.title, a.code, *names_of_points(there, a)] for there, a in found},
    )


def names_of_points(work: Work, activity: Activity) -> list[str]:
    return [name for p in work.activities.points(activity.id) for name in (p.name, p.full)]


def _everywhere(work: Work) -> list[tuple[Work, Activity]]:
    return [one for office in work.deployment.offices() for one in _activities_of(work, office)]


@view(needs=Permission.REGISTER)
def own_days(work: Work) -> dict[int, date]:
    """When each of one's own places is."""
    return {
        one.id: there.day(there.activities.get(one.activity_id).starts)
        for there, one in own_places(work)
    }


def _activities_of(work: Work, office_id: int) -> list[tuple[Work, Activity]]:
    """An office's activities ahead, each with the office it belongs to."""
    there = work.at(office_id)
    found = there.activities.between(work.now, work.now + LOOK_AHEAD)
    return [(there, a) for a in found if a.state(work.now) in (Stage.OPEN, Stage.CLOSED)]


@view(needs=Permission.REGISTER)
def my_registrations(work: Work) -> Message:
    """A person's own places and waits, in every office."""
    rows, shown = [], []
    for there, registration in own_places(work):
        activity = there.activities.get(registration.activity_id)
        point = there.activities.point(registration.point_id)
        standing = registration.standing.value
        line = line_of(there, registration)
        where = {"point": point.full, "standing": standing, "line": line}
        rows.append({**_row(there, activity), **where})
        shown.append((there, activity))
    if not rows:
        return Message("activity.none_mine")
    return Message("activity.mine", {"rows": rows}, _see_each(shown)[:SHOWN])


@view(needs=Permission.REGISTER)
def which_to_leave(work: Work) -> Message:
    """«em bận rồi» of somebody with several days ahead: of which?"""
    rows = tuple((Press("s.off", one.id, HERE, label),) for one, label in _own_labelled(work))
    return Message("activity.which_off", buttons=rows[:SHOWN])


def _own_labelled(work: Work) -> list[tuple[Registration, str]]:
    """One's own places, each with what its button says."""
    own = list(own_places(work))
    labels = activity_labels([(there, there.activities.get(o.activity_id)) for there, o in own])
    return [(one, label) for (_, one), label in zip(own, labels, strict=True)]


@view(needs=Permission.REGISTER)
def which_company(work: Work, adults: int, children: int, more: bool = False) -> Message:
    """«nhóm em 3 người» of somebody with several days ahead: of which?"""
    rows = tuple(
        (_company_press(one, label, adults, children, more),) for one, label in _own_labelled(work)
    )
    return Message(
        "activity.which_company",
        {"adults": adults or None, "little": children or None},
        rows[:SHOWN],
    )


def _company_press(one: Registration, label: str, adults: int, children: int, more: bool) -> Press:
    along = (adults + one.adults, children + one.children) if more else (adults, children)
    return Press("s.with", one.id, "{}.{}".format(*along), label=label)


@view(needs=Permission.REGISTER)
def see(work: Work, activity_id: int) -> Message:
    activity = work.activities.get(activity_id)
    if activity.stored is Stage.DRAFT:
        raise Refusal("link_unknown")
    return card_of(work, activity)


@view(needs=Permission.REGISTER)
def own_ahead(work: Work) -> list[int]:
    """A person's own places and waits, in every office."""
    return [one.id for one in work.own_registrations.ahead(work.actor.me, work.now)]


@view(needs=Permission.REGISTER)
def own_place(work: Work, registration_id: int) -> Message:
    """When, where and what to bring, of one's own place."""
    mine = work.registrations.get(registration_id)
    require_mine(mine, work.actor)
    return card_of(work, work.activities.get(mine.activity_id))


@view(needs=Permission.REGISTER)
def calendar_file(work: Work, registration_id: int) -> Message:
    """The activity for one's own calendar."""
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
        "off": activity.stored in (Stage.CANCELLED, Stage.POSTPONED),
        "at": work.now,
        "starts": activity.starts,
        "ends": activity.ends,
    }
    return Message("activity.calendar", facts, paper="calendar")


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
    return Message("activity.where", facts, venue=venue_of(point))


@view(needs=Permission.REGISTER)
def note_for_parents(work: Work, registration_id: int) -> Message:
    """What somebody of 16-17 passes on to their parents, who have no account here: what it is,
    and how to say yes by telephone or on paper."""
    mine = work.registrations.get(registration_id)
    require_mine(mine, work.actor)
    if mine.standing is not Standing.HELD:
        raise Refusal("not_registered" if not mine.is_live else "guardian_handled")
    activity = work.activities.get(mine.activity_id)
    facts = {
        "name": work.actor.name,
        "title": activity.title,
        "starts": activity.starts,
        "ends": activity.ends,
        "point": work.activities.point(mine.point_id).full,
        "until": confirmed_by(activity.starts, work.now, work.zone),
        "office": work.office.name,
        "contact": work.office.contact,
    }
    return Message("activity.guardian.parents", facts)


def _row(work: Work, activity: Activity) -> dict[str, Any]:
    facts = facts_of(work, activity)
    return {name: facts[name] for name in ("kind", "title", "starts", "left", "capacity")}
