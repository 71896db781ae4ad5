"""Two rows that turn out to be one person: what the one has, the other takes over."""

MOVES = (
    "UPDATE membership SET person_id = :new WHERE person_id = :old",
    "UPDATE role_grant SET person_id = :new WHERE person_id = :old",
    "UPDATE invite SET person_id = :new WHERE person_id = :old",
    "UPDATE letter SET person_id = :new WHERE person_id = :old",
    "UPDATE OR IGNORE expectation SET person_id = :new WHERE person_id = :old",
    "UPDATE activity SET organiser_id = :new WHERE organiser_id = :old",
    "UPDATE point SET leader_id = :new WHERE leader_id = :old",
    "UPDATE turnout SET reporter_id = :new WHERE reporter_id = :old",
    "UPDATE turnout SET recorded_by = :new WHERE recorded_by = :old",
    "UPDATE point_photo SET person_id = :new WHERE person_id = :old",
    "UPDATE digest SET approved_by = :new WHERE approved_by = :old",
    "UPDATE OR IGNORE digest_delivery SET person_id = :new WHERE person_id = :old",
    """
UPDATE person SET name = old.name, folded = old.folded, phone = coalesce(old.phone, person.phone)
  FROM (SELECT name, folded, phone FROM person WHERE id = :old) AS old WHERE id = :new
""",
)
"""A new table that names a person adds its line here; `card` stays with its account."""
