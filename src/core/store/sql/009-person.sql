-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is who over all stories. What was decided is kept, with what was before, so that it can be
-- taken back to the letter.

ALTER TABLE speaker ADD COLUMN person TEXT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  korean TEXT,
  english TEXT,
  others TEXT, -- one a line
  family TEXT,
  note TEXT,
  merged_into TEXT
) STRICT;

-- The number of a deed is its receipt.
CREATE TABLE person_deed (
  id INTEGER PRIMARY KEY,
  what TEXT NOT NULL CHECK (what IN ('new', 'rename', 'merge', 'apart')),
  by TEXT,
  at TEXT,
  undone INTEGER NOT NULL
) STRICT;

-- What a deed changed, as it was before.
CREATE TABLE person_before (
  id INTEGER PRIMARY KEY,
  deed INTEGER NOT NULL REFERENCES person_deed,
  is_new INTEGER NOT NULL, -- there was no record
  uid TEXT NOT NULL,
  korean TEXT,
  english TEXT,
  others TEXT,
  family TEXT,
  note TEXT,
  merged_into TEXT,
  UNIQUE (deed, uid)
) STRICT;

-- Two who are not the same, each a uid or a name.
CREATE TABLE person_apart (
  id INTEGER PRIMARY KEY,
  deed INTEGER NOT NULL UNIQUE REFERENCES person_deed,
  one TEXT NOT NULL,
  other TEXT NOT NULL
) STRICT;

-- Who is heard in which story: made of the stories, at each save. A speaker without a name, or one
-- who is not to be named, is in no row.
CREATE TABLE search_voice (
  name TEXT NOT NULL,
  other TEXT NOT NULL, -- in another language, or empty
  person TEXT NOT NULL, -- or empty
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  day TEXT NOT NULL, -- or empty
  bites INTEGER NOT NULL,
  PRIMARY KEY (name, other, person, story)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_voice_story ON search_voice (story);

INSERT INTO search_voice (name, other, person, story, day, bites)
WITH said AS (
  SELECT story, speaker, n, min(position) FROM (
    SELECT script.story AS story, script.position AS position, block_speaker.speaker AS speaker,
      count(*) AS n
    FROM script JOIN block ON block.script = script.id
      JOIN block_speaker ON block_speaker.block = block.id
    WHERE block.kind IN ('bite', 'turn')
    GROUP BY script.id, block_speaker.speaker)
  GROUP BY story, speaker
), named AS (
  SELECT speaker.story AS story, coalesce(person, '') AS person, said.n AS n,
    (SELECT trim(name) FROM speaker_name WHERE speaker_name.speaker = speaker.id
      AND trim(name) <> '' ORDER BY language IS NOT 'ko', position LIMIT 1) AS name,
    (SELECT trim(name) FROM speaker_name WHERE speaker_name.speaker = speaker.id
      AND trim(name) <> '' ORDER BY language IS NOT 'ko', position LIMIT 1 OFFSET 1) AS other
  FROM said JOIN speaker ON speaker.story = said.story AND speaker.key = said.speaker
  WHERE role = 'newsmaker' AND anonymous = 0
)
SELECT name, coalesce(other, ''), person, story,
  coalesce((SELECT substr(coalesce(bulletin_date, page_date,
      (SELECT at FROM stamp WHERE stamp.story = story.id ORDER BY position LIMIT 1)), 1, 10)
    FROM story WHERE story.id = named.story), ''),
  sum(n)
FROM named WHERE name IS NOT NULL GROUP BY name, coalesce(other, ''), person, story;
