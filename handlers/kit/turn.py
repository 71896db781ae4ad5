"""One turn of the talk: somebody said something; here is who, what, and how to answer."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, ParamSpec, TypeVar

from telegram import Message as TelegramMessage
from telegram import Update

from actions.desk import Action, Desk, Receipt
from actions.office.clock import OfficeClock, office_clock
from actions.reception.recognition import Recognition
from domain.access import Actor
from domain.dialogue import Expectation
from domain.letters import Message, Press
from domain.names import clean_lines
from language import Meaning, Reading

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something that came with a message; Telegram keeps it, we keep its handle.

    `kind` is photo, file, voice, location or contact; `size` is in bytes.
    """

    kind: str
    file_id: str = ""
    unique_id: str = ""
    size: int = 0
    name: str = ""
    album: str = ""
    latitude: float = 0.0
    longitude: float = 0.0


@dataclass(frozen=True, slots=True)
class Turn:
    """What a handler is given. It returns the message that answers, or None."""

    update: Update
    actor: Actor
    desk: Desk
    recognition: Recognition
    receipt: Receipt
    reading: Reading
    """What was typed, and all that is read from it."""
    office: OfficeClock | None = None
    args: str = ""
    press: Press | None = None
    heard: Expectation | None = None
    waiting: tuple[Expectation, ...] = ()
    card: str = ""
    """What the message that was replied to is, or speaks of."""
    spoken_of: str = ""
    """What was last spoken of with this person, while it is fresh."""
    attachment: Attachment | None = None
    meaning: Meaning | None = None

    async def do(
        self, deed: Action[P, Message | None], /, *args: P.args, **kwargs: P.kwargs
    ) -> Message | None:
        """Do the one deed of this turn."""
        return await self.desk.answer(self.receipt, deed, self.actor, *args, **kwargs)

    async def see(self, look: Action[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        return await self.desk.see(look, self.actor, *args, **kwargs)

    @property
    def now(self) -> datetime:
        return self.desk.clock()

    @property
    def text(self) -> str:
        return self.reading.text

    async def clock(self) -> OfficeClock:
        """The office's own time and calendar; known already where something was typed."""
        return self.office if self.office else await self.see(office_clock)

    async def saying(self, text: str, **more: Any) -> "Turn":
        """The same turn with these words, read by the office's clock."""
        clock = await self.clock()
        reading = Reading(text, clock.now, clock.calendar)
        return replace(self, office=clock, reading=reading, **more)

    @property
    def about(self) -> int:
        """What the question that is answered was about."""
        return self.heard.subject if self.heard else 0

    @property
    def verb(self) -> str:
        """What the pressed button does."""
        return self.press.verb if self.press else ""

    @property
    def subject(self) -> int:
        """What the pressed button is about."""
        return self.press.subject if self.press else 0

    @property
    def arg(self) -> str:
        """What the pressed button says besides."""
        return self.press.arg if self.press else ""

    @property
    def message(self) -> TelegramMessage | None:
        return self.update.effective_message

    @property
    def user_id(self) -> int:
        return self.update.effective_user.id if self.update.effective_user else 0

    @property
    def is_private(self) -> bool:
        chat = self.update.effective_chat
        return chat is not None and chat.type == "private"

    def at(self, office_id: int) -> "Turn":
        """The same turn, in another office of the deployment."""
        if office_id == self.actor.office_id:
            return self
        if self.actor.person_id is None:
            return replace(self, actor=replace(self.actor, office_id=office_id))
        return replace(self, actor=self.recognition.at_office(self.user_id, office_id))


def text_of(message: TelegramMessage) -> str:
    """What was typed, or written under a photo: NFC, without hidden marks."""
    return clean_lines(message.text or message.caption or "")


def attachment_of(message: TelegramMessage) -> Attachment | None:
    """The photo, file, voice, place or contact of a message."""
    album = message.media_group_id or ""
    if message.photo:
        best = message.photo[-1]
        size = best.file_size or 0
        return Attachment("photo", best.file_id, best.file_unique_id, size, album=album)
    if file := message.document or message.video:
        name = file.file_name or ""
        size = file.file_size or 0
        return Attachment("file", file.file_id, file.file_unique_id, size, name, album)
    if sound := message.voice or message.audio or message.video_note:
        return Attachment("voice", sound.file_id, sound.file_unique_id, sound.file_size or 0)
    if place := message.location:
        return Attachment("location", latitude=place.latitude, longitude=place.longitude)
    return None
