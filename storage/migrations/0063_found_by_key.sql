-- What was walked through is found by its key: a theme and a body in what names them, lists that
-- were closed, claims that wait, an album, questions that are over.
CREATE INDEX checking_closed ON checking (office_id, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX checklist_mark_waits ON checklist_mark (checking_id, at)
 WHERE status IN ('claimed', 'second');
CREATE INDEX attachment_album ON attachment (office_id, album) WHERE album <> '';
CREATE INDEX expectation_over ON expectation (expires);
CREATE INDEX matter_theme ON matter (theme_id) WHERE theme_id IS NOT NULL;
CREATE INDEX matter_of_body ON matter (body_id) WHERE body_id IS NOT NULL;
CREATE INDEX outside_plan_theme ON outside_plan (theme_id);
CREATE INDEX outside_plan_body ON outside_plan (body_id);
CREATE INDEX visit_theme ON visit (theme_id);
CREATE INDEX visit_of_body ON visit (body_id);
-- Named by no statement.
DROP INDEX visit_on;
DROP INDEX checking_about;
DROP INDEX expectation_sealed;
