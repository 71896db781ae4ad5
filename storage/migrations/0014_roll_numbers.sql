-- The number that everybody on a roll keeps; what a figure says besides: «khoảng», «vắng», and a
-- measure that may be read in two ways.

CREATE TABLE roll_number (
    point_id INTEGER NOT NULL REFERENCES point,
    registration_id INTEGER NOT NULL REFERENCES registration ON DELETE CASCADE,
    number INTEGER NOT NULL,
    PRIMARY KEY (point_id, registration_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX roll_number_once ON roll_number (point_id, number);

ALTER TABLE turnout ADD COLUMN about INTEGER NOT NULL DEFAULT 0;
ALTER TABLE turnout ADD COLUMN absent INTEGER;
ALTER TABLE turnout ADD COLUMN either TEXT NOT NULL DEFAULT '[]';
