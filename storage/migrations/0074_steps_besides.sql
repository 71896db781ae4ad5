-- What came to a begun list besides, and what was struck off it: the list itself keeps its version.
CREATE TABLE checking_item (
    checking_id INTEGER NOT NULL REFERENCES checking,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    struck INTEGER NOT NULL DEFAULT 0 CHECK (struck IN (0, 1)),
    PRIMARY KEY (checking_id, number)
) STRICT, WITHOUT ROWID;
