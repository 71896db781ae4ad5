"""Answers the one who spoke: a notice over the chat, the pressed message anew, or a new one."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import Update

from actions.reception.inbox import Sent
from bot.courier import Courier
from bot.owed_answers import OwedAnswers
from domain.access import Actor
from domain.groups import group_note
from domain.letters import Fate, Message, Place
from handlers.kit.door import Answered
from texts import Catalogue, Words

Username = Callable[[], Awaitable[str | None]]
"""Our own name at Telegram, once it is known."""


class Answering:
    def __init__(
        self, courier: Courier, catalogue: Catalogue, me: Username, owed: OwedAnswers
    ) -> None:
        self._courier, self._catalogue, self._me, self._owed = courier, catalogue, me, owed

    def words(self, actor: Actor, update: Update) -> Words:
        """The words of whoever speaks; a stranger's language is their telephone's."""
        user = update.effective_user
        spoken = "en" if user and (user.language_code or "").startswith("en") else "vi"
        locale = actor.locale if actor.person_id is not None else spoken
        return self._catalogue.words(locale, actor.address, actor.zone)

    async def give(self, update: Update, answer: Answered) -> list[Sent]:
        """Say what a handler returned; what did not arrive has no message id."""
        words, message = self.words(answer.known.actor, update), answer.message
        if update.callback_query:
            return await self._to_press(words, update, message)
        if message is None or update.effective_chat is None:
            return []
        if message.place is Place.ALONE and update.effective_user:
            return [await self._alone(words, update, update.effective_user.id, message)]
        reply_to = None
        if update.effective_chat.type != "private" and update.effective_message:
            reply_to = update.effective_message.message_id
        return [await self._send(words, update.effective_chat.id, message, None, reply_to)]

    async def say_meanwhile(self, update: Update, actor: Actor, message: Message) -> None:
        """A word while the answer is still to come; a press stays open for it."""
        if update.effective_chat is not None and update.effective_chat.type == "private":
            words = self.words(actor, update)
            await self._send(words, update.effective_chat.id, message, None, None)

    async def _alone(
        self, words: Words, update: Update, telegram_id: int, message: Message
    ) -> Sent:
        """Answer somebody's command in a group to them alone, and say so in the group."""
        sent = await self._send(words, telegram_id, message, None, None)
        told = group_note("group.open" if sent.message_id == 0 else "group.told", await self._me())
        if update.effective_message and update.effective_chat:
            reply_to = update.effective_message.message_id
            await self._send(words, update.effective_chat.id, told, None, reply_to)
        return sent

    async def _to_press(self, words: Words, update: Update, message: Message | None) -> list[Sent]:
        query = update.callback_query
        if query is None:
            return []
        place = message.place if message else None
        spoken = place in (Place.TOAST, Place.ALERT, Place.RESULT)
        seen = await self._courier.notice(words, query.id, message if spoken else None)
        if message is None or query.message is None:
            return []
        if place in (Place.TOAST, Place.ALERT):
            chat = query.message.chat
            late = not seen and chat.type == "private"
            return [await self._send(words, chat.id, message, None, None)] if late else []
        stands = place in (Place.EDIT, Place.RESULT) and query.message.is_accessible
        over = query.message.message_id if stands else None
        return [await self._send(words, query.message.chat.id, message, over, None)]

    async def _send(
        self, words: Words, chat_id: int, message: Message, over: int | None, reply_to: int | None
    ) -> Sent:
        carried = await self._courier.send(
            words, chat_id, message, first=True, over=over, reply_to=reply_to
        )
        if carried.fate is Fate.GONE:
            carried = await self._courier.send(words, chat_id, message, first=True)
        lost = carried.fate in (Fate.NOT_SENT, Fate.LATER, Fate.IN_DOUBT)
        kept = replace(message, place=Place.NEW)
        message_id = carried.message_id if not lost else None
        doubt = carried.fate is Fate.IN_DOUBT and over is None
        return Sent(kept, chat_id, message_id if message_id is not None or lost else 0, doubt)

    def owe(self, update: Update, answer: Answered, lost: list[Sent]) -> None:
        """What a stranger has not heard is said as soon as it can be."""
        for one in lost:
            self._owed.owe(self.words(answer.known.actor, update), one)
