-- SPDX-License-Identifier: GPL-3.0-or-later
-- Findings that someone looked at and left as they are.

CREATE TABLE dismissal (
  id INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key TEXT,
  "on" TEXT,
  code TEXT,
  by TEXT,
  at TEXT,
  quote TEXT NOT NULL,
  UNIQUE (story, position)
) STRICT;
