-- What a matter is about, by the few topics that its kind knows.
ALTER TABLE matter ADD COLUMN topic TEXT NOT NULL DEFAULT '';
