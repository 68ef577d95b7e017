/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-store.h"
#include "shell-fixture.h"
#include "unit.h"

/* More than the window lists beside the script. */
#define N_STORIES 1050
#define N_LISTED 1000

/* A story of one line; each is a day newer than the one before. */
static BulStory *
make_story (guint i)
{
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", "en");
  g_autoptr (BulHistory) history = NULL;
  BulBlock *block = bul_record_new (&bul_block_type);
  GDate day;

  g_date_set_dmy (&day, 1, G_DATE_JANUARY, 2020);
  g_date_add_days (&day, i);
  g_free (story->uid);
  story->uid = g_strdup_printf ("%08x-0000-4000-8000-000000000000", i + 1);
  story->page_date = g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&day),
                                      (guint) g_date_get_month (&day), g_date_get_day (&day));
  block->key = g_strdup ("b1");
  block->kind = BUL_BLOCK_HEADLINE;
  g_free (block->text);
  block->text = g_strdup_printf ("Ferry number %u sails", i);
  g_ptr_array_add (script->blocks, block);
  g_ptr_array_add (story->scripts, script);
  history = bul_history_new (story);
  return bul_history_make_revision (history, "Min", NULL);
}

/* Another program adds stories to the library, the oldest first. */
static void
add (Fixture *fixture, guint start, guint end)
{
  g_autoptr (BulStore) store = bul_store_open (fixture->path, BUL_STORE_READ_WRITE, NULL);
  g_autoptr (GPtrArray) stories = bul_records_new ();

  for (guint i = start; i < end; i++)
    g_ptr_array_add (stories, make_story (i));
  g_assert_true (bul_store_save_many (store, stories, NULL, NULL));
}

/* Of a large library the newest are listed, and the way to the others is told; what is open is
 * listed as well. */
static void
test_older (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BulStory) oldest = make_story (0);

  g_assert_false (gtk_widget_get_visible (fixture->window->older));
  add (fixture, 0, N_STORIES);
  wait_until (count_rows (fixture) == N_LISTED);
  wait_until (gtk_widget_get_visible (fixture->window->older));
  g_assert_cmpuint (desk_window_get_listed_revision (fixture->window, oldest->uid), ==, 0);

  desk_window_show_story (fixture->window, oldest->uid);
  wait_until (desk_window_get_document (fixture->window) != NULL
              && g_str_equal (get_history (fixture) == NULL
                                  ? ""
                                  : bul_history_get_story (get_history (fixture))->uid,
                              oldest->uid));
  add (fixture, N_STORIES, N_STORIES + 1);
  wait_until (count_rows (fixture) == N_LISTED + 1);
  g_assert_cmpuint (desk_window_get_listed_revision (fixture->window, oldest->uid), ==, 1);

  /* As two windows that come back want the stories that they had. */
  for (guint i = 1; i <= 2; i++)
    {
      g_autoptr (BulStory) old = make_story (i);

      desk_library_want (fixture->library, old->uid);
    }
  add (fixture, N_STORIES + 1, N_STORIES + 2);
  wait_until (count_rows (fixture) == N_LISTED + 3);

  g_signal_emit_by_name (fixture->window->older, "clicked");
  wait_until (desk_window_is_on_desk (fixture->window, "archive"));
}

UNIT (older)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/older/listed", Fixture, NULL, set_up, test_older, tear_down);
  return run_with_application ();
}
