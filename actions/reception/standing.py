"""What is noted of a message that now stands in a chat: the names in it, the question it asks,
what it speaks of."""

from datetime import datetime

from domain.access import clock_of
from domain.expiring import fades_at
from domain.letters import Message
from domain.spoken import spoken_in
from storage import Connection, Work, expiring


def note_names(
    connection: Connection,
    office_id: int,
    chat_id: int,
    message_id: int,
    message: Message,
    now: datetime,
) -> None:
    """A message with names is deleted in time; written over by one without, it may stay."""
    if message.fades:
        due = fades_at(message.fades, now)
        work = Work(connection, clock_of(office_id), now)
        work.fading.note(chat_id, message_id, message.fades, due)
    else:
        expiring.gone(connection, chat_id, message_id)


def note_question(work: Work, person_id: int, message: Message, message_id: int) -> None:
    """Which message asks, so that a reply to it is an answer."""
    if message.topic:
        topic, _, subject = message.topic.rpartition(":")
        work.expectations.asked_in(person_id, topic, int(subject), message_id)


def note_spoken(work: Work, person_id: int, message: Message, *, is_new: bool = True) -> None:
    """What a line that names nothing will be about: the one thing that a new message speaks of;
    nothing, once what was spoken of stands among others."""
    found = spoken_in(message)
    if len(found) == 1 and is_new:
        work.spoken_of.note(person_id, found[0], work.now)
    elif len(found) > 1 and work.spoken_of.last(person_id, work.now) in found:
        work.spoken_of.note(person_id, "", work.now)
