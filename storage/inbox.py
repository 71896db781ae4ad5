"""The inbox: every update as it came, until it ended in the transaction of its deed."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from domain.letters import Message
from domain.refusals import Refusal
from domain.retention import DAYS
from storage.memory import Runs
from storage.personal import Personal
from storage.rows import dump, dump_message, load, load_message, stamp
from storage.sealing import put_away, taken_out

MAX_TRIES = 3
MAX_KILLS = 5
"""A power cut may fall on the same update twice; a killer is put aside after so many."""

ARRIVE = """
INSERT INTO inbox (bot_id, update_id, sender, body, received_at)
VALUES (:bot_id, :update_id, :sender, CASE WHEN EXISTS (
    SELECT 1 FROM setting WHERE name = 'seal_key') THEN '' ELSE :body END, :at)
ON CONFLICT DO NOTHING RETURNING body
"""
SEALS = """
SELECT EXISTS (
    SELECT 1 FROM person JOIN expectation e ON e.person_id = person.id
     WHERE person.telegram_id = :sender AND e.topic = 'visit.sealed')
"""
PUT_AWAY = """
UPDATE inbox SET body = :body
 WHERE bot_id = :bot_id AND update_id = :update_id AND state = 'new'
"""
OPEN = """
SELECT update_id, sender, state, tries, body, outcome FROM inbox
 WHERE state <> 'ended' AND +bot_id = :bot_id AND state IN ('new', 'decided') ORDER BY update_id
"""
DECIDE = """
UPDATE inbox SET state = 'decided', outcome = :outcome
 WHERE bot_id = :bot_id AND update_id = :update_id AND state = 'new'
"""
END = """
UPDATE inbox SET state = 'ended', sender = 0, body = NULL, outcome = NULL, ended_at = :at
 WHERE bot_id = :bot_id AND update_id = :update_id AND state IN ('new', 'decided')
"""
TRY_AGAIN = """
UPDATE inbox SET tries = tries + 1, fault = :fault
 WHERE bot_id = :bot_id AND update_id = :update_id RETURNING tries
"""
QUARANTINE = """
UPDATE inbox
   SET state = CASE state WHEN 'new' THEN 'quarantined' ELSE 'ended' END,
       sender = CASE WHEN state = 'new' AND sender IN (SELECT telegram_id FROM person)
                THEN sender ELSE 0 END,
       body = CASE WHEN state = 'new' AND sender IN (SELECT telegram_id FROM person)
              THEN body END,
       fault = :fault, ended_at = :at, outcome = NULL
 WHERE bot_id = :bot_id AND update_id = :update_id
"""
FORGET_BODIES = """
UPDATE inbox SET body = NULL
 WHERE state <> 'ended' AND state = 'quarantined' AND ended_at < :before
"""
FORGET_ENDED = """
DELETE FROM inbox WHERE (bot_id, update_id) IN (
    SELECT bot_id, update_id FROM inbox WHERE state = 'ended' ORDER BY bot_id, update_id
     LIMIT :most)
   AND ended_at < :before
   AND update_id < (SELECT max(update_id) FROM inbox newest WHERE newest.bot_id = inbox.bot_id)
"""
COUNTS = "SELECT state, count(*) FROM inbox WHERE state <> 'ended' GROUP BY state"
FORGET = """
UPDATE inbox SET sender = 0, body = NULL, outcome = NULL
 WHERE state <> 'ended' AND sender = (SELECT telegram_id FROM person WHERE id = :person_id)
"""
PERSONAL = Personal(erased={"inbox.sender": FORGET})


@dataclass(frozen=True, slots=True)
class Arrival:
    """One update as it came: its number, its sender's id (or the chat's), its bytes."""

    update_id: int
    sender: int
    body: str


@dataclass(frozen=True, slots=True)
class OpenUpdate:
    """An update that has not ended: `outcome` is there when its deed is already done."""

    update_id: int
    sender: int
    tries: int
    raw: dict[str, Any]
    outcome: "Outcome | None"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a deed came to: a message, or a refusal. Kept, so that a replay repeats it."""

    message: Message | None = None
    refusal: Refusal | None = None

    def dump(self) -> str:
        if self.refusal:
            return dump({"refusal": self.refusal.code, "facts": self.refusal.facts})
        return dump_message(self.message) if self.message else "{}"

    @classmethod
    def load(cls, text: str) -> "Outcome":
        whole = load(text)
        if "refusal" in whole:
            return cls(refusal=Refusal(whole["refusal"], **whole["facts"]))
        return cls(message=load_message(text) if whole else None)

    def speak(self) -> Message | None:
        if self.refusal:
            raise self.refusal
        return self.message


def arrive(
    connection: sqlite3.Connection, bot_id: int, arrivals: Iterable[Arrival], at: datetime
) -> list[Arrival]:
    """Write a fetched batch down, before it is acknowledged. Returns what is new: after a crash
    Telegram gives once more what it was not told has arrived."""
    return [arrival for arrival in arrivals if _is_new(connection, bot_id, arrival, at)]


def _is_new(connection: sqlite3.Connection, bot_id: int, arrival: Arrival, at: datetime) -> bool:
    """Where something can be sealed no update is written down as it came: a tap brings the text
    above it along, an edit the whole line."""
    key = {"bot_id": bot_id, "update_id": arrival.update_id}
    row = {**key, "sender": arrival.sender, "body": arrival.body, "at": stamp(at)}
    written = connection.execute(ARRIVE, row).fetchall()
    if written and not written[0]["body"]:
        sealed = put_away(connection, arrival.body, _name(arrival.update_id))
        connection.execute(PUT_AWAY, {**key, "body": sealed or _plain(connection, arrival)})
    return bool(written)


def _plain(connection: sqlite3.Connection, arrival: Arrival) -> str:
    """The key is lost: all goes on, but what somebody types who is sealing is not kept."""
    is_sealing = connection.execute(SEALS, {"sender": arrival.sender}).fetchone()[0]
    return "{}" if is_sealing else arrival.body


def _name(update_id: int) -> str:
    return f"inbox:{update_id}"


def still_open(connection: sqlite3.Connection, bot_id: int) -> list[OpenUpdate]:
    """At start: all that is open, oldest first."""
    rows = connection.execute(OPEN, {"bot_id": bot_id}).fetchall()
    return [
        OpenUpdate(
            row["update_id"],
            row["sender"],
            row["tries"],
            json.loads(taken_out(connection, row["body"] or "{}", _name(row["update_id"]))),
            Outcome.load(row["outcome"]) if row["outcome"] else None,
        )
        for row in rows
    ]


def decide(connection: Runs, bot_id: int, update_id: int, outcome: Outcome) -> None:
    """Keep what a deed came to, in its own transaction."""
    values = {"bot_id": bot_id, "update_id": update_id, "outcome": outcome.dump()}
    connection.execute(DECIDE, values)


def end(connection: sqlite3.Connection, bot_id: int, update_id: int, at: datetime) -> None:
    connection.execute(END, {"bot_id": bot_id, "update_id": update_id, "at": stamp(at)})


def try_again(connection: sqlite3.Connection, bot_id: int, update_id: int, fault: str) -> int:
    """Count one more try and return how many there were."""
    values = {"bot_id": bot_id, "update_id": update_id, "fault": fault}
    return int(connection.execute(TRY_AGAIN, values).fetchone()[0])


def quarantine(
    connection: sqlite3.Connection, bot_id: int, update_id: int, fault: str, at: datetime
) -> None:
    """Put an update aside; of a stranger, who agreed to nothing, neither words nor name stay."""
    values = {"bot_id": bot_id, "update_id": update_id, "fault": fault, "at": stamp(at)}
    connection.execute(QUARANTINE, values)


def erase_old(connection: sqlite3.Connection, now: datetime, most: int) -> int:
    """Words that no deed could take go first, then the numbers of what ended, of so many of the
    oldest; each bot's newest number stays, because the next update is counted from it."""
    unread, ended = timedelta(DAYS["unread_words"]), timedelta(DAYS["ended_updates"])
    connection.execute(FORGET_BODIES, {"before": stamp(now - unread)})
    values = {"before": stamp(now - ended), "most": most}
    return connection.execute(FORGET_ENDED, values).rowcount


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.execute(COUNTS)}


def sender_of(update: dict[str, Any]) -> int:
    """Whose lane an update waits in: the person's, else the chat's."""
    for part in update.values():
        if isinstance(part, dict):
            who = part.get("from") or part.get("chat") or {}
            if isinstance(who, dict) and isinstance(who.get("id"), int):
                return int(who["id"])
    return 0


def arrival_of(update: dict[str, Any]) -> Arrival:
    return Arrival(int(update["update_id"]), sender_of(update), json.dumps(update))
