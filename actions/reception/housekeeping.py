"""What the house does for itself: menus, copies of evidence, what expired, counts, settings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from actions.reception.part import ReceptionPart
from domain.access import Actor, clock_of
from domain.evidence import ToCopy
from domain.letters import Message
from domain.retention import Erased
from storage import Connection, Work, attachments, expiring, inbox, letters, photos
from storage.accounts import (
    actor_by_subject,
    actor_by_telegram,
    erase_account,
    lost_accounts,
    menus_to_set,
    set_menu,
)
from storage.consents import erasures
from storage.inspection import look_inside
from storage.journal import lately
from storage.offices import office_zones, set_setting, setting
from storage.phrases import all_phrases
from storage.rows import spell

AT_WORK = timedelta(minutes=15)
"""Who did something so shortly before may have gone on tapping."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """How many updates and letters are in which state, and since when the oldest one waits."""

    inbox: dict[str, int]
    outbox: dict[str, int]
    oldest_due: datetime | None


NOTES = {photos.FOLDER: photos.note_copy, attachments.FOLDER: attachments.note_copy}
"""Who notes a copy, by the folder that it lies in."""


class Housekeeping(ReceptionPart):
    async def clocks(self) -> Sequence[Actor]:
        """The actor of each office's own timetable, in its own zone."""
        found = self._database.glance(office_zones)
        return [clock_of(office, zone) for office, zone in found]

    async def menus_to_set(self, limit: int = 30) -> list[tuple[int, int, Actor]]:
        """People whose commands no longer fit: person id, Telegram id, who they are."""
        now = self.clock()

        def look(connection: Connection) -> list[tuple[int, int, Actor]]:
            rows = menus_to_set(connection, limit)
            found = [(r, actor_by_telegram(connection, r["telegram_id"], now)) for r in rows]
            return [(r["id"], r["telegram_id"], actor) for r, actor in found if actor]

        return await self._database.read(look)

    async def menu_set(self, person_id: int, menu: str) -> None:
        await self._database.write(set_menu, person_id, menu)

    async def lost_accounts(self, limit: int = 30) -> list[int]:
        """Telegram ids whose commands are to be cleared."""
        return await self._database.read(lost_accounts, limit)

    async def account_cleared(self, telegram_id: int) -> None:
        await self._database.write(erase_account, telegram_id)

    async def evidence_to_copy(self, limit: int, most: int) -> list[ToCopy]:
        """Evidence and photos that were sent in, and of which the office has no own copy."""
        return await self._database.read(
            lambda c: [
                *photos.to_copy(c, limit, most),
                *attachments.to_copy(c, limit, most),
            ]
        )

    async def evidence_copied(self, piece: ToCopy, path: str) -> None:
        """Where the copy lies; an empty path counts a failed try."""
        note = NOTES[piece.folder]
        await self._database.write(note, piece, path)

    async def stray_files(self, limit: int) -> list[str]:
        """Copies on the disk whose row is gone."""
        return await self._database.read(photos.strays, limit)

    async def stray_gone(self, path: str) -> None:
        await self._database.write(photos.gone, path)

    async def expired(self, limit: int) -> list[tuple[int, int]]:
        """Messages with names whose time is over: chat and message."""
        now = self.clock()
        return self._database.glance(partial(expiring.due, now=now, limit=limit))

    async def expired_gone(self, chat_id: int, message_id: int) -> None:
        await self._database.write(expiring.gone, chat_id, message_id)

    async def boxes(self) -> Boxes:
        """What waits in the inbox and the outbox, and what nobody could bring."""
        now = self.clock()
        return await self._database.read(
            lambda c: Boxes(inbox.counts(c), letters.counts(c), letters.oldest_due(c, now))
        )

    async def beat(self) -> None:
        """Write a word and wait until it is on the disk: whether we still can."""
        now = spell(self.clock())
        await self._database.write(set_setting, "alive", now)

    async def tap_again(self, since: datetime, until: datetime) -> None:
        """Telegram keeps a tap for a moment only: who was at work when we went away hears once
        that what they tapped meanwhile did not arrive."""
        facts = {"since": since, "until": until}

        def job(connection: Connection) -> None:
            for subject, office in lately(connection, since - AT_WORK, since):
                actor = actor_by_subject(connection, subject, until, office)
                if actor is not None and actor.person_id is not None:
                    key = f"away:{spell(since)}:{actor.person_id}"
                    work = Work(connection, clock_of(office), until)
                    told = Message("fault.tap_again", facts)
                    work.nudge(actor.person_id, key, told, drop_after=until + AT_WORK)

        await self._database.write(job)

    async def erased(self) -> list[Erased]:
        """Everybody who had themselves erased, by random ids."""
        return await self._database.read(erasures)

    async def look_inside(self) -> dict[str, Any]:
        """The outbox and the journal, for the sandbox's inspection panel."""
        return await self._database.read(look_inside)

    async def setting(self, name: str) -> str | None:
        return await self._database.read(setting, name)

    async def save_setting(self, name: str, value: str) -> None:
        await self._database.write(set_setting, name, value)


def typed_phrases(connection: Connection) -> list[tuple[str, str, str, int]]:
    """What people typed and confirmed they meant: context, text, meaning, how often."""
    return all_phrases(connection)
