-- Who wrote a note down: nobody takes away what somebody else wrote. Of visits that nobody is told
-- of beforehand there are few: what hangs on them is looked up among them.
ALTER TABLE finding ADD COLUMN noted_by INTEGER REFERENCES person;
CREATE INDEX finding_by ON finding (noted_by) WHERE noted_by IS NOT NULL;
CREATE INDEX visit_untold ON visit (office_id) WHERE unannounced = 1 AND done_at IS NULL;
