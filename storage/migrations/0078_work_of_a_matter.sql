-- What a matter became is found by its code.

CREATE INDEX assignment_source ON assignment (office_id, source) WHERE source <> '';
