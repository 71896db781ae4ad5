-- Photos and files hang on one table, whatever they are about; a place is told, not copied.
CREATE TABLE attached (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    about TEXT NOT NULL,
    kind TEXT NOT NULL,
    file_id TEXT NOT NULL DEFAULT '',
    unique_id TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    size INTEGER NOT NULL DEFAULT 0,
    album TEXT NOT NULL DEFAULT '',
    latitude REAL NOT NULL DEFAULT 0,
    longitude REAL NOT NULL DEFAULT 0,
    at TEXT NOT NULL,
    kept TEXT NOT NULL DEFAULT '',
    tries INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX attached_once ON attached (office_id, about, unique_id) WHERE unique_id <> '';
INSERT INTO attached (office_id, about, kind, file_id, unique_id, name, at, kept, tries)
SELECT office_id, about, kind, file_id, unique_id, name, at, kept, tries
  FROM attachment ORDER BY id;
INSERT OR IGNORE INTO attached (office_id, about, kind, file_id, unique_id, name, size, album,
                                latitude, longitude, at, kept, tries)
SELECT office_id, 'completion:' || completion_id, kind, file_id, unique_id, name, size, album,
       latitude, longitude, at, kept, tries
  FROM evidence ORDER BY id;
DROP TABLE evidence;
DROP TABLE attachment;
ALTER TABLE attached RENAME TO attachment;
CREATE INDEX attachment_about ON attachment (office_id, about);
CREATE INDEX attachment_to_keep ON attachment (tries) WHERE kept = '' AND file_id <> '';
CREATE INDEX attachment_old ON attachment (office_id, at);
CREATE TRIGGER attachment_is_forgotten AFTER DELETE ON attachment WHEN OLD.kept <> ''
BEGIN
    INSERT OR IGNORE INTO stray_file VALUES (OLD.kept, OLD.office_id);
END;
