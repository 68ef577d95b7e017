-- SPDX-License-Identifier: GPL-3.0-or-later
-- What became of changes: accepted or rejected, by whom and when.

CREATE TABLE change_ledger (
  id INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key TEXT,
  base INTEGER NOT NULL,
  block TEXT,
  state TEXT,
  by TEXT,
  at TEXT,
  was TEXT,
  now TEXT,
  UNIQUE (story, position)
) STRICT;
