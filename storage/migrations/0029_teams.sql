-- The visit itself: who goes, when and where they meet, what they found.
ALTER TABLE visit ADD COLUMN starts_at TEXT;
ALTER TABLE visit ADD COLUMN meets TEXT NOT NULL DEFAULT '';
ALTER TABLE visit ADD COLUMN arrived_at TEXT;
ALTER TABLE visit ADD COLUMN result TEXT NOT NULL DEFAULT '';

CREATE TABLE visit_member (
    visit_id INTEGER NOT NULL REFERENCES visit,
    person_id INTEGER NOT NULL REFERENCES person,
    part TEXT NOT NULL CHECK (part IN ('head', 'secretary', 'member')),
    comes INTEGER,
    agrees INTEGER,
    PRIMARY KEY (visit_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_member_person ON visit_member (person_id);

-- What was found: good, a shortcoming, why; a shortcoming at the same body on the same theme comes
-- back for the so-many-eth time.
CREATE TABLE finding (
    id INTEGER PRIMARY KEY,
    visit_id INTEGER NOT NULL REFERENCES visit,
    sort TEXT NOT NULL CHECK (sort IN ('good', 'short', 'cause')),
    words TEXT NOT NULL,
    times INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX finding_visit ON finding (visit_id);
CREATE INDEX visit_body ON visit (office_id, body_id, theme_id);
CREATE INDEX matter_body ON matter (office_id, body_id) WHERE closed_at IS NULL;
