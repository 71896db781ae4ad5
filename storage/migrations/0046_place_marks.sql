-- Places that need more of the office for a time: weak, or a key one; why, from when, until when.
CREATE TABLE place_mark (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    locality_id INTEGER NOT NULL REFERENCES locality,
    mark TEXT NOT NULL CHECK (mark IN ('weak', 'key')),
    reason TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL
) STRICT;
CREATE INDEX place_mark_of ON place_mark (locality_id, until);
CREATE INDEX place_mark_office ON place_mark (office_id, until);
