-- Whether the message that asks bears buttons, which go when it is answered; a restart does not
-- forget it.
ALTER TABLE expectation ADD COLUMN by_buttons INTEGER NOT NULL DEFAULT 0;
