-- A place that its holder hands to a friend: the hash of the link that works once.
CREATE TABLE handing (
    registration_id INTEGER PRIMARY KEY REFERENCES registration,
    hash TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL
) STRICT;
