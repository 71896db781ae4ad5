-- Which cadres hear of a day out: those of an organisation or of a place. No row: all of them.
CREATE TABLE audience (
    id INTEGER PRIMARY KEY,
    activity_id INTEGER NOT NULL REFERENCES activity,
    organisation_id INTEGER REFERENCES organisation,
    locality_id INTEGER REFERENCES locality,
    CHECK ((organisation_id IS NULL) <> (locality_id IS NULL)),
    UNIQUE (activity_id, organisation_id),
    UNIQUE (activity_id, locality_id)
) STRICT;
