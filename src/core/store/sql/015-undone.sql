-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was undone, so that it can be done again.

-- The revision that took a receipt back from a story, and the last one that reads the same. What is
-- done again is taken out.
CREATE TABLE tag_receipt_undone (
  receipt INTEGER NOT NULL REFERENCES tag_receipt ON DELETE CASCADE,
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  stands INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (receipt, story)
) STRICT;
CREATE INDEX tag_receipt_undone_story ON tag_receipt_undone (story);

-- What a deed that is undone had made of people.
CREATE TABLE person_undone (
  id INTEGER PRIMARY KEY,
  deed INTEGER NOT NULL REFERENCES person_deed,
  uid TEXT NOT NULL,
  korean TEXT,
  english TEXT,
  others TEXT,
  family TEXT,
  note TEXT,
  merged_into TEXT,
  UNIQUE (deed, uid)
) STRICT;
