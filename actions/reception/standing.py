"""What is noted of a message that now stands in a chat: the names in it, the question it asks,
what it speaks of."""

from datetime import datetime

from actions.rooms import subjects
from domain.access import clock_of
from domain.expiring import expires_at
from domain.letters import Message
from domain.spoken import SEVERAL
from storage import Connection, Work, expiring

BUNDLE = "bundle:"
"""The card of work that was given together."""


def note_names(
    connection: Connection,
    office_id: int,
    chat_id: int,
    message_id: int,
    message: Message,
    now: datetime,
    *,
    anew: bool,
) -> None:
    """A message with names is deleted in time; written over by one without, it may stay."""
    if message.expires:
        due = expires_at(message.expires, now)
        work = Work(connection, clock_of(office_id), now)
        work.expiring.note(chat_id, message_id, message.expires, due)
    elif not anew:
        expiring.gone(connection, chat_id, message_id)


def note_question(work: Work, person_id: int, message: Message, message_id: int) -> None:
    """Which message asks, so that a reply to it is an answer."""
    if message.topic:
        topic, _, subject = message.topic.rpartition(":")
        work.expectations.asked_in(person_id, topic, int(subject), message_id, message)


def note_spoken(work: Work, person_id: int, message: Message) -> None:
    """What a line that names nothing will be about: the one thing that an answer speaks of; it
    is plain no more once that stands among others."""
    found = subjects().spoken_in(message)
    if len(found) == 1:
        work.spoken_of.note(person_id, found[0], work.now)
    elif found and work.spoken_of.last(person_id, work.now) in found:
        work.spoken_of.note(person_id, SEVERAL, work.now)


def note_brought(work: Work, person_id: int, message: Message, *, anew: bool) -> None:
    """The same of a letter that nobody asked for, where it stands `anew` and is no card redrawn:
    beside another still fresh, or given together, it is plain no more which is meant."""
    found = subjects().spoken_in(message)
    several = message.card.startswith(BUNDLE)
    if anew and len(found) == 1 and not several:
        several = work.spoken_of.last(person_id, work.now) not in ("", found[0])
    if several:
        work.spoken_of.note(person_id, SEVERAL, work.now)
    elif anew or len(found) > 1:
        note_spoken(work, person_id, message)
