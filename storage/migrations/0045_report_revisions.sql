-- What a report said before it was corrected.
CREATE TABLE digest_revision (
    id INTEGER PRIMARY KEY,
    digest_id INTEGER NOT NULL REFERENCES digest,
    scope TEXT NOT NULL,
    facts TEXT NOT NULL,
    until TEXT NOT NULL
) STRICT;
CREATE INDEX digest_revision_of ON digest_revision (digest_id, scope);

-- How many are hoped for at a point, where places have targets of their own.
ALTER TABLE point ADD COLUMN target INTEGER;
