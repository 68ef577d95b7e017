/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>

#include "bul-history.h"
#include "test-libraries.h"
#include "test-xml-stories.h"
#include "unit.h"

/*
 * A save writes the rows that are not yet what the story has, and no others.
 */

#define N_STORIES 60
#define N_TAMPERED 12

static gpointer
copy_record (gconstpointer record, gpointer data)
{
  return bul_record_copy (record);
}

/* Story @seed as the next revision of @saved. */
static BulStory *
make_next (const BulStory *saved, guint32 seed)
{
  BulStory *story = xml_stories_make_saved (seed);
  g_autoptr (BulHistory) history = NULL;

  g_free (story->uid);
  story->uid = g_strdup (saved->uid);
  g_ptr_array_unref (story->revisions);
  story->revisions = g_ptr_array_copy (saved->revisions, copy_record, NULL);
  g_ptr_array_set_free_func (story->revisions, bul_record_free);
  history = bul_history_new (story);
  return bul_history_make_revision (history, "Min", "Changed");
}

static void
assert_holds (BulStore *store, const BulStory *story)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStory) loaded = bul_store_load (store, story->uid, &error);

  g_assert_no_error (error);
  g_assert_true (bul_record_equal (story, loaded));
}

/* Whatever stood there before, and whatever comes. */
static void
test_replaced (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);

  for (guint seed = 0; seed < N_STORIES; seed++)
    {
      g_autoptr (BulStory) first = xml_stories_make_saved (seed);
      g_autoptr (BulStory) second = make_next (first, seed + N_STORIES);
      g_autoptr (BulStory) third = make_next (second, seed);

      library_save (store, first, 0);
      library_save (store, second, 1);
      assert_holds (store, second);
      library_save (store, third, 2);
      assert_holds (store, third);
    }
}

/* What another program may do to the rows. */
static const char *const deeds[] = {
  /* other words, in a row and below one */
  "UPDATE block SET text = text || '?'",
  "UPDATE speaker_name SET name = 'Nobody'",
  "UPDATE notice_text SET text = ''",
  "UPDATE correction SET was = NULL, now = NULL",
  "UPDATE link SET confidence = 1",
  /* other rows */
  "PRAGMA foreign_keys = ON; DELETE FROM block WHERE position = 0",
  "DELETE FROM block_speaker",
  "DELETE FROM notice_correction WHERE position = 0",
  "PRAGMA foreign_keys = ON; DELETE FROM script",
  "INSERT INTO block SELECT NULL, id, 1000, 'b999', 'cue', NULL, 1, 1, 'more', 0 FROM script",
  "INSERT INTO block_speaker (block, position, speaker) SELECT id, 1000, 'p9' FROM block",
  "DELETE FROM story_source",
  /* other places: what comes where nothing was, and what was there comes later */
  "UPDATE block SET position = position + 1000",
  "UPDATE annotation_span SET position = position + 1000",
  "UPDATE speaker SET position = position + 1000 WHERE position > 0",
  "UPDATE change_ledger SET position = -1 - position",
};

/* None of it outlives a save. */
static void
test_tampered (Library *library, gconstpointer data)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (GPtrArray) saved = bul_records_new ();

  for (guint seed = 0; seed < N_TAMPERED; seed++)
    {
      g_ptr_array_add (saved, xml_stories_make_saved (seed));
      library_save (store, saved->pdata[seed], 0);
    }
  library_run_sql (library, data);
  for (guint seed = 0; seed < N_TAMPERED; seed++)
    {
      g_autoptr (BulStory) next = make_next (saved->pdata[seed], seed);

      library_save (store, next, 1);
      assert_holds (store, next);
    }
}

/* The rows of lines, in the order in which they were written. */
static char *
list_blocks (Library *library)
{
  GString *ids = g_string_new (NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *select = NULL;

  g_assert_cmpint (sqlite3_open (library->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_prepare_v2 (db, "SELECT id FROM block ORDER BY position", -1, &select, NULL), ==,
      SQLITE_OK);
  while (sqlite3_step (select) == SQLITE_ROW)
    g_string_append_printf (ids, "%d ", sqlite3_column_int (select, 0));
  sqlite3_finalize (select);
  sqlite3_close (db);
  return g_string_free (ids, FALSE);
}

/* A word more in one line writes one line. */
static void
test_kept (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const texts[] = { "One", "Two", "Three" };
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", "en");
  g_autoptr (BulHistory) history = NULL;
  g_autoptr (BulStory) first = NULL;
  g_autoptr (BulStory) second = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_ptr_array_add (story->scripts, script);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *key = g_strdup_printf ("b%u", i + 1);
      BulBlock *block = bul_block_new (key, BUL_BLOCK_CUE, BUL_SECTION_NONE, texts[i]);

      block->given = TRUE; /* and not read again with its neighbour */
      g_ptr_array_add (script->blocks, block);
    }
  history = bul_history_new (story);
  first = bul_history_make_revision (history, "Min", NULL);
  library_save (store, first, 0);
  bul_history_saved (history, first);
  before = list_blocks (library);
  g_assert_cmpstr (before, ==, "1 2 3 ");

  g_assert_true (bul_history_replace (history, "b2", 0, 0, "Twenty-", NULL));
  second = bul_history_make_revision (history, "Min", NULL);
  library_save (store, second, 1);
  bul_history_saved (history, second);
  after = list_blocks (library);
  g_assert_cmpstr (after, ==, "1 4 3 ");
  assert_holds (store, second);
}

#define ADD(path, func) g_test_add (path, Library, NULL, library_set_up, func, library_tear_down)

UNIT (store_rows)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store-rows/replaced", test_replaced);
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store-rows/tampered/%u", i);

      g_test_add (path, Library, deeds[i], library_set_up, test_tampered, library_tear_down);
    }
  ADD ("/store-rows/kept", test_kept);
  return g_test_run ();
}
