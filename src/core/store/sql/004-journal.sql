-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was done to a story since a revision. A journal goes with the save of the next revision; one
-- that outlives it is a conflict, and kept. Each step's hash is over the one before, so that a
-- changed byte is found; the journal's own is over its fields and the last step's.

CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  uuid TEXT NOT NULL UNIQUE,
  base_revision INTEGER NOT NULL,
  base_uuid TEXT,
  by TEXT,
  at TEXT,
  composing TEXT,
  mark INTEGER NOT NULL, -- the byte of the lock file that its writer holds
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX journal_story ON journal (story);

CREATE TABLE journal_step (
  journal INTEGER NOT NULL REFERENCES journal ON DELETE CASCADE,
  position INTEGER NOT NULL,
  what TEXT,
  edits TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (journal, position)
) STRICT;
