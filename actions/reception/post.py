"""The post: which letters are due, how each reads now, and what became of it."""

from datetime import timedelta

from actions.cards import arrived, draw
from actions.reception.part import Part
from actions.reception.standing import note_names, note_question, note_spoken
from domain.access import clock_of
from domain.letters import Care, Delivery, Message
from storage import Connection, Work, letters
from storage.letters import look_of
from storage.people import actor_by_telegram

FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=2), timedelta(minutes=5)


class Post(Part):
    async def take(self, limit: int, unasked: int) -> list[Delivery]:
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

    async def delivered(
        self, delivery: Delivery, message_id: int | None, message: Message | None = None
    ) -> None:
        """A letter stands in its chat; without a message there was nothing to say."""
        now = self.clock()
        look = look_of(message, delivery.locale) if message and delivery.card else ""

        def job(connection: Connection) -> None:
            letters.sent(connection, delivery, message_id, now, look)
            work = Work(connection, clock_of(delivery.office_id), now)
            if message and message_id:
                office, chat = delivery.office_id, delivery.chat_id
                note_names(connection, office, chat, message_id, message, now)
            if delivery.card and message_id and delivery.card_message_id is None:
                arrived(work, delivery.card)
            if message and message_id and delivery.person_id is not None:
                note_question(work, delivery.person_id, message, message_id)
                if delivery.card_message_id is None:
                    note_spoken(work, delivery.person_id, message)

        await self._database.write(job)

    async def later(self, delivery: Delivery, wait: timedelta | None = None) -> None:
        """Try a letter again later, each time a little later."""
        pause = wait or min(FIRST_WAIT * 2 ** min(delivery.tries, 10), LONGEST_WAIT)
        until = self.clock() + pause
        await self._database.write(lambda c: letters.later(c, delivery.id, until))

    async def moved(self, delivery: Delivery, chat_id: int) -> None:
        """The group it was for became a supergroup: it goes there."""
        await self._database.write(lambda c: letters.migrated(c, delivery.chat_id, chat_id))

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
