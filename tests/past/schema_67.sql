BEGIN TRANSACTION;
CREATE TABLE absence (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    person_id INTEGER NOT NULL REFERENCES person,
    first TEXT NOT NULL,
    last TEXT NOT NULL CHECK (last >= first),
    stand_in_id INTEGER REFERENCES person,
    decides_id INTEGER REFERENCES person
) STRICT;
CREATE TABLE activity (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    campaign TEXT NOT NULL DEFAULT '',
    host_id INTEGER REFERENCES organisation,
    organiser_id INTEGER REFERENCES person,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    closes_at TEXT NOT NULL,
    content TEXT NOT NULL DEFAULT '',
    bring TEXT NOT NULL DEFAULT '',
    rain_plan TEXT NOT NULL DEFAULT '',
    photo_policy TEXT NOT NULL DEFAULT '',
    min_age INTEGER NOT NULL DEFAULT 16,
    children_allowed INTEGER NOT NULL DEFAULT 1,
    basis TEXT NOT NULL DEFAULT '',
    -- What people chose; running and counting follow from the clock.
    state TEXT NOT NULL DEFAULT 'draft'
        CHECK (state IN ('draft', 'open', 'closed', 'locked', 'postponed', 'cancelled')),
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL, least INTEGER NOT NULL DEFAULT 0, warn_days INTEGER NOT NULL DEFAULT 2,
    UNIQUE (office_id, code)
) STRICT;
INSERT INTO "activity" VALUES(1,1,'T7-2111','saturday','Dọn bờ kênh','',4,5,'2026-11-21T00:00:00+00:00','2026-11-21T03:00:00+00:00','2026-11-20T12:00:00+00:00','','','','',16,1,'','open',1,'2026-11-19T02:00:00+00:00',0,2);
CREATE TABLE activity_cohost (
    activity_id INTEGER NOT NULL REFERENCES activity,
    organisation_id INTEGER NOT NULL REFERENCES organisation,
    PRIMARY KEY (activity_id, organisation_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE activity_note (
    activity_id INTEGER NOT NULL REFERENCES activity,
    about TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (activity_id, about)
) STRICT, WITHOUT ROWID;
CREATE TABLE asked (
    person_id INTEGER NOT NULL REFERENCES person,
    activity_id INTEGER NOT NULL REFERENCES activity,
    at TEXT NOT NULL,
    PRIMARY KEY (person_id, activity_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE assignment (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    folded TEXT NOT NULL,
    content TEXT NOT NULL DEFAULT '',
    expected TEXT NOT NULL,
    source TEXT NOT NULL DEFAULT '',
    assigner_id INTEGER NOT NULL REFERENCES person,
    lead_id INTEGER NOT NULL REFERENCES person,
    approver_id INTEGER NOT NULL REFERENCES person,
    unit_id INTEGER REFERENCES unit,
    urgent INTEGER NOT NULL DEFAULT 0,
    urgent_reason TEXT NOT NULL DEFAULT '',
    evidence TEXT NOT NULL DEFAULT 'none' CHECK (evidence IN ('none', 'photo', 'file', 'figures')),
    original_due TEXT NOT NULL,
    due_at TEXT NOT NULL,
    expects_at TEXT,
    state TEXT NOT NULL DEFAULT 'assigned'
        CHECK (state IN ('assigned', 'doing', 'review', 'done', 'suspended', 'cancelled')),
    percent INTEGER NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
    blocked TEXT NOT NULL DEFAULT '',
    extensions INTEGER NOT NULL DEFAULT 0,
    reworks INTEGER NOT NULL DEFAULT 0,
    issued_at TEXT NOT NULL,
    accepted_at TEXT,
    submitted_at TEXT,
    closed_at TEXT,
    ended_at TEXT,
    result TEXT NOT NULL DEFAULT '',
    suspended_from TEXT,
    group_id INTEGER REFERENCES assignment,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (office_id, code)
) STRICT;
INSERT INTO "assignment" VALUES(1,1,1,'NV-2026-0001','Vận động 6 hộ','van dong 6 ho','','Vận động 6 hộ','',3,4,3,2,0,'','none','2026-11-20T10:00:00+00:00','2026-11-20T10:00:00+00:00',NULL,'doing',0,'',0,0,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00',NULL,NULL,NULL,'',NULL,NULL,2);
CREATE TABLE assignment_due (
    id INTEGER PRIMARY KEY,
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    extension INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE TABLE assignment_lead (
    id INTEGER PRIMARY KEY,
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    person_id INTEGER NOT NULL REFERENCES person,
    percent INTEGER NOT NULL DEFAULT 0,
    since TEXT NOT NULL,
    until TEXT
) STRICT;
INSERT INTO "assignment_lead" VALUES(1,1,4,0,'2026-11-19T02:00:00+00:00',NULL);
CREATE TABLE assignment_locality (
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    locality_id INTEGER NOT NULL REFERENCES locality,
    PRIMARY KEY (assignment_id, locality_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE assignment_organisation (
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    organisation_id INTEGER NOT NULL REFERENCES organisation,
    PRIMARY KEY (assignment_id, organisation_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE assignment_request (
    id INTEGER PRIMARY KEY,
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    kind TEXT NOT NULL CHECK (kind IN ('extension', 'release')),
    person_id INTEGER NOT NULL REFERENCES person,
    reason TEXT NOT NULL DEFAULT '',
    new_due TEXT,
    state TEXT NOT NULL DEFAULT 'pending'
        CHECK (state IN ('pending', 'granted', 'refused', 'dropped')),
    asked_at TEXT NOT NULL,
    decided_at TEXT,
    decided_by INTEGER REFERENCES person,
    decided_due TEXT,
    comment TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE assignment_span (
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    percent INTEGER NOT NULL,
    blocked TEXT NOT NULL,
    unit_id INTEGER REFERENCES unit,
    PRIMARY KEY (assignment_id, since)
) STRICT, WITHOUT ROWID;
INSERT INTO "assignment_span" VALUES(1,'2026-11-19T02:00:00+00:00','doing',0,'',2);
CREATE TABLE assignment_support (
    id INTEGER PRIMARY KEY,
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    person_id INTEGER REFERENCES person,
    unit_id INTEGER REFERENCES unit,
    part TEXT NOT NULL DEFAULT '',
    due_at TEXT,
    accepted_at TEXT,
    done_at TEXT,
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT;
CREATE TABLE "attachment" (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    about TEXT NOT NULL,
    kind TEXT NOT NULL,
    file_id TEXT NOT NULL DEFAULT '',
    unique_id TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    size INTEGER NOT NULL DEFAULT 0,
    album TEXT NOT NULL DEFAULT '',
    latitude REAL NOT NULL DEFAULT 0,
    longitude REAL NOT NULL DEFAULT 0,
    at TEXT NOT NULL,
    kept TEXT NOT NULL DEFAULT '',
    tries INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE audience (
    id INTEGER PRIMARY KEY,
    activity_id INTEGER NOT NULL REFERENCES activity,
    organisation_id INTEGER REFERENCES organisation,
    locality_id INTEGER REFERENCES locality,
    CHECK ((organisation_id IS NULL) <> (locality_id IS NULL)),
    UNIQUE (activity_id, organisation_id),
    UNIQUE (activity_id, locality_id)
) STRICT;
CREATE TABLE bundle (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    person_id INTEGER NOT NULL REFERENCES person,
    opened_at TEXT NOT NULL
) STRICT;
INSERT INTO "bundle" VALUES(1,1,4,'2026-11-19T02:00:00+00:00');
CREATE TABLE bundle_item (
    bundle_id INTEGER NOT NULL REFERENCES bundle,
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    PRIMARY KEY (bundle_id, assignment_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "bundle_item" VALUES(1,1);
CREATE TABLE calendar_day (
    office_id INTEGER NOT NULL REFERENCES office,
    day TEXT NOT NULL,
    works INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (office_id, day)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE card (
    person_id INTEGER NOT NULL REFERENCES person,
    subject TEXT NOT NULL,
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    version INTEGER NOT NULL, look TEXT NOT NULL DEFAULT '', drawn_on TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (person_id, subject)
) STRICT, WITHOUT ROWID;
INSERT INTO "card" VALUES(1,'counting:1',8001,288161595,1,'acb209c9264c3f1538d37d3c0fe8cda4','2026-11-21');
INSERT INTO "card" VALUES(3,'draft:1734685408',8003,288161571,0,'a0e323b2c4ab82e0e8a38ae01cbb9743','2026-11-19');
INSERT INTO "card" VALUES(3,'given:1',8003,288161571,0,'6040266c9e4821c3a3dade198825f255','2026-11-19');
INSERT INTO "card" VALUES(4,'bundle:1',8004,288161572,2,'7a1ca2123cbe6cf81eaf2c3eedd26279','2026-11-19');
INSERT INTO "card" VALUES(4,'morning:20261120',8004,288161582,1,'a96c51cdacaeaf24d20f59498920ca6e','2026-11-20');
INSERT INTO "card" VALUES(5,'counting:1',8005,288161594,1,'9d8cdfe429c558e5f51181b34ecd5b6e','2026-11-21');
INSERT INTO "card" VALUES(7,'point:1',8007,288161593,0,'95bc9a02d5c175d8458c067f9f583a4e','2026-11-21');
INSERT INTO "card" VALUES(8,'activity:1',8101,288161574,1,'b32c33859b1c0e31636cd216e89a01e9','2026-11-19');
INSERT INTO "card" VALUES(9,'activity:1',8102,288161577,1,'7e0a5ce9d885f0ba5e2a855cbe4a138b','2026-11-19');
INSERT INTO "card" VALUES(10,'activity:1',8103,288161580,2,'cd92ddabe615d57f3288648e80fae589','2026-11-20');
CREATE TABLE certificate (
    code TEXT PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    person_id INTEGER NOT NULL REFERENCES person,
    days REAL NOT NULL,
    hours REAL NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    issued TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE chat (
    chat_id INTEGER PRIMARY KEY,
    office_id INTEGER REFERENCES office,
    title TEXT NOT NULL DEFAULT '',
    linked_at TEXT NOT NULL
, unit_id INTEGER REFERENCES unit) STRICT;
CREATE TABLE checking (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    checklist_id INTEGER NOT NULL REFERENCES checklist,
    about TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    locality_id INTEGER REFERENCES locality,
    begun_by INTEGER REFERENCES person,
    begun_at TEXT NOT NULL,
    closed_at TEXT,
    UNIQUE (office_id, kind, number)
) STRICT;
CREATE TABLE checklist (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (office_id, kind, version)
) STRICT;
CREATE TABLE checklist_item (
    checklist_id INTEGER NOT NULL REFERENCES checklist,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    critical INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (checklist_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE checklist_mark (
    checking_id INTEGER NOT NULL REFERENCES checking,
    item INTEGER NOT NULL,
    status TEXT NOT NULL,
    by_id INTEGER NOT NULL REFERENCES person,
    at TEXT NOT NULL,
    claimed_by INTEGER REFERENCES person,
    why TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (checking_id, item)
) STRICT, WITHOUT ROWID;
CREATE TABLE completion (
    id INTEGER PRIMARY KEY,
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    person_id INTEGER NOT NULL REFERENCES person,
    text TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'draft'
        CHECK (state IN ('draft', 'sent', 'passed', 'returned', 'dropped')),
    began_at TEXT NOT NULL,
    happened_at TEXT,
    sent_at TEXT,
    decided_at TEXT,
    decided_by INTEGER REFERENCES person,
    comment TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE consent (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    subject TEXT NOT NULL,
    purpose TEXT NOT NULL,
    given INTEGER NOT NULL,
    fingerprint TEXT REFERENCES notice,
    age TEXT,
    message_id INTEGER,
    at TEXT NOT NULL
) STRICT;
INSERT INTO "consent" VALUES(1,1,'675442e0ba880d87','list',1,'9bb8dd454fe9594476c68e242ff9a5dbc3e1f5ca083d9b2c78cf945d9627ff96','18',288161574,'2026-11-19T02:00:00+00:00');
INSERT INTO "consent" VALUES(2,1,'6fcf0997f5d16eee','list',1,'9bb8dd454fe9594476c68e242ff9a5dbc3e1f5ca083d9b2c78cf945d9627ff96','18',288161577,'2026-11-19T02:00:00+00:00');
INSERT INTO "consent" VALUES(3,1,'39c8e51be9a1f1ae','list',1,'9bb8dd454fe9594476c68e242ff9a5dbc3e1f5ca083d9b2c78cf945d9627ff96','18',288161580,'2026-11-19T02:00:00+00:00');
CREATE TABLE conversion (
    office_id INTEGER NOT NULL REFERENCES office,
    least_minutes INTEGER NOT NULL,
    days REAL NOT NULL,
    PRIMARY KEY (office_id, least_minutes)
) STRICT, WITHOUT ROWID;
INSERT INTO "conversion" VALUES(1,0,0.5);
INSERT INTO "conversion" VALUES(1,120,1.0);
CREATE TABLE data_request (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    subject TEXT NOT NULL,
    what TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE TABLE digest (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    week TEXT NOT NULL,
    sends_at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'preview'
        CHECK (state IN ('preview', 'frozen', 'sent', 'skipped')),
    paused INTEGER NOT NULL DEFAULT 0,
    remarks TEXT NOT NULL DEFAULT '',
    approved_by INTEGER REFERENCES person,
    approved_at TEXT,
    sent_at TEXT,
    updated_at TEXT, reason TEXT NOT NULL DEFAULT '', changes INTEGER NOT NULL DEFAULT 0, counted INTEGER NOT NULL DEFAULT 0, missing TEXT NOT NULL DEFAULT '[]',
    UNIQUE (office_id, week)
) STRICT;
CREATE TABLE digest_delivery (
    digest_id INTEGER NOT NULL REFERENCES digest,
    person_id INTEGER NOT NULL REFERENCES person,
    scope TEXT NOT NULL,
    owed_at TEXT NOT NULL, form TEXT NOT NULL DEFAULT 'full',
    PRIMARY KEY (digest_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE digest_part (
    digest_id INTEGER NOT NULL REFERENCES digest,
    scope TEXT NOT NULL,
    facts TEXT NOT NULL,
    PRIMARY KEY (digest_id, scope)
) STRICT, WITHOUT ROWID;
CREATE TABLE digest_reader (
    office_id INTEGER NOT NULL REFERENCES office,
    person_id INTEGER NOT NULL REFERENCES person,
    form TEXT NOT NULL CHECK (form IN ('picture', 'short', 'full', 'none')),
    PRIMARY KEY (office_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE digest_revision (
    id INTEGER PRIMARY KEY,
    digest_id INTEGER NOT NULL REFERENCES digest,
    scope TEXT NOT NULL,
    facts TEXT NOT NULL,
    until TEXT NOT NULL
) STRICT;
CREATE TABLE duty (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    duty TEXT NOT NULL,
    unit_id INTEGER REFERENCES unit,
    person_id INTEGER REFERENCES person,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    CHECK ((unit_id IS NULL) <> (person_id IS NULL))
) STRICT;
INSERT INTO "duty" VALUES(1,1,'supervision',3,NULL,'2026-01-01',NULL);
INSERT INTO "duty" VALUES(2,1,'opinions',4,NULL,'2026-01-01',NULL);
INSERT INTO "duty" VALUES(3,1,'movements',2,NULL,'2026-01-01',NULL);
INSERT INTO "duty" VALUES(4,1,'training',2,NULL,'2026-01-01',NULL);
INSERT INTO "duty" VALUES(5,1,'documents',1,NULL,'2026-01-01',NULL);
CREATE TABLE expectation (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person,
    office_id INTEGER NOT NULL,
    topic TEXT NOT NULL,
    subject INTEGER NOT NULL,
    answers TEXT NOT NULL DEFAULT '{}',
    asked_in INTEGER,
    at TEXT NOT NULL,
    expires TEXT NOT NULL, said_in INTEGER, before TEXT, by_buttons INTEGER NOT NULL DEFAULT 0, passed_by INTEGER NOT NULL DEFAULT 0,
    UNIQUE (person_id, topic, subject)
) STRICT;
INSERT INTO "expectation" VALUES(1,7,1,'weekend',0,'{}',288161583,'2026-11-20T04:00:00+00:00','2026-11-21T00:00:00+00:00',NULL,NULL,1,1);
INSERT INTO "expectation" VALUES(2,8,1,'evening',1,'{}',288161585,'2026-11-20T12:30:00+00:00','2026-11-20T23:00:00+00:00',NULL,NULL,1,0);
INSERT INTO "expectation" VALUES(3,9,1,'evening',2,'{}',288161586,'2026-11-20T12:30:00+00:00','2026-11-20T23:00:00+00:00',NULL,NULL,1,0);
INSERT INTO "expectation" VALUES(4,7,1,'turnout',0,'{"last":1}',288161593,'2026-11-21T03:31:00+00:00','2026-11-21T06:31:00+00:00',NULL,'{"point":1}',0,0);
CREATE TABLE "expiring_message" (
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    office_id INTEGER NOT NULL REFERENCES office,
    topic TEXT NOT NULL,
    due_at TEXT NOT NULL,
    PRIMARY KEY (chat_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE finding (
    id INTEGER PRIMARY KEY,
    visit_id INTEGER NOT NULL REFERENCES visit,
    sort TEXT NOT NULL CHECK (sort IN ('good', 'short', 'cause')),
    words TEXT NOT NULL,
    times INTEGER NOT NULL,
    at TEXT NOT NULL
, noted_by INTEGER REFERENCES person) STRICT;
CREATE TABLE headcount (
    activity_id INTEGER NOT NULL REFERENCES activity,
    point_id INTEGER NOT NULL REFERENCES point,
    locality_id INTEGER NOT NULL REFERENCES locality,
    organisation_id INTEGER NOT NULL REFERENCES organisation,
    number INTEGER NOT NULL,
    person_id INTEGER REFERENCES person,
    at TEXT NOT NULL,
    PRIMARY KEY (activity_id, locality_id, organisation_id)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "inbox" VALUES(123456,1091024782,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1091024783,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1091024784,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1091024785,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1091024786,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1091024787,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1091024788,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1091024789,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1091024790,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1091024791,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1091024792,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1091024793,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1091024794,0,'ended',1,NULL,NULL,NULL,'2026-11-21T03:31:00+00:00','2026-11-21T03:31:00+00:00');
INSERT INTO "inbox" VALUES(123456,1091024795,0,'ended',1,NULL,NULL,NULL,'2026-11-21T03:31:00+00:00','2026-11-21T03:31:00+00:00');
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
CREATE TABLE job_run (
    key TEXT PRIMARY KEY,
    office_id INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "job_run" VALUES('draft_given:3:1734685408:1',1,'2026-11-19T02:00:00+00:00');
INSERT INTO "job_run" VALUES('turnout.nudge:2026-11-19:15:1',1,'2026-11-19T08:00:00+00:00');
INSERT INTO "job_run" VALUES('turnout.nudge:2026-11-19:19:1',1,'2026-11-19T12:00:00+00:00');
INSERT INTO "job_run" VALUES('news:1:1',1,'2026-11-19T12:30:00+00:00');
INSERT INTO "job_run" VALUES('matter_words:2026-11-20:1',1,'2026-11-19T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-20:1',1,'2026-11-19T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-20:attachments:1',1,'2026-11-19T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-20:cards:1',1,'2026-11-19T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-20:certificates:1',1,'2026-11-19T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-20:letters:1',1,'2026-11-19T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-20:marks:1',1,'2026-11-19T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-20:names:1',1,'2026-11-19T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-20:photos:1',1,'2026-11-19T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-20:proofs:1',1,'2026-11-19T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-20:remembered:1',1,'2026-11-19T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-20:steps:1',1,'2026-11-19T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-20:updates:1',1,'2026-11-19T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-20:volunteers:1',1,'2026-11-19T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-20:words:1',1,'2026-11-19T19:30:00+00:00');
INSERT INTO "job_run" VALUES('claims:2026-11-20:1',1,'2026-11-20T00:30:00+00:00');
INSERT INTO "job_run" VALUES('duties:2026-11-20:1',1,'2026-11-20T00:30:00+00:00');
INSERT INTO "job_run" VALUES('matters:2026-11-20:1',1,'2026-11-20T00:30:00+00:00');
INSERT INTO "job_run" VALUES('morning:2026-11-20:1',1,'2026-11-20T00:30:00+00:00');
INSERT INTO "job_run" VALUES('visits:2026-11-20:1',1,'2026-11-20T00:30:00+00:00');
INSERT INTO "job_run" VALUES('cadres:2026-11-20:1',1,'2026-11-20T04:00:00+00:00');
INSERT INTO "job_run" VALUES('closing:1:1:1',1,'2026-11-20T06:00:00+00:00');
INSERT INTO "job_run" VALUES('friday:2026-W47:1',1,'2026-11-20T08:00:00+00:00');
INSERT INTO "job_run" VALUES('turnout.nudge:2026-11-20:15:1',1,'2026-11-20T08:00:00+00:00');
INSERT INTO "job_run" VALUES('registers:2026-W47:1',1,'2026-11-20T09:00:00+00:00');
INSERT INTO "job_run" VALUES('turnout.nudge:2026-11-20:19:1',1,'2026-11-20T12:00:00+00:00');
INSERT INTO "job_run" VALUES('evening.ask:1:1:1',1,'2026-11-20T12:30:00+00:00');
INSERT INTO "job_run" VALUES('evening.ask:1:1:1:1',1,'2026-11-20T12:30:00+00:00');
INSERT INTO "job_run" VALUES('evening:1:1',1,'2026-11-20T12:30:00+00:00');
INSERT INTO "job_run" VALUES('leaders:1:1:1',1,'2026-11-20T12:30:00+00:00');
INSERT INTO "job_run" VALUES('matter_words:2026-11-21:1',1,'2026-11-20T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-21:1',1,'2026-11-20T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-21:attachments:1',1,'2026-11-20T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-21:cards:1',1,'2026-11-20T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-21:certificates:1',1,'2026-11-20T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-21:letters:1',1,'2026-11-20T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-21:marks:1',1,'2026-11-20T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-21:names:1',1,'2026-11-20T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-21:photos:1',1,'2026-11-20T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-21:proofs:1',1,'2026-11-20T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-21:remembered:1',1,'2026-11-20T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-21:steps:1',1,'2026-11-20T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-21:updates:1',1,'2026-11-20T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-21:volunteers:1',1,'2026-11-20T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-21:words:1',1,'2026-11-20T19:30:00+00:00');
INSERT INTO "job_run" VALUES('hour:1:1:1',1,'2026-11-20T23:00:00+00:00');
INSERT INTO "job_run" VALUES('hour:1:1:1:1',1,'2026-11-20T23:00:00+00:00');
INSERT INTO "job_run" VALUES('roll:1:1',1,'2026-11-21T00:00:00+00:00');
INSERT INTO "job_run" VALUES('duties:2026-11-21:1',1,'2026-11-21T00:30:00+00:00');
INSERT INTO "job_run" VALUES('matters:2026-11-21:1',1,'2026-11-21T00:30:00+00:00');
INSERT INTO "job_run" VALUES('visits:2026-11-21:1',1,'2026-11-21T00:30:00+00:00');
INSERT INTO "job_run" VALUES('absent:1:1',1,'2026-11-21T03:00:00+00:00');
INSERT INTO "job_run" VALUES('turnout.ask:1:1',1,'2026-11-21T03:30:00+00:00');
INSERT INTO "job_run" VALUES('turnout.summary:1:1',1,'2026-11-21T03:31:00+00:00');
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
INSERT INTO "journal" VALUES(1,1,'2026-11-19T02:00:00+00:00','90097d53dd72c7f9','issued','assignment',1,NULL,'assigned',NULL,'{"due":{"$at":"2026-11-20T10:00:00+00:00"}}',NULL);
INSERT INTO "journal" VALUES(2,1,'2026-11-19T02:00:00+00:00','2f3d76efa8bf468f','accepted','assignment',1,'assigned','doing',NULL,'{"before":{"state":"assigned","accepted_at":null,"version":1}}',NULL);
INSERT INTO "journal" VALUES(3,1,'2026-11-19T02:00:00+00:00','self','registered','registration',1,NULL,'registered',NULL,NULL,NULL);
INSERT INTO "journal" VALUES(4,1,'2026-11-19T02:00:00+00:00','self','registered','registration',2,NULL,'registered',NULL,NULL,NULL);
INSERT INTO "journal" VALUES(5,1,'2026-11-19T02:00:00+00:00','self','registered','registration',3,NULL,'waitlisted',NULL,NULL,NULL);
INSERT INTO "journal" VALUES(6,1,'2026-11-21T03:31:00+00:00','7d89696f76fc7c99','turnout.confirmed','point',1,NULL,'45',NULL,'{"report":1}',NULL);
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
, rung_at TEXT) STRICT;
INSERT INTO "letter" VALUES(1,1,4,NULL,'card:1:bundle:1:4','card','bundle:1','{}','sent',0,2,'2026-11-19T02:00:00+00:00',NULL,0,0,0,NULL,288161572,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "letter" VALUES(2,1,4,NULL,'card:1:bundle:1:4:2026-11-19T02:00:30+00:00','card','bundle:1','{}','sent',0,1,'2026-11-19T02:00:30+00:00',NULL,1,0,0,NULL,288161572,'2026-11-19T02:00:00+00:00','2026-11-19T02:30:00+00:00',NULL);
INSERT INTO "letter" VALUES(3,1,8,NULL,'keyboard:8','sure','activity.keyboard','{}','sent',0,1,'2026-11-19T02:00:00+00:00',NULL,1,0,0,NULL,288161575,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00',NULL);
INSERT INTO "letter" VALUES(4,1,8,NULL,'card:1:activity:1:8','card','activity:1','{}','sent',0,1,'2026-11-19T02:00:00+00:00',NULL,1,0,0,NULL,288161574,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00',NULL);
INSERT INTO "letter" VALUES(5,1,9,NULL,'keyboard:9','sure','activity.keyboard','{}','sent',0,1,'2026-11-19T02:00:00+00:00',NULL,1,0,0,NULL,288161578,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00',NULL);
INSERT INTO "letter" VALUES(6,1,9,NULL,'card:1:activity:1:9','card','activity:1','{}','sent',0,1,'2026-11-19T02:00:00+00:00',NULL,1,0,0,NULL,288161577,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00',NULL);
INSERT INTO "letter" VALUES(7,1,10,NULL,'keyboard:10','sure','activity.keyboard','{}','sent',0,1,'2026-11-19T02:00:00+00:00',NULL,1,0,0,NULL,288161581,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00',NULL);
INSERT INTO "letter" VALUES(8,1,10,NULL,'card:1:activity:1:10','card','activity:1','{}','sent',0,2,'2026-11-20T12:00:00+00:00',NULL,1,0,0,NULL,288161580,'2026-11-19T02:00:00+00:00','2026-11-20T12:30:00+00:00',NULL);
INSERT INTO "letter" VALUES(9,1,4,NULL,'card:1:morning:20261120:4','card','morning:20261120','{}','sent',0,1,'2026-11-20T00:30:00+00:00',NULL,0,0,0,NULL,288161582,'2026-11-20T00:30:00+00:00','2026-11-20T01:00:00+00:00','2026-11-20T01:00:00+00:00');
INSERT INTO "letter" VALUES(10,1,7,NULL,'cadres:2026-11-20:7','once','activity.cadres','{}','sent',0,1,'2026-11-20T04:00:00+00:00','2026-11-20T14:00:00+00:00',0,0,0,NULL,288161583,'2026-11-20T04:00:00+00:00','2026-11-20T04:30:00+00:00','2026-11-20T04:30:00+00:00');
INSERT INTO "letter" VALUES(11,1,10,NULL,'closing:3:1','once','activity.closing','{}','sent',0,1,'2026-11-20T06:00:00+00:00','2026-11-20T12:00:00+00:00',0,0,0,NULL,288161584,'2026-11-20T06:00:00+00:00','2026-11-20T06:30:00+00:00','2026-11-20T06:30:00+00:00');
INSERT INTO "letter" VALUES(12,1,8,NULL,'evening:1:1','once','activity.evening','{}','sent',0,1,'2026-11-20T12:30:00+00:00','2026-11-21T00:00:00+00:00',0,1,0,NULL,288161585,'2026-11-20T12:30:00+00:00','2026-11-20T13:00:00+00:00','2026-11-20T13:00:00+00:00');
INSERT INTO "letter" VALUES(13,1,9,NULL,'evening:2:1','once','activity.evening','{}','sent',0,1,'2026-11-20T12:30:00+00:00','2026-11-21T00:00:00+00:00',0,1,0,NULL,288161586,'2026-11-20T12:30:00+00:00','2026-11-20T13:00:00+00:00','2026-11-20T13:00:00+00:00');
INSERT INTO "letter" VALUES(14,1,7,NULL,'leader:1:1','once','activity.leader_evening','{}','sent',0,1,'2026-11-20T12:30:00+00:00','2026-11-21T00:00:00+00:00',0,1,0,NULL,288161587,'2026-11-20T12:30:00+00:00','2026-11-20T13:00:00+00:00','2026-11-20T13:00:00+00:00');
INSERT INTO "letter" VALUES(15,1,8,NULL,'hour:1:1','once','activity.hour','{}','sent',0,1,'2026-11-20T23:00:00+00:00','2026-11-21T03:00:00+00:00',0,1,0,NULL,288161588,'2026-11-20T23:00:00+00:00','2026-11-20T23:30:00+00:00','2026-11-20T23:30:00+00:00');
INSERT INTO "letter" VALUES(16,1,9,NULL,'hour:2:1','once','activity.hour','{}','sent',0,1,'2026-11-20T23:00:00+00:00','2026-11-21T03:00:00+00:00',0,1,0,NULL,288161589,'2026-11-20T23:00:00+00:00','2026-11-20T23:30:00+00:00','2026-11-20T23:30:00+00:00');
INSERT INTO "letter" VALUES(17,1,7,NULL,'roll:1','once','activity.roll_offer','{}','sent',0,1,'2026-11-21T00:00:00+00:00','2026-11-21T03:00:00+00:00',0,1,0,NULL,288161590,'2026-11-21T00:00:00+00:00','2026-11-21T00:30:00+00:00','2026-11-21T00:30:00+00:00');
INSERT INTO "letter" VALUES(18,1,7,NULL,'card:1:point:1:7','card','point:1','{}','sent',0,1,'2026-11-21T03:30:00+00:00',NULL,0,0,0,NULL,288161591,'2026-11-21T03:30:00+00:00','2026-11-21T03:31:00+00:00','2026-11-21T03:31:00+00:00');
INSERT INTO "letter" VALUES(19,1,1,NULL,'card:1:counting:1:1','card','counting:1','{}','sent',0,1,'2026-11-21T03:31:00+00:00',NULL,0,0,0,NULL,288161595,'2026-11-21T03:31:00+00:00','2026-11-21T03:31:00+00:00','2026-11-21T03:31:00+00:00');
INSERT INTO "letter" VALUES(20,1,5,NULL,'card:1:counting:1:5','card','counting:1','{}','sent',0,1,'2026-11-21T03:31:00+00:00',NULL,0,0,0,NULL,288161594,'2026-11-21T03:31:00+00:00','2026-11-21T03:31:00+00:00','2026-11-21T03:31:00+00:00');
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
INSERT INTO "locality" VALUES(1,1,'KALONG','Phường','Ka Long','ka long',0,NULL,'2026-01-01',NULL);
INSERT INTO "locality" VALUES(2,1,'TRACO','Phường','Trà Cổ','tra co',0,NULL,'2026-01-01',NULL);
INSERT INTO "locality" VALUES(3,1,'HAIYEN','Phường','Hải Yên','hai yen',0,NULL,'2026-01-01',NULL);
CREATE TABLE locality_predecessor (
    locality_id INTEGER NOT NULL REFERENCES locality,
    predecessor_id INTEGER NOT NULL REFERENCES locality,
    PRIMARY KEY (locality_id, predecessor_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE lookup (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    sort TEXT NOT NULL CHECK (sort IN ('body', 'theme')),
    name TEXT NOT NULL,
    successor_id INTEGER REFERENCES lookup,
    valid_from TEXT NOT NULL,
    valid_to TEXT
, is_private INTEGER NOT NULL DEFAULT 0, of_visits INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE lookup_name (
    lookup_id INTEGER NOT NULL REFERENCES lookup,
    folded TEXT NOT NULL,
    PRIMARY KEY (lookup_id, folded)
) STRICT, WITHOUT ROWID;
CREATE TABLE lost_account (telegram_id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE matter (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    state TEXT NOT NULL,
    about TEXT NOT NULL DEFAULT '',
    theme_id INTEGER REFERENCES lookup,
    body_id INTEGER REFERENCES lookup,
    locality_id INTEGER REFERENCES locality,
    raised_by INTEGER REFERENCES person,
    owner_id INTEGER REFERENCES person,
    owner_unit_id INTEGER REFERENCES unit,
    weight INTEGER NOT NULL DEFAULT 1 CHECK (weight > 0),
    paper TEXT NOT NULL DEFAULT '',
    paper_day TEXT,
    raised_at TEXT NOT NULL,
    sent_at TEXT,
    due_at TEXT,
    returns_on TEXT,
    closed_at TEXT,
    version INTEGER NOT NULL DEFAULT 1, topic TEXT NOT NULL DEFAULT '', elsewhere TEXT NOT NULL DEFAULT '', basis TEXT NOT NULL DEFAULT '', response TEXT NOT NULL DEFAULT '',
    UNIQUE (office_id, kind, number)
) STRICT;
CREATE TABLE matter_words (
    matter_id INTEGER NOT NULL REFERENCES matter,
    row_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (matter_id, row_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE measure_expected (
    activity_id INTEGER NOT NULL REFERENCES activity,
    measure TEXT NOT NULL,
    amount REAL,
    PRIMARY KEY (activity_id, measure)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "membership" VALUES(1,1,1,'CB01','Chuyên viên',1,1,NULL,'2026-01-01',NULL);
INSERT INTO "membership" VALUES(2,1,2,'CB02','Chuyên viên',NULL,1,NULL,'2026-01-01',NULL);
INSERT INTO "membership" VALUES(3,1,3,'CB03','Chuyên viên',2,6,NULL,'2026-01-01',NULL);
INSERT INTO "membership" VALUES(4,1,4,'CB04','Chuyên viên',2,3,NULL,'2026-01-01',NULL);
INSERT INTO "membership" VALUES(5,1,5,'CB05','Chuyên viên',2,4,NULL,'2026-01-01',NULL);
INSERT INTO "membership" VALUES(6,1,6,'CB06','Chuyên viên',4,4,NULL,'2026-01-01',NULL);
INSERT INTO "membership" VALUES(7,1,7,'CB07','Chuyên viên',NULL,1,1,'2026-01-01',NULL);
CREATE TABLE notice (
    fingerprint TEXT PRIMARY KEY,
    purpose TEXT NOT NULL,
    version INTEGER NOT NULL,
    locale TEXT NOT NULL,
    text TEXT NOT NULL,
    since TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "notice" VALUES('9bb8dd454fe9594476c68e242ff9a5dbc3e1f5ca083d9b2c78cf945d9627ff96','list',2,'vi','<b>Trước khi đăng ký</b>: Cơ quan Khối MTTQ và các đoàn thể Uông Bí xin dùng <b>tên, độ tuổi, tài khoản Telegram</b> của anh/chị để lập danh sách, nhắn lịch, điểm danh. Tự xóa sau 90 ngày kể từ hoạt động. Dữ liệu đi qua Telegram (máy chủ ngoài Việt Nam).
Xem, sửa, xóa, rút lại bất cứ lúc nào: /dulieu. Liên hệ: Đỗ Thị Hạnh, 0900 000 101.
Không đồng ý vẫn tham gia được: đăng ký với đoàn thể ở khu.','2026-11-19T02:00:00+00:00');
CREATE TABLE notified (
    activity_id INTEGER NOT NULL REFERENCES activity,
    version INTEGER NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person,
    at TEXT NOT NULL,
    known_at TEXT,
    PRIMARY KEY (activity_id, version, person_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE office (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    short TEXT NOT NULL,
    preset TEXT NOT NULL,
    zone TEXT NOT NULL,
    labels TEXT NOT NULL DEFAULT '{}',
    contact TEXT NOT NULL DEFAULT '',
    valid_from TEXT NOT NULL,
    valid_to TEXT
, phones TEXT NOT NULL DEFAULT 'staff') STRICT;
INSERT INTO "office" VALUES(1,'UB','Cơ quan Khối MTTQ và các đoàn thể Uông Bí','Cơ quan Khối Uông Bí','district_2017','Asia/Ho_Chi_Minh','{"unit":"tiểu ban","locality":"xã, phường","leaders":"Thường trực, Thường vụ"}','Đỗ Thị Hạnh, 0900 000 101','2026-01-01',NULL,'staff');
CREATE TABLE office_days (
    office_id INTEGER NOT NULL REFERENCES office,
    name TEXT NOT NULL,
    days INTEGER NOT NULL CHECK (days > 0),
    PRIMARY KEY (office_id, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE office_hour (
    office_id INTEGER NOT NULL REFERENCES office,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (office_id, name)
) STRICT, WITHOUT ROWID;
INSERT INTO "office_hour" VALUES(1,'briefing','MON 08:00');
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
INSERT INTO "organisation" VALUES(1,1,'MTTQ','Ủy ban MTTQ Việt Nam','MTTQ',0,'2026-01-01',NULL);
INSERT INTO "organisation" VALUES(2,1,'LDLD','Liên đoàn Lao động','LĐLĐ',1,'2026-01-01',NULL);
INSERT INTO "organisation" VALUES(3,1,'HND','Hội Nông dân','ND',2,'2026-01-01',NULL);
INSERT INTO "organisation" VALUES(4,1,'HPN','Hội Liên hiệp Phụ nữ','PN',3,'2026-01-01',NULL);
INSERT INTO "organisation" VALUES(5,1,'DTN','Đoàn TNCS Hồ Chí Minh','ĐTN',4,'2026-01-01',NULL);
INSERT INTO "organisation" VALUES(6,1,'HCCB','Hội Cựu chiến binh','CCB',5,'2026-01-01',NULL);
INSERT INTO "organisation" VALUES(7,1,'KHAC','Nhân dân, đơn vị khác','Khác',6,'2026-01-01',NULL);
CREATE TABLE outside_plan (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    whose TEXT NOT NULL,
    theme_id INTEGER NOT NULL REFERENCES lookup,
    body_id INTEGER NOT NULL REFERENCES lookup,
    first TEXT NOT NULL,
    last TEXT NOT NULL
) STRICT;
CREATE TABLE paper (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    number TEXT NOT NULL,
    said TEXT NOT NULL,
    day TEXT
) STRICT;
CREATE TABLE past_registration (
    office_id INTEGER NOT NULL REFERENCES office,
    activity_id INTEGER NOT NULL REFERENCES activity,
    point_id INTEGER NOT NULL REFERENCES point,
    standing TEXT NOT NULL,
    age TEXT NOT NULL,
    people INTEGER NOT NULL,
    adults INTEGER NOT NULL,
    children INTEGER NOT NULL,
    late INTEGER NOT NULL,
    PRIMARY KEY (activity_id, point_id, standing, age)
) STRICT, WITHOUT ROWID;
CREATE TABLE pattern (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    activity_id INTEGER NOT NULL REFERENCES activity,
    name TEXT NOT NULL DEFAULT '',
    weekly INTEGER NOT NULL DEFAULT 0,
    ended_at TEXT
) STRICT;
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
INSERT INTO "person" VALUES(1,'32a81aebfd2094f3',8001,'Đỗ Thị Hạnh','do thi hanh',NULL,'vi','dong_chi',1,1,0,'head','2026-11-19T02:00:00+00:00');
INSERT INTO "person" VALUES(2,'ac1c137fc20224db',8002,'Trần Thị Lan','tran thi lan',NULL,'vi','dong_chi',1,1,0,'head','2026-11-19T02:00:00+00:00');
INSERT INTO "person" VALUES(3,'90097d53dd72c7f9',8003,'Lê Văn Thắng','le van thang',NULL,'vi','dong_chi',1,1,0,'head','2026-11-19T02:00:00+00:00');
INSERT INTO "person" VALUES(4,'2f3d76efa8bf468f',8004,'Nguyễn Văn Bình','nguyen van binh','+84900000104','vi','dong_chi',1,1,0,'staff','2026-11-19T02:00:00+00:00');
INSERT INTO "person" VALUES(5,'2c040b91867bc982',8005,'Nguyễn Thị Hoa','nguyen thi hoa',NULL,'vi','dong_chi',1,1,0,'staff','2026-11-19T02:00:00+00:00');
INSERT INTO "person" VALUES(6,'109b67e861540cd4',8006,'Lý Thị Dung','ly thi dung',NULL,'vi','dong_chi',1,1,0,'staff','2026-11-19T02:00:00+00:00');
INSERT INTO "person" VALUES(7,'7d89696f76fc7c99',8007,'Vũ Văn Cường','vu van cuong',NULL,'vi','dong_chi',1,1,0,'staff','2026-11-19T02:00:00+00:00');
INSERT INTO "person" VALUES(8,'675442e0ba880d87',8101,'Người Mai','nguoi mai',NULL,'vi','anh_chi',1,1,0,'','2026-11-19T02:00:00+00:00');
INSERT INTO "person" VALUES(9,'6fcf0997f5d16eee',8102,'Người Sơn','nguoi son',NULL,'vi','anh_chi',1,1,0,'','2026-11-19T02:00:00+00:00');
INSERT INTO "person" VALUES(10,'39c8e51be9a1f1ae',8103,'Người Tuân','nguoi tuan',NULL,'vi','anh_chi',1,1,0,'','2026-11-19T02:00:00+00:00');
CREATE TABLE phrase (
    office_id INTEGER NOT NULL REFERENCES office,
    context TEXT NOT NULL,
    text TEXT NOT NULL,
    meaning TEXT NOT NULL,
    times INTEGER NOT NULL DEFAULT 1,
    last_on TEXT NOT NULL,
    PRIMARY KEY (office_id, context, text, meaning)
) STRICT, WITHOUT ROWID;
CREATE TABLE place_mark (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    locality_id INTEGER NOT NULL REFERENCES locality,
    mark TEXT NOT NULL CHECK (mark IN ('weak', 'key')),
    reason TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL
) STRICT;
CREATE TABLE point (
    id INTEGER PRIMARY KEY,
    activity_id INTEGER NOT NULL REFERENCES activity,
    name TEXT NOT NULL,
    locality_id INTEGER REFERENCES locality,
    landmark TEXT NOT NULL DEFAULT '',
    lat REAL,
    lon REAL,
    leader_id INTEGER REFERENCES person,
    capacity INTEGER
, dropped_at TEXT, target INTEGER) STRICT;
INSERT INTO "point" VALUES(1,1,'Cầu Ka Long',1,'',NULL,NULL,7,2,NULL,NULL);
CREATE TABLE point_photo (
    id INTEGER PRIMARY KEY,
    point_id INTEGER NOT NULL REFERENCES point,
    person_id INTEGER REFERENCES person,
    file_id TEXT NOT NULL,
    unique_id TEXT NOT NULL,
    album TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL, kept TEXT NOT NULL DEFAULT '', tries INTEGER NOT NULL DEFAULT 0, mark TEXT NOT NULL DEFAULT ''
    CHECK (mark IN ('', 'unused', 'chosen')),
    UNIQUE (point_id, unique_id)
) STRICT;
CREATE TABLE register (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    whole INTEGER NOT NULL CHECK (whole > 0),
    lead_id INTEGER REFERENCES person,
    opened_at TEXT NOT NULL,
    closed_at TEXT, locality_id INTEGER REFERENCES locality, organisation_id INTEGER REFERENCES organisation,
    UNIQUE (office_id, kind, number)
) STRICT;
CREATE TABLE register_number (
    report_id INTEGER NOT NULL REFERENCES register_report,
    counts TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (report_id, counts)
) STRICT, WITHOUT ROWID;
CREATE TABLE register_report (
    id INTEGER PRIMARY KEY,
    register_id INTEGER NOT NULL REFERENCES register,
    told_by INTEGER REFERENCES person,
    at TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE register_team (
    register_id INTEGER NOT NULL REFERENCES register,
    organisation_id INTEGER NOT NULL REFERENCES organisation,
    number INTEGER NOT NULL CHECK (number > 0),
    PRIMARY KEY (register_id, organisation_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE registration (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    activity_id INTEGER NOT NULL REFERENCES activity,
    point_id INTEGER NOT NULL REFERENCES point,
    person_id INTEGER REFERENCES person,
    standing TEXT NOT NULL CHECK (standing IN ('held', 'registered', 'confirmed', 'waitlisted',
        'offered', 'lapsed', 'cancelled', 'present', 'absent')),
    age TEXT NOT NULL CHECK (age IN ('18', '16')),
    adults INTEGER NOT NULL DEFAULT 0,
    children INTEGER NOT NULL DEFAULT 0,
    guardian TEXT,
    evening TEXT CHECK (evening IN ('yes', 'no')),
    late INTEGER NOT NULL DEFAULT 0,
    offer_ends TEXT,
    proof TEXT CHECK (proof IN ('code', 'roll_call')),
    recorded_by TEXT,
    happened_at TEXT,
    disputed_at TEXT,
    at TEXT NOT NULL,
    changed_at TEXT NOT NULL
, reviews INTEGER NOT NULL DEFAULT 0, reviewer TEXT) STRICT;
INSERT INTO "registration" VALUES(1,1,1,1,8,'registered','18',0,0,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00',0,NULL);
INSERT INTO "registration" VALUES(2,1,1,1,9,'registered','18',0,0,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00',0,NULL);
INSERT INTO "registration" VALUES(3,1,1,1,10,'waitlisted','18',0,0,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00',0,NULL);
CREATE TABLE report_guest (
    office_id INTEGER NOT NULL REFERENCES office,
    person_id INTEGER NOT NULL REFERENCES person,
    PRIMARY KEY (office_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE report_setting (
    office_id INTEGER PRIMARY KEY REFERENCES office,
    roles TEXT NOT NULL DEFAULT '["leader"]',
    without TEXT NOT NULL DEFAULT '[]',
    copies_remarks INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE role_grant (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    person_id INTEGER NOT NULL REFERENCES person,
    role TEXT NOT NULL,
    unit_id INTEGER REFERENCES unit,
    valid_from TEXT NOT NULL,
    valid_to TEXT
) STRICT;
INSERT INTO "role_grant" VALUES(1,1,1,'office_admin',NULL,'2026-01-01',NULL);
INSERT INTO "role_grant" VALUES(2,1,1,'head',1,'2026-01-01',NULL);
INSERT INTO "role_grant" VALUES(3,1,2,'leader',NULL,'2026-01-01',NULL);
INSERT INTO "role_grant" VALUES(4,1,3,'head',2,'2026-01-01',NULL);
INSERT INTO "role_grant" VALUES(5,1,4,'staff',NULL,'2026-01-01',NULL);
INSERT INTO "role_grant" VALUES(6,1,5,'staff',NULL,'2026-01-01',NULL);
INSERT INTO "role_grant" VALUES(7,1,6,'staff',NULL,'2026-01-01',NULL);
INSERT INTO "role_grant" VALUES(8,1,7,'base',NULL,'2026-01-01',NULL);
CREATE TABLE roll_call (
    point_id INTEGER PRIMARY KEY REFERENCES point,
    extra INTEGER NOT NULL DEFAULT 0,
    everyone INTEGER NOT NULL DEFAULT 0,
    happened_at TEXT NOT NULL,
    closed_at TEXT,
    closed_by TEXT
) STRICT;
CREATE TABLE roll_number (
    point_id INTEGER NOT NULL REFERENCES point,
    registration_id INTEGER NOT NULL REFERENCES registration ON DELETE CASCADE,
    number INTEGER NOT NULL,
    PRIMARY KEY (point_id, registration_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE sealed (
    office_id INTEGER NOT NULL REFERENCES office,
    id TEXT NOT NULL,
    box BLOB NOT NULL,
    PRIMARY KEY (office_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('username','viecchung_sandbox_bot');
CREATE TABLE spoken_of (
    person_id INTEGER PRIMARY KEY REFERENCES person,
    office_id INTEGER NOT NULL REFERENCES office,
    subject TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
INSERT INTO "spoken_of" VALUES(3,1,'assignment:1','2026-11-19T02:00:00+00:00');
INSERT INTO "spoken_of" VALUES(4,1,'assignment:1','2026-11-20T01:00:00+00:00');
INSERT INTO "spoken_of" VALUES(7,1,'point:1','2026-11-21T03:31:00+00:00');
ANALYZE "sqlite_master";
INSERT INTO "sqlite_stat1" VALUES('office_hour','office_hour','1 1 1');
INSERT INTO "sqlite_stat1" VALUES('duty','duty_office','5 5 1');
INSERT INTO "sqlite_stat1" VALUES('spoken_of',NULL,'3');
INSERT INTO "sqlite_stat1" VALUES('conversion','conversion','2 2 1');
INSERT INTO "sqlite_stat1" VALUES('notice','notice','1 1');
INSERT INTO "sqlite_stat1" VALUES('registration','registration_named','3 3 3');
INSERT INTO "sqlite_stat1" VALUES('registration','registration_activity','3 3 3');
INSERT INTO "sqlite_stat1" VALUES('registration','registration_person','3 1 1');
INSERT INTO "sqlite_stat1" VALUES('registration','registration_line','3 3 2 2 2');
INSERT INTO "sqlite_stat1" VALUES('registration','registration_once','3 3 1');
INSERT INTO "sqlite_stat1" VALUES('person','person_office','10 10 10');
INSERT INTO "sqlite_stat1" VALUES('person','person_menu','3 3');
INSERT INTO "sqlite_stat1" VALUES('person','person_phone','1 1');
INSERT INTO "sqlite_stat1" VALUES('person','sqlite_autoindex_person_2','10 1');
INSERT INTO "sqlite_stat1" VALUES('person','sqlite_autoindex_person_1','10 1');
INSERT INTO "sqlite_stat1" VALUES('job_run','job_run_old','58 58 4');
INSERT INTO "sqlite_stat1" VALUES('job_run','job_run','58 1');
INSERT INTO "sqlite_stat1" VALUES('locality','sqlite_autoindex_locality_1','3 3 1 1');
INSERT INTO "sqlite_stat1" VALUES('office','sqlite_autoindex_office_1','1 1');
INSERT INTO "sqlite_stat1" VALUES('expectation','expectation_over','4 2');
INSERT INTO "sqlite_stat1" VALUES('expectation','sqlite_autoindex_expectation_1','4 2 1 1');
INSERT INTO "sqlite_stat1" VALUES('turnout_measure','turnout_measure','1 1 1');
INSERT INTO "sqlite_stat1" VALUES('membership','membership_office','7 7 1');
INSERT INTO "sqlite_stat1" VALUES('membership','membership_person','7 1');
INSERT INTO "sqlite_stat1" VALUES('activity','activity_organiser','1 1');
INSERT INTO "sqlite_stat1" VALUES('activity','activity_ends','1 1 1');
INSERT INTO "sqlite_stat1" VALUES('activity','activity_when','1 1 1');
INSERT INTO "sqlite_stat1" VALUES('activity','sqlite_autoindex_activity_1','1 1 1');
INSERT INTO "sqlite_stat1" VALUES('role_grant','role_grant_office','8 8 2');
INSERT INTO "sqlite_stat1" VALUES('role_grant','role_grant_person','8 2');
INSERT INTO "sqlite_stat1" VALUES('inbox','inbox','14 14 1');
INSERT INTO "sqlite_stat1" VALUES('unit','sqlite_autoindex_unit_1','4 4 1 1');
INSERT INTO "sqlite_stat1" VALUES('letter','letter_over','20 20 2');
INSERT INTO "sqlite_stat1" VALUES('letter','letter_rung','13 2 1');
INSERT INTO "sqlite_stat1" VALUES('letter','letter_person','20 3 2');
INSERT INTO "sqlite_stat1" VALUES('letter','sqlite_autoindex_letter_1','20 1');
INSERT INTO "sqlite_stat1" VALUES('journal','journal_who','3 1');
INSERT INTO "sqlite_stat1" VALUES('journal','journal_subject','6 2');
INSERT INTO "sqlite_stat1" VALUES('assignment','assignment_assigner','1 1');
INSERT INTO "sqlite_stat1" VALUES('assignment','assignment_approver','1 1');
INSERT INTO "sqlite_stat1" VALUES('assignment','assignment_lead_is','1 1 1');
INSERT INTO "sqlite_stat1" VALUES('assignment','assignment_year','1 1 1 1');
INSERT INTO "sqlite_stat1" VALUES('assignment','assignment_due_at','1 1 1');
INSERT INTO "sqlite_stat1" VALUES('assignment','assignment_closed','1 1 1');
INSERT INTO "sqlite_stat1" VALUES('assignment','assignment_open','1 1 1');
INSERT INTO "sqlite_stat1" VALUES('assignment','assignment_number','1 1 1');
INSERT INTO "sqlite_stat1" VALUES('assignment','sqlite_autoindex_assignment_1','1 1 1');
INSERT INTO "sqlite_stat1" VALUES('turnout','turnout_words','1 1');
INSERT INTO "sqlite_stat1" VALUES('turnout','turnout_recorder','1 1');
INSERT INTO "sqlite_stat1" VALUES('turnout','turnout_reporter','1 1');
INSERT INTO "sqlite_stat1" VALUES('turnout','turnout_batch','1 1');
INSERT INTO "sqlite_stat1" VALUES('turnout','turnout_point','1 1');
INSERT INTO "sqlite_stat1" VALUES('organisation','sqlite_autoindex_organisation_1','7 7 1 1');
INSERT INTO "sqlite_stat1" VALUES('setting','setting','1 1');
INSERT INTO "sqlite_stat1" VALUES('assignment_lead','lead_person','1 1');
INSERT INTO "sqlite_stat1" VALUES('assignment_lead','lead_assignment','1 1');
INSERT INTO "sqlite_stat1" VALUES('assignment_span','assignment_span','1 1 1');
INSERT INTO "sqlite_stat1" VALUES('bundle','bundle_person','1 1 1');
INSERT INTO "sqlite_stat1" VALUES('card','card_drawn','10 4');
INSERT INTO "sqlite_stat1" VALUES('card','card_subject','10 2');
INSERT INTO "sqlite_stat1" VALUES('card','card_message','10 2 2');
INSERT INTO "sqlite_stat1" VALUES('card','card','10 2 1');
INSERT INTO "sqlite_stat1" VALUES('consent','consent_office','3 3 3 1 1');
INSERT INTO "sqlite_stat1" VALUES('consent','consent_subject','3 1 1');
INSERT INTO "sqlite_stat1" VALUES('point','point_leader','1 1');
INSERT INTO "sqlite_stat1" VALUES('point','point_activity','1 1');
INSERT INTO "sqlite_stat1" VALUES('bundle_item','bundle_assignment','1 1');
INSERT INTO "sqlite_stat1" VALUES('bundle_item','bundle_item','1 1 1');
INSERT INTO "sqlite_stat1" VALUES('turnout_part','turnout_part','2 2 1');
CREATE TABLE stage_left_out (
    office_id INTEGER NOT NULL REFERENCES office,
    stage TEXT NOT NULL,
    PRIMARY KEY (office_id, stage)
) STRICT, WITHOUT ROWID;
CREATE TABLE stray_file (
    path TEXT PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office
) STRICT, WITHOUT ROWID;
CREATE TABLE strength (
    office_id INTEGER NOT NULL REFERENCES office,
    person_id INTEGER NOT NULL REFERENCES person,
    strength TEXT NOT NULL,
    confirmed_by INTEGER REFERENCES person,
    PRIMARY KEY (office_id, person_id, strength)
) STRICT, WITHOUT ROWID;
CREATE TABLE target (
    id INTEGER PRIMARY KEY,
    activity_id INTEGER NOT NULL REFERENCES activity,
    organisation_id INTEGER REFERENCES organisation,
    number INTEGER NOT NULL,
    UNIQUE (activity_id, organisation_id)
) STRICT;
CREATE TABLE training_echo (
    activity_id INTEGER NOT NULL REFERENCES activity,
    person_id INTEGER NOT NULL REFERENCES person,
    clear INTEGER NOT NULL,
    PRIMARY KEY (activity_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE training_guest (
    activity_id INTEGER NOT NULL REFERENCES activity,
    person_id INTEGER NOT NULL REFERENCES person,
    answer TEXT NOT NULL CHECK (answer IN ('invited', 'going', 'substitute', 'declined')),
    substitute_id INTEGER REFERENCES person,
    PRIMARY KEY (activity_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE training_outside (
    activity_id INTEGER PRIMARY KEY REFERENCES activity,
    number INTEGER NOT NULL CHECK (number > 0)
) STRICT;
CREATE TABLE training_seat (
    activity_id INTEGER NOT NULL REFERENCES activity,
    locality_id INTEGER NOT NULL REFERENCES locality,
    seats INTEGER NOT NULL CHECK (seats > 0),
    PRIMARY KEY (activity_id, locality_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE "transfer" (
    registration_id INTEGER PRIMARY KEY REFERENCES registration,
    hash TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL
) STRICT;
CREATE TABLE turnout (
    id INTEGER PRIMARY KEY,
    point_id INTEGER NOT NULL REFERENCES point,
    batch INTEGER NOT NULL DEFAULT 0,
    reporter_id INTEGER REFERENCES person,
    recorded_by INTEGER REFERENCES person,
    total INTEGER,
    not_held INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    raw TEXT NOT NULL DEFAULT '',
    rank TEXT NOT NULL CHECK (rank IN ('evidence', 'cadre', 'leader', 'office')),
    proof TEXT NOT NULL CHECK (proof IN ('self', 'leader', 'roll_call', 'code')),
    state TEXT NOT NULL DEFAULT 'echoed' CHECK (state IN ('echoed', 'confirmed', 'dropped')),
    doubt TEXT NOT NULL DEFAULT '',
    candidates TEXT NOT NULL DEFAULT '[]',
    event_at TEXT NOT NULL,
    reported_at TEXT NOT NULL,
    confirmed_at TEXT
, everyone INTEGER NOT NULL DEFAULT 0, about INTEGER NOT NULL DEFAULT 0, absent INTEGER, either TEXT NOT NULL DEFAULT '[]') STRICT;
INSERT INTO "turnout" VALUES(1,1,1,7,7,45,0,'','45 người: ĐTN 20, PN 25; 2 km đường','leader','leader','confirmed','','[]','2026-11-21T00:00:00+00:00','2026-11-21T03:31:00+00:00','2026-11-21T03:31:00+00:00',0,0,NULL,'[]');
CREATE TABLE turnout_measure (
    turnout_id INTEGER NOT NULL REFERENCES turnout,
    measure TEXT NOT NULL,
    amount REAL NOT NULL, position INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (turnout_id, measure)
) STRICT, WITHOUT ROWID;
INSERT INTO "turnout_measure" VALUES(1,'road_km',2.0,0);
CREATE TABLE turnout_part (
    turnout_id INTEGER NOT NULL REFERENCES turnout,
    organisation_id INTEGER NOT NULL REFERENCES organisation,
    number INTEGER NOT NULL,
    PRIMARY KEY (turnout_id, organisation_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "turnout_part" VALUES(1,4,25);
INSERT INTO "turnout_part" VALUES(1,5,20);
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
INSERT INTO "unit" VALUES(1,1,'VP','Văn phòng',0,'2026-01-01',NULL);
INSERT INTO "unit" VALUES(2,1,'TTVD','Tiểu ban Tuyên truyền - Vận động',1,'2026-01-01',NULL);
INSERT INTO "unit" VALUES(3,1,'KTGS','Tiểu ban Kiểm tra - Giám sát',2,'2026-01-01',NULL);
INSERT INTO "unit" VALUES(4,1,'DCPL','Tiểu ban Dân chủ - Pháp luật',3,'2026-01-01',NULL);
CREATE TABLE visit (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    year INTEGER NOT NULL,
    species TEXT NOT NULL,
    stage TEXT NOT NULL,
    organisation_id INTEGER NOT NULL REFERENCES organisation,
    theme_id INTEGER NOT NULL REFERENCES lookup,
    body_id INTEGER NOT NULL REFERENCES lookup,
    locality_id INTEGER REFERENCES locality,
    first TEXT NOT NULL,
    last TEXT NOT NULL CHECK (last >= first),
    unannounced INTEGER NOT NULL DEFAULT 0,
    proposed_by INTEGER REFERENCES person,
    proposed_at TEXT NOT NULL,
    kept_id INTEGER REFERENCES visit,
    trip_id INTEGER REFERENCES visit,
    apart TEXT NOT NULL DEFAULT '',
    head_id INTEGER REFERENCES person,
    on_day TEXT,
    merged_at TEXT,
    done_at TEXT,
    dropped_at TEXT,
    version INTEGER NOT NULL DEFAULT 1, starts_at TEXT, meets TEXT NOT NULL DEFAULT '', arrived_at TEXT, result TEXT NOT NULL DEFAULT '', approver_id INTEGER REFERENCES person, own_first TEXT, own_last TEXT,
    UNIQUE (office_id, number),
    CHECK ((stage = 'merged') = (kept_id IS NOT NULL) AND kept_id <> id)
) STRICT;
CREATE TABLE visit_guest (
    id INTEGER PRIMARY KEY,
    visit_id INTEGER NOT NULL REFERENCES visit,
    name TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    used_at TEXT,
    comes INTEGER,
    words TEXT NOT NULL DEFAULT ''
, chat TEXT) STRICT;
CREATE TABLE visit_member (
    visit_id INTEGER NOT NULL REFERENCES visit,
    person_id INTEGER NOT NULL REFERENCES person,
    part TEXT NOT NULL CHECK (part IN ('head', 'secretary', 'member')),
    comes INTEGER,
    agrees INTEGER, objects TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (visit_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE visit_paper (
    visit_id INTEGER NOT NULL REFERENCES visit,
    stage TEXT NOT NULL,
    number TEXT NOT NULL,
    day TEXT NOT NULL,
    signer TEXT NOT NULL,
    PRIMARY KEY (visit_id, stage)
) STRICT, WITHOUT ROWID;
CREATE TABLE visit_shown (
    visit_id INTEGER NOT NULL REFERENCES visit,
    person_id INTEGER NOT NULL REFERENCES person,
    message_id INTEGER NOT NULL,
    card TEXT NOT NULL,
    is_file INTEGER NOT NULL,
    PRIMARY KEY (visit_id, person_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE visit_wish (
    id INTEGER PRIMARY KEY,
    visit_id INTEGER NOT NULL REFERENCES visit,
    into_id INTEGER NOT NULL REFERENCES visit,
    how TEXT NOT NULL,
    asked_by INTEGER REFERENCES person,
    at TEXT NOT NULL,
    answered_at TEXT
) STRICT;
CREATE TABLE visits_of_year (
    office_id INTEGER NOT NULL REFERENCES office,
    year INTEGER NOT NULL,
    visits INTEGER NOT NULL CHECK (visits > 0),
    PRIMARY KEY (office_id, year)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_phone ON person (phone) WHERE phone IS NOT NULL;
CREATE TRIGGER account_is_lost AFTER UPDATE OF telegram_id ON person
WHEN OLD.telegram_id IS NOT NULL AND OLD.telegram_id IS NOT NEW.telegram_id
BEGIN INSERT OR IGNORE INTO lost_account VALUES (OLD.telegram_id); END;
CREATE INDEX membership_person ON membership (person_id);
CREATE INDEX membership_office ON membership (office_id, code);
CREATE INDEX role_grant_person ON role_grant (person_id);
CREATE INDEX role_grant_office ON role_grant (office_id, role);
CREATE INDEX letter_due ON letter (not_before) WHERE state = 'waiting';
CREATE INDEX letter_sending ON letter (id) WHERE state = 'sending';
CREATE INDEX letter_person ON letter (person_id, sent_at);
CREATE INDEX card_message ON card (chat_id, message_id);
CREATE INDEX letter_rung ON letter (person_id, rung_at) WHERE rung_at IS NOT NULL;
CREATE INDEX assignment_number ON assignment (office_id, number);
CREATE INDEX assignment_group ON assignment (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX support_assignment ON assignment_support (assignment_id);
CREATE INDEX support_person ON assignment_support (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX lead_assignment ON assignment_lead (assignment_id);
CREATE INDEX due_assignment ON assignment_due (assignment_id, at);
CREATE INDEX request_assignment ON assignment_request (assignment_id);
CREATE UNIQUE INDEX request_pending ON assignment_request (assignment_id, kind)
 WHERE state = 'pending';
CREATE INDEX completion_assignment ON completion (assignment_id, state);
CREATE UNIQUE INDEX completion_draft ON completion (assignment_id, person_id)
 WHERE state = 'draft';
CREATE INDEX bundle_person ON bundle (person_id, opened_at);
CREATE INDEX bundle_assignment ON bundle_item (assignment_id);
CREATE INDEX activity_when ON activity (office_id, starts_at);
CREATE INDEX point_activity ON point (activity_id);
CREATE INDEX point_leader ON point (leader_id);
CREATE INDEX turnout_point ON turnout (point_id);
CREATE INDEX turnout_batch ON turnout (batch);
CREATE UNIQUE INDEX registration_once ON registration (activity_id, person_id)
 WHERE standing NOT IN ('cancelled', 'lapsed') AND person_id IS NOT NULL;
CREATE INDEX registration_line ON registration (point_id, standing, office_id, adults);
CREATE INDEX registration_person ON registration (person_id, activity_id);
CREATE INDEX consent_subject ON consent (subject, purpose);
CREATE TRIGGER consent_is_not_changed BEFORE UPDATE ON consent
BEGIN SELECT RAISE(ABORT, 'a consent is written once'); END;
CREATE TRIGGER consent_is_kept BEFORE DELETE ON consent
WHEN NOT EXISTS (SELECT 1 FROM consent c WHERE c.subject = OLD.subject
                    AND c.purpose = OLD.purpose AND c.id >= OLD.id AND NOT c.given)
BEGIN SELECT RAISE(ABORT, 'a consent that stands is kept'); END;
CREATE INDEX certificate_person ON certificate (person_id);
CREATE TRIGGER photo_is_forgotten AFTER DELETE ON point_photo WHEN OLD.kept <> ''
BEGIN
    INSERT OR IGNORE INTO stray_file
    SELECT OLD.kept, activity.office_id FROM point JOIN activity ON activity.id = point.activity_id
     WHERE point.id = OLD.point_id;
END;
CREATE INDEX fading_topic ON "expiring_message" (office_id, topic);
CREATE VIEW unremembered AS
SELECT person.id AS person_id, consent.office_id
  FROM consent JOIN person ON person.subject = consent.subject
 WHERE NOT consent.given AND consent.purpose IN ('list', 'record') AND NOT EXISTS (
    SELECT 1 FROM consent later WHERE later.subject = consent.subject
       AND later.purpose = consent.purpose AND later.office_id = consent.office_id
       AND later.id > consent.id);
CREATE INDEX assignment_open ON assignment (office_id, due_at)
 WHERE state NOT IN ('done', 'cancelled');
CREATE INDEX assignment_closed ON assignment (office_id, closed_at);
CREATE INDEX assignment_ended ON assignment (office_id, ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX assignment_due_at ON assignment (office_id, due_at);
CREATE INDEX assignment_year ON assignment (office_id, substr(code, 1, 8), number);
CREATE INDEX assignment_lead_is ON assignment (lead_id, submitted_at);
CREATE INDEX assignment_approver ON assignment (approver_id);
CREATE INDEX lead_person ON assignment_lead (person_id);
CREATE INDEX request_person ON assignment_request (person_id);
CREATE INDEX request_decider ON assignment_request (decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX completion_person ON completion (person_id, sent_at);
CREATE INDEX completion_decider ON completion (decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX journal_reopened ON journal (office_id, at) WHERE event = 'reopened';
CREATE INDEX activity_ends ON activity (office_id, ends_at);
CREATE INDEX activity_organiser ON activity (organiser_id);
CREATE INDEX turnout_reporter ON turnout (reporter_id);
CREATE INDEX turnout_recorder ON turnout (recorded_by);
CREATE INDEX turnout_echoed ON turnout (reported_at) WHERE state = 'echoed';
CREATE INDEX turnout_words ON turnout (reported_at) WHERE raw <> '';
CREATE INDEX photo_person ON point_photo (person_id);
CREATE INDEX photo_old ON point_photo (at) WHERE mark <> 'chosen';
CREATE INDEX photo_to_keep ON point_photo (tries) WHERE kept = '';
CREATE INDEX registration_activity ON registration (activity_id, changed_at);
CREATE INDEX registration_offer ON registration (office_id, offer_ends)
 WHERE standing = 'offered';
CREATE INDEX registration_named ON registration (office_id, activity_id)
 WHERE person_id IS NOT NULL;
CREATE INDEX headcount_person ON headcount (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX notified_person ON notified (person_id);
CREATE INDEX consent_office ON consent (office_id, purpose, subject, given);
CREATE INDEX consent_withdrawn ON consent (office_id, at) WHERE NOT given;
CREATE INDEX data_request_office ON data_request (office_id, at);
CREATE INDEX data_request_subject ON data_request (subject);
CREATE INDEX certificate_old ON certificate (office_id, issued);
CREATE INDEX letter_stale ON letter (drop_after)
 WHERE state = 'waiting' AND drop_after IS NOT NULL;
CREATE INDEX letter_undo ON letter (undo_id) WHERE undo_id IS NOT NULL;
CREATE INDEX letter_chat ON letter (chat_id) WHERE chat_id IS NOT NULL;
CREATE INDEX letter_failed ON letter (state) WHERE state IN ('uncertain', 'dead');
CREATE INDEX card_subject ON card (subject);
CREATE INDEX inbox_open ON inbox (state) WHERE state <> 'ended';
CREATE INDEX person_menu ON person (menu) WHERE menu = '' AND telegram_id IS NOT NULL;
CREATE INDEX person_office ON person (office_id, created_at);
CREATE INDEX invite_person ON invite (person_id);
CREATE INDEX delivery_person ON digest_delivery (person_id);
CREATE INDEX digest_approver ON digest (approved_by) WHERE approved_by IS NOT NULL;
CREATE UNIQUE INDEX roll_number_once ON roll_number (point_id, number);
CREATE INDEX roll_number_of ON roll_number (registration_id);
CREATE TRIGGER journal_is_not_cleared BEFORE DELETE ON journal WHEN OLD.kind <> 'registration'
BEGIN SELECT RAISE(ABORT, 'the journal is written once'); END;
CREATE INDEX card_drawn ON card (drawn_on);
CREATE INDEX letter_over ON letter (office_id, coalesce(sent_at, posted_at))
 WHERE state NOT IN ('waiting', 'sending');
CREATE INDEX job_run_old ON job_run (office_id, at);
CREATE INDEX duty_office ON duty (office_id, duty);
CREATE INDEX duty_person ON duty (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX lookup_office ON lookup (office_id, sort);
CREATE INDEX matter_open ON matter (office_id, due_at) WHERE closed_at IS NULL;
CREATE INDEX matter_returns ON matter (office_id, returns_on) WHERE returns_on IS NOT NULL;
CREATE INDEX matter_raised ON matter (office_id, raised_at);
CREATE INDEX matter_closed ON matter (office_id, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX matter_about ON matter (office_id, about) WHERE about <> '';
CREATE INDEX matter_raiser ON matter (raised_by) WHERE raised_by IS NOT NULL;
CREATE INDEX matter_owner ON matter (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX register_open ON register (office_id) WHERE closed_at IS NULL;
CREATE INDEX register_lead ON register (lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX register_report_of ON register_report (register_id, at);
CREATE INDEX register_report_by ON register_report (told_by) WHERE told_by IS NOT NULL;
CREATE INDEX checking_open ON checking (office_id) WHERE closed_at IS NULL;
CREATE INDEX checking_begun ON checking (begun_by) WHERE begun_by IS NOT NULL;
CREATE INDEX checklist_mark_by ON checklist_mark (by_id);
CREATE INDEX checklist_mark_claimed ON checklist_mark (claimed_by) WHERE claimed_by IS NOT NULL;
CREATE INDEX visit_year ON visit (office_id, year);
CREATE INDEX visit_window ON visit (office_id, last);
CREATE INDEX visit_open ON visit (office_id) WHERE stage NOT IN ('merged', 'dropped', 'closed');
CREATE INDEX visit_kept ON visit (kept_id) WHERE kept_id IS NOT NULL;
CREATE INDEX visit_by ON visit (proposed_by) WHERE proposed_by IS NOT NULL;
CREATE INDEX visit_head ON visit (head_id) WHERE head_id IS NOT NULL;
CREATE INDEX visit_wish_of ON visit_wish (visit_id);
CREATE INDEX visit_wish_into ON visit_wish (into_id);
CREATE INDEX visit_wish_by ON visit_wish (asked_by) WHERE asked_by IS NOT NULL;
CREATE INDEX outside_plan_window ON outside_plan (office_id, last);
CREATE INDEX journal_subject ON journal (subject);
CREATE INDEX assignment_assigner ON assignment (assigner_id);
CREATE INDEX assignment_urgent ON assignment (assigner_id, issued_at) WHERE urgent = 1;
CREATE INDEX visit_member_person ON visit_member (person_id);
CREATE INDEX finding_visit ON finding (visit_id);
CREATE INDEX visit_body ON visit (office_id, body_id, theme_id);
CREATE INDEX matter_body ON matter (office_id, body_id) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX attached_once ON "attachment" (office_id, about, unique_id) WHERE unique_id <> '';
CREATE INDEX attachment_about ON attachment (office_id, about);
CREATE INDEX attachment_to_keep ON attachment (tries) WHERE kept = '' AND file_id <> '';
CREATE INDEX attachment_old ON attachment (office_id, at);
CREATE TRIGGER attachment_is_forgotten AFTER DELETE ON attachment WHEN OLD.kept <> ''
BEGIN
    INSERT OR IGNORE INTO stray_file VALUES (OLD.kept, OLD.office_id);
END;
CREATE INDEX paper_number ON paper (office_id, number);
CREATE INDEX paper_assignment ON paper (assignment_id);
CREATE INDEX visit_place ON visit (locality_id, done_at) WHERE locality_id IS NOT NULL;
CREATE INDEX digest_reader_person ON digest_reader (person_id);
CREATE INDEX absence_office ON absence (office_id);
CREATE INDEX absence_person ON absence (person_id);
CREATE INDEX absence_stand_in ON absence (stand_in_id) WHERE stand_in_id IS NOT NULL;
CREATE INDEX absence_decides ON absence (decides_id) WHERE decides_id IS NOT NULL;
CREATE INDEX visit_guest_of ON visit_guest (visit_id);
CREATE INDEX strength_person ON strength (person_id);
CREATE INDEX strength_confirmed ON strength (confirmed_by) WHERE confirmed_by IS NOT NULL;
CREATE INDEX report_guest_person ON report_guest (person_id);
CREATE INDEX training_guest_person ON training_guest (person_id);
CREATE INDEX training_guest_substitute ON training_guest (substitute_id)
 WHERE substitute_id IS NOT NULL;
CREATE INDEX training_echo_person ON training_echo (person_id);
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
WHEN OLD.kind <> 'assignment' OR NEW.kind <> OLD.kind OR NEW.id <> OLD.id
  OR NEW.office_id <> OLD.office_id OR NEW.at <> OLD.at OR NEW.event <> OLD.event
  OR NEW.subject <> OLD.subject OR NEW.was IS NOT OLD.was OR NEW.became IS NOT OLD.became
  OR NEW.who NOT IN ('forgotten', OLD.who) OR NEW.on_behalf IS NOT NULL
  OR NEW.text IS NOT NULL OR NEW.facts IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the journal is written once'); END;
CREATE INDEX digest_revision_of ON digest_revision (digest_id, scope);
CREATE INDEX place_mark_of ON place_mark (locality_id, until);
CREATE INDEX place_mark_office ON place_mark (office_id, until);
CREATE INDEX journal_praised ON journal (office_id, at) WHERE event = 'praised';
CREATE INDEX campaign_thing_of ON campaign_thing (checking_id);
CREATE INDEX paper_day ON paper (office_id, day) WHERE day IS NOT NULL;
CREATE INDEX journal_who ON journal (who) WHERE who NOT IN ('self', 'clock', 'forgotten');
CREATE INDEX digest_outdated ON digest (office_id, week) WHERE changes > counted;
CREATE INDEX expiring_message_due ON expiring_message (due_at);
CREATE INDEX finding_by ON finding (noted_by) WHERE noted_by IS NOT NULL;
CREATE INDEX visit_untold ON visit (office_id) WHERE unannounced = 1 AND done_at IS NULL;
CREATE INDEX checking_closed ON checking (office_id, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX checklist_mark_waits ON checklist_mark (checking_id, at)
 WHERE status IN ('claimed', 'second');
CREATE INDEX attachment_album ON attachment (office_id, album) WHERE album <> '';
CREATE INDEX expectation_over ON expectation (expires);
CREATE INDEX matter_theme ON matter (theme_id) WHERE theme_id IS NOT NULL;
CREATE INDEX matter_of_body ON matter (body_id) WHERE body_id IS NOT NULL;
CREATE INDEX outside_plan_theme ON outside_plan (theme_id);
CREATE INDEX outside_plan_body ON outside_plan (body_id);
CREATE INDEX visit_theme ON visit (theme_id);
CREATE INDEX visit_of_body ON visit (body_id);
CREATE INDEX visit_approver ON visit (approver_id) WHERE approver_id IS NOT NULL;
CREATE INDEX visit_shown_in ON visit_shown (person_id, message_id);
CREATE INDEX visit_guest_chat ON visit_guest (chat) WHERE chat IS NOT NULL;
COMMIT;
PRAGMA user_version=67;
