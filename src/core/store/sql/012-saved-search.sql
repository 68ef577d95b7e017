-- SPDX-License-Identifier: GPL-3.0-or-later
-- Queries that people come back to.

CREATE TABLE saved_search (
  id INTEGER PRIMARY KEY, -- in their order
  name TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL,
  by TEXT,
  at TEXT NOT NULL,
  seen INTEGER NOT NULL -- the row of the newest story when somebody looked last
) STRICT;
