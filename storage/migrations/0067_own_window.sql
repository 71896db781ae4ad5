-- The window that a visit had before others became one with it: it gets it back when they part.
ALTER TABLE visit ADD COLUMN own_first TEXT;
ALTER TABLE visit ADD COLUMN own_last TEXT;
