/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "bul-aired.h"
#include "desk-state-pill.h"
#include "desk-status.h"
#include "shell-fixture.h"
#include "unit.h"

static void
lock (Fixture *fixture, const char *response)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.lock-aired", NULL);
  answer (response);
}

/* The first press shows what nobody looked at, the second asks; what was aired is kept from then
 * on. */
static void
test_lock (Fixture *fixture, gconstpointer data)
{
  DeskDocument *document;
  const BulStory *story;
  g_autoptr (BulStory) stored = NULL;

  open_sample (fixture);
  document = desk_window_get_document (fixture->window);
  story = desk_document_get_story (document);
  type (fixture, "Now: ");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.lock-aired", NULL);
  g_assert_null (find_dialog ());
  lock (fixture, "cancel");
  g_assert_cmpuint (story->revisions->len, ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.lock-aired", NULL);
  lock (fixture, "lock");
  wait_until (desk_document_get_save_state (document) == DESK_SAVE_SAVED);
  g_assert_cmpint (story->state, ==, BUL_STORY_AIRED);
  g_assert_cmpuint (bul_aired_get_revision (story)->number, ==, 2);
  stored = load_stored (fixture, story->uid);
  g_assert_cmpuint (bul_aired_get_revision (stored)->number, ==, 2);
  g_assert_true (g_str_has_prefix (get_first_text (stored), "Now: "));

  /* nothing is left to ask */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.lock-aired", NULL);
  g_assert_null (find_dialog ());
}

/* Enter alone does not air a story again: whoever does says so. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  DeskDocument *document;
  const BulStory *story;
  AdwMessageDialog *dialog;

  open_sample (fixture);
  document = desk_window_get_document (fixture->window);
  story = desk_document_get_story (document);
  lock (fixture, "lock");
  wait_until (bul_aired_get_revision (story) != NULL);
  wait_until (desk_document_get_save_state (document) == DESK_SAVE_SAVED);
  type (fixture, "Now: ");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.lock-aired", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.lock-aired", NULL);
  dialog = find_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "Aired again?");
  g_assert_cmpstr (adw_message_dialog_get_default_response (dialog), ==, "cancel");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog),
                            "1 change has no reason, and will not be asked for one any more."));
  answer ("cancel");
  g_assert_cmpuint (bul_aired_get_revision (story)->number, ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.lock-aired", NULL);
  lock (fixture, "lock");
  wait_until (bul_aired_get_revision (story)->number == 3);
}

static gboolean
shows_label (gpointer root, const char *words)
{
  for (guint i = 0; has (root, GTK_TYPE_LABEL, i); i++)
    if (g_str_equal (gtk_label_get_text (find (root, GTK_TYPE_LABEL, i)), words))
      return TRUE;
  return FALSE;
}

static gboolean
shows_state (Fixture *fixture, const char *words)
{
  DeskStatus *status = find (fixture->window, DESK_TYPE_STATUS, 0);

  return shows_label (find (status, DESK_TYPE_STATE_PILL, 0), words);
}

/* The state stands below the script whatever changes it; who takes the lock back is told so. */
static void
test_state (Fixture *fixture, gconstpointer data)
{
  DeskStatus *status;

  open_sample (fixture);
  wait_until (shows_state (fixture, "Draft"));
  lock (fixture, "lock");
  wait_until (shows_state (fixture, "Aired"));
  status = find (fixture->window, DESK_TYPE_STATUS, 0);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (find (find (status, DESK_TYPE_STATE_PILL, 0), GTK_TYPE_LABEL, 0)),
      GTK_ACCESSIBLE_PROPERTY_LABEL, "Story: Aired");
  wait_until (desk_document_get_save_state (desk_window_get_document (fixture->window))
              == DESK_SAVE_SAVED);

  press (fixture, "win.undo");
  wait_until (shows_state (fixture, "Draft"));
  wait_until (
      shows_label (fixture->window, "The story counts as aired no more. What was aired is kept."));
  press (fixture, "win.redo");
  wait_until (shows_state (fixture, "Aired"));
}

/* A story that could not be locked is as it was, with what was typed. */
static void
test_lock_fails (Fixture *fixture, gconstpointer data)
{
  DeskDocument *document;
  const BulStory *story;

  open_sample (fixture);
  document = desk_window_get_document (fixture->window);
  story = desk_document_get_story (document);
  type (fixture, "Mine: ");
  save_elsewhere (fixture, "Theirs: ");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.lock-aired", NULL);
  lock (fixture, "lock");
  wait_until (desk_document_get_save_state (document) == DESK_SAVE_FAILED);
  g_assert_cmpint (story->state, ==, BUL_STORY_DRAFT);
  g_assert_null (bul_aired_get_revision (story));
  g_assert_true (g_str_has_prefix (get_first_text (story), "Mine: "));
  gtk_window_close (GTK_WINDOW (fixture->window));
  answer ("discard");
  wait_until (fixture->window == NULL);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

UNIT (lock)
{
  gtk_test_init (&argc, &argv);

  ADD ("/lock/asks-once", test_lock);
  ADD ("/lock/again", test_again);
  ADD ("/lock/state", test_state);
  ADD ("/lock/fails", test_lock_fails);
  return run_with_application ();
}
