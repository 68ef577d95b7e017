-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pairs of sentences that somebody said are right, and those that came from other memories, to be
-- found again when their like is to be translated.

CREATE TABLE memory (
  id INTEGER PRIMARY KEY,
  story INTEGER REFERENCES story ON DELETE CASCADE, -- none: it came from a file
  korean TEXT NOT NULL,
  english TEXT NOT NULL,
  revision INTEGER NOT NULL,
  by TEXT,
  at TEXT,
  origin TEXT, -- what file it came from
  state TEXT NOT NULL CHECK (state IN ('kept', 'withdrawn', 'forgotten')),
  indexed INTEGER NOT NULL,
  UNIQUE (story, korean, english)
) STRICT;
CREATE INDEX memory_korean ON memory (korean);
CREATE INDEX memory_english ON memory (english);
CREATE INDEX memory_waiting ON memory (id) WHERE indexed = 0;

-- The tokens of either side, see bul-token.h.
CREATE TABLE search_memory (
  language TEXT NOT NULL CHECK (language IN ('ko', 'en')),
  word TEXT NOT NULL,
  memory INTEGER NOT NULL REFERENCES memory ON DELETE CASCADE,
  PRIMARY KEY (language, word, memory)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_memory_entry ON search_memory (memory);

-- What was confirmed before there was a memory.
INSERT OR IGNORE INTO memory (story, korean, english, revision, by, at, state, indexed)
  SELECT story, korean, english, revision, by, at, 'kept', 0 FROM link
  WHERE state = 'confirmed' AND korean <> '' AND english <> '' ORDER BY id;
