-- The hours that an office sets for itself, each under its name: `MON 08:00`, of each day `20:00`.
CREATE TABLE office_hour (
    office_id INTEGER NOT NULL REFERENCES office,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (office_id, name)
) STRICT, WITHOUT ROWID;
INSERT INTO office_hour (office_id, name, at) SELECT id, 'briefing', briefing FROM office;
INSERT INTO office_hour (office_id, name, at)
SELECT office_id, 'results', 'FRI ' || results_at FROM report_setting WHERE results_at <> '';
ALTER TABLE office DROP COLUMN briefing;
ALTER TABLE report_setting DROP COLUMN results_at;
