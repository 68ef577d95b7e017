-- SPDX-License-Identifier: GPL-3.0-or-later
-- The vocabulary that stories are tagged with, where a library has one of its own, and what was done
-- to the tags of many stories at once.

CREATE TABLE concept (
  id INTEGER PRIMARY KEY, -- in their order
  vocabulary TEXT NOT NULL, -- what stands before the colon of the code
  code TEXT NOT NULL UNIQUE,
  korean TEXT,
  english TEXT,
  note TEXT,
  match TEXT,
  merged_into TEXT,
  retired INTEGER NOT NULL
) STRICT;

CREATE TABLE concept_parent (
  concept INTEGER NOT NULL REFERENCES concept ON DELETE CASCADE,
  position INTEGER NOT NULL,
  parent TEXT NOT NULL,
  PRIMARY KEY (concept, position)
) STRICT;

-- What it is called besides.
CREATE TABLE concept_name (
  concept INTEGER NOT NULL REFERENCES concept ON DELETE CASCADE,
  position INTEGER NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('ko', 'en')),
  name TEXT NOT NULL,
  PRIMARY KEY (concept, language, position)
) STRICT;

-- How many stories have a tag is counted in the index alone.
CREATE INDEX tag_code_story ON tag (code, story);
DROP INDEX tag_code;

-- Each is undone as one.
CREATE TABLE tag_receipt (
  id INTEGER PRIMARY KEY,
  deed TEXT NOT NULL CHECK (deed IN ('add', 'remove', 'merge')),
  code TEXT NOT NULL,
  "into" TEXT,
  by TEXT,
  at TEXT NOT NULL,
  undone_at TEXT
) STRICT;

-- The revision that it made of a story, and the last one that reads the same: those between were
-- undone. What is undone is taken out.
CREATE TABLE tag_receipt_story (
  receipt INTEGER NOT NULL REFERENCES tag_receipt ON DELETE CASCADE,
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  stands INTEGER NOT NULL,
  PRIMARY KEY (receipt, story)
) STRICT;
CREATE INDEX tag_receipt_story_story ON tag_receipt_story (story);
