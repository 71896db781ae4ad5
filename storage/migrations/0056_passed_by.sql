-- What is open when somebody says a line that nobody understands: a plain yes after it is asked.

ALTER TABLE expectation ADD COLUMN passed_by INTEGER NOT NULL DEFAULT 0;
