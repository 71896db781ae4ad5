-- What a day out needs at least, and from when on it is told that people are missing.
ALTER TABLE activity ADD COLUMN least INTEGER NOT NULL DEFAULT 0;
ALTER TABLE activity ADD COLUMN warn_days INTEGER NOT NULL DEFAULT 2;
-- A point that was taken out again; those who gave it up before keep their row.
ALTER TABLE point ADD COLUMN dropped_at TEXT;
