-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the memory teaches about words, and the terms that a desk has agreed upon.

-- Whether the counts below hold what the entry says of words.
ALTER TABLE memory ADD COLUMN learned INTEGER NOT NULL DEFAULT 0 CHECK (learned IN (0, 1));
CREATE INDEX memory_to_learn ON memory (id) WHERE (state = 'kept') <> learned;

-- Which words of either language stood unexplained in the same pair, in how many pairs, and how
-- much these say together, in thousandths: see bul-ties.h. Made anew from the memory at any time.
CREATE TABLE word_tie (
  korean TEXT NOT NULL,
  english TEXT NOT NULL,
  pairs INTEGER NOT NULL,
  mass INTEGER NOT NULL,
  PRIMARY KEY (korean, english)
) STRICT, WITHOUT ROWID;
CREATE INDEX word_tie_strong ON word_tie (korean, english, pairs, mass) WHERE mass >= 400;

CREATE TABLE word_count (
  language TEXT NOT NULL CHECK (language IN ('ko', 'en')),
  word TEXT NOT NULL,
  pairs INTEGER NOT NULL,
  PRIMARY KEY (language, word)
) STRICT, WITHOUT ROWID;

-- By which way of reading the counts were made; no row: by none yet.
CREATE TABLE word_version (
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE term (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL, -- what dictionary it came from
  korean TEXT NOT NULL,
  english TEXT NOT NULL,
  by TEXT,
  at TEXT,
  state TEXT NOT NULL CHECK (state IN ('kept', 'forgotten')),
  UNIQUE (source, korean, english)
) STRICT;
