-- Results are said back in the order in which they were typed.

ALTER TABLE turnout_measure ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
