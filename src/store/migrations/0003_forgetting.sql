-- Why: somebody who is forgotten is gone for good. A revision keeps its place, its stamp and its parent and loses its
-- body for ever; the last one is marked, so that no union with another device or an old export brings a body back.
-- A revision of another record out of which the name was taken is marked too: it wins over the same one unchanged.

ALTER TABLE revision ADD COLUMN mark TEXT;
CREATE INDEX revision_mark ON revision (record) WHERE mark IS NOT NULL;
