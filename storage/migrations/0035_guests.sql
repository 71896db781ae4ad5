-- Citizens who are invited on a visit: a link that works once, a yes or no, what they said of it.
CREATE TABLE visit_guest (
    id INTEGER PRIMARY KEY,
    visit_id INTEGER NOT NULL REFERENCES visit,
    name TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    used_at TEXT,
    comes INTEGER,
    words TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX visit_guest_of ON visit_guest (visit_id);
