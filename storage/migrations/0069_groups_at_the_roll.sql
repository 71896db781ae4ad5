-- How many of the registered groups are there, as whoever calls the roll says.
ALTER TABLE roll_call ADD COLUMN grouped INTEGER;
