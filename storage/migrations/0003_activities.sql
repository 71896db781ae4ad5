-- Days out: where, when, who leads, and what came of them.

CREATE TABLE activity (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    campaign TEXT NOT NULL DEFAULT '',
    host_id INTEGER REFERENCES organisation,
    organiser_id INTEGER REFERENCES person,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    closes_at TEXT NOT NULL,
    content TEXT NOT NULL DEFAULT '',
    bring TEXT NOT NULL DEFAULT '',
    rain_plan TEXT NOT NULL DEFAULT '',
    photo_policy TEXT NOT NULL DEFAULT '',
    min_age INTEGER NOT NULL DEFAULT 16,
    children_allowed INTEGER NOT NULL DEFAULT 1,
    basis TEXT NOT NULL DEFAULT '',
    -- What people chose; running and counting follow from the clock.
    state TEXT NOT NULL DEFAULT 'draft'
        CHECK (state IN ('draft', 'open', 'closed', 'locked', 'postponed', 'cancelled')),
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    UNIQUE (office_id, code)
) STRICT;
CREATE INDEX activity_when ON activity (office_id, starts_at);

CREATE TABLE activity_cohost (
    activity_id INTEGER NOT NULL REFERENCES activity,
    organisation_id INTEGER NOT NULL REFERENCES organisation,
    PRIMARY KEY (activity_id, organisation_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE point (
    id INTEGER PRIMARY KEY,
    activity_id INTEGER NOT NULL REFERENCES activity,
    name TEXT NOT NULL,
    locality_id INTEGER REFERENCES locality,
    landmark TEXT NOT NULL DEFAULT '',
    lat REAL,
    lon REAL,
    leader_id INTEGER REFERENCES person,
    capacity INTEGER
) STRICT;
CREATE INDEX point_activity ON point (activity_id);
CREATE INDEX point_leader ON point (leader_id);

-- How many are hoped for; no organisation means the whole.
CREATE TABLE target (
    id INTEGER PRIMARY KEY,
    activity_id INTEGER NOT NULL REFERENCES activity,
    organisation_id INTEGER REFERENCES organisation,
    number INTEGER NOT NULL,
    UNIQUE (activity_id, organisation_id)
) STRICT;

CREATE TABLE measure_expected (
    activity_id INTEGER NOT NULL REFERENCES activity,
    measure TEXT NOT NULL,
    amount REAL,
    PRIMARY KEY (activity_id, measure)
) STRICT, WITHOUT ROWID;

-- What somebody said about a point. It counts when it is confirmed; nothing is written over.
CREATE TABLE turnout (
    id INTEGER PRIMARY KEY,
    point_id INTEGER NOT NULL REFERENCES point,
    batch INTEGER NOT NULL DEFAULT 0,
    reporter_id INTEGER REFERENCES person,
    recorded_by INTEGER REFERENCES person,
    total INTEGER,
    not_held INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    raw TEXT NOT NULL DEFAULT '',
    rank TEXT NOT NULL CHECK (rank IN ('evidence', 'cadre', 'leader', 'office')),
    proof TEXT NOT NULL CHECK (proof IN ('self', 'leader', 'roll_call', 'code')),
    state TEXT NOT NULL DEFAULT 'echoed' CHECK (state IN ('echoed', 'confirmed', 'dropped')),
    doubt TEXT NOT NULL DEFAULT '',
    candidates TEXT NOT NULL DEFAULT '[]',
    event_at TEXT NOT NULL,
    reported_at TEXT NOT NULL,
    confirmed_at TEXT
) STRICT;
CREATE INDEX turnout_point ON turnout (point_id);
CREATE INDEX turnout_batch ON turnout (batch);

CREATE TABLE turnout_part (
    turnout_id INTEGER NOT NULL REFERENCES turnout,
    organisation_id INTEGER NOT NULL REFERENCES organisation,
    number INTEGER NOT NULL,
    PRIMARY KEY (turnout_id, organisation_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE turnout_measure (
    turnout_id INTEGER NOT NULL REFERENCES turnout,
    measure TEXT NOT NULL,
    amount REAL NOT NULL,
    PRIMARY KEY (turnout_id, measure)
) STRICT, WITHOUT ROWID;

CREATE TABLE point_photo (
    id INTEGER PRIMARY KEY,
    point_id INTEGER NOT NULL REFERENCES point,
    person_id INTEGER REFERENCES person,
    file_id TEXT NOT NULL,
    unique_id TEXT NOT NULL,
    album TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL,
    UNIQUE (point_id, unique_id)
) STRICT;
