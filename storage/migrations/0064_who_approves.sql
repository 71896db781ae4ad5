-- Of the leaders one approves a visit that nobody is told of, and only that one knows of it: whoever
-- took it into the year, where one did.
ALTER TABLE visit ADD COLUMN approver_id INTEGER REFERENCES person;
CREATE INDEX visit_approver ON visit (approver_id) WHERE approver_id IS NOT NULL;
UPDATE visit SET approver_id = (
    SELECT p.id FROM journal j JOIN person p ON p.subject = j.who
     WHERE j.office_id = visit.office_id AND j.kind = 'visit' AND j.subject = visit.id
       AND j.event = 'settled' ORDER BY j.id DESC LIMIT 1)
 WHERE unannounced = 1;
