-- The paper that work came from: found again by its number.
CREATE TABLE paper (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    number TEXT NOT NULL,
    said TEXT NOT NULL,
    day TEXT
) STRICT;
CREATE INDEX paper_number ON paper (office_id, number);
CREATE INDEX paper_assignment ON paper (assignment_id);
