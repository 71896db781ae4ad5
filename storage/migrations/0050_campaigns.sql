-- Campaigns: a checklist of parts with its days, what it is to achieve, and what belongs to it.
CREATE TABLE campaign (
    checking_id INTEGER PRIMARY KEY REFERENCES checking,
    first TEXT NOT NULL,
    last TEXT NOT NULL
) STRICT;
CREATE TABLE campaign_target (
    checking_id INTEGER NOT NULL REFERENCES campaign,
    measure TEXT NOT NULL,
    amount REAL NOT NULL,
    PRIMARY KEY (checking_id, measure)
) STRICT, WITHOUT ROWID;
CREATE TABLE campaign_thing (
    about TEXT PRIMARY KEY,
    checking_id INTEGER NOT NULL REFERENCES campaign
) STRICT, WITHOUT ROWID;
CREATE INDEX campaign_thing_of ON campaign_thing (checking_id);
