-- So many who come to a class from outside the roster: counted, never named.

CREATE TABLE training_outside (
    activity_id INTEGER PRIMARY KEY REFERENCES activity,
    number INTEGER NOT NULL CHECK (number > 0)
) STRICT;
