-- The message whose words stand in an open question, and what stood there before it: who edits the
-- message says it anew. Nothing is kept of it beside the question itself.
ALTER TABLE expectation ADD COLUMN said_in INTEGER;
ALTER TABLE expectation ADD COLUMN before TEXT;
