-- Assignments: who was given what by whom, until when, and what came of it.

ALTER TABLE letter ADD COLUMN rung_at TEXT;
CREATE INDEX letter_rung ON letter (person_id, rung_at) WHERE rung_at IS NOT NULL;

-- What a card looked like when it was last drawn: the same look is not sent again.
ALTER TABLE card ADD COLUMN look TEXT NOT NULL DEFAULT '';

CREATE TABLE assignment (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    folded TEXT NOT NULL,
    content TEXT NOT NULL DEFAULT '',
    expected TEXT NOT NULL,
    source TEXT NOT NULL DEFAULT '',
    assigner_id INTEGER NOT NULL REFERENCES person,
    lead_id INTEGER NOT NULL REFERENCES person,
    approver_id INTEGER NOT NULL REFERENCES person,
    unit_id INTEGER REFERENCES unit,
    urgent INTEGER NOT NULL DEFAULT 0,
    urgent_reason TEXT NOT NULL DEFAULT '',
    evidence TEXT NOT NULL DEFAULT 'none' CHECK (evidence IN ('none', 'photo', 'file', 'figures')),
    original_due TEXT NOT NULL,
    due_at TEXT NOT NULL,
    expects_at TEXT,
    state TEXT NOT NULL DEFAULT 'assigned'
        CHECK (state IN ('assigned', 'doing', 'review', 'done', 'suspended', 'cancelled')),
    percent INTEGER NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
    blocked TEXT NOT NULL DEFAULT '',
    extensions INTEGER NOT NULL DEFAULT 0,
    reworks INTEGER NOT NULL DEFAULT 0,
    issued_at TEXT NOT NULL,
    accepted_at TEXT,
    submitted_at TEXT,
    closed_at TEXT,
    ended_at TEXT,
    result TEXT NOT NULL DEFAULT '',
    suspended_from TEXT,
    group_id INTEGER REFERENCES assignment,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (office_id, code)
) STRICT;
CREATE INDEX assignment_of_lead ON assignment (lead_id, state);
CREATE INDEX assignment_office ON assignment (office_id, state, due_at);
CREATE INDEX assignment_number ON assignment (office_id, number);
CREATE INDEX assignment_group ON assignment (group_id) WHERE group_id IS NOT NULL;

-- Who helps: a person or a whole section, each with a part of their own.
CREATE TABLE assignment_support (
    id INTEGER PRIMARY KEY,
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    person_id INTEGER REFERENCES person,
    unit_id INTEGER REFERENCES unit,
    part TEXT NOT NULL DEFAULT '',
    due_at TEXT,
    accepted_at TEXT,
    done_at TEXT,
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT;
CREATE INDEX support_assignment ON assignment_support (assignment_id);
CREATE INDEX support_person ON assignment_support (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE assignment_locality (
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    locality_id INTEGER NOT NULL REFERENCES locality,
    PRIMARY KEY (assignment_id, locality_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment_organisation (
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    organisation_id INTEGER NOT NULL REFERENCES organisation,
    PRIMARY KEY (assignment_id, organisation_id)
) STRICT, WITHOUT ROWID;

-- Who led it, from when to when: a hand-over keeps who did what.
CREATE TABLE assignment_lead (
    id INTEGER PRIMARY KEY,
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    person_id INTEGER NOT NULL REFERENCES person,
    percent INTEGER NOT NULL DEFAULT 0,
    since TEXT NOT NULL,
    until TEXT
) STRICT;
CREATE INDEX lead_assignment ON assignment_lead (assignment_id);

-- Every move of a deadline; the original one never changes.
CREATE TABLE assignment_due (
    id INTEGER PRIMARY KEY,
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    extension INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX due_assignment ON assignment_due (assignment_id, at);

-- What the lead asked for: more time, or to be released.
CREATE TABLE assignment_request (
    id INTEGER PRIMARY KEY,
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    kind TEXT NOT NULL CHECK (kind IN ('extension', 'release')),
    person_id INTEGER NOT NULL REFERENCES person,
    reason TEXT NOT NULL DEFAULT '',
    new_due TEXT,
    state TEXT NOT NULL DEFAULT 'pending'
        CHECK (state IN ('pending', 'granted', 'refused', 'dropped')),
    asked_at TEXT NOT NULL,
    decided_at TEXT,
    decided_by INTEGER REFERENCES person,
    decided_due TEXT,
    comment TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX request_assignment ON assignment_request (assignment_id);
CREATE UNIQUE INDEX request_pending ON assignment_request (assignment_id, kind)
 WHERE state = 'pending';

-- A report that the work is done: gathered as a draft, read back, sent, decided.
CREATE TABLE completion (
    id INTEGER PRIMARY KEY,
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    person_id INTEGER NOT NULL REFERENCES person,
    text TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'draft'
        CHECK (state IN ('draft', 'sent', 'passed', 'returned', 'dropped')),
    began_at TEXT NOT NULL,
    happened_at TEXT,
    sent_at TEXT,
    decided_at TEXT,
    decided_by INTEGER REFERENCES person,
    comment TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX completion_assignment ON completion (assignment_id, state);
CREATE UNIQUE INDEX completion_draft ON completion (assignment_id, person_id)
 WHERE state = 'draft';

-- Photos, files, voices and places that prove it. Telegram keeps them; `kept` is our own copy.
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    completion_id INTEGER NOT NULL REFERENCES completion,
    kind TEXT NOT NULL CHECK (kind IN ('photo', 'file', 'voice', 'location')),
    file_id TEXT NOT NULL DEFAULT '',
    unique_id TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    size INTEGER NOT NULL DEFAULT 0,
    album TEXT NOT NULL DEFAULT '',
    latitude REAL NOT NULL DEFAULT 0,
    longitude REAL NOT NULL DEFAULT 0,
    at TEXT NOT NULL,
    kept TEXT NOT NULL DEFAULT '',
    tries INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX evidence_completion ON evidence (completion_id);
CREATE INDEX evidence_to_keep ON evidence (id) WHERE kept = '' AND file_id <> '';

-- Assignments that arrive as one message.
CREATE TABLE bundle (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    person_id INTEGER NOT NULL REFERENCES person,
    opened_at TEXT NOT NULL
) STRICT;
CREATE INDEX bundle_person ON bundle (person_id, opened_at);

CREATE TABLE bundle_item (
    bundle_id INTEGER NOT NULL REFERENCES bundle,
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    PRIMARY KEY (bundle_id, assignment_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX bundle_assignment ON bundle_item (assignment_id);
