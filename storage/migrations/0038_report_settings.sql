-- What an office chose about its weekly report: which roles have it, what is left out of it,
-- whether the office's remarks go to the organisations too.
CREATE TABLE report_setting (
    office_id INTEGER PRIMARY KEY REFERENCES office,
    roles TEXT NOT NULL DEFAULT '["leader"]',
    without TEXT NOT NULL DEFAULT '[]',
    copies_remarks INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Who has it besides, by name; it gives no right.
CREATE TABLE report_guest (
    office_id INTEGER NOT NULL REFERENCES office,
    person_id INTEGER NOT NULL REFERENCES person,
    PRIMARY KEY (office_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_guest_person ON report_guest (person_id);

-- Why a week's report does not come, in the office's words.
ALTER TABLE digest ADD COLUMN reason TEXT NOT NULL DEFAULT '';
