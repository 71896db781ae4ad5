-- A body or a theme that came with a visit is offered to those who may know of one with it.

ALTER TABLE lookup ADD COLUMN of_visits INTEGER NOT NULL DEFAULT 0;
CREATE INDEX visit_on ON visit (office_id, theme_id);
UPDATE lookup SET of_visits = 1
 WHERE id IN (SELECT theme_id FROM visit WHERE unannounced = 1 AND done_at IS NULL
              UNION SELECT body_id FROM visit WHERE unannounced = 1 AND done_at IS NULL);
