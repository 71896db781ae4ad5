-- Whoever took an old step of a task, and in which words, may be forgotten; what became of it stays,
-- and nothing else of the journal is ever changed.
DROP TRIGGER journal_is_not_changed;
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
WHEN OLD.kind <> 'assignment' OR NEW.kind <> OLD.kind OR NEW.id <> OLD.id
  OR NEW.office_id <> OLD.office_id OR NEW.at <> OLD.at OR NEW.event <> OLD.event
  OR NEW.subject <> OLD.subject OR NEW.was IS NOT OLD.was OR NEW.became IS NOT OLD.became
  OR NEW.who NOT IN ('forgotten', OLD.who) OR NEW.on_behalf IS NOT NULL
  OR NEW.text IS NOT NULL OR NEW.facts IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the journal is written once'); END;
