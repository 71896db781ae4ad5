"""What people typed and what they then confirmed they meant, so that the grammar can grow."""

from datetime import date

from storage.database import Connection
from storage.table import Table

MOST_LETTERS = 60
KEEP = """
INSERT INTO phrase (office_id, context, text, meaning, last_on)
VALUES (:office_id, :context, :text, :meaning, :on)
ON CONFLICT (office_id, context, text, meaning) DO UPDATE
   SET times = times + 1, last_on = excluded.last_on
"""
ALL = "SELECT context, text, meaning, sum(times) FROM phrase GROUP BY 1, 2, 3 ORDER BY 4 DESC, 2"
FORGET = "DELETE FROM phrase WHERE office_id = :office_id AND last_on < :before"


class TypedPhrases(Table):
    def save(self, context: str, text: str, meaning: str, on: date) -> None:
        """Keep a confirmed correction; long texts tell of a life, not of a grammar."""
        if 0 < len(text) <= MOST_LETTERS:
            self._run(KEEP, context=context, text=text, meaning=meaning, on=on.isoformat())

    def erase_before(self, before: date) -> None:
        self._run(FORGET, before=before.isoformat())


def all_phrases(connection: Connection) -> list[tuple[str, str, str, int]]:
    """Context, text, meaning, how often; the most frequent first."""
    return [tuple(row) for row in connection.execute(ALL)]
