-- SPDX-License-Identifier: GPL-3.0-or-later
-- What stories are found by. All of it is made of the stories, at each save, and can be made anew.

-- docid says the day, and where in it: the newest is the highest.
CREATE TABLE search_document (
  docid INTEGER PRIMARY KEY,
  story INTEGER NOT NULL UNIQUE REFERENCES story,
  serial INTEGER NOT NULL UNIQUE, -- counts what was changed here
  facets TEXT NOT NULL -- rows of search_value
) STRICT;

-- What stories are sorted by. A row that was given stays, for documents name it.
CREATE TABLE search_value (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('programme', 'speaker', 'tag', 'language', 'state', 'has')),
  value TEXT NOT NULL,
  UNIQUE (kind, value)
) STRICT;

-- One row. Stories up to this one are in the tables, and those that were saved since: the highest
-- number there is says that all are.
CREATE TABLE search_progress (
  version INTEGER NOT NULL, -- of the tokens that the tables hold; 0: they are to be made anew
  upto INTEGER NOT NULL,
  made INTEGER NOT NULL -- how often they were begun anew
) STRICT;
INSERT INTO search_progress (version, upto, made)
  SELECT 1, CASE WHEN EXISTS (SELECT 1 FROM story) THEN 0 ELSE 9223372036854775807 END, 0;

-- The first column is the cheapest: where a token stands in it needs no number of the column.
CREATE VIRTUAL TABLE search_text USING fts5 (
  body, head, facets, content = '', columnsize = 0, tokenize = 'koen'
);
CREATE VIRTUAL TABLE search_syllable USING fts5 (
  text, content = '', columnsize = 0, detail = none, tokenize = 'ko1'
);
-- What a transaction adds is kept in memory up to so many bytes, and written at its end.
INSERT INTO search_text (search_text, rank) VALUES ('hashsize', 67108864);
INSERT INTO search_syllable (search_syllable, rank) VALUES ('hashsize', 16777216);
