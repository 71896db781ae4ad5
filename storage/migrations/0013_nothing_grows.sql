-- Nothing costs by what was: what is open, due or somebody's own is found by an index.

-- Assignments: the open ones, those that were closed or fall due since, each person's own.
DROP INDEX assignment_office;
DROP INDEX assignment_of_lead;
CREATE INDEX assignment_open ON assignment (office_id, due_at)
 WHERE state NOT IN ('done', 'cancelled');
CREATE INDEX assignment_closed ON assignment (office_id, closed_at);
CREATE INDEX assignment_ended ON assignment (office_id, ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX assignment_due_at ON assignment (office_id, due_at);
CREATE INDEX assignment_year ON assignment (office_id, substr(code, 1, 8), number);
CREATE INDEX assignment_lead_is ON assignment (lead_id, submitted_at);
CREATE INDEX assignment_assigner ON assignment (assigner_id, issued_at);
CREATE INDEX assignment_approver ON assignment (approver_id);
CREATE INDEX lead_person ON assignment_lead (person_id);
CREATE INDEX request_person ON assignment_request (person_id);
CREATE INDEX request_decider ON assignment_request (decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX completion_person ON completion (person_id, sent_at);
CREATE INDEX completion_decider ON completion (decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX journal_reopened ON journal (office_id, at) WHERE event = 'reopened';
CREATE INDEX journal_who ON journal (who) WHERE who NOT IN ('self', 'clock');

-- Days out.
CREATE INDEX activity_ends ON activity (office_id, ends_at);
CREATE INDEX activity_organiser ON activity (organiser_id);
CREATE INDEX turnout_reporter ON turnout (reporter_id);
CREATE INDEX turnout_recorder ON turnout (recorded_by);
CREATE INDEX turnout_echoed ON turnout (reported_at) WHERE state = 'echoed';
CREATE INDEX turnout_words ON turnout (reported_at) WHERE raw <> '';
CREATE INDEX photo_person ON point_photo (person_id);
CREATE INDEX photo_old ON point_photo (at) WHERE mark <> 'chosen';
DROP INDEX photo_to_keep;
CREATE INDEX photo_to_keep ON point_photo (tries) WHERE kept = '';

-- Registrations: a day's, an office's offers that end, and those that still bear a name.
CREATE INDEX registration_activity ON registration (activity_id, changed_at);
DROP INDEX registration_offer;
CREATE INDEX registration_offer ON registration (office_id, offer_ends)
 WHERE standing = 'offered';
CREATE INDEX registration_named ON registration (office_id, activity_id)
 WHERE person_id IS NOT NULL;
CREATE INDEX headcount_person ON headcount (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX notified_person ON notified (person_id);
CREATE INDEX consent_office ON consent (office_id, purpose, subject, given);
CREATE INDEX consent_withdrawn ON consent (office_id, at) WHERE NOT given;
CREATE INDEX data_request_office ON data_request (office_id, at);
CREATE INDEX data_request_subject ON data_request (subject);
CREATE INDEX certificate_old ON certificate (office_id, issued);

-- Letters, cards, the inbox.
CREATE INDEX letter_stale ON letter (drop_after)
 WHERE state = 'waiting' AND drop_after IS NOT NULL;
CREATE INDEX letter_undo ON letter (undo_id) WHERE undo_id IS NOT NULL;
CREATE INDEX letter_chat ON letter (chat_id) WHERE chat_id IS NOT NULL;
CREATE INDEX letter_old ON letter (office_id, posted_at) WHERE care <> 'card';
CREATE INDEX letter_failed ON letter (state) WHERE state IN ('uncertain', 'dead');
CREATE INDEX card_subject ON card (subject);
DROP INDEX inbox_open;
CREATE INDEX inbox_open ON inbox (state) WHERE state <> 'ended';

-- People: whose menu is to be set, whom an office may forget, to whom an invite went.
CREATE INDEX person_menu ON person (menu) WHERE menu = '' AND telegram_id IS NOT NULL;
CREATE INDEX person_office ON person (office_id, created_at);
CREATE INDEX invite_person ON invite (person_id);
CREATE INDEX delivery_person ON digest_delivery (person_id);
CREATE INDEX digest_approver ON digest (approved_by) WHERE approved_by IS NOT NULL;
