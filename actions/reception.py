"""Before an actor is known, or outside any office: who is asking, the inbox, and the post."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from actions.cards import arrived, draw, is_drawn
from domain.access import Actor, Role, clock_of
from domain.dialogue import Expectation
from domain.evidence import ToKeep
from domain.expiring import fades_at
from domain.invites import Tries
from domain.letters import Care, Delivery, Letter, Message, Place
from storage import Connection, Database, Work, expiring, inbox, letters, photos
from storage.completions import note_copy, to_keep
from storage.inbox import Arrival, OpenUpdate
from storage.inspection import look_inside
from storage.letters import look_of
from storage.offices import office_zones, set_setting, setting
from storage.people import (
    actor_by_telegram,
    forget_account,
    lost_accounts,
    menus_to_set,
    set_menu,
    set_reachable,
)

STRANGER = Actor(0, None, frozenset({Role.STRANGER}), address="anh_chi")
KEPT_FOR_ABSENT = timedelta(days=7)
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=2), timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Known:
    """Who speaks, what we wait to hear from them, and the card they replied to."""

    actor: Actor
    waiting: tuple[Expectation, ...] = ()
    card: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of an answer: the message it is now, if it arrived."""

    message: Message
    chat_id: int
    message_id: int | None


ALBUMS = 100
"""So many albums of late are remembered, in memory alone."""


class Reception:
    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        bot_id: int,
    ) -> None:
        self._database, self.clock, self.bot_id = database, clock, bot_id
        self.tries = Tries()
        self._albums: deque[str] = deque(maxlen=ALBUMS)

    # who is asking

    async def recognise(
        self, telegram_id: int, chat_id: int = 0, reply_to: int | None = None
    ) -> Known:
        """One look at who this is; a stranger is an actor with almost no rights."""
        now = self.clock()

        def look(connection: Connection) -> Known:
            actor = actor_by_telegram(connection, telegram_id, now)
            if actor is None or actor.person_id is None:
                return Known(STRANGER)
            work = Work(connection, actor, now)
            card = work.cards.at(chat_id, reply_to) if reply_to else None
            return Known(actor, tuple(work.expectations.open(actor.me, now)), card or "")

        return await self._database.read(look)

    def is_new_album(self, album: str) -> bool:
        """Whether this is the first we see of an album, whose pictures come one by one."""
        is_new = album not in self._albums
        self._albums.append(album)
        return is_new

    async def is_card(self, chat_id: int, message_id: int) -> bool:
        """Whether a message is a live card, which draws itself."""

        def look(connection: Connection) -> bool:
            work = Work(connection, STRANGER, self.clock())
            return work.cards.at(chat_id, message_id) is not None

        return await self._database.read(look)

    async def at_office(self, telegram_id: int, office_id: int) -> Actor:
        """The same person as this other office knows them."""
        now = self.clock()
        found = await self._database.read(
            lambda c: actor_by_telegram(c, telegram_id, now, office_id)
        )
        return found or replace(STRANGER, office_id=office_id)

    async def clocks(self) -> Sequence[Actor]:
        """The actor of each office's own timetable, in its own zone."""
        found = await self._database.read(office_zones)
        return [clock_of(office, zone) for office, zone in found]

    async def reachable(self, telegram_id: int, reachable: bool) -> bool:
        """A person blocked the bot, or came back: then the letters of the last days go out, and
        it is True that they hear us again."""
        since = self.clock() - KEPT_FOR_ABSENT

        def job(connection: Connection) -> bool:
            if reachable:
                letters.drop_out_of_date(connection, telegram_id, since)
            return set_reachable(connection, telegram_id, reachable)

        return await self._database.write(job)

    # the inbox

    async def receive(self, arrivals: Sequence[Arrival]) -> list[inbox.Arrival]:
        """Write a fetched batch down; only then may it be acknowledged."""
        now = self.clock()
        return await self._database.write(lambda c: inbox.arrive(c, self.bot_id, arrivals, now))

    async def wake(self) -> list[OpenUpdate]:
        """At start: what was on its way goes again, and what has not ended is returned."""

        def job(connection: Connection) -> list[OpenUpdate]:
            letters.wake(connection)
            return inbox.still_open(connection, self.bot_id)

        return await self._database.write(job)

    async def end(
        self, update_id: int, telegram_id: int, who: Actor, answers: Sequence[Sent] = ()
    ) -> None:
        """An update ended: keep where its answers stand; what did not arrive is owed. Whoever
        was a stranger before the deed may be somebody after it."""
        now = self.clock()

        def job(connection: Connection) -> None:
            inbox.end(connection, self.bot_id, update_id, now)
            known = who
            if who.person_id is None and answers:
                known = actor_by_telegram(connection, telegram_id, now) or who
            if known.person_id is not None:
                work = Work(connection, known, now)
                for number, answer in enumerate(answers):
                    _save_answer(work, answer, f"answer:{update_id}:{number}")

        await self._database.write(job)

    async def try_again(self, update_id: int, fault: str, most: int = inbox.MAX_TRIES) -> bool:
        """Count one more try; False when there were enough, and the update is put aside."""
        now = self.clock()

        def job(connection: Connection) -> bool:
            if inbox.try_again(connection, self.bot_id, update_id, fault) <= most:
                return True
            inbox.quarantine(connection, self.bot_id, update_id, fault, now)
            return False

        return await self._database.write(job)

    async def migrated(self, old: int, new: int) -> None:
        """A group became a supergroup."""
        await self._database.write(lambda c: letters.migrated(c, old, new))

    # the post

    async def take_post(self, limit: int, unasked: int) -> list[Delivery]:
        """At most so many letters, and of these so many that nobody waits for."""
        now = self.clock()
        return await self._database.write(lambda c: letters.lease_due(c, now, limit, unasked))

    async def draw(self, delivery: Delivery) -> Message | None:
        """A letter's message; a card is drawn from how things stand now. None when there is
        nothing to see, or nothing new."""
        if not delivery.card:
            return delivery.message
        now = self.clock()

        def look(connection: Connection) -> Message | None:
            reader = actor_by_telegram(connection, delivery.chat_id, now, delivery.office_id)
            return draw(Work(connection, reader, now), delivery.card) if reader else None

        message = await self._database.read(look)
        is_new = message is None or look_of(message, delivery.locale) != delivery.card_look
        return message if is_new else None

    async def sent(
        self, delivery: Delivery, message_id: int | None, message: Message | None = None
    ) -> None:
        now = self.clock()
        look = look_of(message, delivery.locale) if message and delivery.card else ""

        def job(connection: Connection) -> None:
            letters.sent(connection, delivery, message_id, now, look)
            if message and message_id:
                _note_names(
                    connection, delivery.office_id, delivery.chat_id, message_id, message, now
                )
            if delivery.card and message_id and delivery.card_message_id is None:
                arrived(Work(connection, clock_of(delivery.office_id), now), delivery.card)
            if message and message_id and delivery.person_id is not None:
                work = Work(connection, clock_of(delivery.office_id), now)
                _note_question(work, delivery.person_id, message, message_id)

        await self._database.write(job)

    async def faded(self, limit: int) -> list[tuple[int, int]]:
        """Messages with names whose time is over: chat and message."""
        now = self.clock()
        return await self._database.read(lambda c: expiring.due(c, now, limit))

    async def faded_away(self, chat_id: int, message_id: int) -> None:
        await self._database.write(lambda c: expiring.gone(c, chat_id, message_id))

    async def put_back(self, delivery: Delivery, wait: timedelta | None = None) -> None:
        """Try a letter again later, each time a little later."""
        pause = wait or min(FIRST_WAIT * 2 ** min(delivery.tries, 10), LONGEST_WAIT)
        until = self.clock() + pause
        await self._database.write(lambda c: letters.later(c, delivery.id, until))

    async def give_up(self, delivery: Delivery, *, unreachable: bool) -> None:
        """A letter that can never arrive, or whose arrival stays in doubt; one for a person who
        blocked the bot waits until they come back."""
        now, doubt = self.clock(), delivery.care is Care.ONCE

        def job(connection: Connection) -> None:
            if unreachable and delivery.person_id is not None:
                letters.unreachable(connection, delivery.chat_id)
                letters.hold(connection, delivery.id)
            else:
                letters.settle(connection, delivery.id, "uncertain" if doubt else "dead", now)

        await self._database.write(job)

    async def lost_card(self, delivery: Delivery) -> None:
        """The message that a card was is gone: forget it, so that a new one is sent."""
        if delivery.person_id is not None:
            person_id, now = delivery.person_id, self.clock()

            def job(connection: Connection) -> None:
                letters.forget_card(connection, person_id, delivery.card)
                letters.later(connection, delivery.id, now)

            await self._database.write(job)

    # housekeeping

    async def menus_to_set(self, limit: int = 30) -> list[tuple[int, int, Actor]]:
        """People whose commands no longer fit: person id, Telegram id, who they are."""
        now = self.clock()

        def look(connection: Connection) -> list[tuple[int, int, Actor]]:
            rows = menus_to_set(connection, limit)
            found = [(r, actor_by_telegram(connection, r["telegram_id"], now)) for r in rows]
            return [(r["id"], r["telegram_id"], actor) for r, actor in found if actor]

        return await self._database.read(look)

    async def menu_set(self, person_id: int, menu: str) -> None:
        await self._database.write(lambda c: set_menu(c, person_id, menu))

    async def evidence_to_keep(self, limit: int, most: int) -> list[ToKeep]:
        """Evidence and photos that were sent in, and of which the office has no own copy."""
        return await self._database.read(
            lambda c: [*to_keep(c, limit, most), *photos.to_keep(c, limit, most)]
        )

    async def evidence_kept(self, piece: ToKeep, path: str) -> None:
        """Where the copy lies; an empty path counts a failed try."""
        note = photos.note_copy if piece.shelf == photos.SHELF else note_copy
        await self._database.write(lambda c: note(c, piece, path))

    async def stray_files(self, limit: int) -> list[str]:
        """Copies on the disk whose row is gone."""
        return await self._database.read(lambda c: photos.strays(c, limit))

    async def stray_gone(self, path: str) -> None:
        await self._database.write(lambda c: photos.gone(c, path))

    async def counts(self) -> tuple[dict[str, int], dict[str, int]]:
        """How many updates and letters are in which state."""
        return await self._database.read(lambda c: (inbox.counts(c), letters.counts(c)))

    async def look_inside(self) -> dict[str, Any]:
        """The outbox and the journal, for the sandbox's glass panel."""
        return await self._database.read(look_inside)

    async def lost_accounts(self, limit: int = 30) -> list[int]:
        """Telegram ids whose commands are to be cleared."""
        return await self._database.read(lambda c: lost_accounts(c, limit))

    async def account_cleared(self, telegram_id: int) -> None:
        await self._database.write(lambda c: forget_account(c, telegram_id))

    async def setting(self, name: str) -> str | None:
        return await self._database.read(lambda c: setting(c, name))

    async def save_setting(self, name: str, value: str) -> None:
        await self._database.write(lambda c: set_setting(c, name, value))


def _note_names(
    connection: Connection,
    office_id: int,
    chat_id: int,
    message_id: int,
    message: Message,
    now: datetime,
) -> None:
    """A message with names is deleted in time; written over by one without, it may stay."""
    if message.fades:
        due = fades_at(message.fades, now)
        work = Work(connection, clock_of(office_id), now)
        work.fading.note(chat_id, message_id, message.fades, due)
    else:
        expiring.gone(connection, chat_id, message_id)


def _save_answer(work: Work, answer: Sent, key: str) -> None:
    """Whoever had themselves forgotten in this very turn is owed nothing."""
    message = answer.message
    if not work.accounts.subject(work.actor.me):
        return
    if answer.message_id:
        chat, office = answer.chat_id, work.actor.office_id
        _note_names(work.connection, office, chat, answer.message_id, message, work.now)
    if answer.message_id is None and is_drawn(message.card):
        _owe_card(work, message)
    elif answer.message_id is None:
        until = fades_at(message.fades, work.now) if message.fades else None
        work.post(Letter(work.actor.me, message, key, drop_after=until, answers=True))
    elif message.card:
        look = look_of(message, work.actor.locale)
        work.cards.save(work.actor.me, message.card, answer.chat_id, answer.message_id, look=look)
    if answer.message_id is not None:
        _note_question(work, work.actor.me, message, answer.message_id)


def _note_question(work: Work, person_id: int, message: Message, message_id: int) -> None:
    """Which message asks, so that a reply to it is an answer."""
    if message.topic:
        topic, _, subject = message.topic.rpartition(":")
        work.expectations.asked_in(person_id, topic, int(subject), message_id)


def _owe_card(work: Work, message: Message) -> None:
    """A card that did not arrive is owed as it will look then: once, however many answers."""
    if message.place is not Place.EDIT:
        work.cards.forget(work.actor.me, message.card)
    work.redraw(message.card, work.actor.me)
