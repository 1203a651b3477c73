-- Why: what is being typed outlives the window it is typed in. A draft is a form or a line as it stands before it is
-- saved: no revision, so that it is in no history, no undo, no export and no union, and no part of what a backup counts.
-- It lies in the journal itself, so that it is as secret as what it will become. `place` is where it is typed, `at` the
-- moment of the last letter that was kept.

CREATE TABLE draft (
    place TEXT NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- the newest first
CREATE INDEX draft_at ON draft (at);
