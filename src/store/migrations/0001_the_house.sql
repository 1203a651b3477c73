-- Why: the first schema. The truth is `revision`, which only ever grows; `step` remembers what undo and redo
-- take back. Everything below the line is a projection: made from the newest revision of each record in the
-- same transaction, and made again from the revisions alone to the same rows.

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE revision (
    seq           INTEGER PRIMARY KEY,   -- the order in which this journal came to know it
    record        BLOB    NOT NULL,      -- UUID, 16 bytes
    kind          TEXT    NOT NULL,
    time          INTEGER NOT NULL,      -- hybrid logical clock: milliseconds << 16 | counter
    device        INTEGER NOT NULL,
    parent_time   INTEGER,
    parent_device INTEGER,
    step          INTEGER NOT NULL,
    body          TEXT                   -- NULL: erased
) STRICT;
-- a union of two journals recognises what it has, and an export is written in this order
CREATE UNIQUE INDEX revision_stamp ON revision (time, device);
-- the newest revision of a record, and its history
CREATE INDEX revision_record ON revision (record, time, device);
-- what a step of undo takes back
CREATE INDEX revision_step ON revision (step);

CREATE TABLE step (
    id    INTEGER PRIMARY KEY,
    at    INTEGER NOT NULL,              -- milliseconds since 1970 UTC
    says  TEXT    NOT NULL,
    state TEXT    NOT NULL               -- done, undone, lost (undone and overtaken), back (an undo or redo itself)
) STRICT;
CREATE INDEX step_state ON step (state, id);

-- ---------------------------------------------------------------------------------------------------------

CREATE TABLE entry (
    n         INTEGER PRIMARY KEY,       -- the seq of the record's first revision
    id        BLOB    NOT NULL UNIQUE,
    seq       INTEGER NOT NULL,          -- its newest revision
    kind      TEXT    NOT NULL,
    who       BLOB,                      -- the main relationship
    at        INTEGER NOT NULL,          -- local milliseconds: its place in a timeline
    since     TEXT    NOT NULL,          -- the local day it first belongs to
    state     TEXT    NOT NULL,
    side      TEXT,
    due       TEXT,                      -- the local day it is due now
    rank      INTEGER,                   -- its part of Today, when it wants attention
    attention TEXT,                      -- … from this local day on
    stake     TEXT,
    moved     INTEGER NOT NULL,
    repair    INTEGER NOT NULL,          -- an open breach or a running plan
    plan      BLOB,                      -- a step of this plan; a plan of this breach
    short     TEXT    NOT NULL,
    words     TEXT    NOT NULL
) STRICT;
CREATE INDEX entry_at        ON entry (at, n);
CREATE INDEX entry_kind      ON entry (kind, at, n);
CREATE INDEX entry_state     ON entry (state, at, n);
CREATE INDEX entry_short     ON entry (short);
-- Today, part by part, the longest waiting first
CREATE INDEX entry_attention ON entry (rank, attention, n) WHERE attention IS NOT NULL;
-- what one relationship waits for
CREATE INDEX entry_wants     ON entry (who, attention) WHERE attention IS NOT NULL;
-- open commitments of one side of one relationship, the nearest due first
CREATE INDEX entry_open      ON entry (who, side, due, n) WHERE kind = 'commitment' AND state = 'open';
CREATE INDEX entry_repair    ON entry (who, at, n) WHERE repair = 1;
CREATE INDEX entry_plan      ON entry (plan, n) WHERE plan IS NOT NULL;

-- where a record stands in the timeline of each relationship it belongs to
CREATE TABLE place (
    who     BLOB    NOT NULL,
    at      INTEGER NOT NULL,
    n       INTEGER NOT NULL,
    contact INTEGER NOT NULL,            -- real contact with the other side
    main    INTEGER NOT NULL,            -- the relationship is its main one
    PRIMARY KEY (who, at, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX place_contact ON place (who, at) WHERE contact = 1;

-- the few records of a relationship that a page wants by kind: one-on-ones, check-ins, topics, feedback
CREATE TABLE kept (
    who    BLOB    NOT NULL,
    kind   TEXT    NOT NULL,
    state  TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    n      INTEGER NOT NULL,
    scores TEXT,                         -- of my check-ins, so that a level reads one range: "4,5,-"
    PRIMARY KEY (who, kind, state, at, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (
    tag TEXT    NOT NULL,
    at  INTEGER NOT NULL,
    n   INTEGER NOT NULL,
    PRIMARY KEY (tag, at, n)
) STRICT, WITHOUT ROWID;

-- what the figures need of a commitment, without its words
CREATE TABLE promise (
    who      BLOB    NOT NULL,
    side     TEXT    NOT NULL,
    n        INTEGER NOT NULL,
    id       BLOB    NOT NULL,
    made     TEXT    NOT NULL,
    agreed   TEXT,
    due      TEXT,
    moves    TEXT,
    done     TEXT,
    broken   TEXT,
    released TEXT,
    excused  TEXT,
    stake    INTEGER NOT NULL,
    PRIMARY KEY (who, side, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE relationship (
    n            INTEGER PRIMARY KEY,
    id           BLOB    NOT NULL UNIQUE,
    name         TEXT    NOT NULL,
    party        TEXT    NOT NULL,
    role         TEXT    NOT NULL,
    tending      TEXT    NOT NULL,
    paused_until TEXT,
    archived     INTEGER NOT NULL,
    last_contact TEXT,
    checkin_due  TEXT,
    attention    TEXT,
    rank         INTEGER NOT NULL,       -- the day of `attention` as a number: the order of the list
    mine_open    INTEGER NOT NULL,
    theirs_open  INTEGER NOT NULL,
    repairs      INTEGER NOT NULL
) STRICT;
CREATE INDEX relationship_rank    ON relationship (archived, rank, n);
CREATE INDEX relationship_checkin ON relationship (checkin_due, n) WHERE checkin_due IS NOT NULL;

-- who is found by which word
CREATE TABLE name (
    word  TEXT    NOT NULL,              -- folded
    whole INTEGER NOT NULL,              -- the whole name, an alias or a handle
    n     INTEGER NOT NULL,
    PRIMARY KEY (word, whole, n)
) STRICT, WITHOUT ROWID;

-- how many records a week: contact, not worth
CREATE TABLE week (
    who  BLOB    NOT NULL,
    week INTEGER NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (who, week)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE fulltext USING fts5 (
    words, content = 'entry', content_rowid = 'n',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
