"""The desk: the only door to the work. It checks the right and keeps the transaction."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Concatenate, Generic, ParamSpec, Protocol, TypeVar

from domain.access import Actor, Permission
from domain.letters import IN_PLACE, UNREACHED, Buttons, Delivery, Message, Place, instead
from domain.refusals import Refusal
from storage import Connection, Database, Work
from storage.database import take_back
from storage.inbox import Outcome, decide

P = ParamSpec("P")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Action(Generic[P, R_co]):
    """A deed (it writes) or a view (it reads), and the right it needs."""

    needs: Permission
    run: Callable[Concatenate[Work, P], R_co]
    writes: bool
    near: bool = False
    """A few rows found by their keys: had at once, without a hop to another thread."""


def action(
    needs: Permission,
) -> Callable[[Callable[Concatenate[Work, P], R]], Action[P, R]]:
    """Declare a deed, once, with the right it needs."""
    return lambda deed: Action(needs, deed, writes=True)


def view(
    needs: Permission,
) -> Callable[[Callable[Concatenate[Work, P], R]], Action[P, R]]:
    """Declare something that is only looked at."""
    return lambda look: Action(needs, look, writes=False)


def glance(
    needs: Permission,
) -> Callable[[Callable[Concatenate[Work, P], R]], Action[P, R]]:
    """Declare a look at a few rows that are found by their keys: what a tap meets on its way."""
    return lambda look: Action(needs, look, writes=False, near=True)


class Ticket(Protocol):
    """A place in a line of updates that are decided in the order of their arrival."""

    async def comes(self) -> None:
        """Wait until all before have handed in their deeds."""

    def passed(self) -> None:
        """Let the next one come."""


Ready = tuple[Delivery, Message]
"""A letter that is taken and drawn."""


class Hands(Protocol):
    """Whoever carries at once what the one who acted waits for."""

    def at_hand(self, connection: Connection, work: Work) -> Sequence[Ready]:
        """Within the deed's job: take and draw it."""

    def carry(self, ready: Ready) -> None:
        """After the commit: bring it."""

    def close(self, chat_id: int, message_id: int) -> None:
        """After the commit: take the buttons off what somebody else is asked no more."""


class _Nobody:
    """Where there is no postman: what is owed waits."""

    def at_hand(self, _: Connection, work: Work) -> Sequence[Ready]:
        return ()

    def carry(self, ready: Ready) -> None:
        raise NotImplementedError

    def close(self, chat_id: int, message_id: int) -> None:
        """Nobody does."""


@dataclass(slots=True)
class Receipt:
    """The update that a deed answers. At most one deed an update; `outcome` is what it came
    to, also when a crash lay between the deed and its answer; `pressed` is the message under
    whose button it was done, its chat and its number."""

    bot_id: int
    update_id: int
    outcome: Outcome | None = None
    ticket: Ticket | None = None
    pressed: tuple[int, int] | None = None
    said_in: int | None = None
    """The message that was typed to us alone."""
    anew: bool = False
    """It was edited, and is heard in place of what it said before."""
    spent: bool = False
    answered: frozenset[int] = frozenset()
    """The messages whose questions it answered, or asked anew elsewhere."""
    asks: frozenset[str] = frozenset()
    """The questions that it left open, or changed."""
    answers: bool = False
    """Whether it was the answer to any."""
    did: "Did | None" = None
    """What was done."""
    chose: Buttons = frozenset()
    """What these ask is answered, where its deed does not tell, or there was none."""
    leaves: bool = False
    """The message that was pressed stands as it is, without its buttons."""
    over: tuple[str, int] | None = None
    """A question, by its topic and subject, that is over with the deed, whichever that is."""


@dataclass(frozen=True, slots=True)
class Did:
    """A deed, the number of what it was done to, and whether its answer would stand where it
    was asked."""

    deed: Action[..., Message | None]
    thing: int
    in_place: bool


Begun = asyncio.Future[tuple[R, Work]]
"""A deed that was handed in: what it comes to, and the piece of work in which it was done."""


class Desk:
    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self.clock = clock
        self.posted = asyncio.Event()
        """Set when a letter was written: the postman looks."""
        self.hands: Hands = _Nobody()

    async def do(self, deed: Action[P, R], who: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Do one deed for one actor: all of it, or none of it."""
        return await self.end(self.begin(deed, who, *args, **kwargs))

    def begin(
        self, deed: Action[P, R], who: Actor, /, *args: P.args, **kwargs: P.kwargs
    ) -> Begun[R]:
        """Hand one deed in; those that are handed in together share a commit."""
        who.require(deed.needs)
        now = self.clock()

        def job(connection: Connection) -> tuple[R, Work]:
            work = Work(connection, who, now)
            return deed.run(work, *args, **kwargs), work

        return self._database.submit(job)

    async def end(self, begun: Begun[R]) -> R:
        """Wait for a deed that was handed in."""
        result, work = await asyncio.shield(begun)
        await self._after(work)
        return result

    async def _after(self, work: Work) -> None:
        """Letters are to be carried; what was erased leaves no trace in the file; what follows is
        done by itself."""
        if work.outbox.posted or work.owed:
            self.posted.set()
        for chat_id, message_id in work.expectations.elsewhere:
            self.hands.close(chat_id, message_id)
        if work.erases:
            await self._database.tidy()
        for follow in work.follows:
            await follow(self)

    async def answer(
        self,
        receipt: Receipt,
        deed: Action[P, Message | None],
        who: Actor,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Message | None:
        """Do the one deed of an update; its outcome, refusals included, is kept with it."""
        if receipt.spent:
            raise RuntimeError("a second deed for one update")
        receipt.spent = True
        if receipt.outcome is None:
            receipt.outcome = await self._decide(receipt, deed, who, *args, **kwargs)
        return receipt.outcome.speak()

    async def _decide(
        self,
        receipt: Receipt,
        deed: Action[P, Message | None],
        who: Actor,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Outcome:
        now = self.clock()

        def job(connection: Connection) -> tuple[Outcome, Work, Sequence[Ready]]:
            work = Work(connection, who, now)
            try:
                who.require(deed.needs)
                _hear(work, receipt)
                said = deed.run(work, *args, **kwargs)
                receipt.did = _did(deed, args, said)
                _heard(work, receipt)
                said = placed(work, _with_unreached(work, said), receipt.pressed)
                if receipt.pressed is None:
                    _asks_once(work, said)
                outcome = Outcome(message=said)
            except Refusal as refusal:
                take_back(connection)
                work, outcome = Work(connection, who, now), Outcome(refusal=refusal)
            decide(work.memory, receipt.bot_id, receipt.update_id, outcome)
            return outcome, work, self.hands.at_hand(connection, work)

        if receipt.ticket:
            await receipt.ticket.comes()
        handed_in = self._database.submit(job)
        if receipt.ticket:
            receipt.ticket.passed()
        outcome, work, ready = await asyncio.shield(handed_in)
        for one in ready:
            self.hands.carry(one)
        receipt.answered = _closed(work, outcome.message)
        receipt.asks = frozenset(work.expectations.asked)
        receipt.answers = bool(work.expectations.answered)
        receipt.chose |= work.answered
        receipt.leaves = receipt.leaves or bool(work.answered)
        await self._after(work)
        return outcome

    async def see(self, look: Action[P, R], who: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Look at something; nothing is written."""
        who.require(look.needs)
        now = self.clock()

        def job(connection: Connection) -> R:
            return look.run(Work(connection, who, now), *args, **kwargs)

        return self._database.glance(job) if look.near else await self._database.read(job)


def _did(deed: Action[P, Message | None], args: Sequence[object], said: Message | None) -> Did:
    thing = next((one for one in args if isinstance(one, int)), 0)
    return Did(deed, thing, said is not None and said.place in IN_PLACE)


def _closed(work: Work, said: Message | None) -> frozenset[int]:
    """The questions whose buttons are to go; what is asked anew without a word, as with each
    picture of an album, still stands."""
    anew = work.expectations.answered if said and said.topic else set()
    return frozenset((work.expectations.closed | anew) & work.expectations.by_buttons)


def _asks_once(work: Work, said: Message | None) -> None:
    """A card that asks, answered in words and shown below them, has no buttons left above."""
    if said and said.card and said.topic:
        work.expectations.moves(work.actor.me, said.card)


def _hear(work: Work, receipt: Receipt) -> None:
    """Whose words these are; what an edited message had brought makes way."""
    work.expectations.said_in = receipt.said_in
    if receipt.anew and receipt.said_in:
        work.expectations.unsay(work.actor.me, receipt.said_in)


def _heard(work: Work, receipt: Receipt) -> None:
    """What was done is done: editing the message does not do it again, nor does a second tap on
    the question that led there."""
    if receipt.over:
        work.expectations.forget(work.actor.me, *receipt.over)
    if receipt.said_in and work.logged and work.actor.person_id is not None:
        work.expectations.done_with(work.actor.me, receipt.said_in)


def _with_unreached(work: Work, said: Message | None) -> Message | None:
    """Work that was told to somebody whom no letter reaches says so to whoever told it."""
    if said is None or not work.told or not work.actor.may(Permission.OWN_WORK):
        return said
    names = work.people.unreached(work.told) if "unheard" not in said.facts else []
    return replace(said, facts={**said.facts, UNREACHED: names}) if names else said


_ON_A_CARD = {Place.RESULT: Place.TOAST, Place.NEXT: Place.NEW}


def placed(work: Work, said: Message | None, pressed: tuple[int, int] | None) -> Message | None:
    """A question that was answered turns into what came of it, or into the next one, where it
    stands. A live card is written over by itself alone: else it draws itself."""
    if said is None or pressed is None:
        return said
    answer = instead(said) if pressed[1] in work.expectations.answered else said
    if answer.place not in _ON_A_CARD or work.cards.at(*pressed) in (None, answer.card):
        return answer
    return replace(answer, place=_ON_A_CARD[answer.place])
