-- Who is away from when to when, who does their work meanwhile, who decides; never why. A row
-- goes when they are back.
CREATE TABLE absence (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    person_id INTEGER NOT NULL REFERENCES person,
    first TEXT NOT NULL,
    last TEXT NOT NULL CHECK (last >= first),
    stand_in_id INTEGER REFERENCES person,
    decides_id INTEGER REFERENCES person
) STRICT;
CREATE INDEX absence_office ON absence (office_id);
CREATE INDEX absence_person ON absence (person_id);
CREATE INDEX absence_stand_in ON absence (stand_in_id) WHERE stand_in_id IS NOT NULL;
CREATE INDEX absence_decides ON absence (decides_id) WHERE decides_id IS NOT NULL;
