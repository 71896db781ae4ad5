-- What was verified at a place is looked up by the place.
CREATE INDEX checking_place ON checking (locality_id) WHERE locality_id IS NOT NULL;
