-- The law that a matter goes by, and of which kind the answer was.
ALTER TABLE matter ADD COLUMN basis TEXT NOT NULL DEFAULT '';
ALTER TABLE matter ADD COLUMN response TEXT NOT NULL DEFAULT '';
