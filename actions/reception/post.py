"""The post: which letters are due, how each reads now, and what became of it."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from actions.cards import arrived, draw
from actions.desk import Ready
from actions.reception.part import ReceptionPart
from actions.reception.standing import note_brought, note_names, note_question
from actions.rooms import stands
from domain.access import Actor, clock_of
from domain.letters import Care, Delivery, Message
from storage import Connection, Work, letters
from storage.accounts import actor_by_telegram
from storage.cards import look_of

WHERE_ONE_STANDS = ("membership", "role_grant", "point", "activity", "office")
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=2), timedelta(minutes=5)


class Post(ReceptionPart):
    async def take(self, limit: int, unasked: int) -> list[Delivery]:
        """At most so many letters, and of these so many that nobody waits for."""
        now = self.clock()
        if not self._database.glance(partial(letters.any_waits, now=now)):
            return []
        return await self._database.write(letters.lease_due, now, limit, unasked)

    async def draw(self, delivery: Delivery) -> Message | None:
        """A letter's message; a card is drawn from how things stand now. None when there is
        nothing to see, or nothing new."""
        if not delivery.card:
            return delivery.message
        now = self.clock()
        return await self._database.read(_look, delivery, now)

    async def delivered(
        self,
        delivery: Delivery,
        message_id: int | None,
        message: Message | None = None,
        again: Callable[[], None] | None = None,
        *,
        captioned: bool | None = None,
    ) -> None:
        """A letter stands in its chat; without a message there was nothing to say. `again` is
        called when its card changed meanwhile. What may be repeated without harm, a card
        written over, is noted with the next commit."""
        now = self.clock()
        look = look_of(message, delivery.locale) if message and delivery.card else ""

        def job(connection: Connection) -> bool:
            waits = letters.sent(connection, delivery, message_id, now, look, captioned=captioned)
            if message and message_id:
                _stands(connection, delivery, message_id, message, now)
            return waits

        rides = bool(delivery.card) and message_id == delivery.card_message_id
        noted = self._database.ride(job) if rides else self._database.submit(job)
        noted.add_done_callback(partial(_look_again, again))
        if not rides:
            await asyncio.shield(noted)

    async def later(self, delivery: Delivery, wait: timedelta | None = None) -> None:
        """Try a letter again later, each time a little later."""
        pause = wait or min(FIRST_WAIT * 2 ** min(delivery.tries, 10), LONGEST_WAIT)
        until = self.clock() + pause
        await self._database.write(letters.later, delivery.id, until)

    async def moved(self, delivery: Delivery, chat_id: int) -> None:
        """The group it was for became a supergroup: it goes there."""
        await self._database.write(letters.migrated, delivery.chat_id, chat_id)

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


def _look_again(again: Callable[[], None] | None, noted: "asyncio.Future[bool]") -> None:
    if again and not noted.cancelled() and not noted.exception() and noted.result():
        again()


def _stands(
    connection: Connection, delivery: Delivery, message_id: int, message: Message, now: datetime
) -> None:
    work = Work(connection, clock_of(delivery.office_id), now)
    anew = delivery.card_message_id is None
    where = (delivery.office_id, delivery.chat_id, message_id)
    note_names(connection, *where, message, now, anew=anew)
    if delivery.card and anew:
        arrived(work, delivery.card)
    if delivery.person_id is not None:
        note_question(work, delivery.person_id, message, message_id)
        note_brought(work, delivery.person_id, message, anew=anew)
        stands(work, delivery.person_id, message, message_id, anew=anew)


def at_hand(connection: Connection, work: Work) -> list[Ready]:
    """What a deed owes the very one who did it, taken and drawn within its own job, what answers
    first. Where that fails the letter waits, and the postman meets the fault and says so."""
    owed, work.owed = list(dict.fromkeys(work.owed)), []
    if not owed:
        return []
    taken = letters.take(work.memory, owed, work.now)
    work.outbox.posted = work.outbox.posted or len(taken) < len(owed)
    found = (_drawn(connection, work, taken[one]) for one in owed if one in taken)
    return sorted(filter(None, found), key=lambda ready: not ready[0].answers)


def _drawn(connection: Connection, work: Work, delivery: Delivery) -> Ready | None:
    now = work.now
    try:
        message = _own_look(connection, work, delivery) if delivery.card else delivery.message
    except Exception:  # noqa: BLE001 - a card that cannot be drawn undoes no deed
        letters.later(connection, delivery.id, now)
        work.outbox.posted = True
        return None
    if message is None:
        letters.sent(connection, delivery, None, now)
        return None
    return delivery, message


def _own_look(connection: Connection, work: Work, delivery: Delivery) -> Message | None:
    """How a card looks to the one who acted, who is who they were unless that was written; of a
    newcomer it was just written who they are."""
    who = () if work.is_newcomer else ("person",)
    is_known = not work.memory.wrote(*who, *WHERE_ONE_STANDS)
    is_same = is_known and work.actor.office_id == delivery.office_id
    reader = work.actor if is_same else _reader(connection, delivery, work.now)
    return _if_new(draw(work.by(reader), delivery.card), delivery) if reader else None


def _look(connection: Connection, delivery: Delivery, now: datetime) -> Message | None:
    reader = _reader(connection, delivery, now)
    message = draw(Work(connection, reader, now), delivery.card) if reader else None
    return _if_new(message, delivery)


def _reader(connection: Connection, delivery: Delivery, now: datetime) -> Actor | None:
    return actor_by_telegram(connection, delivery.chat_id, now, delivery.office_id)


def _if_new(message: Message | None, delivery: Delivery) -> Message | None:
    is_new = message is None or look_of(message, delivery.locale) != delivery.card_look
    return message if is_new else None
