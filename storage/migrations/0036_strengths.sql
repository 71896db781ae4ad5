-- What people are good at, told by themselves; it counts once their head has confirmed it.
CREATE TABLE strength (
    office_id INTEGER NOT NULL REFERENCES office,
    person_id INTEGER NOT NULL REFERENCES person,
    strength TEXT NOT NULL,
    confirmed_by INTEGER REFERENCES person,
    PRIMARY KEY (office_id, person_id, strength)
) STRICT, WITHOUT ROWID;
CREATE INDEX strength_person ON strength (person_id);
CREATE INDEX strength_confirmed ON strength (confirmed_by) WHERE confirmed_by IS NOT NULL;
