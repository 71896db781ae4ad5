-- How each reader has the weekly report: with its picture, short, in full, or not at all.
CREATE TABLE digest_reader (
    office_id INTEGER NOT NULL REFERENCES office,
    person_id INTEGER NOT NULL REFERENCES person,
    form TEXT NOT NULL CHECK (form IN ('picture', 'short', 'full', 'none')),
    PRIMARY KEY (office_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX digest_reader_person ON digest_reader (person_id);

-- What has gone out was the text.
ALTER TABLE digest_delivery ADD COLUMN form TEXT NOT NULL DEFAULT 'full';
