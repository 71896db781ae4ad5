-- Which messages show a visit that is announced, and to whom: where it is hidden later they are taken
-- back, and whoever hides it hears who has read it.
CREATE TABLE visit_shown (
    visit_id INTEGER NOT NULL REFERENCES visit,
    person_id INTEGER NOT NULL REFERENCES person,
    message_id INTEGER NOT NULL,
    card TEXT NOT NULL,
    is_file INTEGER NOT NULL,
    PRIMARY KEY (visit_id, person_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_shown_in ON visit_shown (person_id, message_id);
