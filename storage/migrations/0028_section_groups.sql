-- A group may be one section's; without one it is the whole office's.
ALTER TABLE chat ADD COLUMN unit_id INTEGER REFERENCES unit;
