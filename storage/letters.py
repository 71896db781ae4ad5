"""The outbox. A letter is written in the same transaction as the news it brings."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.letters import Care, Delivery, Letter, Message
from domain.periods import OFFICE_ZONE, day_begins
from domain.ringing import may_ring
from storage.cards import FORGET_CARD, Cards
from storage.memory import Memory, Runs
from storage.personal import Personal, Stays
from storage.rows import dump, dump_message, load_message, moment, spell, stamp, stamp_or_none
from storage.table import Table

POST = """
INSERT INTO letter (office_id, person_id, key, care, kind, message, not_before, drop_after,
                    silent, urgent, answers, undo_id, tries, posted_at)
VALUES (:office_id, :person_id, :key, :care, :kind, :message, :not_before, :drop_after,
        :silent, :urgent, :answers, :undo_id, :tries, :now)
ON CONFLICT (key) DO NOTHING RETURNING id
"""
REDRAW = """
INSERT INTO letter (office_id, person_id, key, care, kind, message, not_before, silent, urgent,
                    answers, posted_at)
VALUES (:office_id, :person_id, :key, 'card', :subject, '{}', :not_before, :silent, :urgent,
        :answers, :now)
ON CONFLICT (key) DO UPDATE
   SET version = version + 1, not_before = min(excluded.not_before, CASE state
         WHEN 'waiting' THEN not_before ELSE excluded.not_before END),
       state = CASE state WHEN 'sending' THEN 'sending' ELSE 'waiting' END,
       tries = 0, answers = max(answers, excluded.answers),
       silent = min(silent, excluded.silent), urgent = max(urgent, excluded.urgent)
RETURNING id
"""
REDRAW_ALL = """
INSERT INTO letter (office_id, person_id, key, care, kind, message, not_before, silent, posted_at)
SELECT :office_id, value, :key || value, 'card', :subject, '{}', :now, :silent, :now
  FROM json_each(:people) WHERE true
ON CONFLICT (key) DO UPDATE
   SET version = version + 1, not_before = min(excluded.not_before, CASE state
         WHEN 'waiting' THEN not_before ELSE excluded.not_before END),
       state = CASE state WHEN 'sending' THEN 'sending' ELSE 'waiting' END,
       tries = 0, silent = min(silent, excluded.silent)
"""
_due = """
SELECT letter.*, person.locale, person.address, person.telegram_id, office.zone,
       card.message_id AS card_message_id, card.look AS card_look,
       card.captioned AS card_captioned
  FROM letter
  LEFT JOIN office ON office.id = letter.office_id
  LEFT JOIN person ON person.id = letter.person_id
  LEFT JOIN card ON card.person_id = letter.person_id AND card.subject = letter.kind
 WHERE letter.state = 'waiting' AND letter.not_before <= :now
   AND (letter.chat_id IS NOT NULL
        OR (person.telegram_id IS NOT NULL AND person.reachable
            AND person.muted <= urgent + answers
                              + (care = 'sure' OR letter.kind LIKE 'digest:%')))
"""
DUE = _due + " ORDER BY letter.answers DESC, letter.id LIMIT :limit"
ANY_WAITS = "SELECT 1 FROM letter WHERE state = 'waiting' AND not_before <= :now LIMIT 1"
DUE_ONE = _due + " AND letter.id = :id"
STALE = """
UPDATE letter SET state = 'dropped', message = '{}'
 WHERE state = 'waiting' AND drop_after IS NOT NULL AND drop_after < :now
"""
LEASE = """
UPDATE letter
   SET state = 'sending', tries = tries + 1, rung_at = coalesce(rung_at, :rung_at)
 WHERE id = :id
"""
TAKE = """
UPDATE letter SET state = 'sending', tries = tries + 1
 WHERE id IN (SELECT value FROM json_each(:ids)) AND state = 'waiting' AND not_before <= :now
   AND (silent OR answers)
   AND EXISTS (SELECT 1 FROM person WHERE person.id = person_id AND telegram_id IS NOT NULL
                  AND reachable AND muted <= urgent + answers + (care = 'sure'))
RETURNING *,
 (SELECT locale FROM person WHERE person.id = person_id) AS locale,
 (SELECT address FROM person WHERE person.id = person_id) AS address,
 (SELECT telegram_id FROM person WHERE person.id = person_id) AS telegram_id,
 (SELECT zone FROM office WHERE office.id = office_id) AS zone,
 (SELECT message_id FROM card WHERE card.person_id = letter.person_id AND subject = kind)
     AS card_message_id,
 (SELECT look FROM card WHERE card.person_id = letter.person_id AND subject = kind) AS card_look,
 (SELECT captioned FROM card WHERE card.person_id = letter.person_id AND subject = kind)
     AS card_captioned
"""
SENT = """
UPDATE letter
   SET state = CASE WHEN care = 'card' AND version > :version THEN 'waiting' ELSE 'sent' END,
       message_id = coalesce(:message_id, message_id), sent_at = :now, tries = 0, answers = 0,
       message = CASE WHEN care = 'card' THEN message ELSE '{}' END
 WHERE id = :id RETURNING state = 'waiting'
"""
LATER = "UPDATE letter SET state = 'waiting', not_before = :until WHERE id = :id"
KEEP = "UPDATE letter SET state = 'waiting', tries = 0 WHERE id = :id"
SETTLE = "UPDATE letter SET state = :state, sent_at = :now, message = '{}' WHERE id = :id"
WAKE_SURE = (
    "UPDATE letter SET state = 'waiting' WHERE state = 'sending' AND care IN ('sure', 'card')"
)
WAKE_ONCE = "UPDATE letter SET state = 'uncertain' WHERE state = 'sending' AND care = 'once'"
HURRY = """
UPDATE letter SET not_before = :at
 WHERE office_id = :office_id AND person_id = :person_id AND state = 'waiting'
   AND not_before > :at
   AND (kind IN (SELECT value FROM json_each(:kinds))
        OR json_extract(message, '$.facts.code') = :code)
"""
TAKE_BACK = """
UPDATE letter SET state = 'dropped', message = '{}'
 WHERE office_id = :office_id AND undo_id = :undo_id AND state = 'waiting'
"""
ALREADY_OUT = """
SELECT count(*) FROM letter
 WHERE office_id = :office_id AND undo_id = :undo_id AND state IN ('sent', 'uncertain', 'sending')
"""
RUNG = "SELECT count(*) FROM letter WHERE person_id = :person_id AND rung_at >= :since"
UNREACHABLE = "UPDATE person SET reachable = 0 WHERE telegram_id = :chat_id"
OUT_OF_DATE = """
UPDATE letter SET state = 'dropped', message = '{}'
 WHERE state = 'waiting' AND care <> 'card' AND (posted_at < :before OR care = 'once')
   AND person_id = (SELECT id FROM person WHERE telegram_id = :telegram_id AND NOT reachable)
"""
DROP_UNSEEN = """
UPDATE letter SET state = 'dropped'
 WHERE office_id = :office_id AND kind = :subject AND care = 'card' AND state = 'waiting'
   AND NOT EXISTS (SELECT 1 FROM card WHERE card.person_id = letter.person_id
                      AND card.subject = letter.kind)
"""
DROP = """
UPDATE letter SET state = 'dropped', message = '{}'
 WHERE office_id = :office_id AND key = :key AND state = 'waiting'
"""
DROP_BEGINNING = """
UPDATE letter SET state = 'dropped', message = '{}'
 WHERE office_id = :office_id AND key >= :first AND key < :after AND state = 'waiting'
"""
DROP_NAMING = """
UPDATE letter SET state = 'dropped', message = '{}'
 WHERE office_id = :office_id AND state = 'waiting' AND care <> 'card'
   AND EXISTS (SELECT 1 FROM json_tree(message) WHERE atom = :code)
   AND EXISTS (SELECT 1 FROM json_tree(message)
                WHERE atom IN (SELECT value FROM json_each(:named)))
"""
DROP_ALL = """
UPDATE letter SET state = 'dropped', message = '{}'
 WHERE office_id = :office_id AND person_id = :person_id AND state = 'waiting'
"""
MIGRATED = "UPDATE chat SET chat_id = :new WHERE chat_id = :old"
MIGRATED_LETTERS = """
UPDATE letter SET chat_id = :new, state = 'waiting' WHERE chat_id = :old AND state IN
 ('waiting', 'sending')
"""
COUNTS = """
SELECT 'waiting', count(*) FROM letter WHERE state = 'waiting'
 UNION ALL
SELECT 'sending', count(*) FROM letter WHERE state = 'sending'
 UNION ALL
SELECT state, count(*) FROM letter WHERE state IN ('uncertain', 'dead') GROUP BY state
"""
OLDEST_DUE = "SELECT min(not_before) FROM (" + _due + ")"
OLD_LETTERS = """
DELETE FROM letter WHERE id IN (
    SELECT id FROM letter WHERE office_id = :office_id AND state NOT IN ('waiting', 'sending')
       AND coalesce(sent_at, posted_at) < :before LIMIT :most)
"""
FORGET_LETTERS = "DELETE FROM letter WHERE person_id = :person_id"
FORGET_CARDS = "DELETE FROM card WHERE person_id = :person_id"
PERSONAL = Personal(
    erased={"letter.person_id": FORGET_LETTERS, "card.person_id": FORGET_CARDS},
    stays={"letter.chat_id": Stays.GROUP},
)


def card_key(office_id: int, subject: str, person_id: int | str) -> str:
    """Under which a card's drawing is owed to somebody."""
    return f"card:{office_id}:{subject}:{person_id}"


class Outbox(Table):
    """Posting: what a deed may do with letters."""

    def __init__(self, connection: sqlite3.Connection, office_id: int) -> None:
        super().__init__(connection, office_id)
        self.posted = False
        """Set when the postman is to look: something is due, and nobody has it in hand."""

    def post(self, letter: Letter, now: datetime) -> int | None:
        """Owe a letter; its number, or nothing when it is owed already."""
        added: int | None = self._value(
            POST,
            person_id=letter.person_id,
            key=letter.key,
            care=letter.care.value,
            kind=letter.message.kind,
            message=dump_message(letter.message),
            not_before=stamp(letter.hold_until or now),
            drop_after=stamp_or_none(letter.drop_after),
            silent=letter.silent,
            urgent=letter.urgent,
            answers=letter.answers,
            undo_id=letter.undo,
            tries=int(letter.again),
            now=stamp(now),
        )
        return added

    def redraw(
        self,
        person_id: int,
        subject: str,
        now: datetime,
        at: datetime,
        silent: bool = True,
        answers: bool = False,
        urgent: bool = False,
        besides: bool = False,
    ) -> int:
        """Owe a person the current look of a card; many changes are one drawing. One more look
        `besides`, at a later hour, leaves every other drawing owed. Returns its number."""
        key = card_key(self._office_id, subject, person_id)
        row = self._one(
            REDRAW,
            person_id=person_id,
            key=f"{key}:{spell(at)}" if besides else key,
            subject=subject,
            not_before=stamp(at),
            silent=silent,
            urgent=urgent,
            answers=answers,
            now=stamp(now),
        )
        return int(row[0])

    def redraw_all(
        self, people: Sequence[int], subject: str, now: datetime, *, silent: bool = True
    ) -> None:
        """Owe many people the current look of a card at once."""
        values = {"people": dump(people), "key": card_key(self._office_id, subject, "")}
        self._run(REDRAW_ALL, **values, subject=subject, silent=silent, now=stamp(now))
        self.posted = self.posted or bool(people)

    def hurry(self, person_id: int, at: datetime, code: str, kinds: Sequence[str]) -> bool:
        """What waits for somebody about one piece of work: these cards, and letters that name its
        code. False where nothing waited."""
        values = {"person_id": person_id, "at": stamp(at), "code": code, "kinds": dump(kinds)}
        hurried = self._run(HURRY, **values).rowcount > 0
        self.posted = self.posted or hurried
        return hurried

    def take_back(self, undo_id: int) -> bool:
        """Drop the letters of a deed; False when one has already gone out."""
        if self._value(ALREADY_OUT, undo_id=undo_id):
            return False
        self._run(TAKE_BACK, undo_id=undo_id)
        return True

    def drop_unseen(self, subject: str) -> None:
        """A card that is not to be: where it never came, it does not come."""
        self._run(DROP_UNSEEN, subject=subject)

    def drop(self, key: str) -> None:
        """What has not gone out yet does not go."""
        self._run(DROP, key=key)

    def drop_beginning(self, words: str) -> None:
        """Those that wait and whose keys begin so."""
        self._run(DROP_BEGINNING, first=words, after=words[:-1] + chr(ord(words[-1]) + 1))

    def drop_naming(self, code: str, named: Sequence[str]) -> None:
        """Those that wait and name this thing, and one of these names with it."""
        self._run(DROP_NAMING, code=code, named=dump(list(named)))

    def drop_all(self, person_id: int) -> None:
        """A person left: what the office still owed them is owed no longer."""
        self._run(DROP_ALL, person_id=person_id)

    def erase_before(self, before: datetime, most: int) -> int:
        """What was settled long ago; a card is owed anew when it changes again."""
        return self._run(OLD_LETTERS, before=stamp(before), most=most).rowcount


def any_waits(connection: sqlite3.Connection, now: datetime) -> bool:
    """Whether there is anything at all to be taken."""
    return connection.execute(ANY_WAITS, {"now": stamp(now)}).fetchone() is not None


def lease_due(
    connection: sqlite3.Connection, now: datetime, limit: int, unasked: int
) -> list[Delivery]:
    """Take the letters that are due, at most so many that nobody waits for; nobody else may take
    them until they are settled."""
    connection.execute(STALE, {"now": stamp(now)})
    rows = connection.execute(DUE, {"now": stamp(now), "limit": limit}).fetchall()
    answers = sum(row["answers"] for row in rows)
    return [_lease(connection, row, now) for row in rows[: answers + max(0, unasked)]]


def take(memory: Memory, letter_ids: Sequence[int], now: datetime) -> dict[int, Delivery]:
    """Take those of them that are due and that nobody carries; at once those that ring nobody."""
    rows = memory.ask(TAKE, {"now": stamp(now), "ids": dump(letter_ids)})
    taken = {row["id"]: _delivery(row, silent=not row["answers"]) for row in rows}
    for letter_id in set(letter_ids) - set(taken):
        if ringing := _take_ringing(memory, letter_id, now):
            taken[letter_id] = ringing
    return taken


def _take_ringing(connection: Runs, letter_id: int, now: datetime) -> Delivery | None:
    row = connection.execute(DUE_ONE, {"now": stamp(now), "id": letter_id}).fetchone()
    return _lease(connection, row, now) if row else None


def _lease(connection: Runs, row: sqlite3.Row, now: datetime) -> Delivery:
    """Take one letter; whether it rings is asked where somebody may be rung too often."""
    is_edit = row["care"] == Care.CARD and row["card_message_id"] is not None
    sounds = not (is_edit or row["silent"] or row["answers"]) and row["person_id"] is not None
    rings = sounds and may_ring(
        lambda: _rung_today(connection, row, now),
        urgent=bool(row["urgent"]),
        counted=row["rung_at"] is not None,
    )
    connection.execute(LEASE, {"id": row["id"], "rung_at": stamp(now) if rings else None})
    taken = _delivery(row, silent=not (rings or row["answers"]))
    return replace(taken, tries=taken.tries + 1)


def _rung_today(connection: Runs, row: sqlite3.Row, now: datetime) -> int:
    """How often a person was rung since the midnight of the office that writes."""
    since = stamp(day_begins(now, _zone(row)))
    who = {"person_id": row["person_id"], "since": since}
    return int(connection.execute(RUNG, who).fetchone()[0])


def _zone(row: sqlite3.Row) -> ZoneInfo:
    return ZoneInfo(row["zone"]) if row["zone"] else OFFICE_ZONE


def _delivery(row: sqlite3.Row, *, silent: bool) -> Delivery:
    is_card = row["care"] == Care.CARD
    return Delivery(
        id=row["id"],
        office_id=row["office_id"],
        person_id=row["person_id"],
        chat_id=row["chat_id"] or row["telegram_id"],
        locale=row["locale"] or "vi",
        address=row["address"] or "dong_chi",
        zone=_zone(row),
        message=Message("") if is_card else load_message(row["message"]),
        care=Care(row["care"]),
        tries=row["tries"],
        silent=silent,
        answers=bool(row["answers"]),
        card=row["kind"] if is_card else "",
        card_message_id=row["card_message_id"] if is_card else None,
        card_version=row["version"],
        card_look=(row["card_look"] or "") if is_card else "",
        card_captioned=_known(row["card_captioned"]) if is_card else None,
    )


def _known(stored: int | None) -> bool | None:
    return None if stored is None else bool(stored)


def wake(connection: sqlite3.Connection) -> None:
    """At start: what was on its way goes again, or is left in doubt, by its care."""
    connection.execute(WAKE_SURE)
    connection.execute(WAKE_ONCE)


def sent(
    connection: sqlite3.Connection,
    delivery: Delivery,
    message_id: int | None,
    now: datetime,
    look: str = "",
    *,
    captioned: bool | None = None,
) -> bool:
    """A letter arrived; True when it is a card that changed meanwhile, and waits for its next
    drawing."""
    values = {"id": delivery.id, "version": delivery.card_version, "message_id": message_id}
    row = connection.execute(SENT, {**values, "now": stamp(now)}).fetchone()
    if delivery.card and message_id and delivery.person_id is not None:
        Cards(connection).save(
            delivery.person_id,
            delivery.card,
            delivery.chat_id,
            message_id,
            now,
            delivery.card_version,
            look,
            captioned=captioned,
        )
    return bool(row and row[0])


def later(connection: sqlite3.Connection, letter_id: int, until: datetime) -> None:
    connection.execute(LATER, {"id": letter_id, "until": stamp(until)})


def hold(connection: sqlite3.Connection, letter_id: int) -> None:
    """Nobody was there: it waits as if it had never been carried."""
    connection.execute(KEEP, {"id": letter_id})


def settle(connection: sqlite3.Connection, letter_id: int, state: str, now: datetime) -> None:
    connection.execute(SETTLE, {"id": letter_id, "state": state, "now": stamp(now)})


def forget_card(connection: sqlite3.Connection, person_id: int, subject: str) -> None:
    connection.execute(FORGET_CARD, {"person_id": person_id, "subject": subject})


def unreachable(connection: sqlite3.Connection, chat_id: int) -> None:
    connection.execute(UNREACHABLE, {"chat_id": chat_id})


def drop_out_of_date(connection: sqlite3.Connection, telegram_id: int, before: datetime) -> None:
    """Somebody who was away comes back: older letters and nudges fall, the others go out."""
    connection.execute(OUT_OF_DATE, {"telegram_id": telegram_id, "before": stamp(before)})


def migrated(connection: sqlite3.Connection, old: int, new: int) -> None:
    """A group became a supergroup: its chat and its letters follow."""
    connection.execute(MIGRATED, {"old": old, "new": new})
    connection.execute(MIGRATED_LETTERS, {"old": old, "new": new})


def oldest_due(connection: sqlite3.Connection, now: datetime) -> datetime | None:
    """Since when the letter waits that has been due longest, of those that somebody can get."""
    found = connection.execute(OLDEST_DUE, {"now": stamp(now)}).fetchone()[0]
    return moment(found) if found else None


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.execute(COUNTS)}
