-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a library holds. Names are those of the XML, with _ for -. Positions count from 0.

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  bytes BLOB
) STRICT;

CREATE TABLE story (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  state TEXT CHECK (state IN ('draft', 'ready', 'aired', 'corrected', 'withdrawn')),
  bulletin_date TEXT,
  page_date TEXT,
  page_title TEXT,
  position INTEGER NOT NULL,
  slug TEXT,
  programme TEXT,
  revision INTEGER NOT NULL
) STRICT;
CREATE INDEX story_page_date ON story (page_date);

CREATE TABLE story_source (
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  position INTEGER NOT NULL,
  source INTEGER NOT NULL REFERENCES source,
  encoding TEXT,
  line_ends TEXT,
  path TEXT,
  PRIMARY KEY (story, position)
) STRICT;
CREATE INDEX story_source_source ON story_source (source);

CREATE TABLE stamp (
  id INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT CHECK (kind IN ('entered', 'modified', 'published', 'aired')),
  at TEXT,
  zone TEXT,
  block TEXT,
  printed TEXT NOT NULL,
  UNIQUE (story, position)
) STRICT;

CREATE TABLE speaker (
  id INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key TEXT,
  number INTEGER NOT NULL,
  role TEXT CHECK (role IN ('newsmaker', 'anchor', 'reporter')),
  anonymous INTEGER NOT NULL,
  UNIQUE (story, position)
) STRICT;

CREATE TABLE speaker_name (
  id INTEGER PRIMARY KEY,
  speaker INTEGER NOT NULL REFERENCES speaker ON DELETE CASCADE,
  position INTEGER NOT NULL,
  language TEXT,
  title TEXT,
  name TEXT NOT NULL,
  UNIQUE (speaker, position)
) STRICT;

CREATE TABLE script (
  id INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key TEXT,
  language TEXT,
  role TEXT CHECK (role IN ('original', 'translation')),
  UNIQUE (story, position)
) STRICT;

CREATE TABLE block (
  id INTEGER PRIMARY KEY,
  script INTEGER NOT NULL REFERENCES script ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key TEXT,
  kind TEXT CHECK (kind IN ('header', 'headline', 'stamp', 'marker', 'turn', 'paragraph', 'handoff',
                            'signoff', 'bite', 'cue', 'credits', 'notices', 'furniture')),
  section TEXT CHECK (section IN ('head', 'lead', 'report', 'live', 'talk', 'tail')),
  line INTEGER NOT NULL,
  last_line INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (script, position)
) STRICT;

CREATE TABLE block_speaker (
  block INTEGER NOT NULL REFERENCES block ON DELETE CASCADE,
  position INTEGER NOT NULL,
  speaker TEXT NOT NULL,
  PRIMARY KEY (block, position)
) STRICT;

CREATE TABLE annotation (
  id INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key TEXT,
  kind TEXT CHECK (kind IN ('note', 'query', 'fact', 'name', 'figure', 'term', 'legal', 'translation')),
  state TEXT CHECK (state IN ('open', 'resolved')),
  by TEXT,
  at TEXT,
  note TEXT,
  UNIQUE (story, position)
) STRICT;

CREATE TABLE annotation_span (
  id INTEGER PRIMARY KEY,
  annotation INTEGER NOT NULL REFERENCES annotation ON DELETE CASCADE,
  position INTEGER NOT NULL,
  "on" TEXT,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  orphan INTEGER NOT NULL,
  quote TEXT NOT NULL,
  UNIQUE (annotation, position)
) STRICT;

CREATE TABLE annotation_reply (
  id INTEGER PRIMARY KEY,
  annotation INTEGER NOT NULL REFERENCES annotation ON DELETE CASCADE,
  position INTEGER NOT NULL,
  by TEXT,
  at TEXT,
  text TEXT NOT NULL,
  UNIQUE (annotation, position)
) STRICT;

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key TEXT,
  code TEXT,
  by TEXT,
  at TEXT,
  UNIQUE (story, position)
) STRICT;
CREATE INDEX tag_code ON tag (code);

CREATE TABLE tag_span (
  id INTEGER PRIMARY KEY,
  tag INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE,
  position INTEGER NOT NULL,
  "on" TEXT,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  orphan INTEGER NOT NULL,
  quote TEXT NOT NULL,
  UNIQUE (tag, position)
) STRICT;

CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key TEXT,
  class TEXT CHECK (class IN ('figure', 'name', 'title', 'date', 'place', 'quote', 'fact', 'translation',
                              'wording', 'other')),
  weight TEXT CHECK (weight IN ('meaning', 'slip')),
  state TEXT CHECK (state IN ('draft', 'approved', 'published', 'withdrawn')),
  reads TEXT CHECK (reads IN ('was', 'now', 'changed', 'gone')),
  by TEXT,
  at TEXT,
  found_by TEXT CHECK (found_by IN ('newsroom', 'viewer', 'party', 'court')),
  approved_by TEXT,
  approved_at TEXT,
  published_at TEXT,
  "of" TEXT,
  was TEXT,
  now TEXT,
  reason TEXT,
  UNIQUE (story, position)
) STRICT;
CREATE INDEX correction_at ON correction (at);

CREATE TABLE correction_span (
  id INTEGER PRIMARY KEY,
  correction INTEGER NOT NULL REFERENCES correction ON DELETE CASCADE,
  position INTEGER NOT NULL,
  "on" TEXT,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  orphan INTEGER NOT NULL,
  quote TEXT NOT NULL,
  UNIQUE (correction, position)
) STRICT;

CREATE TABLE correction_target (
  id INTEGER PRIMARY KEY,
  correction INTEGER NOT NULL REFERENCES correction ON DELETE CASCADE,
  position INTEGER NOT NULL,
  place TEXT CHECK (place IN ('broadcast', 'replay', 'web', 'transcript', 'translation', 'caption', 'portal')),
  state TEXT CHECK (state IN ('open', 'fixed', 'not-needed')),
  at TEXT,
  UNIQUE (correction, position)
) STRICT;

CREATE TABLE notice (
  id INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key TEXT,
  kinds TEXT,
  basis TEXT CHECK (basis IN ('own', 'request', 'mediation', 'arbitration', 'court')),
  apologises INTEGER NOT NULL,
  by TEXT,
  at TEXT,
  published_at TEXT,
  UNIQUE (story, position)
) STRICT;

CREATE TABLE notice_correction (
  notice INTEGER NOT NULL REFERENCES notice ON DELETE CASCADE,
  position INTEGER NOT NULL,
  correction TEXT NOT NULL,
  PRIMARY KEY (notice, position)
) STRICT;

CREATE TABLE notice_text (
  id INTEGER PRIMARY KEY,
  notice INTEGER NOT NULL REFERENCES notice ON DELETE CASCADE,
  position INTEGER NOT NULL,
  language TEXT,
  use TEXT CHECK (use IN ('page', 'on-air')),
  by_hand INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (notice, position)
) STRICT;

CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  uuid TEXT UNIQUE,
  hash TEXT,
  by TEXT,
  at TEXT,
  aired INTEGER NOT NULL,
  summary TEXT,
  edits TEXT,
  UNIQUE (story, number)
) STRICT;
