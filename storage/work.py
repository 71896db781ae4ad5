"""A piece of work: one actor, one moment, one office. Everything a deed or a view may touch."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from domain.access import Actor, Role
from domain.calendar import WorkingCalendar
from domain.hours import UNDO_WITHIN
from domain.letters import Care, Letter, Message
from domain.people import Office
from domain.periods import local
from storage.activities import Activities
from storage.assignments import Assignments
from storage.attachments import Attachments
from storage.bundles import Bundles
from storage.completions import Completions
from storage.consents import Consents, OwnConsents
from storage.deployment import Deployment
from storage.digests import Digests
from storage.duties import Duties
from storage.expectations import Expectations
from storage.expiring import Fading
from storage.headcounts import Headcounts
from storage.invitations import Invitations
from storage.journal import Journal
from storage.ledger import Ledger, Vouching
from storage.letters import Cards, Outbox
from storage.links import Links
from storage.lookups import Lookups
from storage.matters import Matters
from storage.memory import Memory
from storage.offices import Offices
from storage.overlaps import Overlaps
from storage.papers import Papers
from storage.patterns import Patterns
from storage.people import Accounts, People
from storage.personal_data import PersonalData
from storage.photos import Photos
from storage.phrases import TypedPhrases
from storage.plans import Plans
from storage.registers import Registers
from storage.registrations import OwnRegistrations, Registrations
from storage.requests import Requests
from storage.rolls import Rolls
from storage.spoken_of import SpokenOf
from storage.table import Statements
from storage.transfers import Transfers
from storage.turnouts import Turnouts

T = TypeVar("T")


class OfOffice(Generic[T]):
    """A table of the actor's office, built when it is first asked for: a tap touches a few."""

    def __init__(self, table: Callable[[sqlite3.Connection, int], T]) -> None:
        self._table = table

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    def __get__(self, work: "Work", _: type) -> T:
        built = self._table(work.connection, work.actor.office_id)
        if isinstance(built, Statements):
            built.memory = work.memory
        work.__dict__[self._name] = built
        return built


class OfAll(OfOffice[T]):
    """The same of what no office bounds."""

    def __init__(self, table: Callable[[sqlite3.Connection], T]) -> None:
        super().__init__(lambda connection, _: table(connection))


class Work:
    """Bound to the actor's own office; on a reading connection nothing can be written."""

    deployment = OfAll(Deployment)
    offices = OfOffice(Offices)
    accounts = OfAll(Accounts)
    cards = OfAll(Cards)
    links = OfAll(Links)
    ledger = OfAll(Ledger)
    own_consents = OfAll(OwnConsents)
    own_registrations = OfAll(OwnRegistrations)
    personal_data = OfAll(PersonalData)
    people = OfOffice(People)
    duties = OfOffice(Duties)
    phrases = OfOffice(TypedPhrases)
    expectations = OfOffice(Expectations)
    spoken_of = OfOffice(SpokenOf)
    journal = OfOffice(Journal)
    outbox = OfOffice(Outbox)
    assignments = OfOffice(Assignments)
    completions = OfOffice(Completions)
    requests = OfOffice(Requests)
    bundles = OfOffice(Bundles)
    activities = OfOffice(Activities)
    plans = OfOffice(Plans)
    turnouts = OfOffice(Turnouts)
    fading = OfOffice(Fading)
    photos = OfOffice(Photos)
    registrations = OfOffice(Registrations)
    headcounts = OfOffice(Headcounts)
    rolls = OfOffice(Rolls)
    transfers = OfOffice(Transfers)
    consents = OfOffice(Consents)
    invitations = OfOffice(Invitations)
    vouching = OfOffice(Vouching)
    patterns = OfOffice(Patterns)
    digests = OfOffice(Digests)
    matters = OfOffice(Matters)
    lookups = OfOffice(Lookups)
    attachments = OfOffice(Attachments)
    overlaps = OfOffice(Overlaps)
    registers = OfOffice(Registers)
    papers = OfOffice(Papers)

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
        self.erases = False
        """Set when a person was erased: nothing of them may stay in the file's folds."""

    def by(self, actor: Actor) -> "Work":
        """The same moment, for another actor, whose office it is bound to."""
        return Work(self.connection, actor, self.now, self.memory)

    def at(self, office_id: int) -> "Work":
        """The same actor and moment, in another office of the deployment."""
        return self.by(replace(self.actor, office_id=office_id))

    @cached_property
    def office(self) -> Office:
        return self.offices.get()

    @cached_property
    def calendar(self) -> WorkingCalendar:
        return self.offices.calendar()

    @property
    def zone(self) -> ZoneInfo:
        """Of the office; whoever belongs to none has their own."""
        return self.office.zone if self.actor.office_id else self.actor.zone

    @property
    def here(self) -> datetime:
        """Now, by the office's wall clock."""
        return local(self.now, self.zone)

    @property
    def today(self) -> date:
        return self.here.date()

    def day(self, moment: datetime) -> date:
        """The day that a moment falls on in the office."""
        return local(moment, self.zone).date()

    def log(self, event: str, kind: str, subject: int, **what: Any) -> int:
        """Write one row of the journal for what is being done; returns its number.

        A volunteer acts on their own place only, and is found there: when the place forgets
        them, so does the journal.
        """
        own = kind == "registration" and self.actor.roles <= {Role.VOLUNTEER, Role.STRANGER}
        who = "self" if own else self.actor.subject or "clock"
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
        """The same for what is worth nothing when late: at most once."""
        self.tell(person_id, key, message, care=Care.ONCE, **how)

    def ring_at(self, urgent: bool = False) -> datetime:
        """When work may ring from now on: in working hours; «Khẩn» at once."""
        return self.now if urgent else self.calendar.next_ring(self.now)

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
                answers, when = mine and at is None, at or self.now
                row = self.outbox.redraw(
                    person_id, subject, self.now, when, not ring, answers, urgent
                )
                self._owe(row, person_id, when)

    def redraw_at(self, subject: str, person_id: int, after: timedelta) -> None:
        """Owe a person a card's look some time later, when it may have changed by itself."""
        self.outbox.redraw(person_id, subject, self.now, self.now + after, besides=True)
