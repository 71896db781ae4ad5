-- The number that a matter has on another platform, where people raised it there as well.
ALTER TABLE matter ADD COLUMN elsewhere TEXT NOT NULL DEFAULT '';
