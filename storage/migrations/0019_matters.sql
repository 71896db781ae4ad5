-- What somebody must answer or do, followed to its end; its history is the journal.

-- Bodies and themes, as the office calls them; a name that is no longer used points to the next.
CREATE TABLE lookup (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    sort TEXT NOT NULL CHECK (sort IN ('body', 'theme')),
    name TEXT NOT NULL,
    successor_id INTEGER REFERENCES lookup,
    valid_from TEXT NOT NULL,
    valid_to TEXT
) STRICT;
CREATE TABLE lookup_name (
    lookup_id INTEGER NOT NULL REFERENCES lookup,
    folded TEXT NOT NULL,
    PRIMARY KEY (lookup_id, folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX lookup_office ON lookup (office_id, sort);

CREATE TABLE matter (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    state TEXT NOT NULL,
    about TEXT NOT NULL DEFAULT '',
    theme_id INTEGER REFERENCES lookup,
    body_id INTEGER REFERENCES lookup,
    locality_id INTEGER REFERENCES locality,
    raised_by INTEGER REFERENCES person,
    owner_id INTEGER REFERENCES person,
    owner_unit_id INTEGER REFERENCES unit,
    weight INTEGER NOT NULL DEFAULT 1 CHECK (weight > 0),
    paper TEXT NOT NULL DEFAULT '',
    paper_day TEXT,
    raised_at TEXT NOT NULL,
    sent_at TEXT,
    due_at TEXT,
    returns_on TEXT,
    closed_at TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (office_id, kind, number)
) STRICT;
CREATE INDEX matter_open ON matter (office_id, due_at) WHERE closed_at IS NULL;
CREATE INDEX matter_returns ON matter (office_id, returns_on) WHERE returns_on IS NOT NULL;
CREATE INDEX matter_raised ON matter (office_id, raised_at);
CREATE INDEX matter_closed ON matter (office_id, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX matter_about ON matter (office_id, about) WHERE about <> '';
CREATE INDEX matter_raiser ON matter (raised_by) WHERE raised_by IS NOT NULL;
CREATE INDEX matter_owner ON matter (owner_id) WHERE owner_id IS NOT NULL;

-- What was said in it, by the journal's row it was said with: to be deleted when its time is over.
CREATE TABLE matter_words (
    matter_id INTEGER NOT NULL REFERENCES matter,
    row_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (matter_id, row_id)
) STRICT, WITHOUT ROWID;

-- A photo or a file about anything, such as `matter:12`.
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    about TEXT NOT NULL,
    kind TEXT NOT NULL,
    file_id TEXT NOT NULL,
    unique_id TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL,
    kept TEXT NOT NULL DEFAULT '',
    tries INTEGER NOT NULL DEFAULT 0,
    UNIQUE (office_id, about, unique_id)
) STRICT;
CREATE INDEX attachment_to_keep ON attachment (tries) WHERE kept = '';
CREATE INDEX attachment_old ON attachment (office_id, at);
CREATE TRIGGER attachment_is_forgotten AFTER DELETE ON attachment WHEN OLD.kept <> ''
BEGIN
    INSERT OR IGNORE INTO stray_file VALUES (OLD.kept, OLD.office_id);
END;
