"""What each room brings to the house: its cards, its jobs of the clock, what follows from what.

A room is a folder beside this file; it says what it brings in its own `room.py`, once.
"""

import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import actions
from actions.desk import Action, Desk
from domain.access import Actor, clock_of
from domain.activities import Activity
from domain.assignments import Assignment
from domain.behind import Behind
from domain.digest import Seen
from domain.hours import Hours
from domain.letters import Message, Press, Rows
from domain.matters import Matter
from domain.people import Person
from domain.report import Lines, Part, ReportLine
from domain.spoken import ByThing, Subjects
from storage import Work
from storage.matters import MatterStood

Drawing = Callable[[Work, int], Message | None]


@dataclass(frozen=True, slots=True)
class Job:
    """What the clock wakes: its name, when (the office's own clock), and the deed. One that has
    more to do says True, and is woken again at once: people who tap come between."""

    name: str
    hours: Hours
    deed: Action[..., bool | None]
    looks: Action[[], Any] | None = None
    """What it looks at before, on a reading connection, so that people who tap do not wait for the
    counting. The deed is given what was seen; None: there is nothing to do."""

    async def turn(self, desk: Desk, clock: Actor) -> bool | None:
        """Once for one office."""
        if self.looks is None:
            return await desk.do(self.deed, clock)
        seen = await desk.see(self.looks, clock)
        return None if seen is None else await desk.do(self.deed, clock, seen)


def wake(work: Work, job: Job) -> None:
    """What the clock would find later is found as soon as this deed is written down."""
    clock = clock_of(work.actor.office_id, work.zone)
    work.follows.append(lambda desk: job.turn(desk, clock))


@dataclass(frozen=True, slots=True)
class Opened:
    """A part of a report that somebody opens by its button, or turns over to a page."""

    digest_id: int
    part: Part
    seen: Seen
    page: int | None = None


@dataclass(frozen=True, slots=True)
class ReportPart:
    """What a room tells in the weekly report, and where it stands there."""

    name: str
    place: int
    """Parts stand in the order of their places; no two have the same."""
    tells: Callable[[Work, Seen], Part | None]
    opens: Callable[[Work, Opened], Message] | None = None
    """What its button shows."""
    verb: str = ""
    """Its button under the report, where it opens."""
    reminds: Callable[[Work, Part], Message] | None = None
    """Those that its lines wait for are reminded, all at once."""
    hushes: Callable[[Work, Part], Part] | None = None
    """What of it, frozen once, may still be said now."""
    corrected: bool = False
    """Told anew when a figure of the field changes after the report was frozen."""
    corrects: Callable[[Part, Part], ReportLine | None] | None = None
    """What the new one says otherwise than the one that was sent, where that is to be said."""
    always: bool = False
    """No office leaves it out."""
    behind: Callable[[Work, Seen], Iterable[Behind]] | None = None
    """What each of its figures counts, row by row: a rule asks it of every number told."""
    counts: Callable[[Work, Seen], Iterable[Behind]] | None = None
    """The same of figures that «Xem chi tiết» opens by itself: for the sheet."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What a report sets going, followed to its end by the room that says so."""

    propose: Callable[[Work, str, str], object]
    """The leaders may have to decide it: in words, and about what. Asked once."""
    asked: Callable[[Work, datetime, datetime], Sequence[str]]
    """What they were asked when a report went, or was last shown anew."""
    bring_back: Callable[[Work, date], object]
    """What was put off until the day of the report is asked by it."""
    put: Callable[[Work, datetime, datetime, datetime], tuple[tuple[str, ...], Lines, Lines]]
    """The same in words, as it may travel (it names nobody), and what became of each until a third
    moment."""
    rewrite: Callable[[Work, Sequence[str]], object]
    """What the office asks of them from now on."""
    listed: str
    """The verb that opens what they were asked by a report."""


@dataclass(frozen=True, slots=True)
class Errand:
    """Something that waits for somebody, as the office tells it to whom no message reaches."""

    what: str
    """`task`, `part`, `figures`, `matter`, `register`, `visit`, `day`: a word of `errand`."""
    code: str
    title: str
    due: datetime
    opens: Press
    """Where the office writes down what became of it."""
    expected: str = ""
    is_new: bool = False
    """Nobody has told them yet, as far as the office knows."""


@dataclass(frozen=True, slots=True)
class AwaitedYes:
    """Something of a room that waits for the actor's yes, and what opens it."""

    what: str
    """A word of `work.awaits`."""
    opens: Press


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands on the card of a checklist beside its items."""

    facts: Mapping[str, Any]
    buttons: Rows
    """For whoever marks it."""


@dataclass(frozen=True, slots=True)
class OfOneKind:
    """What a room knows of its own kind of matter, beside what is known of each."""

    on_card: Callable[[Work, Matter], Mapping[str, Any]]
    named_on: Callable[[Work, Matter], Sequence[int]]
    """Others whose cards may say something of it."""
    line: Callable[[Work, Mapping[str, Any], Sequence[MatterStood], Seen], ReportLine]
    """The report's line, from its figures and from those that came."""
    behind: Callable[[Work, Sequence[MatterStood], Seen], Iterable[Behind]]
    """What its figures count besides."""


@dataclass(frozen=True, slots=True)
class Room:
    """What one room brings."""

    cards: Mapping[str, Drawing] = field(default_factory=dict)
    """Its live cards: how each looks now to its reader."""
    arrived: Mapping[str, Callable[[Work, int], None]] = field(default_factory=dict)
    """What follows when a card of this kind first stands on somebody's telephone."""
    jobs: Sequence[Job] = ()
    figure_changed: Sequence[Callable[[Work, Activity], None]] = ()
    """What follows when a confirmed figure of an activity changed."""
    work_moved: Callable[[Work, Assignment], None] | None = None
    """What of this room says how a piece of work stands, where that or its limit changed."""
    report: Sequence[ReportPart] = ()
    follows: Followed | None = None
    """One room in the house does."""
    errands: Callable[[Work, Person], Sequence[Errand]] | None = None
    """What of this room waits for somebody."""
    left: Callable[[Work, int], None] | None = None
    """What follows when somebody works here no longer."""
    sets_off: Mapping[str, Callable[[Work, Matter, str], None]] = field(default_factory=dict)
    """What a step of a matter sets off: by the name that the step calls it, a deed there is."""
    guards: Mapping[str, Callable[[Work, Matter], bool]] = field(default_factory=dict)
    """Whether it could be set off now; else the step is not there."""
    of_matters: Mapping[str, OfOneKind] = field(default_factory=dict)
    """By kind."""
    beside_lists: Mapping[str, Callable[[Work, int], Beside]] = field(default_factory=dict)
    """What stands beside a checklist of this kind, on a card with words of its own."""
    speaks_of: ByThing = field(default_factory=dict)
    """Things that a line may be about that names nothing, and the buttons about each."""
    replied_about: ByThing = field(default_factory=dict)
    """The same of what only a reply to it is about."""
    in_hand: ByThing = field(default_factory=dict)
    """The same of what somebody has before them, which a reply says nothing more of."""
    to_approve: Callable[[Work], Sequence[AwaitedYes]] | None = None
    """What of this room, beside work, waits for the actor's yes."""
    stands: Callable[[Work, int, Message, int, bool], None] | None = None
    """What is noted of a message that now stands with somebody, `anew` or over another."""
    counts_others: bool = False
    """Its jobs tell what the other rooms did, so they come after theirs."""


@cache
def rooms() -> Sequence[Room]:
    """Every room there is, in the order in which their jobs are woken."""
    return sorted(_found(), key=lambda room: room.counts_others)


def _found() -> Iterator[Room]:
    for folder in pkgutil.iter_modules(actions.__path__):
        name = f"actions.{folder.name}.room"
        if folder.ispkg and find_spec(name):
            yield import_module(name).ROOM


def jobs() -> Iterator[Job]:
    for room in rooms():
        yield from room.jobs


@cache
def report_parts() -> Sequence[ReportPart]:
    """What the rooms tell in a report, in the order in which it stands there."""
    return sorted((part for room in rooms() for part in room.report), key=lambda one: one.place)


def followed() -> Followed:
    return next(room.follows for room in rooms() if room.follows)


@cache
def subjects() -> Subjects:
    spoken = {thing: verbs for room in rooms() for thing, verbs in room.speaks_of.items()}
    followed = {thing: verbs for room in rooms() for thing, verbs in room.replied_about.items()}
    in_hand = {thing: verbs for room in rooms() for thing, verbs in room.in_hand.items()}
    return Subjects(spoken, followed, in_hand)


def set_off(work: Work, matter: Matter, effect: str, words: str) -> None:
    """By the one room that knows this effect."""
    next(room.sets_off[effect] for room in rooms() if effect in room.sets_off)(work, matter, words)


def may_set_off(work: Work, matter: Matter, effect: str) -> bool:
    guard = next((room.guards[effect] for room in rooms() if effect in room.guards), None)
    return guard is None or guard(work, matter)


def of_matters(kind: str) -> OfOneKind | None:
    return next((room.of_matters[kind] for room in rooms() if kind in room.of_matters), None)


def beside(work: Work, kind: str, checking_id: int) -> Beside | None:
    tells = next((room.beside_lists[kind] for room in rooms() if kind in room.beside_lists), None)
    return tells(work, checking_id) if tells else None


def figure_changed(work: Work, activity: Activity) -> None:
    for room in rooms():
        for follow in room.figure_changed:
            follow(work, activity)


def work_moved(work: Work, a: Assignment) -> None:
    for room in rooms():
        if room.work_moved:
            room.work_moved(work, a)


def left(work: Work, person_id: int) -> None:
    for room in rooms():
        if room.left:
            room.left(work, person_id)


def stands(work: Work, person_id: int, message: Message, message_id: int, *, anew: bool) -> None:
    """Each room notes what it must know of a message in somebody's chat."""
    for room in rooms():
        if room.stands:
            room.stands(work, person_id, message, message_id, anew)


def to_approve(work: Work) -> list[AwaitedYes]:
    return [one for room in rooms() if room.to_approve for one in room.to_approve(work)]


def errands_of(work: Work, person: Person) -> list[Errand]:
    """All that waits for somebody, what is due first; who is away has a stand-in."""
    if person.id in work.away:
        return []
    found = [one for room in rooms() if room.errands for one in room.errands(work, person)]
    return sorted(found, key=lambda one: one.due)
