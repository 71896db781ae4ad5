-- A moment is whole seconds since 1970 in UTC, eight bytes at most where it was a text of twenty-five, and
-- its column is declared INT: a number that people would count is INTEGER (docs/decisions/0025). Keys of
-- letters, facts and days stay texts.
-- Types are changed in the schema itself, as sqlite.org/lang_altertable.html#otheralter allows, since each
-- row is rewritten below, in the same transaction.
DROP TRIGGER journal_is_not_changed;
DROP TRIGGER consent_is_not_changed;
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(replace(sql, '_at TEXT', '_at INT'), ' at TEXT', ' at INT')
 WHERE type = 'table' AND name <> 'office_hour';
UPDATE sqlite_schema SET sql = replace(sql, ' since TEXT', ' since INT')
 WHERE name IN ('assignment_lead', 'assignment_span', 'notice');
UPDATE sqlite_schema SET sql = replace(sql, ' until TEXT', ' until INT')
 WHERE name IN ('assignment_lead', 'digest_revision');
UPDATE sqlite_schema SET sql = replace(sql, '_due TEXT', '_due INT')
 WHERE name IN ('assignment', 'assignment_request');
UPDATE sqlite_schema
   SET sql = replace(replace(sql, ' was TEXT', ' was INT'), ' became TEXT', ' became INT')
 WHERE name = 'assignment_due';
UPDATE sqlite_schema SET sql = replace(sql, ' expires TEXT', ' expires INT') WHERE name = 'expectation';
UPDATE sqlite_schema SET sql = replace(sql, ' offer_ends TEXT', ' offer_ends INT')
 WHERE name = 'registration';
UPDATE sqlite_schema
   SET sql = replace(replace(sql, ' not_before TEXT', ' not_before INT'), ' drop_after TEXT', ' drop_after INT')
 WHERE name = 'letter';
PRAGMA writable_schema = RESET;
UPDATE person SET created_at = unixepoch(created_at);
UPDATE invite
   SET created_at = unixepoch(created_at), expires_at = unixepoch(expires_at),
       used_at = unixepoch(used_at);
UPDATE inbox SET received_at = unixepoch(received_at), ended_at = unixepoch(ended_at);
UPDATE letter
   SET not_before = unixepoch(not_before), drop_after = unixepoch(drop_after),
       posted_at = unixepoch(posted_at), sent_at = unixepoch(sent_at), rung_at = unixepoch(rung_at);
UPDATE expectation SET at = unixepoch(at), expires = unixepoch(expires);
UPDATE journal SET at = unixepoch(at);
UPDATE job_run SET at = unixepoch(at);
UPDATE chat SET linked_at = unixepoch(linked_at);
UPDATE assignment
   SET original_due = unixepoch(original_due), due_at = unixepoch(due_at),
       expects_at = unixepoch(expects_at), issued_at = unixepoch(issued_at),
       accepted_at = unixepoch(accepted_at), submitted_at = unixepoch(submitted_at),
       closed_at = unixepoch(closed_at), ended_at = unixepoch(ended_at);
UPDATE assignment_support
   SET due_at = unixepoch(due_at), accepted_at = unixepoch(accepted_at), done_at = unixepoch(done_at);
UPDATE assignment_lead SET since = unixepoch(since), until = unixepoch(until);
UPDATE assignment_due SET was = unixepoch(was), became = unixepoch(became), at = unixepoch(at);
UPDATE assignment_request
   SET new_due = unixepoch(new_due), asked_at = unixepoch(asked_at),
       decided_at = unixepoch(decided_at), decided_due = unixepoch(decided_due);
UPDATE completion
   SET began_at = unixepoch(began_at), happened_at = unixepoch(happened_at),
       sent_at = unixepoch(sent_at), decided_at = unixepoch(decided_at);
UPDATE bundle SET opened_at = unixepoch(opened_at);
UPDATE activity
   SET starts_at = unixepoch(starts_at), ends_at = unixepoch(ends_at),
       closes_at = unixepoch(closes_at), created_at = unixepoch(created_at);
UPDATE point SET dropped_at = unixepoch(dropped_at);
UPDATE turnout
   SET event_at = unixepoch(event_at), reported_at = unixepoch(reported_at),
       confirmed_at = unixepoch(confirmed_at);
UPDATE point_photo SET at = unixepoch(at);
UPDATE digest
   SET sends_at = unixepoch(sends_at), approved_at = unixepoch(approved_at),
       sent_at = unixepoch(sent_at), updated_at = unixepoch(updated_at);
UPDATE digest_delivery SET owed_at = unixepoch(owed_at);
UPDATE registration
   SET offer_ends = unixepoch(offer_ends), happened_at = unixepoch(happened_at),
       disputed_at = unixepoch(disputed_at), at = unixepoch(at), changed_at = unixepoch(changed_at);
UPDATE headcount SET at = unixepoch(at);
UPDATE roll_call SET happened_at = unixepoch(happened_at), closed_at = unixepoch(closed_at);
UPDATE notice SET since = unixepoch(since);
UPDATE consent SET at = unixepoch(at);
UPDATE data_request SET at = unixepoch(at);
UPDATE notified SET at = unixepoch(at), known_at = unixepoch(known_at);
UPDATE asked SET at = unixepoch(at);
UPDATE pattern SET ended_at = unixepoch(ended_at);
UPDATE transfer SET at = unixepoch(at);
UPDATE expiring_message SET due_at = unixepoch(due_at);
UPDATE spoken_of SET at = unixepoch(at);
UPDATE matter
   SET raised_at = unixepoch(raised_at), sent_at = unixepoch(sent_at), due_at = unixepoch(due_at),
       closed_at = unixepoch(closed_at);
UPDATE register SET opened_at = unixepoch(opened_at), closed_at = unixepoch(closed_at);
UPDATE register_report SET at = unixepoch(at);
UPDATE checklist SET at = unixepoch(at);
UPDATE checking SET begun_at = unixepoch(begun_at), closed_at = unixepoch(closed_at);
UPDATE checklist_mark SET at = unixepoch(at);
UPDATE assignment_span SET since = unixepoch(since);
UPDATE visit
   SET proposed_at = unixepoch(proposed_at), merged_at = unixepoch(merged_at),
       done_at = unixepoch(done_at), dropped_at = unixepoch(dropped_at),
       starts_at = unixepoch(starts_at), arrived_at = unixepoch(arrived_at);
UPDATE visit_wish SET at = unixepoch(at), answered_at = unixepoch(answered_at);
UPDATE finding SET at = unixepoch(at);
UPDATE attachment SET at = unixepoch(at);
UPDATE visit_guest SET used_at = unixepoch(used_at);
UPDATE digest_revision SET until = unixepoch(until);
CREATE TRIGGER consent_is_not_changed BEFORE UPDATE ON consent
BEGIN SELECT RAISE(ABORT, 'a consent is written once'); END;
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
WHEN OLD.kind <> 'assignment' OR NEW.kind <> OLD.kind OR NEW.id <> OLD.id
  OR NEW.office_id <> OLD.office_id OR NEW.at <> OLD.at OR NEW.event <> OLD.event
  OR NEW.subject <> OLD.subject OR NEW.was IS NOT OLD.was OR NEW.became IS NOT OLD.became
  OR NEW.who NOT IN ('forgotten', OLD.who) OR NEW.on_behalf IS NOT NULL
  OR NEW.text IS NOT NULL OR NEW.facts IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the journal is written once'); END;
