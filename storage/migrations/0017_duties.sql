-- Who answers for supervision, opinions, movements, training: a section or one person, with dates.
CREATE TABLE duty (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    duty TEXT NOT NULL,
    unit_id INTEGER REFERENCES unit,
    person_id INTEGER REFERENCES person,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    CHECK ((unit_id IS NULL) <> (person_id IS NULL))
) STRICT;
CREATE INDEX duty_office ON duty (office_id, duty);
CREATE INDEX duty_person ON duty (person_id) WHERE person_id IS NOT NULL;

-- An office that was founded from a preset gets what the preset says today.
WITH usual (code, duty) AS (
    VALUES ('KTGS', 'supervision'), ('GS', 'supervision'), ('DCPL', 'opinions'), ('GS', 'opinions'),
           ('TTVD', 'movements'), ('PT', 'movements'), ('TTVD', 'training'), ('PT', 'training'))
INSERT INTO duty (office_id, duty, unit_id, valid_from)
SELECT unit.office_id, usual.duty, unit.id, unit.valid_from
  FROM unit JOIN usual ON usual.code = unit.code WHERE unit.valid_to IS NULL;
