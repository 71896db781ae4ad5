-- Lists of items; a new version changes nothing in what was begun by an earlier one.
CREATE TABLE checklist (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (office_id, kind, version)
) STRICT;
CREATE TABLE checklist_item (
    checklist_id INTEGER NOT NULL REFERENCES checklist,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    critical INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (checklist_id, number)
) STRICT, WITHOUT ROWID;

-- One that was begun: of a place, or about anything, such as `assignment:12`.
CREATE TABLE checking (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    checklist_id INTEGER NOT NULL REFERENCES checklist,
    about TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    locality_id INTEGER REFERENCES locality,
    begun_by INTEGER REFERENCES person,
    begun_at TEXT NOT NULL,
    closed_at TEXT,
    UNIQUE (office_id, kind, number)
) STRICT;
CREATE INDEX checking_open ON checking (office_id) WHERE closed_at IS NULL;
CREATE INDEX checking_about ON checking (office_id, about) WHERE about <> '';
CREATE INDEX checking_begun ON checking (begun_by) WHERE begun_by IS NOT NULL;

-- How each item stands now; how it came to stands in the journal.
CREATE TABLE checklist_mark (
    checking_id INTEGER NOT NULL REFERENCES checking,
    item INTEGER NOT NULL,
    status TEXT NOT NULL,
    by_id INTEGER NOT NULL REFERENCES person,
    at TEXT NOT NULL,
    claimed_by INTEGER REFERENCES person,
    why TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (checking_id, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX checklist_mark_by ON checklist_mark (by_id);
CREATE INDEX checklist_mark_claimed ON checklist_mark (claimed_by) WHERE claimed_by IS NOT NULL;
