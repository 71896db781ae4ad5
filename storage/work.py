"""A piece of work: one actor, one moment, one office. Everything a deed or a view may touch."""

import sqlite3
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from domain.access import Actor, Role
from domain.calendar import WorkingCalendar
from domain.letters import Care, Letter, Message
from domain.people import Office
from domain.periods import local
from storage.activities import Activities
from storage.assignments import Assignments
from storage.bundles import Bundles
from storage.completions import Completions
from storage.consents import Consents
from storage.digests import Digests
from storage.expectations import Expectations
from storage.expiring import Fading
from storage.headcounts import Headcounts
from storage.invitations import Invitations
from storage.journal import Journal
from storage.ledger import Ledger
from storage.letters import Outbox
from storage.offices import Offices
from storage.patterns import Patterns
from storage.people import People
from storage.personal_data import Traces
from storage.photos import Photos
from storage.phrases import TypedPhrases
from storage.plans import Plans
from storage.registrations import Registrations
from storage.requests import Requests
from storage.rolls import Rolls
from storage.transfers import Handings
from storage.turnouts import Turnouts

UNDO_WITHIN = timedelta(seconds=30)
"""So long may an act be taken back, where nobody else has acted on it."""


class Work:
    """Bound to the actor's own office; on a reading connection nothing can be written."""

    def __init__(self, connection: sqlite3.Connection, actor: Actor, now: datetime) -> None:
        self.connection = connection
        self.actor = actor
        self.now = now
        self.offices = Offices(connection, actor.office_id)
        self.people = People(connection, actor.office_id)
        self.phrases = TypedPhrases(connection, actor.office_id)
        self.expectations = Expectations(connection, actor.office_id)
        self.journal = Journal(connection, actor.office_id)
        self.outbox = Outbox(connection, actor.office_id)
        self.assignments = Assignments(connection, actor.office_id)
        self.completions = Completions(connection, actor.office_id)
        self.requests = Requests(connection, actor.office_id)
        self.bundles = Bundles(connection, actor.office_id)
        self.activities = Activities(connection, actor.office_id)
        self.plans = Plans(connection, actor.office_id)
        self.turnouts = Turnouts(connection, actor.office_id)
        self.fading = Fading(connection, actor.office_id)
        self.photos = Photos(connection, actor.office_id)
        self.registrations = Registrations(connection, actor.office_id)
        self.headcounts = Headcounts(connection, actor.office_id)
        self.rolls = Rolls(connection, actor.office_id)
        self.handings = Handings(connection, actor.office_id)
        self.consents = Consents(connection, actor.office_id)
        self.invitations = Invitations(connection, actor.office_id)
        self.ledger = Ledger(connection, actor.office_id)
        self.patterns = Patterns(connection, actor.office_id)
        self.traces = Traces(connection, actor.office_id)
        self.erases = False
        """Set when a person was erased: nothing of them may stay in the file's folds."""
        self.digests = Digests(connection, actor.office_id)

    @cached_property
    def office(self) -> Office:
        return self.offices.get()

    @cached_property
    def calendar(self) -> WorkingCalendar:
        return self.offices.calendar()

    @property
    def today(self) -> date:
        return (
            local(self.now, self.office.zone).date() if self.actor.office_id else self.now.date()
        )

    def log(self, event: str, kind: str, subject: int, **what: Any) -> int:
        """Write one row of the journal for what is being done; returns its number.

        A volunteer acts on their own place only, and is found there: when the place forgets
        them, so does the journal.
        """
        own = kind == "registration" and self.actor.roles <= {Role.VOLUNTEER, Role.STRANGER}
        who = "self" if own else self.actor.subject or "clock"
        return self.journal.write(event, kind, subject, at=self.now, who=who, **what)

    def post(self, letter: Letter) -> None:
        self.outbox.post(letter, self.now)

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
                answers = mine and at is None
                self.outbox.redraw(
                    person_id, subject, self.now, at or self.now, not ring, answers, urgent
                )

    def redraw_at(self, subject: str, person_id: int, after: timedelta) -> None:
        """Owe a person a card's look some time later, when it may have changed by itself."""
        later = self.now + after
        self.outbox.redraw_later(person_id, subject, self.now, later)
