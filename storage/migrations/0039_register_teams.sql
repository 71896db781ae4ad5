-- Of which place and organisation a register is; its team is a number by organisation, no names.
ALTER TABLE register ADD COLUMN locality_id INTEGER REFERENCES locality;
ALTER TABLE register ADD COLUMN organisation_id INTEGER REFERENCES organisation;
CREATE TABLE register_team (
    register_id INTEGER NOT NULL REFERENCES register,
    organisation_id INTEGER NOT NULL REFERENCES organisation,
    number INTEGER NOT NULL CHECK (number > 0),
    PRIMARY KEY (register_id, organisation_id)
) STRICT, WITHOUT ROWID;
