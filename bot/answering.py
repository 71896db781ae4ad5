"""Answers the one who spoke: a notice over the chat, the pressed message anew, or a new one."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from actions.reception.inbox import Sent
from bot.courier import Courier
from bot.owed_answers import OwedAnswers
from domain.access import Actor
from domain.groups import group_note
from domain.letters import Fate, Message, Place, Press
from domain.posters import Languages
from handlers.kit.door import Answered
from handlers.kit.incoming import Incoming, Key, Pressed
from handlers.kit.languages import language_of
from texts import Catalogue, Words

Username = Callable[[], Awaitable[str | None]]
"""Our own name at Telegram, once it is known."""


class Answering:
    def __init__(
        self,
        courier: Courier,
        catalogue: Catalogue,
        me: Username,
        owed: OwedAnswers,
        chosen: Languages,
    ) -> None:
        self._courier, self._catalogue, self._me, self._owed = courier, catalogue, me, owed
        self._chosen = chosen

    def words(self, actor: Actor, update: Incoming) -> Words:
        """The words of whoever speaks."""
        locale = language_of(actor, update.sender, self._chosen)
        return self._catalogue.words(locale, actor.address, actor.zone)

    def as_it_asked(self, update: Incoming) -> Incoming:
        """A reply to a question that lost its buttons since is still about what it asked."""
        said = update.message
        under = said.reply_to if said else None
        if said is None or under is None or under.buttons:
            return update
        asked = sorted(self._courier.asked.asked(under.chat.id, under.id))
        keys = tuple(Key("", Press(verb, about).pack()) for verb, about in asked)
        return replace(update, message=replace(said, reply_to=replace(under, buttons=keys)))

    async def give(self, update: Incoming, answer: Answered) -> list[Sent]:
        """Say what a handler returned; what did not arrive has no message id."""
        words, message = self.words(answer.known.actor, update), answer.message
        if update.pressed:
            return await self._to_press(words, update, update.pressed, message)
        if message is None or update.chat is None:
            return []
        if message.place is Place.ALONE and update.sender:
            return [await self._alone(words, update, update.sender.id, message)]
        spoken = update.message.id if update.message and not update.chat.is_private else None
        return [await self._send(words, update.chat.id, message, None, message.quotes or spoken)]

    def over(self, update: Incoming, answer: Answered, sent: Sequence[Sent]) -> list[int]:
        """The questions that were answered in words, or elsewhere: what was just said, or was
        pressed and is written over, is none of them."""
        if update.sender is None:
            return []
        pressed = update.message.id if update.pressed and update.message else None
        said = {one.message_id for one in sent} | {None if answer.leaves else pressed}
        same = self._courier.asked.answered_by(update.sender.id, answer.done)
        return sorted((answer.asked | set(same)) - said)

    async def close(self, chat_id: int, over: Sequence[int]) -> None:
        """They have no buttons left."""
        for asked in over:
            await self._courier.close(chat_id, asked)

    async def say_meanwhile(self, update: Incoming, actor: Actor, message: Message) -> None:
        """A word while the answer is still to come; a press stays open for it."""
        if update.chat is not None and update.chat.is_private:
            words = self.words(actor, update)
            await self._send(words, update.chat.id, message, None, None)

    async def _alone(
        self, words: Words, update: Incoming, telegram_id: int, message: Message
    ) -> Sent:
        """Answer somebody's command in a group to them alone, and say so in the group."""
        sent = await self._send(words, telegram_id, message, None, None)
        told = group_note("group.open" if sent.message_id == 0 else "group.told", await self._me())
        if update.message:
            await self._send(words, update.message.chat.id, told, None, update.message.id)
        return sent

    async def _to_press(
        self, words: Words, update: Incoming, pressed: Pressed, message: Message | None
    ) -> list[Sent]:
        place, under = message.place if message else None, update.message
        spoken = place in (Place.TOAST, Place.ALERT, Place.RESULT)
        seen = await self._courier.notice(words, pressed.id, message if spoken else None)
        if message is None or under is None:
            return []
        if place in (Place.TOAST, Place.ALERT):
            late = not seen and under.chat.is_private
            return [await self._send(words, under.chat.id, message, None, None)] if late else []
        stands = place in (Place.EDIT, Place.RESULT, Place.NEXT) and under.is_readable
        over = under.id if stands else None
        captioned = under.is_captioned
        return [await self._send(words, under.chat.id, message, over, None, captioned=captioned)]

    async def _send(
        self,
        words: Words,
        chat_id: int,
        message: Message,
        over: int | None,
        reply_to: int | None,
        *,
        captioned: bool = False,
    ) -> Sent:
        carried = await self._courier.send(
            words,
            chat_id,
            message,
            first=True,
            over=over,
            reply_to=reply_to,
            captioned=captioned,
        )
        if carried.fate is Fate.GONE:
            over = None
            carried = await self._courier.send(words, chat_id, message, first=True)
        lost = carried.fate in (Fate.NOT_SENT, Fate.LATER, Fate.IN_DOUBT)
        kept = replace(message, place=Place.NEW)
        message_id = carried.message_id if not lost else None
        doubt = carried.fate is Fate.IN_DOUBT and over is None
        known = message_id if message_id is not None or lost else 0
        now = carried.captioned
        return Sent(kept, chat_id, known, doubt, anew=over is None, captioned=now)

    def owe(self, update: Incoming, answer: Answered, lost: list[Sent]) -> None:
        """What a stranger has not heard is said as soon as it can be."""
        for one in lost:
            self._owed.owe(self.words(answer.known.actor, update), one)
