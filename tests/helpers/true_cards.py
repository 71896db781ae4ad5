"""At the end of every story each live card shows what it would show if it were drawn anew:
whoever changed what stands on it owed it anew."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from actions.cards import draw
from bot.wiring import House
from domain.letters import Message
from sandbox.world import World
from storage import Connection, Work
from storage.accounts import actor_by_telegram
from storage.rows import moment
from texts import Catalogue, Label, render

FOLLOWS = (
    *("assignment", "bundle", "request", "question", "report"),
    *("matter", "visit", "counting", "photos"),
)
"""Cards that follow what happens. What was told of one moment stays as it was told (a morning's
list, a report, a poster), and an answer stands in the place of a draft or of asked figures."""
LATELY = timedelta(days=30)
"""What is forgotten of an old thing goes from its tables in a night, and stays on the screens."""
LIVE = """
SELECT card.chat_id, card.message_id, card.subject, letter.office_id, max(letter.sent_at),
       person.locale, person.address, office.zone
  FROM card JOIN person ON person.id = card.person_id
  JOIN letter ON letter.person_id = card.person_id AND letter.kind = card.subject
       AND letter.care = 'card' AND letter.state = 'sent'
  JOIN office ON office.id = letter.office_id
 WHERE card.look <> '' AND NOT EXISTS (
       SELECT 1 FROM letter AS owed WHERE owed.person_id = card.person_id
          AND owed.kind = card.subject AND owed.state <> 'sent')
 GROUP BY card.person_id, card.subject
"""
TAG = re.compile("<[^>]+>")


@dataclass(frozen=True, slots=True)
class Card:
    """Where it stands, and how it may look: as things stand at the end, or as they stand and the
    clock stood when it was drawn."""

    chat: int
    message: int
    subject: str
    looks: tuple[tuple[str, tuple[str, ...]], ...]


async def untrue(house: House, world: World, now: datetime) -> list[str]:
    """Cards that nobody drew anew when what they show changed."""
    found = []
    for card in await house.database.write(lambda connection: list(_live(connection, now))):
        stands = {m.message_id: m for m in world.phone(card.chat).messages}.get(card.message)
        if stands and (stands.text, tuple(stands.labels)) not in card.looks:
            found.append(f"{card.subject} of {card.chat}: {stands.text} {card.looks}")
    return found


def _live(connection: Connection, now: datetime) -> Iterator[Card]:
    for chat, message, subject, office, sent, locale, address, zone in connection.execute(LIVE):
        kind, is_old = subject.partition(":")[0], now - moment(sent) > LATELY
        if is_old or kind not in FOLLOWS:
            continue
        looks = []
        for at in (now, moment(sent)):
            words = Catalogue(partial(_same, at)).words(locale, address, ZoneInfo(zone))
            if drawn := _drawn(connection, chat, subject, office, at):
                looks.append(_look(*render(words, drawn)))
        if looks:
            yield Card(chat, message, subject, tuple(looks))


def _same(at: datetime) -> datetime:
    return at


def _drawn(
    connection: Connection, chat: int, subject: str, office: int, at: datetime
) -> Message | None:
    reader = actor_by_telegram(connection, chat, at, office)
    return draw(Work(connection, reader, at), subject) if reader else None


def _look(text: str, rows: Sequence[Sequence[Label]]) -> tuple[str, tuple[str, ...]]:
    return html.unescape(TAG.sub("", text)), tuple(one.text for row in rows for one in row)
