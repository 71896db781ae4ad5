"""Who is asking: the person, their office, their album, and whether they can be reached."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from actions.desk import placed
from actions.office.clock import OfficeClock, office_clock
from actions.reception.part import ReceptionPart
from domain.access import Actor, Role
from domain.calendar import WorkingCalendar
from domain.consent import UNKNOWN
from domain.dialogue import Expectation
from domain.invites import Tries
from domain.letters import Message, Place
from domain.periods import local
from domain.posters import Addresses, Languages, Posters
from storage import Connection, Database, Work, letters
from storage.accounts import actor_by_telegram, set_reachable

STRANGER = Actor(0, None, frozenset({Role.STRANGER}), address=UNKNOWN)
KEPT_FOR_ABSENT = timedelta(days=7)
ALBUMS = 100
"""So many albums of late are remembered, in memory alone."""


@dataclass(frozen=True, slots=True)
class Known:
    """Who speaks, what we wait to hear from them, the card they replied to, and what was last
    spoken of with them, since when."""

    actor: Actor
    waiting: tuple[Expectation, ...] | None = ()
    """Not looked up where a button was pressed, which says itself what it means."""
    card: str = ""
    spoken_of: str = ""
    spoken_at: datetime | None = None
    clock: OfficeClock | None = None
    """Their office's time and calendar, when there is something to read."""


class Recognition(ReceptionPart):
    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        super().__init__(database, clock)
        self.tries, self.posters = Tries(), Posters()
        self.languages, self.addresses = Languages(), Addresses()
        self._albums: deque[str] = deque(maxlen=ALBUMS)

    def recognise(
        self,
        telegram_id: int,
        chat_id: int = 0,
        reply_to: int | None = None,
        *,
        typed: bool = False,
    ) -> Known:
        """One look at who this is; a stranger is an actor with almost no rights. What was
        typed is read by the office's clock."""
        now = self.clock()

        def look(connection: Connection) -> Known:
            actor = actor_by_telegram(connection, telegram_id, now)
            if actor is None or actor.person_id is None:
                nowhere = OfficeClock(local(now, STRANGER.zone), WorkingCalendar(STRANGER.zone))
                address = self.addresses.of(telegram_id, STRANGER.address)
                return Known(replace(STRANGER, address=address), clock=nowhere)
            work = Work(connection, actor, now)
            card = work.cards.at(chat_id, reply_to) if reply_to else None
            waiting = tuple(work.expectations.open(actor.me, now)) if typed else None
            clock = office_clock.run(work) if typed else None
            spoken_of, at = work.spoken_of.fresh(actor.me, now) if typed else ("", None)
            return Known(actor, waiting, card or "", spoken_of, at, clock)

        return self._database.glance(look)

    def waiting(self, actor: Actor) -> tuple[Expectation, ...]:
        """What we wait to hear from somebody."""
        now = self.clock()
        return self._database.glance(
            lambda c: tuple(Work(c, actor, now).expectations.open(actor.me, now))
        )

    def is_new_album(self, album: str) -> bool:
        """Whether this is the first we see of an album, whose pictures come one by one."""
        is_new = album not in self._albums
        self._albums.append(album)
        return is_new

    def placed(self, said: Message | None, pressed: tuple[int, int]) -> Message | None:
        """Where an answer goes that stands in place of what was pressed."""
        if said is None or said.place not in (Place.RESULT, Place.NEXT):
            return said
        now = self.clock()
        return self._database.glance(lambda c: placed(Work(c, STRANGER, now), said, pressed))

    def at_office(self, telegram_id: int, office_id: int) -> Actor:
        """The same person as this other office knows them."""
        now = self.clock()
        found = self._database.glance(lambda c: actor_by_telegram(c, telegram_id, now, office_id))
        return found or replace(STRANGER, office_id=office_id)

    async def reachable(self, telegram_id: int, reachable: bool) -> bool:
        """A person blocked the bot, or came back: then the letters of the last days go out, and
        it is True that they hear us again."""
        since = self.clock() - KEPT_FOR_ABSENT

        def job(connection: Connection) -> bool:
            if reachable:
                letters.drop_out_of_date(connection, telegram_id, since)
            return set_reachable(connection, telegram_id, reachable)

        return await self._database.write(job)

    async def moved(self, old: int, new: int) -> None:
        """A group that we know became a supergroup."""
        await self._database.write(letters.migrated, old, new)
