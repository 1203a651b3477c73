-- Why: what was told in confidence is kept and counted, and no list, search or export shows it. The column keeps it
-- out of every window; the index finds the few again that somebody wants to unseal. The numbers of the parts of
-- Today moved too, so every projection is made again after this.

ALTER TABLE entry ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX entry_sealed ON entry (who, at, n) WHERE sealed = 1;
