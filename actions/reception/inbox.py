"""The inbox: what came is written down, goes on after a crash, and ends with its answer."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from actions.cards import is_drawn
from actions.reception.part import ReceptionPart
from actions.reception.standing import note_names, note_question, note_spoken
from actions.rooms import stands
from domain.access import Actor
from domain.expiring import expires_at
from domain.letters import Letter, Message, Place
from storage import Connection, Database, Work, inbox, letters
from storage.accounts import actor_by_telegram
from storage.cards import look_of
from storage.inbox import MAX_KILLS, MAX_TRIES, OpenUpdate, Outcome, arrival_of, sender_of

__all__ = ["Inbox", "OpenUpdate", "Sent", "is_deed", "sender_of"]

WHICH = "which"
"""An answer that asks which question is meant comes after none of them."""
MISHEARD = frozenset({"meant", "not_understood", "refusal"})
NOTHING_DONE = MISHEARD | {"talk"}
"""Answers after which nobody has gone on to something else."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of an answer: the message it is now, if it arrived."""

    message: Message
    chat_id: int
    message_id: int | None
    doubt: bool = False
    """It may have arrived all the same."""
    anew: bool = True
    """A message of its own, not one written over."""
    captioned: bool | None = None
    """Whether its words stand under a photo or a file."""


def is_deed(outcome: Outcome | None) -> bool:
    """Whether something was done and recorded; a refusal is not."""
    return outcome is not None and outcome.refusal is None


class Inbox(ReceptionPart):
    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        bot_id: int,
    ) -> None:
        super().__init__(database, clock)
        self.bot_id = bot_id

    async def receive(self, raw: Sequence[dict[str, Any]]) -> list[OpenUpdate]:
        """Write a fetched batch down, and only then may it be acknowledged; what is new in it."""
        now, arrivals = self.clock(), [arrival_of(update) for update in raw]
        fresh = await self._database.write(inbox.arrive, self.bot_id, arrivals, now)
        known = {int(update["update_id"]): update for update in raw}
        return [OpenUpdate(f.update_id, f.sender, 1, known[f.update_id], None) for f in fresh]

    async def wake(self) -> list[OpenUpdate]:
        """At start: what was on its way goes again, and what has not ended is returned."""

        def job(connection: Connection) -> list[OpenUpdate]:
            letters.wake(connection)
            return inbox.still_open(connection, self.bot_id)

        return await self._database.write(job)

    async def end(
        self,
        update_id: int,
        telegram_id: int,
        who: Actor,
        answers: Sequence[Sent] = (),
        asks: frozenset[str] | None = None,
        went_on: bool = True,
    ) -> list[Sent]:
        """An update ended: keep where its answers stand; what did not arrive is owed. Whoever
        was a stranger before the deed may be somebody after it. Returned is what is owed to a
        stranger, of whom nothing is written down. It rides with the next commit: after a crash
        the answer is said again. Where a message stands it is waited for, because the next line
        of the same person may be about it. After words that were answered, all questions are
        older but those that the answer `asks`."""
        now = self.clock()
        if not answers:
            self._database.ride(lambda c: inbox.end(c, self.bot_id, update_id, now))
            return []

        def job(connection: Connection) -> list[Sent]:
            inbox.end(connection, self.bot_id, update_id, now)
            known = who
            if who.person_id is None:
                known = actor_by_telegram(connection, telegram_id, now) or who
            if known.person_id is None:
                return [answer for answer in answers if answer.message_id is None]
            work = Work(connection, known, now)
            for number, answer in enumerate(answers):
                _pass_by(work, answer.message, asks, went_on)
                _save_answer(connection, work, answer, f"answer:{update_id}:{number}")
            return []

        return await asyncio.shield(self._database.ride(job))

    async def try_again(self, update_id: int, fault: str, *, killed: bool = False) -> bool:
        """Count one more try; False when there were enough, and the update is put aside. One
        that may have `killed` the process is given a few more."""
        now, most = self.clock(), MAX_KILLS if killed else MAX_TRIES

        def job(connection: Connection) -> bool:
            if inbox.try_again(connection, self.bot_id, update_id, fault) <= most:
                return True
            inbox.quarantine(connection, self.bot_id, update_id, fault, now)
            return False

        return await self._database.write(job)


def _pass_by(work: Work, message: Message, asks: frozenset[str] | None, went_on: bool) -> None:
    sort = message.kind.partition(".")[0]
    if asks is not None and sort != WHICH:
        further = went_on and sort not in NOTHING_DONE
        how = {"went_on": further, "misheard": sort in MISHEARD or not went_on}
        work.expectations.pass_by(work.actor.me, {*asks, message.topic}, **how)


def _save_answer(connection: Connection, work: Work, answer: Sent, key: str) -> None:
    """Whoever had themselves erased in this very turn is owed nothing."""
    message = answer.message
    if not work.accounts.subject(work.actor.me):
        return
    if answer.message_id:
        chat, office = answer.chat_id, work.actor.office_id
        place = (office, chat, answer.message_id)
        note_names(connection, *place, message, work.now, anew=answer.anew)
    if answer.message_id is None:
        _owe(work, answer, key)
        return
    if message.card:
        look = look_of(message, work.actor.locale)
        where = (answer.chat_id, answer.message_id)
        work.cards.save(
            work.actor.me, message.card, *where, work.now, look=look, captioned=answer.captioned
        )
    note_question(work, work.actor.me, message, answer.message_id)
    note_spoken(work, work.actor.me, message)
    if answer.message_id:
        stands(work, work.actor.me, message, answer.message_id, anew=answer.anew)


def _owe(work: Work, answer: Sent, key: str) -> None:
    """What did not arrive; but what is protected and never expires lies in no table: it is asked
    for again."""
    message = answer.message
    if is_drawn(message.card):
        _owe_card(work, message)
    elif message.expires or not message.protect:
        until = expires_at(message.expires, work.now) if message.expires else None
        again = answer.doubt
        work.post(Letter(work.actor.me, message, key, drop_after=until, answers=True, again=again))


def _owe_card(work: Work, message: Message) -> None:
    """A card that did not arrive is owed as it will look then: once, however many answers."""
    if message.place is not Place.EDIT:
        work.cards.forget(work.actor.me, message.card)
    work.redraw(message.card, work.actor.me)
