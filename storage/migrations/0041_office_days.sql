-- Numbers of days that an office sets otherwise than usual: `notice`, `answer`, `radar`.
CREATE TABLE office_days (
    office_id INTEGER NOT NULL REFERENCES office,
    name TEXT NOT NULL,
    days INTEGER NOT NULL CHECK (days > 0),
    PRIMARY KEY (office_id, name)
) STRICT, WITHOUT ROWID;
