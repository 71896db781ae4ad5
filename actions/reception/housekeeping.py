"""What the house does for itself: menus, copies of evidence, what expired, counts, settings."""

from collections.abc import Sequence
from typing import Any

from actions.reception.part import Part
from domain.access import Actor, clock_of
from domain.evidence import ToKeep
from storage import Connection, attachments, expiring, inbox, letters, photos
from storage.completions import note_copy, to_keep
from storage.inspection import look_inside
from storage.offices import office_zones, set_setting, setting
from storage.people import (
    actor_by_telegram,
    erase_account,
    lost_accounts,
    menus_to_set,
    set_menu,
)
from storage.phrases import all_phrases

NOTES = {photos.FOLDER: photos.note_copy, attachments.FOLDER: attachments.note_copy}
"""Who notes a copy, by the folder that it lies in."""


class Housekeeping(Part):
    async def clocks(self) -> Sequence[Actor]:
        """The actor of each office's own timetable, in its own zone."""
        found = await self._database.read(office_zones)
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
        await self._database.write(lambda c: set_menu(c, person_id, menu))

    async def lost_accounts(self, limit: int = 30) -> list[int]:
        """Telegram ids whose commands are to be cleared."""
        return await self._database.read(lambda c: lost_accounts(c, limit))

    async def account_cleared(self, telegram_id: int) -> None:
        await self._database.write(lambda c: erase_account(c, telegram_id))

    async def evidence_to_keep(self, limit: int, most: int) -> list[ToKeep]:
        """Evidence and photos that were sent in, and of which the office has no own copy."""
        return await self._database.read(
            lambda c: [
                *to_keep(c, limit, most),
                *photos.to_keep(c, limit, most),
                *attachments.to_keep(c, limit, most),
            ]
        )

    async def evidence_kept(self, piece: ToKeep, path: str) -> None:
        """Where the copy lies; an empty path counts a failed try."""
        note = NOTES.get(piece.folder, note_copy)
        await self._database.write(lambda c: note(c, piece, path))

    async def stray_files(self, limit: int) -> list[str]:
        """Copies on the disk whose row is gone."""
        return await self._database.read(lambda c: photos.strays(c, limit))

    async def stray_gone(self, path: str) -> None:
        await self._database.write(lambda c: photos.gone(c, path))

    async def expired(self, limit: int) -> list[tuple[int, int]]:
        """Messages with names whose time is over: chat and message."""
        now = self.clock()
        return await self._database.read(lambda c: expiring.due(c, now, limit))

    async def expired_gone(self, chat_id: int, message_id: int) -> None:
        await self._database.write(lambda c: expiring.gone(c, chat_id, message_id))

    async def counts(self) -> tuple[dict[str, int], dict[str, int]]:
        """How many updates and letters are in which state."""
        return await self._database.read(lambda c: (inbox.counts(c), letters.counts(c)))

    async def look_inside(self) -> dict[str, Any]:
        """The outbox and the journal, for the sandbox's inspection panel."""
        return await self._database.read(look_inside)

    async def setting(self, name: str) -> str | None:
        return await self._database.read(lambda c: setting(c, name))

    async def save_setting(self, name: str, value: str) -> None:
        await self._database.write(lambda c: set_setting(c, name, value))


def typed_phrases(connection: Connection) -> list[tuple[str, str, str, int]]:
    """What people typed and confirmed they meant: context, text, meaning, how often."""
    return all_phrases(connection)
