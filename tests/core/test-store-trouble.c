/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include <glib/gstdio.h>

#include "bul-backup.h"
#include "bul-error.h"
#include "bul-flow-renew.h"
#include "bul-history.h"
#include "test-libraries.h"
#include "unit.h"

static BulStory *
make_story (const char *text)
{
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", "en");
  g_autoptr (BulHistory) history = NULL;

  g_ptr_array_add (story->scripts, script);
  g_ptr_array_add (script->blocks,
                   bul_block_new ("b1", BUL_BLOCK_PARAGRAPH, BUL_SECTION_NONE, text));
  history = bul_history_new (story);
  return bul_history_make_revision (history, "Min", "Imported");
}

/* A library whose file was taken away is not written to, for nobody would find that again; what was
 * in it is still read, and goes back where it was. */
static void
test_gone (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (BulStory) story = make_story ("The ferry sails.");
  g_autoptr (BulStory) later = make_story ("It does not.");
  g_autoptr (BulStory) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *elsewhere = g_strconcat (library->path, ".elsewhere", NULL);

  library_save (store, story, 0);
  g_assert_true (bul_store_is_in_place (store, &error));
  g_assert_cmpint (g_rename (library->path, elsewhere), ==, 0);
  g_assert_false (bul_store_is_in_place (store, NULL));
  g_assert_false (bul_store_save (store, later, 0, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_GONE);

  g_assert_true (bul_backup_write (store, library->path, NULL));
  g_assert_false (bul_store_is_in_place (store, NULL));
  g_clear_pointer (&store, bul_store_close);
  store = library_open (library, BUL_STORE_READ_WRITE);
  loaded = bul_store_load (store, story->uid, NULL);
  g_assert_true (bul_record_equal (loaded, story));
  g_assert_cmpint (g_unlink (elsewhere), ==, 0);
}

static void
count_state (const BulFlowSalvaged *told, gpointer data)
{
  ((guint *) data)[told->state]++;
}

/* Takes the first page that holds rows of a table out of the file. */
static void
damage (Library *library)
{
  static const char zeros[4096];
  FILE *file = g_fopen (library->path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, 4096, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (zeros, 1, sizeof zeros, file), ==, sizeof zeros);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
test_renew (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (BulStory) story = make_story ("The ferry sails.");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *kept = NULL;
  gsize length;
  gsize length_kept;
  guint n[3] = { 0 };

  library_save (store, story, 0);
  g_clear_pointer (&store, bul_store_close);
  damage (library);
  g_assert_true (g_file_get_contents (library->path, &before, &length, NULL));

  aside = bul_flow_renew (library->path, "Min", count_state, n, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (aside, &kept, &length_kept, NULL));
  g_assert_cmpmem (before, length, kept, length_kept);
  store = library_open (library, BUL_STORE_READ_WRITE);
  rows = bul_store_list (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, n[BUL_FLOW_SALVAGED_WHOLE] + n[BUL_FLOW_SALVAGED_PART]);
  g_assert_cmpuint (rows->len, ==, 1);
  g_unlink (aside);
}

/* Nothing of a library in it: it stays where it is. */
static void
test_renew_nothing (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  guint n[3] = { 0 };

  g_assert_true (g_file_set_contents (library->path, "These are only words.", -1, NULL));
  g_assert_null (bul_flow_renew (library->path, "Min", count_state, n, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_test (library->path, G_FILE_TEST_EXISTS));
}

#define ADD(path, func) g_test_add (path, Library, NULL, library_set_up, func, library_tear_down)

UNIT (store_trouble)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store-trouble/gone", test_gone);
  ADD ("/store-trouble/renew", test_renew);
  ADD ("/store-trouble/renew-nothing", test_renew_nothing);
  return g_test_run ();
}
