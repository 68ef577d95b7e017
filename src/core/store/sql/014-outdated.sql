-- SPDX-License-Identifier: GPL-3.0-or-later
-- Stories that were saved since the search tables took them in, with what these hold of them still:
-- a save is durable before anything is found by it. search_voice is as old as they are.

CREATE TABLE search_outdated (
  story INTEGER PRIMARY KEY REFERENCES story ON DELETE CASCADE,
  head TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
