-- The year's programme of visits; what was merged stays, and leads to what it became.
CREATE TABLE visit (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    year INTEGER NOT NULL,
    species TEXT NOT NULL,
    stage TEXT NOT NULL,
    organisation_id INTEGER NOT NULL REFERENCES organisation,
    theme_id INTEGER NOT NULL REFERENCES lookup,
    body_id INTEGER NOT NULL REFERENCES lookup,
    locality_id INTEGER REFERENCES locality,
    first TEXT NOT NULL,
    last TEXT NOT NULL CHECK (last >= first),
    unannounced INTEGER NOT NULL DEFAULT 0,
    proposed_by INTEGER REFERENCES person,
    proposed_at TEXT NOT NULL,
    kept_id INTEGER REFERENCES visit,
    trip_id INTEGER REFERENCES visit,
    apart TEXT NOT NULL DEFAULT '',
    head_id INTEGER REFERENCES person,
    on_day TEXT,
    merged_at TEXT,
    done_at TEXT,
    dropped_at TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (office_id, number),
    CHECK ((stage = 'merged') = (kept_id IS NOT NULL) AND kept_id <> id)
) STRICT;
CREATE INDEX visit_year ON visit (office_id, year);
CREATE INDEX visit_window ON visit (office_id, last);
CREATE INDEX visit_open ON visit (office_id) WHERE stage NOT IN ('merged', 'dropped', 'closed');
CREATE INDEX visit_kept ON visit (kept_id) WHERE kept_id IS NOT NULL;
CREATE INDEX visit_by ON visit (proposed_by) WHERE proposed_by IS NOT NULL;
CREATE INDEX visit_head ON visit (head_id) WHERE head_id IS NOT NULL;

-- One asks the other to go together; the other says yes or no, once.
CREATE TABLE visit_wish (
    id INTEGER PRIMARY KEY,
    visit_id INTEGER NOT NULL REFERENCES visit,
    into_id INTEGER NOT NULL REFERENCES visit,
    how TEXT NOT NULL,
    asked_by INTEGER REFERENCES person,
    at TEXT NOT NULL,
    answered_at TEXT
) STRICT;
CREATE INDEX visit_wish_of ON visit_wish (visit_id);
CREATE INDEX visit_wish_into ON visit_wish (into_id);
CREATE INDEX visit_wish_by ON visit_wish (asked_by) WHERE asked_by IS NOT NULL;

-- The papers of its steps: number, day, signer.
CREATE TABLE visit_paper (
    visit_id INTEGER NOT NULL REFERENCES visit,
    stage TEXT NOT NULL,
    number TEXT NOT NULL,
    day TEXT NOT NULL,
    signer TEXT NOT NULL,
    PRIMARY KEY (visit_id, stage)
) STRICT, WITHOUT ROWID;

-- What others plan to look at: the council, the inspectorate, the Party's committee.
CREATE TABLE outside_plan (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    whose TEXT NOT NULL,
    theme_id INTEGER NOT NULL REFERENCES lookup,
    body_id INTEGER NOT NULL REFERENCES lookup,
    first TEXT NOT NULL,
    last TEXT NOT NULL
) STRICT;
CREATE INDEX outside_plan_window ON outside_plan (office_id, last);

-- Steps that an office does not use.
CREATE TABLE stage_left_out (
    office_id INTEGER NOT NULL REFERENCES office,
    stage TEXT NOT NULL,
    PRIMARY KEY (office_id, stage)
) STRICT, WITHOUT ROWID;

-- How many visits a year had that is not in this program.
CREATE TABLE visits_of_year (
    office_id INTEGER NOT NULL REFERENCES office,
    year INTEGER NOT NULL,
    visits INTEGER NOT NULL CHECK (visits > 0),
    PRIMARY KEY (office_id, year)
) STRICT, WITHOUT ROWID;

-- A body that is nobody of the state: no subject of supervision.
ALTER TABLE lookup ADD COLUMN is_private INTEGER NOT NULL DEFAULT 0;
