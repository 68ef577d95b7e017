/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-libraries.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "bul-error.h"

void
library_set_up (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  library->folder = g_dir_make_tmp ("bulletin-store-XXXXXX", NULL);
  library->path = g_build_filename (library->folder, "library.bulletin", NULL);
}

/* A link is taken away itself, wherever it leads. */
static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_unlink (inner) != 0)
        remove_folder (inner);
    }
  g_rmdir (path);
}

void
library_tear_down (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  remove_folder (library->folder);
  g_free (library->folder);
  g_free (library->path);
}

BulStore *
library_open (Library *library, BulStoreMode mode)
{
  g_autoptr (GError) error = NULL;
  BulStore *store = bul_store_open (library->path, mode, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

void
library_refuses (Library *library, BulStoreMode mode, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bul_store_open (library->path, mode, &error));
  g_assert_error (error, BUL_ERROR, code);
}

/* Does what another program might do to the file. */
void
library_run_sql (Library *library, const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (library->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

/* SQLite lets go of a table of FTS5 only where it knows the tokenizer. */
void
library_drop_search (Library *library)
{
  library_run_sql (library, "DROP TABLE saved_search; DROP TABLE word_tie; DROP TABLE word_count; "
                            "DROP TABLE word_version;"
                            " DROP TABLE term; DROP TABLE search_memory; DROP TABLE memory;"
                            " DROP TABLE concept_name; DROP TABLE concept_parent;"
                            " DROP TABLE concept; DROP TABLE tag_receipt_undone;"
                            " DROP TABLE tag_receipt_story;"
                            " DROP TABLE tag_receipt; DROP INDEX tag_code_story;"
                            " CREATE INDEX tag_code ON tag (code)");
  library_run_sql (library, "DROP TABLE search_outdated; DROP TABLE search_text_data;"
                            " DROP TABLE search_text_idx;"
                            " DROP TABLE search_text_config; DROP TABLE search_syllable_data;"
                            " DROP TABLE search_syllable_idx; DROP TABLE search_syllable_config;"
                            " DROP TABLE search_document; DROP TABLE search_value;"
                            " DROP TABLE search_progress; PRAGMA writable_schema = ON;"
                            " DELETE FROM sqlite_schema WHERE rootpage = 0;"
                            " PRAGMA writable_schema = OFF; DROP TABLE search_voice;"
                            " DROP TABLE person_undone; DROP TABLE person_before;"
                            " DROP TABLE person_apart;"
                            " DROP TABLE person_deed; DROP TABLE person;"
                            " ALTER TABLE speaker DROP COLUMN person");
}

void
library_save (BulStore *store, const BulStory *story, guint base)
{
  g_autoptr (GError) error = NULL;
  gboolean saved = bul_store_save (store, story, base, &error);

  g_assert_no_error (error);
  g_assert_true (saved);
}
