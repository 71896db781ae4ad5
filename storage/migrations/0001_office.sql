-- The office: who is in it, what is owed to whom, what happened.

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE office (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    short TEXT NOT NULL,
    preset TEXT NOT NULL,
    zone TEXT NOT NULL,
    labels TEXT NOT NULL DEFAULT '{}',
    contact TEXT NOT NULL DEFAULT '',
    briefing TEXT NOT NULL DEFAULT 'MON 08:00',
    valid_from TEXT NOT NULL,
    valid_to TEXT
) STRICT;

CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    UNIQUE (office_id, code, valid_from)
) STRICT;

CREATE TABLE organisation (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    short TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    UNIQUE (office_id, code, valid_from)
) STRICT;

CREATE TABLE locality (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    priority INTEGER NOT NULL DEFAULT 0,
    parent_id INTEGER REFERENCES locality,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    UNIQUE (office_id, code, valid_from)
) STRICT;

CREATE TABLE locality_predecessor (
    locality_id INTEGER NOT NULL REFERENCES locality,
    predecessor_id INTEGER NOT NULL REFERENCES locality,
    PRIMARY KEY (locality_id, predecessor_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_day (
    office_id INTEGER NOT NULL REFERENCES office,
    day TEXT NOT NULL,
    works INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (office_id, day)
) STRICT, WITHOUT ROWID;

-- A person has one Telegram account and many memberships. `subject` is the random id under
-- which the journal and the proofs know them; erasing a person forgets the row, not the subject.
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL UNIQUE,
    telegram_id INTEGER UNIQUE,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    phone TEXT,
    locale TEXT NOT NULL DEFAULT 'vi',
    address TEXT NOT NULL DEFAULT 'dong_chi',
    office_id INTEGER REFERENCES office,
    reachable INTEGER NOT NULL DEFAULT 1,
    muted INTEGER NOT NULL DEFAULT 0,
    menu TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX person_phone ON person (phone) WHERE phone IS NOT NULL;

-- Accounts that lost their person: their command menus are to be cleared.
CREATE TABLE lost_account (telegram_id INTEGER PRIMARY KEY) STRICT;
CREATE TRIGGER account_is_lost AFTER UPDATE OF telegram_id ON person
WHEN OLD.telegram_id IS NOT NULL AND OLD.telegram_id IS NOT NEW.telegram_id
BEGIN INSERT OR IGNORE INTO lost_account VALUES (OLD.telegram_id); END;

CREATE TABLE membership (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    person_id INTEGER NOT NULL REFERENCES person,
    code TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    unit_id INTEGER REFERENCES unit,
    organisation_id INTEGER REFERENCES organisation,
    locality_id INTEGER REFERENCES locality,
    valid_from TEXT NOT NULL,
    valid_to TEXT
) STRICT;
CREATE INDEX membership_person ON membership (person_id);
CREATE INDEX membership_office ON membership (office_id, code);

CREATE TABLE role_grant (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    person_id INTEGER NOT NULL REFERENCES person,
    role TEXT NOT NULL,
    unit_id INTEGER REFERENCES unit,
    valid_from TEXT NOT NULL,
    valid_to TEXT
) STRICT;
CREATE INDEX role_grant_person ON role_grant (person_id);
CREATE INDEX role_grant_office ON role_grant (office_id, role);

-- Only hashes are kept; a row is used once even when two people race for it.
CREATE TABLE invite (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    person_id INTEGER NOT NULL REFERENCES person,
    link_hash TEXT NOT NULL UNIQUE,
    code_hash TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
) STRICT;

-- Every update as it arrived. It ends in the transaction of its deed; the body goes with it.
CREATE TABLE inbox (
    bot_id INTEGER NOT NULL,
    update_id INTEGER NOT NULL,
    sender INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'decided', 'ended', 'quarantined')),
    tries INTEGER NOT NULL DEFAULT 1,
    body TEXT,
    outcome TEXT,
    fault TEXT,
    received_at TEXT NOT NULL,
    ended_at TEXT,
    PRIMARY KEY (bot_id, update_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX inbox_open ON inbox (state) WHERE state IN ('new', 'decided', 'quarantined');

CREATE TABLE letter (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL,
    person_id INTEGER REFERENCES person,
    chat_id INTEGER,
    key TEXT NOT NULL UNIQUE,
    care TEXT NOT NULL CHECK (care IN ('sure', 'once', 'card')),
    kind TEXT NOT NULL,
    message TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'sending', 'sent', 'uncertain', 'dead', 'dropped')),
    tries INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 1,
    not_before TEXT NOT NULL,
    drop_after TEXT,
    silent INTEGER NOT NULL DEFAULT 0,
    urgent INTEGER NOT NULL DEFAULT 0,
    answers INTEGER NOT NULL DEFAULT 0,
    undo_id INTEGER,
    message_id INTEGER,
    posted_at TEXT NOT NULL,
    sent_at TEXT
) STRICT;
CREATE INDEX letter_due ON letter (not_before) WHERE state = 'waiting';
CREATE INDEX letter_sending ON letter (id) WHERE state = 'sending';
CREATE INDEX letter_person ON letter (person_id, sent_at);

-- A live card: one message a person and thing, redrawn in place.
CREATE TABLE card (
    person_id INTEGER NOT NULL REFERENCES person,
    subject TEXT NOT NULL,
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (person_id, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX card_message ON card (chat_id, message_id);

CREATE TABLE expectation (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person,
    office_id INTEGER NOT NULL,
    topic TEXT NOT NULL,
    subject INTEGER NOT NULL,
    answers TEXT NOT NULL DEFAULT '{}',
    asked_in INTEGER,
    at TEXT NOT NULL,
    expires TEXT NOT NULL,
    UNIQUE (person_id, topic, subject)
) STRICT;

-- Who, when, from what to what. Written once: nobody, the admin included, can change or clear it.
CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    event TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject INTEGER NOT NULL,
    was TEXT,
    became TEXT,
    text TEXT,
    facts TEXT,
    on_behalf TEXT
) STRICT;
CREATE INDEX journal_subject ON journal (office_id, kind, subject);
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is written once'); END;
CREATE TRIGGER journal_is_not_cleared BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is written once'); END;

-- What the clock has done: a period that is written here is not done again.
CREATE TABLE job_run (
    key TEXT PRIMARY KEY,
    office_id INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A group that an office uses for announcements; rights never come from a group.
CREATE TABLE chat (
    chat_id INTEGER PRIMARY KEY,
    office_id INTEGER REFERENCES office,
    title TEXT NOT NULL DEFAULT '',
    linked_at TEXT NOT NULL
) STRICT;
