"""One turn of the talk: somebody said something; here is who, what, and how to answer."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, ParamSpec, TypeVar

from actions.desk import Action, Desk, Receipt
from actions.office.clock import OfficeClock, office_clock
from actions.reception.recognition import Recognition
from domain.access import Actor
from domain.dialogue import Expectation, listening
from domain.letters import Message, Press
from handlers.kit.files import NO_FILES, Files
from handlers.kit.incoming import Attachment, Incoming, Written
from language import Meaning, Reading

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Turn:
    """What a handler is given. It returns the message that answers, or None."""

    incoming: Incoming
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
    asked: tuple[Expectation, ...] | None = ()
    """What we wait to hear from them, where it was looked up."""
    read_back: bool = False
    """All that is open waits for a yes, a no or a choice: other words are for none of it."""
    card: str = ""
    """What the message that was replied to is, or speaks of."""
    spoken_of: str = ""
    """What was last spoken of with this person, while it is fresh."""
    spoken_at: datetime | None = None
    attachment: Attachment | None = None
    meaning: Meaning | None = None
    files: Files = NO_FILES
    """Where what was sent is fetched from."""
    seen: dict[Hashable, Any] = field(default_factory=dict, compare=False)
    """What was looked at already: several who are asked in turn whether a line is theirs look
    once, until the deed is done."""

    async def do(
        self, deed: Action[P, Message | None], /, *args: P.args, **kwargs: P.kwargs
    ) -> Message | None:
        """Do the one deed of this turn."""
        self.seen.clear()
        return await self.desk.answer(self.receipt, deed, self.actor, *args, **kwargs)

    def chose(self, *buttons: tuple[str, int]) -> None:
        """What these ask is answered, by one of them or in words: they go."""
        self.receipt.chose |= frozenset(buttons)

    async def see(self, look: Action[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Look at something; the same is looked at once a turn."""
        asked = (look, self.actor.person_id, self.actor.office_id, args, tuple(kwargs.items()))
        if not _can_be_kept(asked):
            return await self.desk.see(look, self.actor, *args, **kwargs)
        if asked not in self.seen:
            self.seen[asked] = await self.desk.see(look, self.actor, *args, **kwargs)
        found: R = self.seen[asked]
        return found

    @property
    def now(self) -> datetime:
        return self.desk.clock()

    @property
    def waiting(self) -> tuple[Expectation, ...]:
        """What we wait to hear from them, the newest question first."""
        return self.recognition.waiting(self.actor) if self.asked is None else self.asked

    @property
    def open(self) -> Sequence[Expectation]:
        """Those of them that new words may be for."""
        return listening(self.waiting, self.now) if self.waiting else ()

    @property
    def words_wanted(self) -> bool:
        """Words that may be an answer as well as a wish are the answer."""
        return bool(self.open) and not self.read_back

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
    def shown_day(self) -> int:
        """The day that was shown to its organiser last, where nothing else was spoken of since."""
        kind, _, day = self.spoken_of.partition(":")
        return int(day) if kind == "day" else 0

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
    def message(self) -> Written | None:
        """What was said, or whose button was pressed."""
        return self.incoming.message

    @property
    def user_id(self) -> int:
        return self.incoming.sender.id if self.incoming.sender else 0

    @property
    def is_private(self) -> bool:
        return self.incoming.chat is not None and self.incoming.chat.is_private

    def at(self, office_id: int) -> "Turn":
        """The same turn, in another office of the deployment."""
        if office_id == self.actor.office_id:
            return self
        if self.actor.person_id is None:
            return replace(self, actor=replace(self.actor, office_id=office_id))
        return replace(self, actor=self.recognition.at_office(self.user_id, office_id))


def _can_be_kept(asked: object) -> bool:
    """Lists among what is asked cannot be compared."""
    try:
        hash(asked)
    except TypeError:
        return False
    return True
