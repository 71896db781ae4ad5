-- The weekly report: previewed, frozen at the cut-off, sent once, corrected in place.

CREATE TABLE digest (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    week TEXT NOT NULL,
    sends_at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'preview'
        CHECK (state IN ('preview', 'frozen', 'sent', 'skipped')),
    paused INTEGER NOT NULL DEFAULT 0,
    remarks TEXT NOT NULL DEFAULT '',
    approved_by INTEGER REFERENCES person,
    approved_at TEXT,
    sent_at TEXT,
    updated_at TEXT,
    UNIQUE (office_id, week)
) STRICT;

-- The frozen figures: the whole, and the part of each organisation and section.
CREATE TABLE digest_part (
    digest_id INTEGER NOT NULL REFERENCES digest,
    scope TEXT NOT NULL,
    facts TEXT NOT NULL,
    PRIMARY KEY (digest_id, scope)
) STRICT, WITHOUT ROWID;

-- What the standing committee is asked to decide: at most three lines.
CREATE TABLE digest_ask (
    id INTEGER PRIMARY KEY,
    digest_id INTEGER NOT NULL REFERENCES digest,
    text TEXT NOT NULL,
    assignment_id INTEGER
) STRICT;
CREATE INDEX digest_ask_digest ON digest_ask (digest_id);

CREATE TABLE digest_delivery (
    digest_id INTEGER NOT NULL REFERENCES digest,
    person_id INTEGER NOT NULL REFERENCES person,
    scope TEXT NOT NULL,
    owed_at TEXT NOT NULL,
    PRIMARY KEY (digest_id, person_id)
) STRICT, WITHOUT ROWID;
