-- Projects whose few cumulative numbers are told again and again; a correction is a new report.
CREATE TABLE register (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    whole INTEGER NOT NULL CHECK (whole > 0),
    lead_id INTEGER REFERENCES person,
    opened_at TEXT NOT NULL,
    closed_at TEXT,
    UNIQUE (office_id, kind, number)
) STRICT;
CREATE INDEX register_open ON register (office_id) WHERE closed_at IS NULL;
CREATE INDEX register_lead ON register (lead_id) WHERE lead_id IS NOT NULL;

CREATE TABLE register_report (
    id INTEGER PRIMARY KEY,
    register_id INTEGER NOT NULL REFERENCES register,
    told_by INTEGER REFERENCES person,
    at TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX register_report_of ON register_report (register_id, at);
CREATE INDEX register_report_by ON register_report (told_by) WHERE told_by IS NOT NULL;

-- Its numbers by what they count; those of a reason are stuck by it.
CREATE TABLE register_number (
    report_id INTEGER NOT NULL REFERENCES register_report,
    counts TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (report_id, counts)
) STRICT, WITHOUT ROWID;
