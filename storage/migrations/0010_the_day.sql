-- The day: how its figures are known, its photos, messages that fade, and what hours are worth.

-- «Đủ cả»: a roll call that was one tap, not a name each.
ALTER TABLE turnout ADD COLUMN everyone INTEGER NOT NULL DEFAULT 0;

-- Photos of a point: our own copy, and whether they may be used or are kept for longer.
ALTER TABLE point_photo ADD COLUMN kept TEXT NOT NULL DEFAULT '';
ALTER TABLE point_photo ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE point_photo ADD COLUMN mark TEXT NOT NULL DEFAULT ''
    CHECK (mark IN ('', 'unused', 'chosen'));
CREATE INDEX photo_to_keep ON point_photo (id) WHERE kept = '';

-- Copies whose row is gone: to be taken from the disk.
CREATE TABLE stray_file (
    path TEXT PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office
) STRICT, WITHOUT ROWID;
CREATE TRIGGER photo_is_forgotten AFTER DELETE ON point_photo WHEN OLD.kept <> ''
BEGIN
    INSERT OR IGNORE INTO stray_file
    SELECT OLD.kept, activity.office_id FROM point JOIN activity ON activity.id = point.activity_id
     WHERE point.id = OLD.point_id;
END;

-- Messages with names in them, and when they are to be deleted from the chat.
CREATE TABLE fading (
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    office_id INTEGER NOT NULL REFERENCES office,
    topic TEXT NOT NULL,
    due_at TEXT NOT NULL,
    PRIMARY KEY (chat_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX fading_due ON fading (due_at);
CREATE INDEX fading_topic ON fading (office_id, topic);

-- What a day out is worth in the ledger, office by office: at least so long, so many days.
CREATE TABLE conversion (
    office_id INTEGER NOT NULL REFERENCES office,
    least_minutes INTEGER NOT NULL,
    days REAL NOT NULL,
    PRIMARY KEY (office_id, least_minutes)
) STRICT, WITHOUT ROWID;
INSERT INTO conversion (office_id, least_minutes, days) SELECT id, 120, 1.0 FROM office;
INSERT INTO conversion (office_id, least_minutes, days) SELECT id, 0, 0.5 FROM office;
