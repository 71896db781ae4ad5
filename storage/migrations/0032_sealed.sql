-- What is sealed: a random id, and facts under a key that is not here.
CREATE TABLE sealed (
    office_id INTEGER NOT NULL REFERENCES office,
    id TEXT NOT NULL,
    box BLOB NOT NULL,
    PRIMARY KEY (office_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_place ON visit (locality_id, done_at) WHERE locality_id IS NOT NULL;
-- Whoever writes what is to be sealed: their words are put away sealed as they come in.
CREATE INDEX expectation_sealed ON expectation (person_id) WHERE topic = 'visit.sealed';
