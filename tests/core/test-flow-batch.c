/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-flow-batch.h"
#include "bul-importers.h"
#include "test-libraries.h"
#include "unit.h"

/* What was told, a line for each import: its path, how many stories are new, or “failed”. */
static void
note (const char *path,
      const BulImport *import,
      const char *const *uids,
      const BulFlowKept *kept,
      const GError *error,
      gpointer data)
{
  GString *told = data;
  guint n_new = 0;

  if (error != NULL)
    {
      g_string_append_printf (told, "%s failed\n", path);
      return;
    }
  g_assert_cmpuint (g_strv_length ((char **) uids), ==, import->stories->len);
  for (guint i = 0; i < import->stories->len; i++)
    n_new += kept[i] != BUL_FLOW_KEPT_KNOWN;
  g_string_append_printf (told, "%s %u\n", path, n_new);
}

static void
add (BulFlowBatch *batch, const char *path, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  BulImport *import = bul_importers_read (bytes, path, NULL, &error);

  g_assert_no_error (error);
  bul_flow_batch_add (batch, path, import);
}

static char *
make_script (const char *programme, guint i)
{
  return g_strdup_printf (" date 2026-03-18 %s\n\nStory %u\n\n[Anchor]\n\nThe ferry sails.\n",
                          programme, i);
}

static guint
count_stories (BulStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = bul_store_list (store, &error);

  g_assert_no_error (error);
  return rows->len;
}

static guint
count_lines (const GString *told)
{
  guint count = 0;

  for (gsize i = 0; i < told->len; i++)
    count += told->str[i] == '\n';
  return count;
}

/* Nothing is told before it is kept, and what is held is told in its order. */
static void
test_order (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (BulFlowBatch) batch = bul_flow_batch_new (store, "Min", note, told);

  for (guint i = 0; i < 450; i++)
    {
      g_autofree char *script = make_script ("News 9", i);

      add (batch, i % 2 == 0 ? "even" : "odd", script);
      /* Each line that was told is one story that is there. */
      if (i % 50 == 0)
        g_assert_cmpuint (count_stories (store), ==, count_lines (told));
    }
  bul_flow_batch_flush (batch);
  g_assert_cmpuint (count_stories (store), ==, 450);
  g_assert_true (g_str_has_prefix (told->str, "even 1\nodd 1\neven 1\n"));
  g_assert_true (g_str_has_suffix (told->str, "even 1\nodd 1\n"));
}

/* The same bytes twice are one story, also where the first of them is not saved yet. */
static void
test_known (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (BulFlowBatch) batch = bul_flow_batch_new (store, "Min", note, told);

  add (batch, "first", "[Anchor]\nThe ferry sails.\n");
  add (batch, "other", "[Anchor]\nThe ferry stays.\n");
  add (batch, "again", "[Anchor]\nThe ferry sails.\n");
  bul_flow_batch_flush (batch);
  g_assert_cmpstr (told->str, ==, "first 1\nother 1\nagain 0\n");
  g_assert_cmpuint (count_stories (store), ==, 2);
}

/* One that cannot be saved takes no other with it. */
static void
test_one_fails (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const programmes[] = { "News 9", "News 7", "News 9", "News Plaza" };
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (BulFlowBatch) batch = bul_flow_batch_new (store, "Min", note, told);

  library_run_sql (library, "CREATE UNIQUE INDEX one_story_each ON story (programme)");
  for (guint i = 0; i < G_N_ELEMENTS (programmes); i++)
    {
      g_autofree char *script = make_script (programmes[i], i);

      add (batch, programmes[i], script);
    }
  bul_flow_batch_flush (batch);
  g_assert_cmpstr (told->str, ==, "News 9 1\nNews 7 1\nNews 9 failed\nNews Plaza 1\n");
  g_assert_cmpuint (count_stories (store), ==, 3);
}

UNIT (flow_batch)
{
  static const struct
  {
    const char *path;
    void (*test) (Library *, gconstpointer);
  } tests[] = {
    { "/flow-batch/order", test_order },
    { "/flow-batch/known", test_known },
    { "/flow-batch/one-fails", test_one_fails },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Library, NULL, library_set_up, tests[i].test, library_tear_down);
  return g_test_run ();
}
