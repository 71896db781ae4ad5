"""What we are waiting to hear: keyed on the person and, where one replied, the message."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime

from domain.dialogue import LIFE, Expectation
from domain.letters import Message
from storage.everywhere import Everywhere
from storage.personal import Personal
from storage.rows import dump, dump_message, load, load_message, moment, stamp

EXPECT = """
INSERT INTO expectation (person_id, office_id, topic, subject, answers, at, expires, said_in)
VALUES (:person_id, :asking, :topic, :subject, :answers, :at, :expires, :said_in)
ON CONFLICT (person_id, topic, subject) DO UPDATE
   SET before = iif(said_in = excluded.said_in, before, answers), said_in = excluded.said_in,
       answers = excluded.answers, at = excluded.at, expires = excluded.expires,
       office_id = excluded.office_id, passed_by = 0, misheard = 0
RETURNING asked_in, by_buttons
"""
OPEN = """
SELECT * FROM expectation
 WHERE person_id = :person_id AND at <= :now AND expires > :now ORDER BY at DESC, id DESC
"""
FORGET = """
DELETE FROM expectation
 WHERE person_id = :person_id AND topic = :topic AND subject = :subject
RETURNING asked_in, by_buttons,
          (SELECT telegram_id FROM person WHERE person.id = person_id) AS chat_id
"""
FORGET_ALL = "DELETE FROM expectation WHERE person_id = :person_id"
ASKED_IN = """
UPDATE expectation SET asked_in = :message_id, by_buttons = :by_buttons, shown = :shown
 WHERE person_id = :person_id AND topic = :topic AND subject = :subject
"""
SHOWN = """
SELECT message_id FROM card JOIN person ON person.id = person_id AND telegram_id = chat_id
 WHERE person_id = :person_id AND card.subject = :card
"""
SAID_IN = "SELECT * FROM expectation WHERE person_id = :person_id AND said_in = :said_in"
UNSAY = """
UPDATE expectation SET answers = before, said_in = NULL, before = NULL
 WHERE person_id = :person_id AND said_in = :said_in AND before IS NOT NULL
"""
UNASK = "DELETE FROM expectation WHERE person_id = :person_id AND said_in = :said_in"
DONE_WITH = """
UPDATE expectation SET said_in = NULL, before = NULL
 WHERE person_id = :person_id AND said_in = :said_in
"""
SETTLE = """
DELETE FROM expectation
 WHERE person_id IN (SELECT value FROM json_each(:people))
   AND topic IN (SELECT value FROM json_each(:topics)) AND subject = :subject
RETURNING person_id, asked_in, by_buttons,
          (SELECT telegram_id FROM person WHERE person.id = person_id) AS chat_id
"""
PASSED_BY = """
UPDATE expectation SET passed_by = iif(:went_on, passed_by + 1, max(passed_by, 1)),
       misheard = max(misheard, :misheard)
 WHERE person_id = :person_id
   AND topic || ':' || subject NOT IN (SELECT value FROM json_each(:but))
"""
SHOWN_AS = "SELECT shown FROM expectation WHERE person_id = :person_id AND id = :id"
SWEEP = "DELETE FROM expectation WHERE expires <= :now"
WAITED_FOR = """
SELECT topic, answers, at, expires FROM expectation
 WHERE person_id = :person_id
"""
PERSONAL = Personal(
    erased={"expectation.person_id": FORGET_ALL},
    export={"question": WAITED_FOR},
)


def _from_row(row: sqlite3.Row) -> Expectation:
    return Expectation(
        topic=row["topic"],
        subject=row["subject"],
        answers=load(row["answers"]),
        id=row["id"],
        asked_in=row["asked_in"],
        expires=moment(row["expires"]),
        at=moment(row["at"]),
        said_in=row["said_in"],
        before=load(row["before"]) if row["before"] is not None else None,
        passed_by=row["passed_by"],
        misheard=bool(row["misheard"]),
    )


class Expectations(Everywhere):
    """A person answers whichever office asked; `asking` is the one that asks now."""

    def __init__(self, connection: sqlite3.Connection, asking: int) -> None:
        super().__init__(connection)
        self._asking = asking
        self.me: int | None = None
        """Who acts, where it is known: only in their own chat a question loses its buttons at
        once."""
        self.said_in: int | None = None
        """The message that is being heard: its words stand in what is waited for."""
        self.asked: set[str] = set()
        """What was asked, or asked anew, in this piece of work: topic and subject."""
        self.answered: set[int] = set()
        """The messages whose question was answered in this piece of work, or asked anew."""
        self.closed: set[int] = set()
        """Those of them whose question is over: nothing is waited for there."""
        self.by_buttons: set[int] = set()
        """Those of them that bear buttons."""
        self.elsewhere: set[tuple[int, int]] = set()
        """Of questions that others were asked and that are over: chat and message that bear
        buttons."""
        self.unsaid: list[Expectation] = []
        """What stood there before a message was said anew."""

    def expect(self, person_id: int, expectation: Expectation, now: datetime) -> None:
        """Wait for this; asking the same thing again starts anew from these answers."""
        self.asked.add(f"{expectation.topic}:{expectation.subject}")
        stood = self._all(
            EXPECT,
            person_id=person_id,
            asking=self._asking,
            topic=expectation.topic,
            subject=expectation.subject,
            answers=dump(dict(expectation.answers)),
            at=stamp(now),
            expires=stamp(expectation.expires or now + LIFE),
            said_in=self.said_in,
        )
        self._over(stood, person_id)

    def open(self, person_id: int, now: datetime) -> list[Expectation]:
        """All we wait to hear from a person, the newest question first."""
        return [_from_row(row) for row in self._all(OPEN, person_id=person_id, now=stamp(now))]

    def find(self, person_id: int, topic: str, subject: int, now: datetime) -> Expectation | None:
        waiting = self.open(person_id, now)
        return next((e for e in waiting if (e.topic, e.subject) == (topic, subject)), None)

    def forget(self, person_id: int, topic: str, subject: int) -> bool:
        stood = self._all(FORGET, person_id=person_id, topic=topic, subject=subject)
        self.closed |= self._over(stood, person_id)
        if self.me != person_id:
            self._over_elsewhere(stood)
        return bool(stood)

    def settle(
        self, me: int | None, people: Iterable[int], topics: Sequence[str], subject: int
    ) -> None:
        """Nobody is waited for any more about this thing."""
        which = {"people": dump(sorted(people)), "topics": dump(list(topics))}
        stood = self._all(SETTLE, **which, subject=subject)
        self.closed |= self._over([row for row in stood if row["person_id"] == me], me)
        self._over_elsewhere([row for row in stood if row["person_id"] != me])

    def _over(self, stood: list[sqlite3.Row], person_id: int | None) -> set[int]:
        """Numbers of messages are a chat's own: of somebody else's question nothing is closed."""
        if self.me not in (None, person_id):
            return set()
        asked = {row["asked_in"] for row in stood if row["asked_in"]}
        self.answered |= asked
        self.by_buttons |= {row["asked_in"] for row in stood if row["by_buttons"]}
        return asked

    def _over_elsewhere(self, stood: list[sqlite3.Row]) -> None:
        """Whoever else was asked has no buttons left either."""
        bear = (row for row in stood if row["by_buttons"] and row["asked_in"] and row["chat_id"])
        self.elsewhere |= {(row["chat_id"], row["asked_in"]) for row in bear}

    def nothing_more(self) -> None:
        """What was asked anew in this piece of work asks nothing more: the whole is shown."""
        self.closed |= self.answered

    def moves(self, person_id: int, card: str) -> None:
        """What this card asks is asked elsewhere, or not at all, from now on: where it stands
        in their own chat, its buttons go."""
        shown: int | None = self._value(SHOWN, person_id=person_id, card=card)
        if shown:
            self.closed.add(shown)
            self.by_buttons.add(shown)

    def unsay(self, person_id: int, said_in: int) -> None:
        """A message is said anew: what it had brought is as it was before it, and what it was
        read back as is over."""
        mine = {"person_id": person_id, "said_in": said_in}
        stood = self._all(SAID_IN, **mine)
        self.closed |= self._over(stood, person_id)
        self.unsaid = [_from_row(row) for row in stood]
        self._run(UNSAY, **mine)
        self._run(UNASK, **mine)

    def done_with(self, person_id: int, said_in: int) -> None:
        """Something was done with its words: they are not taken back by editing them."""
        self._run(DONE_WITH, person_id=person_id, said_in=said_in)

    def forget_all(self, person_id: int) -> int:
        stood = self._all(f"{FORGET_ALL} RETURNING asked_in, by_buttons", person_id=person_id)
        self.closed |= self._over(stood, person_id)
        return len(stood)

    def asked_in(
        self, person_id: int, topic: str, subject: int, message_id: int, asked: Message
    ) -> None:
        """Where it is asked, and by what message."""
        which = {"person_id": person_id, "topic": topic, "subject": subject}
        by_buttons = bool(asked.buttons) and not asked.card
        shown = dump_message(asked) if asked.buttons else None
        self._run(ASKED_IN, **which, message_id=message_id, by_buttons=by_buttons, shown=shown)

    def shown_as(self, person_id: int, expectation_id: int) -> Message | None:
        """The message with buttons that asks it."""
        shown = self._value(SHOWN_AS, person_id=person_id, id=expectation_id)
        return load_message(shown) if shown else None

    def pass_by(
        self,
        person_id: int,
        but: Iterable[str] = (),
        *,
        went_on: bool = True,
        misheard: bool = False,
    ) -> None:
        """Something else was said since, and answered; all that is open was asked before it, but
        what was asked with the answer. Whoever `went_on` did another thing meanwhile; what was
        `misheard` may have been meant for what is open."""
        how = {"went_on": went_on, "misheard": misheard}
        self._run(PASSED_BY, person_id=person_id, but=dump(sorted(but)), **how)

    def sweep(self, now: datetime) -> None:
        self._run(SWEEP, now=stamp(now))
