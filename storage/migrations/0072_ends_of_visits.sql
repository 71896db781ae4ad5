-- Visits are looked for by the day on which they end, or on which they are.
CREATE INDEX visit_ends ON visit (office_id, coalesce(on_day, last));
DROP INDEX visit_window;
