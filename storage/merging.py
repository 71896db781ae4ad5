"""Two rows that turn out to be one person: what the one has, the other takes over."""

MOVES = (
    "UPDATE membership SET person_id = :new WHERE person_id = :old",
    "UPDATE role_grant SET person_id = :new WHERE person_id = :old",
    "UPDATE invite SET person_id = :new WHERE person_id = :old",
    "UPDATE letter SET person_id = :new WHERE person_id = :old",
    "UPDATE OR IGNORE expectation SET person_id = :new WHERE person_id = :old",
    "UPDATE OR IGNORE registration SET person_id = :new WHERE person_id = :old",
    "UPDATE headcount SET person_id = :new WHERE person_id = :old",
    "UPDATE certificate SET person_id = :new WHERE person_id = :old",
    "UPDATE OR IGNORE notified SET person_id = :new WHERE person_id = :old",
    "UPDATE OR IGNORE asked SET person_id = :new WHERE person_id = :old",
    """
UPDATE person SET name = old.name, folded = old.folded, phone = coalesce(old.phone, person.phone)
  FROM (SELECT name, folded, phone FROM person WHERE id = :old) AS old WHERE id = :new
""",
)
"""A new table that names a person adds its line here; `card` stays with its account."""
