"""Places that are being handed to a friend: which link leads to which place."""

from datetime import datetime

from storage.rows import stamp
from storage.table import Table

BEGIN = """
INSERT INTO transfer (registration_id, hash, at)
SELECT id, :hash, :now FROM registration WHERE office_id = :office_id AND id = :registration_id
ON CONFLICT (registration_id) DO UPDATE SET hash = excluded.hash, at = excluded.at
"""
OPEN = """
SELECT 1 FROM transfer JOIN registration ON registration.id = registration_id
 WHERE office_id = :office_id AND registration_id = :registration_id
"""
END = """
DELETE FROM transfer WHERE registration_id = :registration_id AND EXISTS (
    SELECT 1 FROM registration r WHERE r.id = registration_id AND r.office_id = :office_id)
"""


class Transfers(Table):
    def begin(self, registration_id: int, hashed: str, now: datetime) -> None:
        """A new link; the one before works no longer."""
        self._run(BEGIN, registration_id=registration_id, hash=hashed, now=stamp(now))

    def is_open(self, registration_id: int) -> bool:
        """Whether a link to this place has been given out and lives."""
        return self._first(OPEN, registration_id=registration_id) is not None

    def end(self, registration_id: int) -> bool:
        return self._run(END, registration_id=registration_id).rowcount > 0
