-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a revision went on air, and what other programs put into a story's file.

ALTER TABLE revision ADD COLUMN aired_at TEXT;

CREATE TABLE foreign_content (
  id INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (story, position)
) STRICT;
