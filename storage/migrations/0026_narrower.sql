-- Narrower ways to the same rows: a thing's number alone finds its steps, whatever it is, and only
-- urgent work is counted by day.

DROP INDEX journal_subject;
CREATE INDEX journal_subject ON journal (subject);
DROP INDEX assignment_assigner;
CREATE INDEX assignment_assigner ON assignment (assigner_id);
CREATE INDEX assignment_urgent ON assignment (assigner_id, issued_at) WHERE urgent = 1;
