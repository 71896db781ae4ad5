-- What was read back, to be shown again whole; and whether words came since that nobody understood.

ALTER TABLE expectation ADD COLUMN shown TEXT;
ALTER TABLE expectation ADD COLUMN misheard INTEGER NOT NULL DEFAULT 0;
