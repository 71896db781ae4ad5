-- What leaders said of a report stands with its matter, where it can be deleted; not a second time
-- in the journal, which is written once and opens for this alone.
DROP TRIGGER journal_is_not_changed;
UPDATE journal SET text = NULL WHERE event = 'digest.said' AND text IS NOT NULL;
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
WHEN OLD.kind <> 'assignment' OR NEW.kind <> OLD.kind OR NEW.id <> OLD.id
  OR NEW.office_id <> OLD.office_id OR NEW.at <> OLD.at OR NEW.event <> OLD.event
  OR NEW.subject <> OLD.subject OR NEW.was IS NOT OLD.was OR NEW.became IS NOT OLD.became
  OR NEW.who NOT IN ('forgotten', OLD.who) OR NEW.on_behalf IS NOT NULL
  OR NEW.text IS NOT NULL OR NEW.facts IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the journal is written once'); END;
