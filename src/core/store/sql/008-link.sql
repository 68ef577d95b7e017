-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which sentences of a story's scripts say the same.

CREATE TABLE link (
  id INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key TEXT,
  state TEXT CHECK (state IN ('automatic', 'confirmed', 'stale', 'rejected')),
  confidence TEXT,
  revision INTEGER NOT NULL,
  by TEXT,
  at TEXT,
  korean TEXT,
  english TEXT,
  UNIQUE (story, position)
) STRICT;
CREATE INDEX link_stale ON link (story) WHERE state = 'stale';

CREATE TABLE link_segment (
  id INTEGER PRIMARY KEY,
  link INTEGER NOT NULL REFERENCES link ON DELETE CASCADE,
  position INTEGER NOT NULL,
  language TEXT CHECK (language IN ('ko', 'en')),
  "on" TEXT,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  orphan INTEGER NOT NULL,
  quote TEXT NOT NULL,
  UNIQUE (link, position)
) STRICT;
