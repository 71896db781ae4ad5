-- Saturdays: who comes and who waits, what they agreed to, and what is remembered of it.

-- One row a person and activity. The row's number is the order in the line; who changes point
-- or comes back begins a new row. A forgotten person's rows stay as counts.
CREATE TABLE registration (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    activity_id INTEGER NOT NULL REFERENCES activity,
    point_id INTEGER NOT NULL REFERENCES point,
    person_id INTEGER REFERENCES person,
    standing TEXT NOT NULL CHECK (standing IN ('held', 'registered', 'confirmed', 'waitlisted',
        'offered', 'lapsed', 'cancelled', 'present', 'absent')),
    age TEXT NOT NULL CHECK (age IN ('18', '16')),
    adults INTEGER NOT NULL DEFAULT 0,
    children INTEGER NOT NULL DEFAULT 0,
    guardian TEXT,
    evening TEXT CHECK (evening IN ('yes', 'no')),
    late INTEGER NOT NULL DEFAULT 0,
    offer_ends TEXT,
    proof TEXT CHECK (proof IN ('code', 'roll_call')),
    recorded_by TEXT,
    happened_at TEXT,
    disputed_at TEXT,
    at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX registration_once ON registration (activity_id, person_id)
 WHERE standing NOT IN ('cancelled', 'lapsed') AND person_id IS NOT NULL;
CREATE INDEX registration_line ON registration (point_id, standing, office_id, adults);
CREATE INDEX registration_person ON registration (person_id, activity_id);
CREATE INDEX registration_offer ON registration (offer_ends) WHERE standing = 'offered';

-- A cadre's group: a number, never names.
CREATE TABLE headcount (
    activity_id INTEGER NOT NULL REFERENCES activity,
    point_id INTEGER NOT NULL REFERENCES point,
    locality_id INTEGER NOT NULL REFERENCES locality,
    organisation_id INTEGER NOT NULL REFERENCES organisation,
    number INTEGER NOT NULL,
    person_id INTEGER REFERENCES person,
    at TEXT NOT NULL,
    PRIMARY KEY (activity_id, locality_id, organisation_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE roll_call (
    point_id INTEGER PRIMARY KEY REFERENCES point,
    extra INTEGER NOT NULL DEFAULT 0,
    everyone INTEGER NOT NULL DEFAULT 0,
    happened_at TEXT NOT NULL,
    closed_at TEXT,
    closed_by TEXT
) STRICT;

-- The words that were read, once each, and who said yes or no to them.
CREATE TABLE notice (
    fingerprint TEXT PRIMARY KEY,
    purpose TEXT NOT NULL,
    version INTEGER NOT NULL,
    locale TEXT NOT NULL,
    text TEXT NOT NULL,
    since TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE consent (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    subject TEXT NOT NULL,
    purpose TEXT NOT NULL,
    given INTEGER NOT NULL,
    fingerprint TEXT REFERENCES notice,
    age TEXT,
    message_id INTEGER,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX consent_subject ON consent (subject, purpose);
CREATE TRIGGER consent_is_not_changed BEFORE UPDATE ON consent
BEGIN SELECT RAISE(ABORT, 'a consent is written once'); END;
-- Only what was withdrawn may ever go, when the law no longer wants it.
CREATE TRIGGER consent_is_kept BEFORE DELETE ON consent
WHEN NOT EXISTS (SELECT 1 FROM consent c WHERE c.subject = OLD.subject
                    AND c.purpose = OLD.purpose AND c.id >= OLD.id AND NOT c.given)
BEGIN SELECT RAISE(ABORT, 'a consent that stands is kept'); END;

-- What somebody asked to be done with their data, and when it was done.
CREATE TABLE data_request (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    subject TEXT NOT NULL,
    what TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE certificate (
    code TEXT PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    person_id INTEGER NOT NULL REFERENCES person,
    days REAL NOT NULL,
    hours REAL NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    issued TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX certificate_person ON certificate (person_id);

-- News that wants a «Đã biết»: who was told, who tapped.
CREATE TABLE notified (
    activity_id INTEGER NOT NULL REFERENCES activity,
    version INTEGER NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person,
    at TEXT NOT NULL,
    known_at TEXT,
    PRIMARY KEY (activity_id, version, person_id)
) STRICT, WITHOUT ROWID;

-- Who was asked to fill a gap, so that the least recently asked is asked first.
CREATE TABLE asked (
    person_id INTEGER NOT NULL REFERENCES person,
    activity_id INTEGER NOT NULL REFERENCES activity,
    at TEXT NOT NULL,
    PRIMARY KEY (person_id, activity_id)
) STRICT, WITHOUT ROWID;

-- An activity to be held again every week, or kept under a name to start from.
CREATE TABLE pattern (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    activity_id INTEGER NOT NULL REFERENCES activity,
    name TEXT NOT NULL DEFAULT '',
    weekly INTEGER NOT NULL DEFAULT 0,
    ended_at TEXT
) STRICT;
