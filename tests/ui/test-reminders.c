/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "desk-corrections-pane.h"
#include "desk-find-bar.h"
#include "desk-no-hits.h"
#include "desk-raise.h"
#include "desk-reminder.h"
#include "desk-replace-list.h"
#include "shell-fixture.h"
#include "unit.h"

enum
{
  UNREASONED,
  STANDING,
  UNREVIEWED,
};

static GtkWidget *
get_reminder (Fixture *fixture, guint which)
{
  GtkWidget *pane = find (fixture->window, DESK_TYPE_CORRECTIONS_PANE, 0);

  return find (pane, DESK_TYPE_REMINDER, which);
}

static gboolean
says (Fixture *fixture, guint which, const char *words)
{
  GtkWidget *reminder = get_reminder (fixture, which);

  if (words == NULL)
    return !gtk_widget_get_visible (reminder);
  return gtk_widget_get_visible (reminder)
         && g_str_equal (gtk_label_get_label (find (reminder, GTK_TYPE_LABEL, 0)), words);
}

static void
press_button (Fixture *fixture, guint which)
{
  gtk_widget_activate (find (get_reminder (fixture, which), GTK_TYPE_BUTTON, 0));
}

/* Puts @now for the only place of @was, as hands would. */
static void
change (Fixture *fixture, const char *was, const char *now)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (desk_view_get_buffer (fixture->window->script));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, was, 0, &start, &end, NULL));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, now, -1);
  gtk_text_buffer_end_user_action (buffer);
  g_assert_true (desk_buffer_get_last_edit (DESK_BUFFER (buffer), &start));
  gtk_text_buffer_place_cursor (buffer, &start);
}

static void
lock (Fixture *fixture)
{
  press (fixture, "win.lock-aired");
  answer ("lock");
  wait_until (desk_document_get_save_state (desk_window_get_document (fixture->window))
              == DESK_SAVE_SAVED);
}

/* Before air nothing needs a reason; after it each change is counted until it has one. */
static void
test_reasons (Fixture *fixture, gconstpointer data)
{
  GtkWidget *raise = NULL;

  open_sample (fixture);
  press (fixture, "win.show-corrections");
  wait_until (says (fixture, UNREVIEWED, NULL));
  change (fixture, "16", "18");
  wait_until (says (fixture, UNREVIEWED, "1 change is not reviewed"));
  g_assert_true (says (fixture, UNREASONED, NULL));
  press (fixture, "win.accept");
  wait_until (says (fixture, UNREVIEWED, NULL));

  lock (fixture);
  change (fixture, "118", "181");
  change (fixture, "nine", "ten");
  wait_until (says (fixture, UNREASONED, "2 changes since air have no reason"));
  g_assert_true (says (fixture, UNREVIEWED, "2 changes are not reviewed"));
  press_button (fixture, UNREASONED);
  wait_until (has (fixture->window, DESK_TYPE_RAISE, 0));
  raise = find (fixture->window, DESK_TYPE_RAISE, 0);
  wait_until (gtk_widget_get_mapped (raise));
  gtk_popover_popdown (GTK_POPOVER (raise));
  wait_until (!gtk_widget_get_mapped (raise));
}

/* Whether the list of @n places is filled: until then its button does nothing, nor does the key. */
static gboolean
can_replace (Fixture *fixture, guint n)
{
  GtkWidget *list = find (fixture->window, DESK_TYPE_REPLACE_LIST, 0);
  g_autofree char *label = g_strdup_printf ("Replace %u", n);

  for (guint i = 0; has (list, GTK_TYPE_BUTTON, i); i++)
    {
      GtkWidget *button = find (list, GTK_TYPE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
        return gtk_widget_get_sensitive (button);
    }
  return FALSE;
}

/* How somebody looks for words is theirs: what the error asks for is not remembered. */
static void
assert_options (Fixture *fixture, gboolean are_set)
{
  static const char *const keys[] = { "find-word", "find-case" };
  static const guint options[] = { 0, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkToggleButton *option = find (find (fixture->window, DESK_TYPE_FIND_BAR, 0),
                                      GTK_TYPE_TOGGLE_BUTTON, options[i]);

      g_assert_cmpint (gtk_toggle_button_get_active (option), ==, are_set);
      g_assert_false (g_settings_get_boolean (fixture->window->settings, keys[i]));
    }
}

/* From the change that was just made, one key lists where else the wrong words stand. */
static void
test_elsewhere (Fixture *fixture, gconstpointer data)
{
  DeskReplaceList *list;

  open_sample (fixture);
  change (fixture, "rice", "grain");
  press (fixture, "win.replace-standing");
  list = find (fixture->window, DESK_TYPE_REPLACE_LIST, 0);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (list)));
  assert_options (fixture, TRUE);
  wait_until (has (list, GTK_TYPE_CHECK_BUTTON, 0));
  g_assert_false (has (list, GTK_TYPE_CHECK_BUTTON, 1));
  wait_until (can_replace (fixture, 1));
  press (fixture, "win.accept");
  wait_until (!gtk_widget_get_mapped (GTK_WIDGET (list)));
  g_assert_cmpuint (bul_history_get_story (get_history (fixture))->corrections->len, ==, 0);
  assert_options (fixture, FALSE);

  /* nothing is left but other stories, of which this is none */
  press (fixture, "win.replace-standing");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (list)));
  wait_until (desk_window_is_on_desk (fixture->window, "archive"));
  g_assert_cmpstr (
      gtk_editable_get_text (find (fixture->window->archive, GTK_TYPE_SEARCH_ENTRY, 0)), ==,
      "rice");
  wait_until (has (fixture->window->archive, DESK_TYPE_NO_HITS, 0)
              && gtk_widget_get_mapped (find (fixture->window->archive, DESK_TYPE_NO_HITS, 0)));
}

/* A correction whose wrong words stand elsewhere says so until they do not. */
static void
test_standing (Fixture *fixture, gconstpointer data)
{
  BulCorrectionDraft draft = { .was = "storm", .now = "gale" };
  DeskBuffer *buffer;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;

  open_sample (fixture);
  press (fixture, "win.show-corrections");
  buffer = desk_view_get_buffer (fixture->window->script);
  draft.passage.block = desk_buffer_get_block_at_line (buffer, 0)->key;
  g_assert_true (bul_corrector_find (bul_history_get_story (get_history (fixture)),
                                     "A winter storm", 0, &draft.passage, &error));
  draft.passage.at += strlen ("A winter ");
  draft.passage.n_chars = strlen ("storm");
  draft.error_class = BUL_CLASS_WORDING;
  draft.weight = BUL_WEIGHT_SLIP;
  draft.reason = "The weather office calls it a gale.";
  draft.by = "Min";
  key = bul_corrector_raise (get_history (fixture), &draft, &error);
  g_assert_no_error (error);
  wait_until (says (fixture, STANDING, "“storm” stands in 2 other places"));
  press_button (fixture, STANDING);
  wait_until (can_replace (fixture, 2));
  press (fixture, "win.accept");
  wait_until (says (fixture, STANDING, NULL));
}

/* Of the words of a correction only some were changed: all of them are looked for, not those. */
static void
test_whole_words (Fixture *fixture, gconstpointer data)
{
  BulCorrectionDraft draft = { .was = "118 passengers", .now = "181 passengers" };
  GtkTextBuffer *buffer;
  GtkTextIter iter;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;

  open_sample (fixture);
  lock (fixture);
  change (fixture, "nine tons", "118 tons");
  g_assert_true (bul_corrector_find (bul_history_get_story (get_history (fixture)), draft.was, 0,
                                     &draft.passage, &error));
  draft.error_class = BUL_CLASS_FIGURE;
  draft.reason = "Two digits were swapped.";
  draft.by = "Min";
  key = bul_corrector_raise (get_history (fixture), &draft, &error);
  g_assert_no_error (error);
  buffer = GTK_TEXT_BUFFER (desk_view_get_buffer (fixture->window->script));
  gtk_text_buffer_get_start_iter (buffer, &iter);
  g_assert_true (gtk_text_iter_forward_search (&iter, "181", 0, &iter, NULL, NULL));
  gtk_text_buffer_place_cursor (buffer, &iter);
  press (fixture, "win.replace-standing");
  /* They stand nowhere else in this story, so they are looked for in others. */
  wait_until (desk_window_is_on_desk (fixture->window, "archive"));
  g_assert_cmpstr (
      gtk_editable_get_text (find (fixture->window->archive, GTK_TYPE_SEARCH_ENTRY, 0)), ==,
      "\"118 passengers\"");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

UNIT (reminders)
{
  gtk_test_init (&argc, &argv);

  ADD ("/reminders/reasons", test_reasons);
  ADD ("/reminders/elsewhere", test_elsewhere);
  ADD ("/reminders/standing", test_standing);
  ADD ("/reminders/whole-words", test_whole_words);
  return run_with_application ();
}
