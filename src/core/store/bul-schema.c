/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-schema-private.h"

#include "bul-error.h"
#include "bul-store-resources.h"

/* “BULL” */
#define APPLICATION_ID 0x42554c4c

/* What is here has shipped: append, never edit. A file's place from 1 is the user_version it
 * leaves. */
static const char *const migrations[] = {
  "/bulletin/sql/001-initial.sql",   "/bulletin/sql/002-given.sql",
  "/bulletin/sql/003-dismissal.sql", "/bulletin/sql/004-journal.sql",
  "/bulletin/sql/005-aired.sql",     "/bulletin/sql/006-change.sql",
  "/bulletin/sql/007-search.sql",    "/bulletin/sql/008-link.sql",
  "/bulletin/sql/009-person.sql",    "/bulletin/sql/010-concept.sql",
  "/bulletin/sql/011-memory.sql",    "/bulletin/sql/012-saved-search.sql",
  "/bulletin/sql/013-learning.sql",  "/bulletin/sql/014-outdated.sql",
  "/bulletin/sql/015-undone.sql",
};

static BulSchemaState
refuse (GError **error, BulDb *db, BulError code, const char *message)
{
  g_set_error (error, BUL_ERROR, code, "%s: %s", db->path, message);
  return BUL_SCHEMA_ERROR;
}

BulSchemaState
bul_schema_look (BulDb *db, GError **error)
{
  gint64 id;
  gint64 version;
  gint64 n_objects;

  if (!bul_db_get_number (db, "PRAGMA application_id", &id, error)
      || !bul_db_get_number (db, "PRAGMA user_version", &version, error)
      || !bul_db_get_number (db, "SELECT count(*) FROM sqlite_schema", &n_objects, error))
    return BUL_SCHEMA_ERROR;
  if (id == 0 && version == 0 && n_objects == 0)
    return BUL_SCHEMA_EMPTY;
  if (id != APPLICATION_ID)
    return refuse (error, db, BUL_ERROR_FOREIGN,
                   "This is a database of another program, not a library. It was not changed. "
                   "Name a library, or a file that does not exist yet.");
  if (version > (gint64) G_N_ELEMENTS (migrations))
    return refuse (error, db, BUL_ERROR_NEWER,
                   "This library was made by a newer version of Bulletin Desk. It was not changed. "
                   "Open it with that version.");
  return version < (gint64) G_N_ELEMENTS (migrations) ? BUL_SCHEMA_OLDER : BUL_SCHEMA_OURS;
}

static gboolean
run_migration (BulDb *db, guint i, GError **error)
{
  g_autoptr (GBytes) sql = g_resource_lookup_data (
      bul_store_resources_get_resource (), migrations[i], G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u",
                                            APPLICATION_ID, i + 1);

  return sql != NULL && bul_db_exec (db, g_bytes_get_data (sql, NULL), error)
         && bul_db_exec (db, marks, error);
}

/* Another process may have run them while this one waited for its turn. */
static gboolean
run_migrations (BulDb *db, GError **error)
{
  gint64 version;

  if (!bul_db_get_number (db, "PRAGMA user_version", &version, error))
    return FALSE;
  for (guint i = version; i < G_N_ELEMENTS (migrations); i++)
    if (!run_migration (db, i, error))
      return FALSE;
  return TRUE;
}

/* All or none; a new library is on the disk at one go. */
gboolean
bul_schema_migrate (BulDb *db, GError **error)
{
  g_hash_table_remove_all (db->statements);
  if (!bul_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (run_migrations (db, error) && bul_db_exec (db, "COMMIT", error))
    return TRUE;
  bul_db_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

/* The tables that FTS5 keeps its own in are as its version makes them. */
static char *
dup_schema (BulDb *db, GError **error)
{
  static const char sql[]
      = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema"
        " WHERE type <> 'table'"
        "  OR (name NOT GLOB 'search_text_*' AND name NOT GLOB 'search_syllable_*') ORDER BY 1";
  g_autoptr (GString) out = g_string_new (NULL);
  sqlite3_stmt *select = bul_db_prepare (db, sql, error);
  BulDbStep step;

  if (select == NULL)
    return NULL;
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    g_string_append_printf (out, "%s\n", bul_db_get_text (select, 0));
  return step == BUL_DB_DONE ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

static char *
dup_fresh_schema (GError **error)
{
  g_autoptr (BulDb) fresh
      = bul_db_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  return fresh == NULL || !bul_schema_migrate (fresh, error) ? NULL : dup_schema (fresh, error);
}

/* What the migrations make is the same as long as the program runs, and takes most of the time in
 * which a library is opened: the first connection finds out for all. Returns: NULL on failure,
 * after which the next one tries. */
static const char *
get_fresh_schema (GError **error)
{
  static GMutex mutex;
  static char *schema;

  g_mutex_lock (&mutex);
  if (schema == NULL)
    schema = dup_fresh_schema (error);
  g_mutex_unlock (&mutex);
  return schema;
}

gboolean
bul_schema_compare (BulDb *db, GError **error)
{
  const char *ours = get_fresh_schema (error);
  g_autofree char *theirs = ours == NULL ? NULL : dup_schema (db, error);

  if (theirs == NULL)
    return FALSE;
  if (g_str_equal (ours, theirs))
    return TRUE;
  refuse (
      error, db, BUL_ERROR_FOREIGN,
      "This library holds tables, triggers or views that are not ours, which could change what is "
      "saved. It was not changed. Export its stories as XML and import them in a new one.");
  return FALSE;
}
