/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-voices-private.h"

/* As 009-person.sql has it for all stories that were there. */
static const char insert_sql[]
    = "INSERT INTO search_voice (name, other, person, story, day, bites)"
      " WITH said AS ("
      "  SELECT speaker, n, min(position) FROM ("
      "   SELECT script.position AS position, block_speaker.speaker AS speaker, count(*) AS n"
      "   FROM script JOIN block ON block.script = script.id"
      "   JOIN block_speaker ON block_speaker.block = block.id"
      "   WHERE script.story = :story AND block.kind IN ('bite', 'turn')"
      "   GROUP BY script.id, block_speaker.speaker)"
      "  GROUP BY speaker"
      " ), named AS ("
      "  SELECT coalesce(person, '') AS person, said.n AS n,"
      "   (SELECT trim(name) FROM speaker_name WHERE speaker_name.speaker = speaker.id"
      "    AND trim(name) <> '' ORDER BY language IS NOT 'ko', position LIMIT 1) AS name,"
      "   (SELECT trim(name) FROM speaker_name WHERE speaker_name.speaker = speaker.id"
      "    AND trim(name) <> '' ORDER BY language IS NOT 'ko', position LIMIT 1 OFFSET 1) AS other"
      "  FROM speaker JOIN said ON said.speaker = speaker.key"
      "  WHERE story = :story AND role = 'newsmaker' AND anonymous = 0"
      " )"
      " SELECT name, coalesce(other, ''), person, :story,"
      "  coalesce((SELECT substr(coalesce(bulletin_date, page_date, (SELECT at FROM stamp"
      "   WHERE stamp.story = story.id ORDER BY position LIMIT 1)), 1, 10)"
      "   FROM story WHERE id = :story), ''), sum(n)"
      " FROM named WHERE name IS NOT NULL GROUP BY name, coalesce(other, ''), person";

static gboolean
run (BulDb *db, const char *sql, gint64 story, GError **error)
{
  sqlite3_stmt *statement = bul_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  bul_db_bind_number (statement, "story", story);
  return bul_db_run (db, statement, error);
}

gboolean
bul_voices_update (BulDb *db, gint64 story, GError **error)
{
  static const char clear_sql[] = "DELETE FROM search_voice WHERE story = :story";

  return run (db, clear_sql, story, error) && run (db, insert_sql, story, error);
}
