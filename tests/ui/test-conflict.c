/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-flow.h"
#include "bul-revision.h"
#include "bul-store-journal.h"
#include "bul-store.h"
#include "shell-fixture.h"
#include "unit.h"

static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  DeskDocument *document;

  open_sample (fixture);
  document = desk_window_get_document (fixture->window);
  save_elsewhere (fixture, "T");

  type (fixture, "Mine: ");
  wait_until (has_journal_with (fixture, "Mine: "));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL);
  wait_until (desk_document_get_save_state (document) == DESK_SAVE_FAILED);
  g_assert_true (desk_document_get_modified (document));
  g_assert_true (g_str_has_prefix (get_first_text (desk_document_get_story (document)), "Mine: "));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save-copy", NULL);
  wait_until (count_rows (fixture) == 2);
  wait_until (desk_window_get_document (fixture->window) != document);
  g_assert_true (g_str_has_prefix (
      get_first_text (desk_document_get_story (desk_window_get_document (fixture->window))),
      "Mine: "));
  wait_until (!has_journal_with (fixture, "Mine: "));
}

/* Who keeps a copy is shown the copy. The story itself is not opened beside it with what was typed:
 * a save that was on its way would make that an edit of an old revision. */
static void
test_copy_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskDocument) document = NULL;
  g_autofree char *uid = NULL;
  g_autoptr (GPtrArray) unsaved = NULL;

  open_sample (fixture);
  document = g_object_ref (desk_window_get_document (fixture->window));
  uid = g_strdup (desk_document_get_story (document)->uid);
  type (fixture, "Mine: ");
  wait_until (has_journal_with (fixture, "Mine: "));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save-copy", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL);
  wait_until (count_rows (fixture) == 2);
  wait_until (desk_window_get_document (fixture->window) != document);
  g_assert_cmpstr (desk_document_get_story (desk_window_get_document (fixture->window))->uid, !=,
                   uid);
  wait_until (desk_document_get_save_state (document) == DESK_SAVE_SAVED);
  unsaved = desk_library_list_unsaved (fixture->library);
  g_assert_cmpuint (unsaved->len, ==, 0);
}

/* Edits that met a newer revision stand beside it until one of them is chosen. */
static void
test_compare (Fixture *fixture, gconstpointer data)
{
  const char *response = data;
  gboolean take = g_str_equal (response, "mine");
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = NULL;
  g_autoptr (BulStore) store = bul_store_open (fixture->path, BUL_STORE_READ_WRITE, &error);
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", "en");
  g_autoptr (BulHistory) history = NULL;
  g_autoptr (BulJournal) journal = NULL;
  g_autoptr (BulHistory) theirs = NULL;
  g_autoptr (GPtrArray) left = NULL;

  g_assert_no_error (error);
  uid = g_strdup (story->uid);
  g_ptr_array_add (story->scripts, script);
  g_ptr_array_add (script->blocks,
                   bul_block_new ("b1", BUL_BLOCK_PARAGRAPH, BUL_SECTION_NONE, "It sails again."));
  history = bul_history_new (story);
  g_assert_true (bul_flow_save (store, history, "Min", NULL, &error));
  theirs = bul_history_new (bul_store_load (store, uid, &error));
  g_assert_true (bul_history_replace (history, "b1", 0, 2, "The ferry", &error));
  journal = bul_history_make_journal (history, NULL, "Min");
  g_assert_true (bul_store_write_journal (store, journal, &error));
  g_assert_true (bul_history_replace (theirs, "b1", 0, 2, "The boat", &error));
  g_assert_true (bul_flow_save (store, theirs, "Jae", NULL, &error));
  g_assert_no_error (error);

  /* While whoever wrote them has the library open, they are theirs to save. */
  g_clear_pointer (&store, bul_store_close);
  desk_window_show_story (fixture->window, uid);
  wait_until (desk_window_get_document (fixture->window) != NULL);
  g_assert_cmpstr (get_first_text (bul_history_get_story (get_history (fixture))), ==,
                   "The boat sails again.");
  press (fixture, "win.compare-versions");
  answer ("later");
  store = bul_store_open (fixture->path, BUL_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  left = bul_store_load_journals (store, uid, &error);
  g_assert_cmpuint (left->len, ==, 1);

  press (fixture, "win.compare-versions");
  answer (response);
  do
    {
      g_main_context_iteration (NULL, FALSE);
      g_ptr_array_unref (left);
      left = bul_store_load_journals (store, uid, &error);
    }
  while (left->len > 0);
  wait_until (g_str_equal (get_first_text (bul_history_get_story (get_history (fixture))),
                           take ? "The ferry sails again." : "The boat sails again."));
  wait_until (!desk_banner_is_shown (fixture->window->card));
}

static gboolean
reads (Fixture *fixture, const char *start)
{
  DeskDocument *document = desk_window_get_document (fixture->window);

  return document != NULL
         && g_str_has_prefix (get_first_text (desk_document_get_story (document)), start);
}

/* Somebody saves while there are edits in this window: the two are shown side by side, both stay
 * until one of them is chosen, and what was saved stays in the history either way. */
static void
test_overtaken (Fixture *fixture, gconstpointer data)
{
  gboolean take = g_str_equal (data, "mine");
  g_autofree char *uid = NULL;
  g_autoptr (BulStory) stored = NULL;

  open_sample (fixture);
  uid = g_strdup (bul_history_get_story (get_history (fixture))->uid);
  type (fixture, "Mine: ");
  wait_until (has_journal_with (fixture, "Mine: "));
  save_elsewhere (fixture, "Theirs: ");
  wait_until (desk_banner_is_shown (fixture->window->card));
  press (fixture, "win.compare-versions");
  wait_until (find_dialog () != NULL);
  answer ("later");
  g_assert_true (reads (fixture, "Mine: "));
  g_assert_true (has_journal_with (fixture, "Mine: "));

  press (fixture, "win.save");
  wait_until (desk_document_get_save_state (desk_window_get_document (fixture->window))
              == DESK_SAVE_FAILED);
  press (fixture, "win.compare-versions");
  wait_until (find_dialog () != NULL);
  answer (data);
  wait_until (desk_window_get_document (fixture->window) != NULL
              && !desk_document_get_modified (desk_window_get_document (fixture->window)));
  wait_until (reads (fixture, take ? "Mine: " : "Theirs: "));
  wait_until (!desk_banner_is_shown (fixture->window->card));
  wait_until (!has_journal_with (fixture, "Mine: "));
  stored = load_stored (fixture, uid);
  g_assert_cmpuint (bul_story_get_revision_number (stored), ==, take ? 3 : 2);
  g_assert_true (g_str_has_prefix (get_first_text (stored), take ? "Mine: " : "Theirs: "));
  g_assert_cmpstr (((const BulRevision *) stored->revisions->pdata[1])->by, ==, "Jae");
}

/* What is typed before the choice is carried out is in neither of the two, and stays. */
static void
test_late (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  type (fixture, "Mine: ");
  save_elsewhere (fixture, "Theirs: ");
  wait_until (desk_banner_is_shown (fixture->window->card));
  desk_library_settle_own_async (fixture->library, desk_window_get_document (fixture->window), TRUE,
                                 NULL, NULL);
  type (fixture, "Late: ");
  wait_until (desk_window_get_listed_revision (fixture->window,
                                               bul_history_get_story (get_history (fixture))->uid)
              == 3);
  wait_until (has_journal_with (fixture, "Late: "));
  g_assert_true (reads (fixture, "Late: Mine: "));
  wait_until (desk_banner_is_shown (fixture->window->card));

  press (fixture, "win.compare-versions");
  wait_until (find_dialog () != NULL);
  answer ("mine");
  wait_until (desk_window_get_document (fixture->window) != NULL
              && !desk_document_get_modified (desk_window_get_document (fixture->window)));
  wait_until (reads (fixture, "Late: Mine: "));
}

/* Edits that are in no journal yet are dropped as well. */
static void
test_drop_at_once (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  save_elsewhere (fixture, "Theirs: ");
  type (fixture, "Mine: ");
  desk_library_settle_own_async (fixture->library, desk_window_get_document (fixture->window),
                                 FALSE, NULL, NULL);
  wait_until (desk_window_get_document (fixture->window) != NULL && reads (fixture, "Theirs: "));
  g_assert_false (has_journal_with (fixture, "Mine: "));
}

UNIT (conflict)
{
  gtk_test_init (&argc, &argv);
  g_test_add ("/conflict/copy", Fixture, NULL, set_up, test_conflict, tear_down);
  g_test_add ("/conflict/copy-at-once", Fixture, NULL, set_up, test_copy_at_once, tear_down);
  g_test_add ("/conflict/left/mine", Fixture, "mine", set_up, test_compare, tear_down);
  g_test_add ("/conflict/left/theirs", Fixture, "theirs", set_up, test_compare, tear_down);
  g_test_add ("/conflict/overtaken/mine", Fixture, "mine", set_up, test_overtaken, tear_down);
  g_test_add ("/conflict/overtaken/theirs", Fixture, "theirs", set_up, test_overtaken, tear_down);
  g_test_add ("/conflict/drop-at-once", Fixture, NULL, set_up, test_drop_at_once, tear_down);
  g_test_add ("/conflict/late", Fixture, NULL, set_up, test_late, tear_down);
  return run_with_application ();
}
