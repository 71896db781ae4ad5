"""Two rows that turn out to be one person: what the one has, the other takes over."""

import sqlite3

NAMING = """
SELECT t.name AS "table", f."from" AS "column"
  FROM sqlite_master AS t, pragma_foreign_key_list(t.name) AS f
 WHERE t.type = 'table' AND f."table" = 'person' AND t.name <> 'card'
"""
"""Every column that names a person; live cards stay with their account."""
MOVE = 'UPDATE OR IGNORE "{table}" SET "{column}" = :new WHERE "{column}" = :old'
TAKE_NAME = """
UPDATE person SET name = old.name, folded = old.folded, phone = coalesce(old.phone, person.phone)
  FROM (SELECT name, folded, phone FROM person WHERE id = :old) AS old WHERE id = :new
"""


def merge(connection: sqlite3.Connection, old: int, new: int) -> None:
    """The roster knows the name, the account the person: `new` becomes both."""
    take(connection, old, new)
    connection.execute(TAKE_NAME, {"old": old, "new": new})


def take(connection: sqlite3.Connection, old: int, new: int) -> None:
    """What the one has goes to the other, who keeps the own name."""
    people = {"old": old, "new": new}
    for row in connection.execute(NAMING).fetchall():
        connection.execute(MOVE.format(table=row["table"], column=row["column"]), people)
