"""What belongs to no one office: who it is before their office is known, and our own settings."""

from datetime import datetime

from domain.access import Actor
from storage import inbox, journal
from storage.accounts import actor_by_telegram, by_phone, use_invite
from storage.everywhere import Everywhere
from storage.offices import office_ids, set_setting, setting

FORGOTTEN = "journal_forgotten"


class Deployment(Everywhere):
    def offices(self) -> list[int]:
        return office_ids(self._connection)

    def setting(self, name: str) -> str | None:
        return setting(self._connection, name)

    def save_setting(self, name: str, value: str) -> None:
        set_setting(self._connection, name, value)

    def actor(self, telegram_id: int, now: datetime, office_id: int) -> Actor | None:
        """Whose account this is, as that office knows them."""
        return actor_by_telegram(self._connection, telegram_id, now, office_id)

    def by_phone(self, phone: str) -> tuple[int, int] | None:
        """The one roster row with this number: office id and person id."""
        return by_phone(self._connection, phone)

    def use_invite(self, hashed: str, now: datetime) -> tuple[int, int] | None:
        """Use an invite up: office id and person id."""
        return use_invite(self._connection, hashed, now)

    def erase_steps(self, before: datetime, most: int) -> int:
        """Who took the old steps of tasks; where it came to is kept, for they are many."""
        mark = int(self.setting(FORGOTTEN) or 0)
        found = journal.erase_before(self._connection, before, mark, most)
        if found:
            self.save_setting(FORGOTTEN, str(found[-1]))
        return len(found)

    def erase_old_updates(self, now: datetime, most: int) -> int:
        return inbox.erase_old(self._connection, now, most)
