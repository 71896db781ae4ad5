-- What the organiser knows of a day besides: breakfast, parking; whoever comes and asks is told.
CREATE TABLE activity_note (
    activity_id INTEGER NOT NULL REFERENCES activity,
    about TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (activity_id, about)
) STRICT, WITHOUT ROWID;
