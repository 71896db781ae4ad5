-- No kind has a column of its own in the shared table: what its kind marks a matter with, out of a closed
-- list, is a label; what was typed (the law, a number elsewhere) stands with the other words, by the
-- journal's row it was said with, and goes with them.
CREATE TABLE matter_label (
    matter_id INTEGER NOT NULL REFERENCES matter,
    sort TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (matter_id, sort)
) STRICT, WITHOUT ROWID;
INSERT INTO matter_label SELECT id, 'topic', topic FROM matter WHERE topic <> '';
INSERT INTO matter_label SELECT id, 'response', response FROM matter WHERE response <> '';
INSERT INTO journal (office_id, at, who, event, kind, subject)
SELECT j.office_id, j.at, j.who, 'basis', 'matter', m.id
  FROM matter m JOIN journal j
    ON j.office_id = m.office_id AND j.kind = 'matter' AND j.subject = m.id AND j.event = 'raised'
 WHERE m.basis <> '' AND NOT EXISTS (
    SELECT 1 FROM journal k WHERE k.office_id = m.office_id AND k.kind = 'matter'
       AND k.subject = m.id AND k.event = 'basis');
INSERT INTO matter_words
SELECT m.id, max(j.id), m.basis FROM matter m JOIN journal j
    ON j.office_id = m.office_id AND j.kind = 'matter' AND j.subject = m.id AND j.event = 'basis'
 WHERE m.basis <> '' GROUP BY m.id;
INSERT INTO matter_words
SELECT m.id, max(j.id), m.elsewhere FROM matter m JOIN journal j
    ON j.office_id = m.office_id AND j.kind = 'matter' AND j.subject = m.id AND j.event = 'elsewhere'
 WHERE m.elsewhere <> '' GROUP BY m.id;
ALTER TABLE matter DROP COLUMN topic;
ALTER TABLE matter DROP COLUMN elsewhere;
ALTER TABLE matter DROP COLUMN basis;
ALTER TABLE matter DROP COLUMN response;
