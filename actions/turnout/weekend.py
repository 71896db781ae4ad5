"""A cadre's number of people, and which of the coming activities it is for."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from actions.desk import action, view
from actions.registrations.facts import activity_labels
from actions.registrations.group_point import from_where, said_before
from actions.registrations.groups import (
    by_organisation,
    codes,
    grown,
    named,
    read_back,
    stands,
)
from actions.registrations.reminding import AHEAD, ahead
from actions.turnout.cards import figures_of
from actions.turnout.points import my_echo
from actions.turnout.reports import moves
from domain.access import Actor, Permission
from domain.activities import Activity
from domain.calendar import DAY
from domain.dialogue import WEEKEND, Expectation
from domain.letters import Message, Place, Press, Rows
from domain.periods import local
from domain.plans import is_closed_early
from domain.refusals import Refusal
from domain.registrations import require_group
from storage import Work

P = Permission
WEEK = 7 * DAY
FAR = 60 * DAY
"""So far ahead a day may be named by its date."""

AT, ADDS = "at", "adds"
"""Beside a number whose day is asked: the points that the line named, and that so many more were
said."""
Called = Mapping[int, tuple[str, ...]]
"""What a line may call each point: its name, its place."""


@view(needs=P.REGISTER_GROUP)
def wards(work: Work) -> Mapping[int, tuple[str, ...]]:
    """What each ward is called."""
    return {ward.id: (ward.name,) for ward in work.offices.localities(work.today)}


@dataclass(frozen=True, slots=True)
class DaysAhead:
    """When each coming activity is, and what it and its points are called."""

    days: Mapping[int, date]
    names: Mapping[int, Sequence[str]]
    starts: Mapping[int, datetime]
    points: Mapping[int, Called]

    def points_of(self, among: Collection[int]) -> Called:
        """Those of some of the days."""
        return {key: names for day in among for key, names in self.points[day].items()}

    def soonest(self, among: Collection[int]) -> list[int]:
        """Of what comes again and again under one title the next."""
        first: dict[str, int] = {}
        for one in sorted(among, key=lambda one: self.starts[one]):
            first.setdefault(self.names[one][0], one)
        return [one for one in among if one in first.values()]


@view(needs=P.REGISTER_GROUP)
def points_ahead(work: Work) -> Called:
    """Of all that is held within a week."""
    days = activities_ahead(work, WEEK)
    return _days(work, days).points_of([a.id for a in days])


@view(needs=P.REGISTER_GROUP)
def days_ahead(work: Work) -> DaysAhead:
    """Those that a number may be for."""
    return _days(work, _coming(work))


@view(needs=P.REGISTER_GROUP)
def days_further(work: Work) -> DaysAhead:
    """All that may be called by their names."""
    return _days(work, activities_ahead(work, FAR))


def _days(work: Work, coming: Sequence[Activity]) -> DaysAhead:
    points = {a.id: work.activities.points(a.id) for a in coming}
    names = {
        a.id: [a.title, a.code, *(n for p in points[a.id] for n in (p.name, p.locality) if n)]
        for a in coming
    }
    starts = {a.id: local(a.starts, work.zone) for a in coming}
    called = {
        one: {p.id: tuple(filter(None, (p.name, p.locality))) for p in found}
        for one, found in points.items()
    }
    return DaysAhead({one: at.date() for one, at in starts.items()}, names, starts, called)


def _on(work: Work, day: date) -> list[Activity]:
    return [a for a in activities_ahead(work, FAR) if work.day(a.starts) == day]


def _coming(work: Work) -> list[Activity]:
    """Those that take people still, where any does."""
    soon = activities_ahead(work, AHEAD) or activities_ahead(work, WEEK)
    return [a for a in soon if not is_closed_early(a, work.now, work.zone)] or soon


@view(needs=P.REGISTER_GROUP)
def group_stands(work: Work) -> int | None:
    """The soonest day ahead for which this cadre has counted a group."""
    return next((a.id for a in activities_ahead(work, WEEK) if said_before(work, a.id)), None)


@dataclass(frozen=True, slots=True)
class Meant:
    """Which days a number may be of, and which point on them; a day that is written, and whether
    it is so many more or fewer than were said."""

    among: Collection[int] = ()
    points: Collection[int] = ()
    on: date | None = None
    adds: bool = False


@action(needs=P.REGISTER_GROUP)
def hear(work: Work, parts: Mapping[str, int], total: int, how: Meant = Meant()) -> Message:
    """«ĐTN 12», perhaps at a point or on a day that is named: read back for the only activity,
    or asked for which. A date that is written counts further ahead."""
    known = activities_ahead(work, FAR) if how.among else _coming(work)
    coming = [a for a in known if not how.among or a.id in how.among]
    if how.on:
        on = _on(work, how.on)
        coming = [a for a in on if a.id in how.among] or on
    if how.on and not coming:
        raise Refusal("figures_day", day=how.on)
    if not coming:
        raise Refusal("question_over")
    growing = [a for a in coming if how.adds and not _which_asked(work) and stands(work, a.id)]
    coming = growing if len(growing) == 1 else coming
    counted = _counted(work, codes(work, parts), total, adds=how.adds)
    if len(coming) == 1:
        whole = _with_who_stands(work, coming[0].id, counted) if growing else counted
        return read_back(work, coming[0].id, whole, _at(work, coming[0].id, how.points))
    kept: dict[str, Any] = {"parts": {str(key): number for key, number in counted.items()}}
    kept |= {AT: [*how.points]} if how.points else {}
    kept |= {ADDS: True} if growing else {}
    until = max(activity.starts for activity in coming)
    work.expectations.expect(work.actor.me, Expectation(WEEKEND, 0, kept, expires=until), work.now)
    facts = {"parts": named(work, counted), "total": sum(counted.values())}
    labels = activity_labels([(work, a) for a in coming])
    rows: Rows = tuple(
        (Press("g.day", a.id, label=label),) for a, label in zip(coming, labels, strict=True)
    )
    return Message("activity.group_which", facts, rows, topic=f"{WEEKEND}:0")


def _with_who_stands(work: Work, activity_id: int, counted: Mapping[int, int]) -> dict[int, int]:
    """«thêm CCB 4» beside the fourteen who were said before."""
    before = stands(work, activity_id)
    return grown(before, counted, 0) if before else dict(counted)


def _at(work: Work, activity_id: int, points: Collection[int]) -> int | None:
    """Which of the points that were named is this day's."""
    theirs = (point.id for point in work.activities.points(activity_id))
    return next((one for one in theirs if one in points), None)


@action(needs=P.REGISTER_GROUP)
def nobody_comes(work: Work, among: Collection[int] = ()) -> Message:
    """«khu mình không có ai đi», where it was asked how many: that is their number, of each day
    that is asked, or of those that are named; what stands of a group stays."""
    asked = [a for a in _coming(work) if not said_before(work, a.id)]
    silent = [a for a in asked if a.id in among] or asked
    if not silent:
        raise Refusal("question_over")
    own = next(iter(work.actor.organisations), None) or next(iter(codes(work, {"KHAC": 0})), None)
    for activity in silent:
        point = next(iter(work.activities.points(activity.id)), None)
        place = from_where(work, point) if point else None
        if point and own and place:
            nobody = {own: 0}
            work.headcounts.say(activity.id, point.id, place, nobody, work.actor.me, work.now)
            work.log("group", "activity", activity.id, facts={"total": 0})
    work.expectations.forget(work.actor.me, WEEKEND, 0)
    rows = [{"title": a.title, "starts": a.starts} for a in silent]
    return Message("activity.group_nobody", {"rows": rows})


def _counted(work: Work, parts: Mapping[int, int], total: int, *, adds: bool) -> dict[int, int]:
    """By organisation; «bớt 3» of the number whose day is being asked."""
    heard = _which_asked(work) if adds else None
    before = {int(key): n for key, n in heard.answers.get("parts", {}).items()} if heard else {}
    counted = grown(before, parts, total) if before else by_organisation(work, parts, total)
    require_group(counted)
    return counted


def _which_asked(work: Work) -> Expectation | None:
    """A number was said, and it is asked of which day it is."""
    heard = work.expectations.find(work.actor.me, WEEKEND, 0, work.now)
    return heard if heard and heard.answers.get("parts") else None


@action(needs=P.REGISTER_GROUP)
def for_activity(work: Work, activity_id: int) -> Message:
    """The activity is chosen; what was typed before is read back."""
    heard = _which_asked(work)
    if heard is None:
        raise Refusal("nothing_to_confirm")
    counted = {int(key): number for key, number in heard.answers["parts"].items()}
    if heard.answers.get(ADDS):
        counted = _with_who_stands(work, activity_id, counted)
    point = _at(work, activity_id, heard.answers.get(AT, ()))
    return replace(read_back(work, activity_id, counted, point), place=Place.EDIT)


@view(needs=P.REPORT_TURNOUT)
def where_else(work: Work, report_id: int) -> Message:
    """The figures are right, the point is not; or they were meant for a group ahead."""
    found = my_echo(work, report_id)
    others, ahead_of_us = moves(work, found), _groups_ahead(work, report_id)
    if not (others or ahead_of_us):
        raise Refusal("no_other_point")
    facts = {**figures_of(work, found), "ahead": len(ahead_of_us) or None}
    return Message("turnout.where", facts, (*ahead_of_us, *others), place=Place.EDIT)


@action(needs=P.REGISTER_GROUP)
def from_report(work: Work, report_id: int, activity_id: int) -> Message:
    """What was read back as a report was meant for a coming activity."""
    found = my_echo(work, report_id)
    counted = by_organisation(work, found.parts, found.total or 0)
    read = read_back(work, activity_id, counted)
    work.turnouts.drop(report_id)
    return replace(read, place=Place.EDIT)


def _groups_ahead(work: Work, report_id: int) -> Rows:
    """The activities of the coming week that figures may have been meant for, as buttons."""
    if not (work.actor.may(P.REGISTER_GROUP) and work.actor.localities):
        return ()
    coming = activities_ahead(work, WEEK)
    labels = activity_labels([(work, a) for a in coming])
    return tuple(
        (Press("t.group", report_id, str(a.id), label=label),)
        for a, label in zip(coming, labels, strict=True)
    )


def activities_ahead(work: Work, within: timedelta) -> list[Activity]:
    """The activities that this cadre hears of, soonest first."""
    return [a for a in ahead(work, within) if _hears(work, a, work.actor)]


def _hears(work: Work, activity: Activity, cadre: Actor) -> bool:
    audience = work.activities.audience(activity.id)
    organisation = next(iter(cadre.organisations), None)
    return audience.hears(organisation, min(cadre.localities, default=None))
