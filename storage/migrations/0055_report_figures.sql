-- A report whose figures changed: how often, and up to which change it has been counted anew.
ALTER TABLE digest ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE digest ADD COLUMN counted INTEGER NOT NULL DEFAULT 0;
-- Whose figures its draft lacks.
ALTER TABLE digest ADD COLUMN missing TEXT NOT NULL DEFAULT '[]';
CREATE INDEX digest_outdated ON digest (office_id, week) WHERE changes > counted;
