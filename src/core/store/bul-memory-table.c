/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-memory-table-private.h"

#include <string.h>

#include "bul-token.h"

/* Entries that get their tokens in one transaction: some ten milliseconds. */
#define MOST_INDEXED 200

static int
add_word (const BulToken *token, gpointer data)
{
  g_hash_table_add (data, g_strndup (token->bytes, token->length));
  return 0;
}

GHashTable *
bul_memory_table_list_words (const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  bul_token_read (text, strlen (text), BUL_TOKEN_TEXT, add_word, words);
  return words;
}

static gboolean
write_words (BulDb *db, gint64 memory, const char *language, const char *text, GError **error)
{
  g_autoptr (GHashTable) words = bul_memory_table_list_words (text);
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    {
      sqlite3_stmt *insert = bul_db_prepare (db,
                                             "INSERT INTO search_memory (language, word, memory)"
                                             " VALUES (:language, :word, :memory)",
                                             error);

      if (insert == NULL)
        return FALSE;
      bul_db_bind_text (insert, "language", language);
      bul_db_bind_text (insert, "word", word);
      bul_db_bind_number (insert, "memory", memory);
      if (!bul_db_run (db, insert, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  gint64 id;
  char *korean;
  char *english;
} Waiting;

static void
waiting_clear (gpointer data)
{
  Waiting *waiting = data;

  g_free (waiting->korean);
  g_free (waiting->english);
}

static GArray *
list_waiting (BulDb *db, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Waiting));
  sqlite3_stmt *select = bul_db_prepare (
      db, "SELECT id, korean, english FROM memory WHERE indexed = 0 LIMIT :most", error);
  BulDbStep step;

  g_array_set_clear_func (all, waiting_clear);
  if (select == NULL)
    return NULL;
  bul_db_bind_number (select, "most", MOST_INDEXED);
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      Waiting waiting = { sqlite3_column_int64 (select, 0), bul_db_dup_text (select, 1),
                          bul_db_dup_text (select, 2) };

      g_array_append_val (all, waiting);
    }
  return step == BUL_DB_DONE ? g_steal_pointer (&all) : NULL;
}

static gboolean
index_one (BulDb *db, const Waiting *waiting, GError **error)
{
  sqlite3_stmt *update = bul_db_prepare (db, "UPDATE memory SET indexed = 1 WHERE id = :id", error);

  if (update == NULL)
    return FALSE;
  bul_db_bind_number (update, "id", waiting->id);
  return bul_db_run (db, update, error)
         && write_words (db, waiting->id, "ko", waiting->korean, error)
         && write_words (db, waiting->id, "en", waiting->english, error);
}

gboolean
bul_memory_table_index (BulDb *db, GError **error)
{
  g_autoptr (GArray) all = list_waiting (db, error);

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    if (!index_one (db, &g_array_index (all, Waiting, i), error))
      return FALSE;
  return TRUE;
}

gboolean
bul_memory_table_update (BulDb *db, gint64 story, GError **error)
{
  static const char *const statements[] = {
    "UPDATE memory SET state = 'withdrawn' WHERE story = :story AND state = 'kept'"
    " AND NOT EXISTS (SELECT 1 FROM link WHERE link.story = memory.story"
    "  AND link.state = 'confirmed' AND link.korean = memory.korean"
    "  AND link.english = memory.english)",
    "INSERT INTO memory (story, korean, english, revision, by, at, state, indexed)"
    " SELECT story, korean, english, revision, by, at, 'kept', 0 FROM link"
    " WHERE story = :story AND state = 'confirmed' AND korean <> '' AND english <> ''"
    " ORDER BY position"
    " ON CONFLICT (story, korean, english) DO UPDATE SET state = 'kept',"
    "  revision = excluded.revision, by = excluded.by, at = excluded.at"
    " WHERE state = 'withdrawn'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      sqlite3_stmt *statement = bul_db_prepare (db, statements[i], error);

      if (statement == NULL)
        return FALSE;
      bul_db_bind_number (statement, "story", story);
      if (!bul_db_run (db, statement, error))
        return FALSE;
    }
  return bul_memory_table_index (db, error);
}
