"""Messages, and letters: something the office owes a person. Facts only, words come later."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum, StrEnum
from typing import Any
from zoneinfo import ZoneInfo

Facts = Mapping[str, Any]
BUTTON_BYTES = 64
UNREACHED = "unreached"
"""Among the facts of an answer: whom what was told does not reach."""
HERE = "here"
"""On a button: its answer stands in place of what it stands under."""
LABEL_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Press:
    """A button: a verb, what it is about, and where it matters a version or choice.

    It means the same after a restart, or in a year: `a.accept:412` or `a.ext:412:3.2026-11-27`.
    `label` is for names and numbers only; a verb's own label stands in texts under `button`.
    `url` opens a page, `copy` is copied, `share` is a text that Telegram offers to pass on
    together with the message's `link`.
    """

    verb: str
    subject: int = 0
    arg: str = ""
    label: str = ""
    url: str = ""
    copy: str = ""
    share: str = ""

    def pack(self) -> str:
        """The bytes that Telegram keeps with the button, at most 64."""
        packed = f"{self.verb}:{self.subject}" + (f":{self.arg}" if self.arg else "")
        if len(packed.encode()) > BUTTON_BYTES:
            raise ValueError(packed)
        return packed

    @classmethod
    def unpack(cls, packed: str) -> "Press | None":
        """Read a press; None when the bytes are no button of ours."""
        verb, _, rest = packed.partition(":")
        subject, _, arg = rest.partition(":")
        if not (subject.isascii() and subject.isdigit() and len(subject) < 16):
            return None
        return cls(verb, int(subject), arg)


Rows = tuple[tuple[Press, ...], ...]


def rows_of(presses: Sequence[Press], width: int = 3) -> Rows:
    """Buttons in rows of at most three."""
    return tuple(tuple(presses[n : n + width]) for n in range(0, len(presses), width))


A_PAGE, NEXT_PAGE = 12, "@button.page_after"


def paged(
    presses: Sequence[Press], page: int, turn_to: Callable[[int], Press], size: int = A_PAGE
) -> Rows:
    """One page of many buttons, in rows, and «Trang trước», «Trang sau»."""
    beside = []
    if page > 0:
        beside.append(replace(turn_to(page - 1), label="@button.page_before"))
    if len(presses) > (page + 1) * size:
        beside.append(replace(turn_to(page + 1), label=NEXT_PAGE))
    shown = rows_of(presses[page * size : (page + 1) * size])
    return (*shown, tuple(beside)) if beside else shown


class Place(StrEnum):
    """Where an answer goes: a new message, over the pressed one, a short notice, or to the
    person alone although they spoke in a group. A result is a notice at once, and the pressed
    question turns into it; the next question stands where the one before stood; a live card
    draws itself."""

    NEW = "new"
    EDIT = "edit"
    RESULT = "result"
    NEXT = "next"
    TOAST = "toast"
    ALERT = "alert"
    ALONE = "alone"


IN_PLACE = frozenset({Place.EDIT, Place.RESULT, Place.NEXT})
"""Answers that stand where their question stood."""


Buttons = frozenset[tuple[str, int]]
"""Verbs, and what each is about: 0 where the button is about nothing in particular."""


@dataclass(frozen=True, slots=True)
class Venue:
    """A place as Telegram shows it: a map that opens the phone's own guide, a name, an address."""

    lat: float
    lon: float
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Message:
    """What is said: a text of texts/ by its kind, its facts, its buttons.

    `keyboard` names a reply keyboard of domain/menus.py to show; `topic` is the expectation
    (`done:147`) that this message asks for; `card` the live card (`assignment:147`) that it is;
    `files` are photos and documents that Telegram keeps, as (kind, file id); `paper` names a
    file that papers/ makes from the facts; `venue` is shown on a map below the words; `expires`
    says that names stand in it, and of what (`roll:12`), so that it is deleted in time
    (domain/expiring.py); `quotes` is the message of this chat that it speaks of, shown above it.
    """

    kind: str
    facts: Facts = field(default_factory=dict)
    buttons: Rows = ()
    place: Place = Place.NEW
    keyboard: str = ""
    topic: str = ""
    card: str = ""
    paper: str = ""
    files: tuple[tuple[str, str], ...] = ()
    protect: bool = False
    venue: Venue | None = None
    expires: str = ""
    quotes: int | None = None


def is_text(message: Message) -> bool:
    """Words and buttons alone, which can stand in place of others."""
    return not (message.keyboard or message.paper or message.files or message.venue)


def instead(message: Message) -> Message:
    """What came of a choice, to stand where the choice was offered: a notice bears no buttons."""
    if message.place is Place.TOAST:
        return replace(message, place=Place.RESULT, buttons=())
    is_next = message.place is Place.NEW and is_text(message)
    return replace(message, place=Place.NEXT) if is_next else message


def toast(kind: str, /, **facts: Any) -> Message:
    """A short notice over the chat when a button was pressed, a message when it was typed."""
    return Message(kind, facts, place=Place.TOAST)


def result(kind: str, /, buttons: Rows = (), **facts: Any) -> Message:
    """What came of a question: said at once, and left where the question stood."""
    return Message(kind, facts, buttons, place=Place.RESULT)


class Care(StrEnum):
    """How a letter is sent when its arrival is in doubt (Telegram has no idempotency key)."""

    SURE = "sure"
    """At least once: assignments, digests; a second try says so."""
    ONCE = "once"
    """At most once: nudges, confirmations."""
    CARD = "card"
    """Drawn from current facts, edited in place, repeated freely."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Something the office owes a person. Two letters with one key are one letter.

    `hold_until` keeps it back, `drop_after` lets a stale one fall, `silent` does not ring,
    `urgent` passes quiet hours, `undo` is the journal row that may still take it back, `again`
    says that it may have been said already.
    """

    person_id: int
    message: Message
    key: str
    care: Care = Care.SURE
    hold_until: datetime | None = None
    drop_after: datetime | None = None
    silent: bool = False
    urgent: bool = False
    answers: bool = False
    undo: int | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """A letter on its way: to which chat, in which language, how many tries so far."""

    id: int
    office_id: int
    person_id: int | None
    chat_id: int
    locale: str
    address: str
    zone: ZoneInfo
    message: Message
    care: Care
    tries: int
    silent: bool
    answers: bool
    card: str = ""
    card_message_id: int | None = None
    card_version: int = 0
    card_look: str = ""
    card_captioned: bool | None = None
    """Whether the card stands under a photo; None where that is not known."""


class Fate(Enum):
    """What became of a message on its way."""

    SENT = "sent"
    LATER = "later"
    NOT_SENT = "not sent"
    IN_DOUBT = "in doubt"
    GONE = "gone"
    UNREACHABLE = "unreachable"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Carried:
    """A message's fate: its id when it arrived, and whether it is a photo or a file under which
    its words stand; the pause that Telegram asks for, and the chat's new id when a group became a
    supergroup."""

    fate: Fate
    message_id: int | None = None
    pause: timedelta | None = None
    moved_to: int | None = None
    captioned: bool | None = None
