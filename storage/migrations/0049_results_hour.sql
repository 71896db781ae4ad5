-- When an office asks on Friday for results that are overdue; empty is the usual hour.
ALTER TABLE report_setting ADD COLUMN results_at TEXT NOT NULL DEFAULT '';
