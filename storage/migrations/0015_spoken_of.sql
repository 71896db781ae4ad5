-- What was last spoken of with somebody: a line that names nothing is about it, for a while.
CREATE TABLE spoken_of (
    person_id INTEGER PRIMARY KEY REFERENCES person,
    office_id INTEGER NOT NULL REFERENCES office,
    subject TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
