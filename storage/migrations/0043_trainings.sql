-- A class: how many seats each hamlet has, who was invited and sends whom, how many understood.
CREATE TABLE training_seat (
    activity_id INTEGER NOT NULL REFERENCES activity,
    locality_id INTEGER NOT NULL REFERENCES locality,
    seats INTEGER NOT NULL CHECK (seats > 0),
    PRIMARY KEY (activity_id, locality_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE training_guest (
    activity_id INTEGER NOT NULL REFERENCES activity,
    person_id INTEGER NOT NULL REFERENCES person,
    answer TEXT NOT NULL CHECK (answer IN ('invited', 'going', 'substitute', 'declined')),
    substitute_id INTEGER REFERENCES person,
    PRIMARY KEY (activity_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX training_guest_person ON training_guest (person_id);
CREATE INDEX training_guest_substitute ON training_guest (substitute_id)
 WHERE substitute_id IS NOT NULL;
CREATE TABLE training_echo (
    activity_id INTEGER NOT NULL REFERENCES activity,
    person_id INTEGER NOT NULL REFERENCES person,
    clear INTEGER NOT NULL,
    PRIMARY KEY (activity_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX training_echo_person ON training_echo (person_id);
