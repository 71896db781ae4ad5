-- What nobody can ask for any more goes: a day that bears no names is a few numbers.

CREATE TABLE past_registration (
    office_id INTEGER NOT NULL REFERENCES office,
    activity_id INTEGER NOT NULL REFERENCES activity,
    point_id INTEGER NOT NULL REFERENCES point,
    standing TEXT NOT NULL,
    age TEXT NOT NULL,
    people INTEGER NOT NULL,
    adults INTEGER NOT NULL,
    children INTEGER NOT NULL,
    late INTEGER NOT NULL,
    PRIMARY KEY (activity_id, point_id, standing, age)
) STRICT, WITHOUT ROWID;
CREATE INDEX roll_number_of ON roll_number (registration_id);

-- The steps of a place go with it; all else in the journal is written once.
DROP TRIGGER journal_is_not_cleared;
CREATE TRIGGER journal_is_not_cleared BEFORE DELETE ON journal WHEN OLD.kind <> 'registration'
BEGIN SELECT RAISE(ABORT, 'the journal is written once'); END;

-- The day on which a card was last drawn; those from before count from now.
ALTER TABLE card ADD COLUMN drawn_on TEXT NOT NULL DEFAULT '';
UPDATE card SET drawn_on = date('now');
CREATE INDEX card_drawn ON card (drawn_on);
DROP INDEX letter_old;
CREATE INDEX letter_over ON letter (office_id, coalesce(sent_at, posted_at))
 WHERE state NOT IN ('waiting', 'sending');
CREATE INDEX job_run_old ON job_run (office_id, at);
