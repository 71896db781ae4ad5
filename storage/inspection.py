"""The inspection: the outbox and the journal as they stand, for whoever tries the bot."""

from typing import Any

from storage.columns import moments, told
from storage.database import Connection

MOST = 60
OUTBOX = "SELECT id, kind, care, state, tries, key FROM letter ORDER BY id DESC LIMIT :most"
JOURNAL = """
SELECT id, at, event, kind, subject, was, became FROM journal ORDER BY id DESC LIMIT :most
"""


def look_inside(connection: Connection) -> dict[str, Any]:
    """The newest letters and journal rows: ids and states, never what was said."""
    names = moments(connection)
    outbox = connection.execute(OUTBOX, {"most": MOST})
    journal = connection.execute(JOURNAL, {"most": MOST})
    return {
        "outbox": [dict(row) for row in outbox],
        "journal": [told(row, names) for row in journal],
    }
