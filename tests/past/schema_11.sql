BEGIN TRANSACTION;
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
CREATE TABLE card (
    person_id INTEGER NOT NULL REFERENCES person,
    subject TEXT NOT NULL,
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    version INTEGER NOT NULL, look TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (person_id, subject)
) STRICT, WITHOUT ROWID;
INSERT INTO "card" VALUES(1,'counting:1',8001,284006664,1,'acb209c9264c3f1538d37d3c0fe8cda4');
INSERT INTO "card" VALUES(3,'draft:1734685408',8003,284006641,0,'a8b20d418c6b08d818c4bc6bb350b003');
INSERT INTO "card" VALUES(3,'given:1',8003,284006641,0,'780219b856fdf2e888ff5e9dbb9d8c18');
INSERT INTO "card" VALUES(4,'bundle:1',8004,284006642,2,'4e58ea5a751b3c6bd84e168aeee50d75');
INSERT INTO "card" VALUES(4,'morning:20261120',8004,284006652,1,'f6e1c86876d57f3faceb84ae85a949cd');
INSERT INTO "card" VALUES(5,'counting:1',8005,284006665,1,'9d8cdfe429c558e5f51181b34ecd5b6e');
INSERT INTO "card" VALUES(7,'point:1',8007,284006663,0,'8f4bf0e608b36b56b26757a8e45fa652');
INSERT INTO "card" VALUES(8,'saturday:1',8101,284006644,1,'9581011d6f83cf32b07358447c02977c');
INSERT INTO "card" VALUES(9,'saturday:1',8102,284006647,1,'0705a6bd1fd405479e5da9bba8fccf72');
INSERT INTO "card" VALUES(10,'saturday:1',8103,284006650,1,'6edd053270e884b84fa39c62a7145518');
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
) STRICT;
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
INSERT INTO "consent" VALUES(1,1,'ffe6e4762cb35525','list',1,'9bb8dd454fe9594476c68e242ff9a5dbc3e1f5ca083d9b2c78cf945d9627ff96','18',284006644,'2026-11-19T02:00:00+00:00');
INSERT INTO "consent" VALUES(2,1,'4d61a8669790c9c0','list',1,'9bb8dd454fe9594476c68e242ff9a5dbc3e1f5ca083d9b2c78cf945d9627ff96','18',284006647,'2026-11-19T02:00:00+00:00');
INSERT INTO "consent" VALUES(3,1,'bf91b056d2886e14','list',1,'9bb8dd454fe9594476c68e242ff9a5dbc3e1f5ca083d9b2c78cf945d9627ff96','18',284006650,'2026-11-19T02:00:00+00:00');
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
    updated_at TEXT,
    UNIQUE (office_id, week)
) STRICT;
CREATE TABLE digest_ask (
    id INTEGER PRIMARY KEY,
    digest_id INTEGER NOT NULL REFERENCES digest,
    text TEXT NOT NULL,
    assignment_id INTEGER
) STRICT;
CREATE TABLE digest_delivery (
    digest_id INTEGER NOT NULL REFERENCES digest,
    person_id INTEGER NOT NULL REFERENCES person,
    scope TEXT NOT NULL,
    owed_at TEXT NOT NULL,
    PRIMARY KEY (digest_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE digest_part (
    digest_id INTEGER NOT NULL REFERENCES digest,
    scope TEXT NOT NULL,
    facts TEXT NOT NULL,
    PRIMARY KEY (digest_id, scope)
) STRICT, WITHOUT ROWID;
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office,
    completion_id INTEGER NOT NULL REFERENCES completion,
    kind TEXT NOT NULL CHECK (kind IN ('photo', 'file', 'voice', 'location')),
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
INSERT INTO "expectation" VALUES(1,7,1,'weekend',0,'{}',284006653,'2026-11-20T04:00:00+00:00','2026-11-21T00:00:00+00:00');
INSERT INTO "expectation" VALUES(2,8,1,'evening',1,'{}',284006655,'2026-11-20T12:30:00+00:00','2026-11-20T23:00:00+00:00');
INSERT INTO "expectation" VALUES(3,9,1,'evening',2,'{}',284006656,'2026-11-20T12:30:00+00:00','2026-11-20T23:00:00+00:00');
INSERT INTO "expectation" VALUES(4,7,1,'turnout',0,'{"last":1}',284006663,'2026-11-21T03:31:00+00:00','2026-11-21T06:31:00+00:00');
CREATE TABLE fading (
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    office_id INTEGER NOT NULL REFERENCES office,
    topic TEXT NOT NULL,
    due_at TEXT NOT NULL,
    PRIMARY KEY (chat_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE handing (
    registration_id INTEGER PRIMARY KEY REFERENCES registration,
    hash TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL
) STRICT;
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
INSERT INTO "inbox" VALUES(123456,1088947317,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1088947318,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1088947319,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1088947320,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1088947321,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1088947322,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1088947323,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1088947324,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1088947325,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1088947326,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1088947327,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1088947328,0,'ended',1,NULL,NULL,NULL,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "inbox" VALUES(123456,1088947329,0,'ended',1,NULL,NULL,NULL,'2026-11-21T03:31:00+00:00','2026-11-21T03:31:00+00:00');
INSERT INTO "inbox" VALUES(123456,1088947330,0,'ended',1,NULL,NULL,NULL,'2026-11-21T03:31:00+00:00','2026-11-21T03:31:00+00:00');
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
INSERT INTO "job_run" VALUES('absent:1:1',1,'2026-11-21T03:00:00+00:00');
INSERT INTO "job_run" VALUES('cadres:2026-11-20:1',1,'2026-11-20T04:00:00+00:00');
INSERT INTO "job_run" VALUES('closing:1:1:1',1,'2026-11-20T06:00:00+00:00');
INSERT INTO "job_run" VALUES('draft_given:3:1734685408:1',1,'2026-11-19T02:00:00+00:00');
INSERT INTO "job_run" VALUES('evening.ask:1:1:1',1,'2026-11-20T12:30:00+00:00');
INSERT INTO "job_run" VALUES('evening:1:1',1,'2026-11-20T12:30:00+00:00');
INSERT INTO "job_run" VALUES('hour:1:1:1',1,'2026-11-20T23:00:00+00:00');
INSERT INTO "job_run" VALUES('leaders:1:1:1',1,'2026-11-20T12:30:00+00:00');
INSERT INTO "job_run" VALUES('morning:2026-11-20:1',1,'2026-11-20T00:30:00+00:00');
INSERT INTO "job_run" VALUES('news:1:1',1,'2026-11-19T12:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-20:1',1,'2026-11-19T19:30:00+00:00');
INSERT INTO "job_run" VALUES('retention:2026-11-21:1',1,'2026-11-20T19:30:00+00:00');
INSERT INTO "job_run" VALUES('roll:1:1',1,'2026-11-20T23:45:00+00:00');
INSERT INTO "job_run" VALUES('turnout.ask:1:1',1,'2026-11-21T03:30:00+00:00');
INSERT INTO "job_run" VALUES('turnout.nudge:2026-11-19:15:1',1,'2026-11-19T08:00:00+00:00');
INSERT INTO "job_run" VALUES('turnout.nudge:2026-11-19:19:1',1,'2026-11-19T12:00:00+00:00');
INSERT INTO "job_run" VALUES('turnout.nudge:2026-11-20:15:1',1,'2026-11-20T08:00:00+00:00');
INSERT INTO "job_run" VALUES('turnout.nudge:2026-11-20:19:1',1,'2026-11-20T12:00:00+00:00');
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
INSERT INTO "journal" VALUES(1,1,'2026-11-19T02:00:00+00:00','29925a7e8a9787eb','issued','assignment',1,NULL,'assigned',NULL,'{"due":{"$at":"2026-11-20T10:00:00+00:00"}}',NULL);
INSERT INTO "journal" VALUES(2,1,'2026-11-19T02:00:00+00:00','b6654f53d0d980c8','accepted','assignment',1,'assigned','doing',NULL,'{"before":{"id":1,"code":"NV-2026-0001","number":1,"title":"Vận động 6 hộ","expected":"Vận động 6 hộ","assigner_id":3,"lead_id":4,"approver_id":3,"original_due":{"$at":"2026-11-20T10:00:00+00:00"},"due_at":{"$at":"2026-11-20T10:00:00+00:00"},"issued_at":{"$at":"2026-11-19T02:00:00+00:00"},"unit_id":2,"content":"","source":"","urgent":false,"urgent_reason":"","evidence":"none","expects_at":null,"state":"assigned","percent":0,"blocked":"","extensions":0,"reworks":0,"accepted_at":null,"submitted_at":null,"closed_at":null,"ended_at":null,"result":"","suspended_from":null,"group_id":null,"version":1}}',NULL);
INSERT INTO "journal" VALUES(3,1,'2026-11-19T02:00:00+00:00','self','registered','registration',1,NULL,'registered',NULL,NULL,NULL);
INSERT INTO "journal" VALUES(4,1,'2026-11-19T02:00:00+00:00','self','registered','registration',2,NULL,'registered',NULL,NULL,NULL);
INSERT INTO "journal" VALUES(5,1,'2026-11-19T02:00:00+00:00','self','registered','registration',3,NULL,'waitlisted',NULL,NULL,NULL);
INSERT INTO "journal" VALUES(6,1,'2026-11-21T03:31:00+00:00','92ccea0c74f2f5df','turnout.confirmed','point',1,NULL,'45',NULL,'{"report":1}',NULL);
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
INSERT INTO "letter" VALUES(1,1,4,NULL,'card:1:bundle:1:4','card','bundle:1','{}','sent',0,2,'2026-11-19T02:00:00+00:00',NULL,0,0,0,NULL,284006642,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00');
INSERT INTO "letter" VALUES(2,1,4,NULL,'card:1:bundle:1:4:2026-11-19T02:00:30+00:00','card','bundle:1','{}','sent',0,1,'2026-11-19T02:00:30+00:00',NULL,1,0,0,NULL,284006642,'2026-11-19T02:00:00+00:00','2026-11-19T02:05:00+00:00',NULL);
INSERT INTO "letter" VALUES(3,1,8,NULL,'keyboard:8','sure','saturday.keyboard','{}','sent',0,1,'2026-11-19T02:00:00+00:00',NULL,1,0,0,NULL,284006645,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00',NULL);
INSERT INTO "letter" VALUES(4,1,8,NULL,'card:1:saturday:1:8','card','saturday:1','{}','sent',0,1,'2026-11-19T02:00:00+00:00',NULL,1,0,0,NULL,284006644,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00',NULL);
INSERT INTO "letter" VALUES(5,1,9,NULL,'keyboard:9','sure','saturday.keyboard','{}','sent',0,1,'2026-11-19T02:00:00+00:00',NULL,1,0,0,NULL,284006648,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00',NULL);
INSERT INTO "letter" VALUES(6,1,9,NULL,'card:1:saturday:1:9','card','saturday:1','{}','sent',0,1,'2026-11-19T02:00:00+00:00',NULL,1,0,0,NULL,284006647,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00',NULL);
INSERT INTO "letter" VALUES(7,1,10,NULL,'keyboard:10','sure','saturday.keyboard','{}','sent',0,1,'2026-11-19T02:00:00+00:00',NULL,1,0,0,NULL,284006651,'2026-11-19T02:00:00+00:00','2026-11-19T02:00:00+00:00',NULL);
INSERT INTO "letter" VALUES(8,1,10,NULL,'card:1:saturday:1:10','card','saturday:1','{}','sent',0,4,'2026-11-20T12:05:00+00:00',NULL,1,0,0,NULL,284006650,'2026-11-19T02:00:00+00:00','2026-11-20T12:10:00+00:00',NULL);
INSERT INTO "letter" VALUES(9,1,4,NULL,'card:1:morning:20261120:4','card','morning:20261120','{}','sent',0,1,'2026-11-20T00:30:00+00:00',NULL,0,0,0,NULL,284006652,'2026-11-20T00:30:00+00:00','2026-11-20T00:30:00+00:00','2026-11-20T00:30:00+00:00');
INSERT INTO "letter" VALUES(10,1,7,NULL,'cadres:2026-11-20:7','once','saturday.cadres','{}','sent',0,1,'2026-11-20T04:00:00+00:00','2026-11-20T14:00:00+00:00',0,0,0,NULL,284006653,'2026-11-20T04:00:00+00:00','2026-11-20T04:00:00+00:00','2026-11-20T04:00:00+00:00');
INSERT INTO "letter" VALUES(11,1,10,NULL,'closing:3:1','once','saturday.closing','{}','sent',0,1,'2026-11-20T06:00:00+00:00','2026-11-20T12:00:00+00:00',0,0,0,NULL,284006654,'2026-11-20T06:00:00+00:00','2026-11-20T06:00:00+00:00','2026-11-20T06:00:00+00:00');
INSERT INTO "letter" VALUES(12,1,8,NULL,'evening:1:1','once','saturday.evening','{}','sent',0,1,'2026-11-20T12:30:00+00:00','2026-11-21T00:00:00+00:00',0,1,0,NULL,284006655,'2026-11-20T12:30:00+00:00','2026-11-20T12:30:00+00:00','2026-11-20T12:30:00+00:00');
INSERT INTO "letter" VALUES(13,1,9,NULL,'evening:2:1','once','saturday.evening','{}','sent',0,1,'2026-11-20T12:30:00+00:00','2026-11-21T00:00:00+00:00',0,1,0,NULL,284006656,'2026-11-20T12:30:00+00:00','2026-11-20T12:30:00+00:00','2026-11-20T12:30:00+00:00');
INSERT INTO "letter" VALUES(14,1,7,NULL,'leader:1:1','once','saturday.leader_evening','{}','sent',0,1,'2026-11-20T12:30:00+00:00','2026-11-21T00:00:00+00:00',0,1,0,NULL,284006657,'2026-11-20T12:30:00+00:00','2026-11-20T12:30:00+00:00','2026-11-20T12:30:00+00:00');
INSERT INTO "letter" VALUES(15,1,8,NULL,'hour:1:1','once','saturday.hour','{}','sent',0,1,'2026-11-20T23:00:00+00:00','2026-11-21T03:00:00+00:00',0,1,0,NULL,284006658,'2026-11-20T23:00:00+00:00','2026-11-20T23:00:00+00:00','2026-11-20T23:00:00+00:00');
INSERT INTO "letter" VALUES(16,1,9,NULL,'hour:2:1','once','saturday.hour','{}','sent',0,1,'2026-11-20T23:00:00+00:00','2026-11-21T03:00:00+00:00',0,1,0,NULL,284006659,'2026-11-20T23:00:00+00:00','2026-11-20T23:00:00+00:00','2026-11-20T23:00:00+00:00');
INSERT INTO "letter" VALUES(17,1,7,NULL,'roll:1','once','saturday.roll_offer','{}','sent',0,1,'2026-11-20T23:45:00+00:00','2026-11-21T03:00:00+00:00',0,1,0,NULL,284006660,'2026-11-20T23:45:00+00:00','2026-11-20T23:45:00+00:00','2026-11-20T23:45:00+00:00');
INSERT INTO "letter" VALUES(18,1,7,NULL,'card:1:point:1:7','card','point:1','{}','sent',0,1,'2026-11-21T03:30:00+00:00',NULL,0,0,0,NULL,284006661,'2026-11-21T03:30:00+00:00','2026-11-21T03:30:00+00:00','2026-11-21T03:30:00+00:00');
INSERT INTO "letter" VALUES(19,1,1,NULL,'card:1:counting:1:1','card','counting:1','{}','sent',0,1,'2026-11-21T03:31:00+00:00',NULL,0,0,0,NULL,284006664,'2026-11-21T03:31:00+00:00','2026-11-21T03:31:00+00:00','2026-11-21T03:31:00+00:00');
INSERT INTO "letter" VALUES(20,1,5,NULL,'card:1:counting:1:5','card','counting:1','{}','sent',0,1,'2026-11-21T03:31:00+00:00',NULL,0,0,0,NULL,284006665,'2026-11-21T03:31:00+00:00','2026-11-21T03:31:00+00:00','2026-11-21T03:31:00+00:00');
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
CREATE TABLE lost_account (telegram_id INTEGER PRIMARY KEY) STRICT;
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
    briefing TEXT NOT NULL DEFAULT 'MON 08:00',
    valid_from TEXT NOT NULL,
    valid_to TEXT
) STRICT;
INSERT INTO "office" VALUES(1,'UB','Cơ quan Khối MTTQ và các đoàn thể Uông Bí','Cơ quan Khối Uông Bí','district_2017','Asia/Ho_Chi_Minh','{"unit":"tiểu ban","locality":"xã, phường","leaders":"Thường trực, Thường vụ"}','Đỗ Thị Hạnh, 0900 000 101','MON 08:00','2026-01-01',NULL);
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
INSERT INTO "person" VALUES(1,'ed658498f2bfabf9',8001,'Đỗ Thị Hạnh','do thi hanh',NULL,'vi','dong_chi',1,1,0,'head','2026-11-19T02:00:00+00:00');
INSERT INTO "person" VALUES(2,'153f2e75e309ed1f',8002,'Trần Thị Lan','tran thi lan',NULL,'vi','dong_chi',1,1,0,'head','2026-11-19T02:00:00+00:00');
INSERT INTO "person" VALUES(3,'29925a7e8a9787eb',8003,'Lê Văn Thắng','le van thang',NULL,'vi','dong_chi',1,1,0,'head','2026-11-19T02:00:00+00:00');
INSERT INTO "person" VALUES(4,'b6654f53d0d980c8',8004,'Nguyễn Văn Bình','nguyen van binh','+84900000104','vi','dong_chi',1,1,0,'staff','2026-11-19T02:00:00+00:00');
INSERT INTO "person" VALUES(5,'a44eb78f384f4727',8005,'Nguyễn Thị Hoa','nguyen thi hoa',NULL,'vi','dong_chi',1,1,0,'staff','2026-11-19T02:00:00+00:00');
INSERT INTO "person" VALUES(6,'bffad777c238fc11',8006,'Lý Thị Dung','ly thi dung',NULL,'vi','dong_chi',1,1,0,'staff','2026-11-19T02:00:00+00:00');
INSERT INTO "person" VALUES(7,'92ccea0c74f2f5df',8007,'Vũ Văn Cường','vu van cuong',NULL,'vi','dong_chi',1,1,0,'staff','2026-11-19T02:00:00+00:00');
INSERT INTO "person" VALUES(8,'ffe6e4762cb35525',8101,'Người Mai','nguoi mai',NULL,'vi','anh_chi',1,1,0,'','2026-11-19T02:00:00+00:00');
INSERT INTO "person" VALUES(9,'4d61a8669790c9c0',8102,'Người Sơn','nguoi son',NULL,'vi','anh_chi',1,1,0,'','2026-11-19T02:00:00+00:00');
INSERT INTO "person" VALUES(10,'bf91b056d2886e14',8103,'Người Tuân','nguoi tuan',NULL,'vi','anh_chi',1,1,0,'','2026-11-19T02:00:00+00:00');
CREATE TABLE phrase (
    office_id INTEGER NOT NULL REFERENCES office,
    context TEXT NOT NULL,
    text TEXT NOT NULL,
    meaning TEXT NOT NULL,
    times INTEGER NOT NULL DEFAULT 1,
    last_on TEXT NOT NULL,
    PRIMARY KEY (office_id, context, text, meaning)
) STRICT, WITHOUT ROWID;
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
, dropped_at TEXT) STRICT;
INSERT INTO "point" VALUES(1,1,'Cầu Ka Long',1,'',NULL,NULL,7,2,NULL);
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
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('username','viecchung_sandbox_bot');
CREATE TABLE stray_file (
    path TEXT PRIMARY KEY,
    office_id INTEGER NOT NULL REFERENCES office
) STRICT, WITHOUT ROWID;
CREATE TABLE target (
    id INTEGER PRIMARY KEY,
    activity_id INTEGER NOT NULL REFERENCES activity,
    organisation_id INTEGER REFERENCES organisation,
    number INTEGER NOT NULL,
    UNIQUE (activity_id, organisation_id)
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
, everyone INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "turnout" VALUES(1,1,1,7,7,45,0,'','45 người: ĐTN 20, PN 25; 2 km đường','leader','leader','confirmed','','[]','2026-11-21T00:00:00+00:00','2026-11-21T03:31:00+00:00','2026-11-21T03:31:00+00:00',0);
CREATE TABLE turnout_measure (
    turnout_id INTEGER NOT NULL REFERENCES turnout,
    measure TEXT NOT NULL,
    amount REAL NOT NULL,
    PRIMARY KEY (turnout_id, measure)
) STRICT, WITHOUT ROWID;
INSERT INTO "turnout_measure" VALUES(1,'road_km',2.0);
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
CREATE INDEX person_phone ON person (phone) WHERE phone IS NOT NULL;
CREATE TRIGGER account_is_lost AFTER UPDATE OF telegram_id ON person
WHEN OLD.telegram_id IS NOT NULL AND OLD.telegram_id IS NOT NEW.telegram_id
BEGIN INSERT OR IGNORE INTO lost_account VALUES (OLD.telegram_id); END;
CREATE INDEX membership_person ON membership (person_id);
CREATE INDEX membership_office ON membership (office_id, code);
CREATE INDEX role_grant_person ON role_grant (person_id);
CREATE INDEX role_grant_office ON role_grant (office_id, role);
CREATE INDEX inbox_open ON inbox (state) WHERE state IN ('new', 'decided', 'quarantined');
CREATE INDEX letter_due ON letter (not_before) WHERE state = 'waiting';
CREATE INDEX letter_sending ON letter (id) WHERE state = 'sending';
CREATE INDEX letter_person ON letter (person_id, sent_at);
CREATE INDEX card_message ON card (chat_id, message_id);
CREATE INDEX journal_subject ON journal (office_id, kind, subject);
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is written once'); END;
CREATE TRIGGER journal_is_not_cleared BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is written once'); END;
CREATE INDEX letter_rung ON letter (person_id, rung_at) WHERE rung_at IS NOT NULL;
CREATE INDEX assignment_of_lead ON assignment (lead_id, state);
CREATE INDEX assignment_office ON assignment (office_id, state, due_at);
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
CREATE INDEX evidence_completion ON evidence (completion_id);
CREATE INDEX evidence_to_keep ON evidence (id) WHERE kept = '' AND file_id <> '';
CREATE INDEX bundle_person ON bundle (person_id, opened_at);
CREATE INDEX bundle_assignment ON bundle_item (assignment_id);
CREATE INDEX activity_when ON activity (office_id, starts_at);
CREATE INDEX point_activity ON point (activity_id);
CREATE INDEX point_leader ON point (leader_id);
CREATE INDEX turnout_point ON turnout (point_id);
CREATE INDEX turnout_batch ON turnout (batch);
CREATE INDEX digest_ask_digest ON digest_ask (digest_id);
CREATE UNIQUE INDEX registration_once ON registration (activity_id, person_id)
 WHERE standing NOT IN ('cancelled', 'lapsed') AND person_id IS NOT NULL;
CREATE INDEX registration_line ON registration (point_id, standing, office_id, adults);
CREATE INDEX registration_person ON registration (person_id, activity_id);
CREATE INDEX registration_offer ON registration (offer_ends) WHERE standing = 'offered';
CREATE INDEX consent_subject ON consent (subject, purpose);
CREATE TRIGGER consent_is_not_changed BEFORE UPDATE ON consent
BEGIN SELECT RAISE(ABORT, 'a consent is written once'); END;
CREATE TRIGGER consent_is_kept BEFORE DELETE ON consent
WHEN NOT EXISTS (SELECT 1 FROM consent c WHERE c.subject = OLD.subject
                    AND c.purpose = OLD.purpose AND c.id >= OLD.id AND NOT c.given)
BEGIN SELECT RAISE(ABORT, 'a consent that stands is kept'); END;
CREATE INDEX certificate_person ON certificate (person_id);
CREATE INDEX photo_to_keep ON point_photo (id) WHERE kept = '';
CREATE TRIGGER photo_is_forgotten AFTER DELETE ON point_photo WHEN OLD.kept <> ''
BEGIN
    INSERT OR IGNORE INTO stray_file
    SELECT OLD.kept, activity.office_id FROM point JOIN activity ON activity.id = point.activity_id
     WHERE point.id = OLD.point_id;
END;
CREATE INDEX fading_due ON fading (due_at);
CREATE INDEX fading_topic ON fading (office_id, topic);
CREATE VIEW unremembered AS
SELECT person.id AS person_id, consent.office_id
  FROM consent JOIN person ON person.subject = consent.subject
 WHERE NOT consent.given AND consent.purpose IN ('list', 'record') AND NOT EXISTS (
    SELECT 1 FROM consent later WHERE later.subject = consent.subject
       AND later.purpose = consent.purpose AND later.office_id = consent.office_id
       AND later.id > consent.id);
COMMIT;
PRAGMA user_version=11;
