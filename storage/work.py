"""A piece of work: one actor, one moment, one office. Everything a deed or a view may touch."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from domain.absences import Absence, instead_of
from domain.access import Actor, Duty, Role
from domain.calendar import WorkingCalendar
from domain.hours import UNDO_WITHIN
from domain.letters import Care, Letter, Message
from domain.people import Office, Organisation
from domain.periods import at as moment_of
from storage.absences import Absences
from storage.accounts import Accounts
from storage.activities import Activities
from storage.assignments import Assignments
from storage.attachments import Attachments
from storage.cards import Cards
from storage.checklists import Checklists
from storage.completions import Completions
from storage.consents import Consents, OwnConsents
from storage.deployment import Deployment
from storage.digests import Digests
from storage.duties import Duties
from storage.expectations import Expectations
from storage.expiring import Expiring
from storage.guests import Guests
from storage.headcounts import Headcounts
from storage.invitations import Invitations
from storage.journal import Journal
from storage.ledger import Ledger
from storage.letters import Outbox
from storage.links import Links
from storage.lookups import Lookups
from storage.matters import Matters
from storage.memory import Memory
from storage.office_days import OfficeDays
from storage.office_hours import OfficeHours
from storage.offices import Offices
from storage.overlaps import Overlaps
from storage.papers import Papers
from storage.people import People
from storage.personal_data import PersonalData
from storage.photos import Photos
from storage.phrases import TypedPhrases
from storage.places import Places
from storage.plans import Plans
from storage.registers import Registers
from storage.registrations import OwnRegistrations, Registrations
from storage.report_settings import ChosenReports
from storage.requests import Requests
from storage.sealing import SealedVisits
from storage.shown_visits import ShownVisits
from storage.spoken_of import SpokenOf
from storage.strengths import Strengths
from storage.table import Statements, Table
from storage.trainings import Trainings
from storage.turnouts import Turnouts
from storage.visit_teams import VisitTeams
from storage.visits import Visits
from storage.volunteers import Records, Volunteers

T = TypeVar("T", bound=Statements)
B = TypeVar("B", bound=Table)
"""A deed reaches storage by a `Table`, bound to its office, or an `Everywhere`, which says so."""


def _of_office(table: Callable[[sqlite3.Connection, int], T]) -> "cached_property[T]":
    """A table of the actor's office, built when it is first asked for: a tap touches a few."""

    def build(work: "Work") -> T:
        built = table(work.connection, work.actor.office_id)
        built.memory = work.memory
        return built

    return cached_property(build)


def _of_all(table: Callable[[sqlite3.Connection], T]) -> "cached_property[T]":
    """The same of what no office bounds."""
    return _of_office(lambda connection, _: table(connection))


class Work:
    """Bound to the actor's own office; on a reading connection nothing can be written.

    Tables that several rooms ask have a name; what is one room's is asked by its class (`of`), so
    that a new room writes nothing here.
    """

    deployment = _of_all(Deployment)
    offices = _of_office(Offices)
    office_days = _of_office(OfficeDays)
    office_hours = _of_office(OfficeHours)
    accounts = _of_all(Accounts)
    cards = _of_all(Cards)
    links = _of_all(Links)
    ledger = _of_all(Ledger)
    own_consents = _of_all(OwnConsents)
    own_registrations = _of_all(OwnRegistrations)
    personal_data = _of_all(PersonalData)
    records = _of_all(Records)
    people = _of_office(People)
    volunteers = _of_office(Volunteers)
    duties = _of_office(Duties)
    phrases = _of_office(TypedPhrases)
    spoken_of = _of_office(SpokenOf)
    journal = _of_office(Journal)
    outbox = _of_office(Outbox)
    assignments = _of_office(Assignments)
    completions = _of_office(Completions)
    requests = _of_office(Requests)
    activities = _of_office(Activities)
    plans = _of_office(Plans)
    turnouts = _of_office(Turnouts)
    expiring = _of_office(Expiring)
    photos = _of_office(Photos)
    registrations = _of_office(Registrations)
    headcounts = _of_office(Headcounts)
    consents = _of_office(Consents)
    invitations = _of_office(Invitations)
    digests = _of_office(Digests)
    chosen_reports = _of_office(ChosenReports)
    matters = _of_office(Matters)
    attachments = _of_office(Attachments)
    overlaps = _of_office(Overlaps)
    registers = _of_office(Registers)
    papers = _of_office(Papers)
    checklists = _of_office(Checklists)
    visits = _of_office(Visits)
    teams = _of_office(VisitTeams)
    sealed = _of_office(SealedVisits)
    shown = _of_office(ShownVisits)
    guests = _of_office(Guests)
    absences = _of_office(Absences)
    strengths = _of_office(Strengths)
    trainings = _of_office(Trainings)
    places = _of_office(Places)

    def __init__(
        self,
        connection: sqlite3.Connection,
        actor: Actor,
        now: datetime,
        memory: Memory | None = None,
    ) -> None:
        self.connection = connection
        self.memory = memory or Memory(connection)
        self.actor = actor
        self.now = now
        self.owed: list[int] = []
        """Letters that are due now to the actor, who waits for them."""
        self.logged = False
        """Whether something was written in the journal."""
        self.told: set[int] = set()
        """Whom work was told to; whoever acts hears which of them it does not reach."""
        self._tables: dict[type[Table], Any] = {}
        self.answered: set[tuple[str, int]] = set()
        """Buttons of a letter whose question is answered: its words stay, the buttons go."""
        self.follows: list[Any] = []
        """What the desk does by itself as soon as this is written down."""
        self.erases = False
        """Set when a person was erased: nothing of them may stay in the file's folds."""
        self.is_newcomer = False
        """Whether whoever acts was a stranger before."""

    def of(self, table: type[B]) -> B:
        """A table of the actor's office, by its class."""
        if table not in self._tables:
            built = table(self.connection, self.actor.office_id)
            built.memory = self.memory
            self._tables[table] = built
        found: B = self._tables[table]
        return found

    def by(self, actor: Actor) -> "Work":
        """The same moment, for another actor, whose office it is bound to."""
        return Work(self.connection, actor, self.now, self.memory)

    def at(self, office_id: int) -> "Work":
        """The same actor and moment, in another office of the deployment."""
        return self.by(replace(self.actor, office_id=office_id))

    def become(self, **known: Any) -> None:
        """Whoever acts is somebody from now on: as they would be recognised the next time."""
        self.actor, self.is_newcomer = replace(self.actor, **known), True

    @cached_property
    def expectations(self) -> Expectations:
        """What people are waited for, as whoever acts has it before them."""
        built = Expectations(self.connection, self.actor.office_id)
        built.memory, built.me = self.memory, self.actor.person_id
        return built

    @cached_property
    def lookups(self) -> Lookups:
        """As whoever acts may know them."""
        built = Lookups(self.connection, self.actor.office_id)
        built.memory, built.reader = self.memory, self.actor
        return built

    @cached_property
    def office(self) -> Office:
        return self.offices.get()

    @cached_property
    def calendar(self) -> WorkingCalendar:
        return WorkingCalendar(self.zone, self.offices.special_days())

    @cached_property
    def organisations(self) -> Sequence[Organisation]:
        """Those that the office knows today."""
        return self.offices.organisations(self.today)

    @cached_property
    def zone(self) -> ZoneInfo:
        """Of the office, which whoever is known there brings along; whoever belongs to none has
        their own."""
        is_known = self.actor.known_in == self.actor.office_id
        return self.actor.zone if is_known else self.office.zone

    @cached_property
    def here(self) -> datetime:
        """Now, by the office's wall clock."""
        return self.now.astimezone(self.zone)

    @cached_property
    def today(self) -> date:
        return self.here.date()

    def day(self, moment: datetime) -> date:
        """The day that a moment falls on in the office."""
        return moment.astimezone(self.zone).date()

    @cached_property
    def chairs(self) -> Sequence[int]:
        """Who concludes for the leaders; nobody where the office has not said."""
        return self.duties.people(Duty.CHAIR, self.today)

    @property
    def away(self) -> dict[int, Absence]:
        """Whoever is away today."""
        coming = self.absences.coming(self.today)
        return {one.person_id: one for one in coming if one.first <= self.today}

    def doer_for(self, person_id: int) -> int | None:
        """Who does somebody's work today: they themselves, or who stands in; perhaps nobody."""
        return instead_of(person_id, {p: one.stand_in_id for p, one in self.away.items()})

    def decider_for(self, person_id: int) -> int:
        """Who decides for somebody today; they themselves where nobody else does."""
        links = {p: one.decides_id for p, one in self.away.items() if one.decides_id}
        return instead_of(person_id, links) or person_id

    def log(self, event: str, kind: str, subject: int, **what: Any) -> int:
        """Write one row of the journal for what is being done; returns its number.

        A volunteer acts on their own place only, and is found there: when the place forgets
        them, so does the journal.
        """
        own = kind == "registration" and self.actor.roles <= {Role.VOLUNTEER, Role.STRANGER}
        who = "self" if own else self.actor.subject or "clock"
        self.logged = True
        return self.journal.write(event, kind, subject, at=self.now, who=who, **what)

    def post(self, letter: Letter) -> None:
        added = self.outbox.post(letter, self.now)
        self._owe(added, letter.person_id, letter.hold_until or self.now)

    def _owe(self, letter_id: int | None, person_id: int, at: datetime) -> None:
        """Who acts has their letters at once; for the others the postman looks."""
        if letter_id is None or at > self.now:
            return
        if person_id == self.actor.person_id:
            self.owed.append(letter_id)
        else:
            self.outbox.posted = True

    def tell(self, person_id: int | None, key: str, message: Message, **how: Any) -> None:
        """Owe somebody else a letter; nobody is told what they did themselves."""
        if person_id is not None and person_id != self.actor.person_id:
            self.post(Letter(person_id, message, key, **how))

    def nudge(self, person_id: int | None, key: str, message: Message, **how: Any) -> None:
        """The same for what is worth nothing when late: at most once, to nobody who is away."""
        if person_id not in self.away:
            self.tell(person_id, key, message, care=Care.ONCE, **how)

    def ring_at(self, urgent: bool = False) -> datetime:
        """When work may ring from now on: in working hours; «Khẩn» at once."""
        return self.now if urgent else self.calendar.next_ring(self.now)

    def ring_on(self, day: date) -> datetime:
        """When work may ring from the morning of a day on."""
        return self.calendar.next_ring(max(self.now, moment_of(day, time(), self.zone)))

    def tell_at_work(
        self,
        person_id: int | None,
        key: str,
        message: Message,
        *,
        urgent: bool = False,
        undo: int | None = None,
        **how: Any,
    ) -> datetime:
        """Owe a letter that waits for working hours (and for «Hoàn tác»); returns when it goes."""
        at = self.ring_at(urgent)
        hold = max(at, self.now + UNDO_WITHIN) if undo else at
        self.told |= {person_id} - {None, self.actor.person_id}  # type: ignore[arg-type]
        self.tell(person_id, key, message, hold_until=hold, urgent=urgent, undo=undo, **how)
        return at

    def redraw(
        self,
        subject: str,
        *person_ids: int | None,
        ring: bool = False,
        at: datetime | None = None,
        urgent: bool = False,
    ) -> None:
        """Owe these people the current look of a card, such as `assignment:147`."""
        for person_id in dict.fromkeys(person_ids):
            if person_id is not None:
                mine = person_id == self.actor.person_id
                self.told |= {person_id} if ring and not mine else set()
                answers, when = mine and at is None, at or self.now
                row = self.outbox.redraw(
                    person_id, subject, self.now, when, not ring, answers, urgent
                )
                self._owe(row, person_id, when)

    def leave_above(self, card: str) -> None:
        """It is shown anew below: what stands above has no buttons left."""
        self.expectations.moves(self.actor.me, card)
        self.cards.forget(self.actor.me, card)

    def redraw_all(self, subject: str, people: Sequence[int], ring: bool = False) -> None:
        """The same, for as many as a clock may have to tell, by one statement."""
        self.told |= set(people) if ring else set()
        self.outbox.redraw_all(people, subject, self.now, silent=not ring)

    def redraw_at(self, subject: str, person_id: int, after: timedelta) -> None:
        """Owe a person a card's look some time later, when it may have changed by itself."""
        self.outbox.redraw(person_id, subject, self.now, self.now + after, besides=True)
