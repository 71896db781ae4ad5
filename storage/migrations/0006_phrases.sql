-- What people typed and what they then said they meant: words and meaning, never who.
CREATE TABLE phrase (
    office_id INTEGER NOT NULL REFERENCES office,
    context TEXT NOT NULL,
    text TEXT NOT NULL,
    meaning TEXT NOT NULL,
    times INTEGER NOT NULL DEFAULT 1,
    last_on TEXT NOT NULL,
    PRIMARY KEY (office_id, context, text, meaning)
) STRICT, WITHOUT ROWID;
