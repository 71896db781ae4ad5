-- How each assignment stood, from when: any past moment can be told as it was.

CREATE TABLE assignment_span (
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    percent INTEGER NOT NULL,
    blocked TEXT NOT NULL,
    unit_id INTEGER REFERENCES unit,
    PRIMARY KEY (assignment_id, since)
) STRICT, WITHOUT ROWID;

-- What went before is told by the journal's moves; its percent, obstacle and section are today's.
INSERT INTO assignment_span
SELECT id, issued_at, 'assigned', 0, '', unit_id FROM assignment;
INSERT OR REPLACE INTO assignment_span
SELECT a.id, j.at, j.became, a.percent, a.blocked, a.unit_id
  FROM journal j JOIN assignment a ON a.id = j.subject AND a.office_id = j.office_id
 WHERE j.kind = 'assignment' AND j.at >= a.issued_at
   AND j.became IN ('assigned', 'doing', 'review', 'done', 'suspended', 'cancelled')
 ORDER BY j.id;
