/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-find-bar.h"
#include "desk-replace-item.h"
#include "desk-replace-list.h"
#include "desk-settings.h"
#include "desk-style.h"
#include "fake-input.h"
#include "shell-fixture.h"
#include "unit.h"

/* Where in the bar its toggles stand. */
typedef enum
{
  WORD,
  PARTICLES,
  CASE,
  REGEX,
} Option;

static DeskFindBar *
get_bar (Fixture *fixture)
{
  return find (fixture->window, DESK_TYPE_FIND_BAR, 0);
}

static GtkEditable *
get_entry (Fixture *fixture)
{
  return find (get_bar (fixture), GTK_TYPE_SEARCH_ENTRY, 0);
}

static GtkEditable *
get_with (Fixture *fixture)
{
  return find (get_bar (fixture), GTK_TYPE_ENTRY, 0);
}

static DeskReplaceList *
get_list (Fixture *fixture)
{
  return find (get_bar (fixture), DESK_TYPE_REPLACE_LIST, 0);
}

static DeskView *
get_view (Fixture *fixture)
{
  return find (fixture->window, DESK_TYPE_VIEW, 0);
}

static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  return GTK_TEXT_BUFFER (desk_view_get_buffer (get_view (fixture)));
}

static gboolean
is_open (Fixture *fixture)
{
  return gtk_revealer_get_reveal_child (find (get_bar (fixture), GTK_TYPE_REVEALER, 0));
}

/* What the bar says of the places: the first label in small figures. */
static const char *
get_words (Fixture *fixture)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *label = find (get_bar (fixture), GTK_TYPE_LABEL, i);

      if (gtk_widget_has_css_class (label, "numeric"))
        return gtk_label_get_label (GTK_LABEL (label));
    }
}

/* The same, once it was looked everywhere. */
static const char *
get_count (Fixture *fixture)
{
  wait_until (!g_str_has_suffix (get_words (fixture), "…"));
  return get_words (fixture);
}

/* The words that are marked as the place that is shown, and their line. */
static char *
dup_shown (Fixture *fixture, int *line)
{
  GtkTextTag *tag = desk_style_table_get_tag (gtk_text_buffer_get_tag_table (get_buffer (fixture)),
                                              DESK_STYLE_CURRENT_HIT);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_start_iter (get_buffer (fixture), &start);
  if (!gtk_text_iter_starts_tag (&start, tag) && !gtk_text_iter_forward_to_tag_toggle (&start, tag))
    return NULL;
  *line = gtk_text_iter_get_line (&start);
  end = start;
  gtk_text_iter_forward_to_tag_toggle (&end, tag);
  return gtk_text_buffer_get_text (get_buffer (fixture), &start, &end, FALSE);
}

static gboolean
shows (Fixture *fixture, const char *words, int line, const char *count)
{
  int shown_line = -1;
  g_autofree char *shown = dup_shown (fixture, &shown_line);

  return g_strcmp0 (shown, words) == 0 && shown_line == line
         && g_strcmp0 (get_count (fixture), count) == 0;
}

/* What is shown, the line it stands in, and what the bar says. A search that takes its time, as
 * with sanitizers, rests in between. */
static void
assert_shown (Fixture *fixture, const char *words, int line, const char *count)
{
  gint64 end = g_get_monotonic_time () + LIMIT_SECONDS * G_USEC_PER_SEC;
  int shown_line = -1;
  g_autofree char *shown = NULL;

  while (!shows (fixture, words, line, count) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  shown = dup_shown (fixture, &shown_line);
  g_assert_cmpstr (shown, ==, words);
  g_assert_cmpint (shown_line, ==, line);
  g_assert_cmpstr (get_count (fixture), ==, count);
}

static void
put_caret (Fixture *fixture, int line, int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (get_buffer (fixture), &iter, line, offset);
  gtk_text_buffer_place_cursor (get_buffer (fixture), &iter);
}

static void
assert_caret (Fixture *fixture, int line, int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (fixture), &iter,
                                    gtk_text_buffer_get_insert (get_buffer (fixture)));
  g_assert_cmpint (gtk_text_iter_get_line (&iter), ==, line);
  g_assert_cmpint (gtk_text_iter_get_line_offset (&iter), ==, offset);
}

static void
set_option (Fixture *fixture, Option option, gboolean active)
{
  gtk_toggle_button_set_active (find (get_bar (fixture), GTK_TYPE_TOGGLE_BUTTON, option), active);
}

/* A window on the sample, with the options as they are at first. */
static void
set_up_sample (Fixture *fixture, gconstpointer data)
{
  set_up (fixture, data);
  open_sample (fixture);
  set_option (fixture, WORD, FALSE);
  set_option (fixture, PARTICLES, TRUE);
  set_option (fixture, CASE, FALSE);
  set_option (fixture, REGEX, FALSE);
  put_caret (fixture, 0, 0);
}

static void
look_for (Fixture *fixture, const char *text)
{
  press (fixture, "win.find");
  gtk_editable_set_text (get_entry (fixture), text);
}

/* By its button, which does as Escape does. */
static void
close_bar (Fixture *fixture)
{
  for (guint i = 0;; i++)
    {
      GtkButton *button = find (get_bar (fixture), GTK_TYPE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_icon_name (button), "window-close-symbolic") != 0)
        continue;
      g_signal_emit_by_name (button, "clicked");
      return;
    }
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  look_for (fixture, "second");
  g_assert_true (is_open (fixture));
  assert_shown (fixture, "second", 16, "1 of 2");
  press (fixture, "win.next-match");
  assert_shown (fixture, "second", 17, "2 of 2");
  press (fixture, "win.next-match");
  assert_shown (fixture, "second", 16, "1 of 2");
  press (fixture, "win.previous-match");
  assert_shown (fixture, "second", 17, "2 of 2");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  assert_shown (fixture, "second", 16, "1 of 2");
  put_caret (fixture, 16, 0);
  g_assert_cmpstr (get_count (fixture), ==, "2 matches");
  gtk_editable_set_text (get_entry (fixture), "secondhand");
  g_assert_cmpstr (get_count (fixture), ==, "Not found");
  gtk_editable_set_text (get_entry (fixture), "");
  g_assert_cmpstr (get_count (fixture), ==, "");
}

static char *
dup_selected (Fixture *fixture)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_selection_bounds (get_buffer (fixture), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (fixture), &start, &end, FALSE);
}

/* What was found last may be typed over; no mark of it stays. */
static void
test_escape (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  int line;

  put_caret (fixture, 4, 3);
  look_for (fixture, "second");
  assert_shown (fixture, "second", 16, "1 of 2");
  close_bar (fixture);
  g_assert_false (is_open (fixture));
  first = dup_selected (fixture);
  g_assert_cmpstr (first, ==, "second");
  g_assert_null (dup_shown (fixture, &line));
  wait_until (gtk_window_get_focus (GTK_WINDOW (fixture->window))
              == GTK_WIDGET (get_view (fixture)));

  press (fixture, "win.find");
  assert_shown (fixture, "second", 16, "1 of 2");
  press (fixture, "win.next-match");
  close_bar (fixture);
  second = dup_selected (fixture);
  g_assert_cmpstr (second, ==, "second");
  assert_caret (fixture, 17, 18);
}

static void
count_cb (guint *n_times)
{
  (*n_times)++;
}

/* Selected words give way to the next ones at once. Were nothing selected between the two, the X
 * server's word of it may come late, and GTK would let go of the second. */
static void
test_next_from_script (Fixture *fixture, gconstpointer data)
{
  g_autofree char *selected = NULL;
  guint n_times = 0;

  look_for (fixture, "second");
  assert_shown (fixture, "second", 16, "1 of 2");
  close_bar (fixture);
  wait_until (gtk_window_get_focus (GTK_WINDOW (fixture->window))
              == GTK_WIDGET (get_view (fixture)));
  g_signal_connect_swapped (get_buffer (fixture), "notify::has-selection", G_CALLBACK (count_cb),
                            &n_times);
  press (fixture, "win.next-match");
  assert_shown (fixture, "second", 17, "2 of 2");
  selected = dup_selected (fixture);
  g_assert_cmpstr (selected, ==, "second");
  g_assert_cmpuint (n_times, ==, 0);
  g_signal_handlers_disconnect_by_func (get_buffer (fixture), count_cb, &n_times);
}

/* What is typed after one went on is looked for from there. */
static void
test_go_on_typing (Fixture *fixture, gconstpointer data)
{
  look_for (fixture, "ferry");
  press (fixture, "win.next-match");
  press (fixture, "win.next-match");
  assert_shown (fixture, "ferry", 9, "3 of 6");
  gtk_editable_set_text (get_entry (fixture), "storm");
  assert_shown (fixture, "storm", 13, "2 of 3");
}

/* In a search by expressions selected words stand for themselves. */
static void
test_selected_signs (Fixture *fixture, gconstpointer data)
{
  GtkTextIter start;
  GtkTextIter end;

  set_option (fixture, REGEX, TRUE);
  gtk_text_buffer_get_iter_at_line_offset (get_buffer (fixture), &start, 3, 0);
  end = start;
  gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_select_range (get_buffer (fixture), &start, &end);
  press (fixture, "win.find");
  assert_shown (fixture, "[Anchor]", 3, "1 of 1");
}

/* Words that are not there show the place where one began. */
static void
test_nowhere (Fixture *fixture, gconstpointer data)
{
  put_caret (fixture, 4, 3);
  look_for (fixture, "secondhand");
  assert_caret (fixture, 4, 3);
  gtk_editable_set_text (get_entry (fixture), "second");
  assert_shown (fixture, "second", 16, "1 of 2");
  gtk_editable_set_text (get_entry (fixture), "secondhand");
  assert_caret (fixture, 4, 3);
  close_bar (fixture);
  assert_caret (fixture, 4, 3);
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_line_offset (get_buffer (fixture), &start, 17, 12);
  gtk_text_buffer_get_iter_at_line_offset (get_buffer (fixture), &end, 17, 18);
  gtk_text_buffer_select_range (get_buffer (fixture), &start, &end);
  press (fixture, "win.find");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "second");
  assert_shown (fixture, "second", 17, "2 of 2");
}

/* While the bar is open what is typed in the script counts, and what is taken back. */
static void
test_live (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BulHistory *history = get_history (fixture);
  const BulScript *script = bul_story_get_script (bul_history_get_story (history));
  const char *block = ((const BulBlock *) script->blocks->pdata[2])->key;

  look_for (fixture, "second");
  g_assert_cmpstr (get_count (fixture), ==, "1 of 2");
  bul_history_replace (history, block, 0, 0, "Second ", &error);
  g_assert_no_error (error);
  wait_until (strcmp (get_count (fixture), "2 of 3") == 0);
  gtk_widget_grab_focus (GTK_WIDGET (get_view (fixture)));
  press (fixture, "win.undo");
  wait_until (strcmp (get_count (fixture), "2 matches") == 0);
}

static void
test_options (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = desk_settings_new ();
  GtkLabel *problem;

  look_for (fixture, "ferry");
  g_assert_cmpstr (get_count (fixture), ==, "1 of 6");
  set_option (fixture, CASE, TRUE);
  gtk_editable_set_text (get_entry (fixture), "Ferry");
  g_assert_cmpstr (get_count (fixture), ==, "Not found");
  set_option (fixture, CASE, FALSE);
  gtk_editable_set_text (get_entry (fixture), "weeks");
  g_assert_cmpstr (get_count (fixture), ==, "1 of 3");
  gtk_editable_set_text (get_entry (fixture), "week");
  g_assert_cmpstr (get_count (fixture), ==, "1 of 4");
  set_option (fixture, WORD, TRUE);
  g_assert_cmpstr (get_count (fixture), ==, "1 of 1");
  set_option (fixture, WORD, FALSE);

  set_option (fixture, REGEX, TRUE);
  gtk_editable_set_text (get_entry (fixture), "[0-9]+ (weeks|passengers)");
  g_assert_cmpstr (get_count (fixture), ==, "1 of 3");
  gtk_editable_set_text (get_entry (fixture), "(");
  g_assert_cmpstr (get_count (fixture), ==, "");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_entry (fixture)), "error"));
  for (guint i = 0; !gtk_widget_has_css_class (
           GTK_WIDGET (problem = find (get_bar (fixture), GTK_TYPE_LABEL, i)), "error-words");
       i++)
    ;
  g_assert_cmpstr (gtk_label_get_label (problem), ==, "This is not a regular expression yet.");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (problem)));
  gtk_editable_set_text (get_entry (fixture), "(s)");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (get_entry (fixture)), "error"));

  /* and they are remembered */
  g_assert_true (g_settings_get_boolean (settings, "find-regex"));
  g_assert_true (g_settings_get_boolean (settings, "find-particles"));
  g_assert_false (g_settings_get_boolean (settings, "find-word"));
}

static GListModel *
get_items (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (find (get_list (fixture), GTK_TYPE_LIST_VIEW, 0)));
}

static DeskReplaceItem *
get_item (Fixture *fixture, guint position)
{
  g_autoptr (DeskReplaceItem) item = NULL;

  wait_until (g_list_model_get_n_items (get_items (fixture)) > position);
  item = g_list_model_get_item (get_items (fixture), position);
  return item;
}

static const char *
get_line (Fixture *fixture, guint line)
{
  const BulScript *script = bul_story_get_script (bul_history_get_story (get_history (fixture)));

  return ((const BulBlock *) script->blocks->pdata[line])->text;
}

/* The places are listed a slice at a time, while nothing else is to be done; before that is over
 * nothing is replaced. */
static void
apply (Fixture *fixture)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  desk_replace_list_apply (get_list (fixture));
  wait_until (!is_open (fixture));
}

static void
list_places (Fixture *fixture, const char *text, const char *with)
{
  look_for (fixture, text);
  g_assert_cmpstr (get_count (fixture), !=, "Not found");
  press (fixture, "win.replace");
  gtk_editable_set_text (get_with (fixture), with);
  g_signal_emit_by_name (get_with (fixture), "activate");
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (get_list (fixture))));
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  const BulReplacement *quoted;

  list_places (fixture, "second", "third");
  before = g_strdup (get_line (fixture, 16));
  wait_until (g_list_model_get_n_items (get_items (fixture)) == 2);
  quoted = desk_replace_item_get (get_item (fixture, 0));
  g_assert_true (quoted->in_quote);
  g_assert_cmpuint (quoted->number, ==, 17);
  g_assert_false (desk_replace_item_get (get_item (fixture, 1))->in_quote);
  desk_replace_item_set_ticked (get_item (fixture, 0), FALSE);
  apply (fixture);

  g_assert_cmpstr (get_line (fixture, 16), ==, before);
  g_assert_nonnull (strstr (get_line (fixture, 17), "the third ferry"));
  g_assert_cmpstr (bul_history_get_undo_name (get_history (fixture)), ==, "Replace");
  press (fixture, "win.undo");
  g_assert_nonnull (strstr (get_line (fixture, 17), "the second ferry"));
  g_assert_false (bul_history_can_undo (get_history (fixture)));
}

/* As a syllable that is put into the entry: the search begins anew, and whoever asks for the next
 * place at once gets it when it is found. */
static void
test_next_at_once (Fixture *fixture, gconstpointer data)
{
  look_for (fixture, "second");
  assert_shown (fixture, "second", 16, "1 of 2");
  for (guint i = 0; i < 20; i++)
    {
      gtk_editable_set_text (get_entry (fixture), "");
      gtk_editable_set_text (get_entry (fixture), "second");
      desk_find_bar_next (get_bar (fixture));
      assert_shown (fixture, "second", i % 2 == 0 ? 17 : 16, i % 2 == 0 ? "2 of 2" : "1 of 2");
    }
}

/* Yes is said before all places are listed: all are replaced, once they are. */
static void
test_replace_early (Fixture *fixture, gconstpointer data)
{
  const BulScript *script;

  list_places (fixture, "e", "E");
  desk_replace_list_apply (get_list (fixture));
  wait_until (!is_open (fixture));
  script = bul_story_get_script (bul_history_get_story (get_history (fixture)));
  for (guint i = 0; i < script->blocks->len; i++)
    g_assert_null (strchr (((const BulBlock *) script->blocks->pdata[i])->text, 'e'));
  g_assert_cmpstr (bul_history_get_undo_name (get_history (fixture)), ==, "Replace");
}

/* An edit elsewhere leaves the ticks alone; what is listed is what the script reads now. */
static void
test_list_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BulHistory *history = get_history (fixture);
  const char *block;

  list_places (fixture, "second", "third");
  desk_replace_item_set_ticked (get_item (fixture, 1), FALSE);
  block = desk_replace_item_get (get_item (fixture, 0))->block;
  bul_history_replace (history, block, 0, 0, "A second. ", &error);
  g_assert_no_error (error);
  wait_until (g_list_model_get_n_items (get_items (fixture)) == 3);
  g_assert_true (desk_replace_item_get_ticked (get_item (fixture, 0)));
  g_assert_true (desk_replace_item_get_ticked (get_item (fixture, 1)));
  g_assert_false (desk_replace_item_get_ticked (get_item (fixture, 2)));
  gtk_editable_set_text (get_with (fixture), "fourth");
  g_assert_cmpstr (desk_replace_item_get (get_item (fixture, 0))->after, ==, "fourth");
  apply (fixture);
  g_assert_true (g_str_has_prefix (get_line (fixture, 16), "A fourth. "));
}

static void
test_references (Fixture *fixture, gconstpointer data)
{
  set_option (fixture, REGEX, TRUE);
  list_places (fixture, "(\\w+) Island", "isle of \\1");
  g_assert_cmpstr (desk_replace_item_get (get_item (fixture, 0))->after, ==, "isle of Haeran");
  gtk_editable_set_text (get_with (fixture), "\\");
  g_assert_cmpuint (g_list_model_get_n_items (get_items (fixture)), ==, 0);
  desk_replace_list_apply (get_list (fixture));
  g_assert_true (is_open (fixture));
  g_assert_false (bul_history_can_undo (get_history (fixture)));
}

/* The syllable in the entry counts before it is finished, and is not lost by what is found. */
static void
test_composing (Fixture *fixture, gconstpointer data)
{
  const BulScript *script = bul_story_get_script (bul_history_get_story (get_history (fixture)));
  const char *block = ((const BulBlock *) script->blocks->pdata[4])->key;

  bul_history_replace (get_history (fixture), block, 0, 0, "해란도에서 ", NULL);
  put_caret (fixture, 0, 0);
  wait_until (is_in_front (fixture->window));
  press (fixture, "win.find");
  wait_until (fake_input_has_focus ());
  gtk_editable_set_text (get_entry (fixture), "해");
  gtk_editable_set_position (get_entry (fixture), -1);
  fake_input_compose ("ㄹ");
  assert_shown (fixture, "해", 4, "1 of 1");
  fake_input_compose ("라");
  g_assert_cmpstr (get_count (fixture), ==, "Not found");
  fake_input_compose ("란");
  assert_shown (fixture, "해란", 4, "1 of 1");
  g_assert_cmpstr (fake_input_get_composing (), ==, "란");
  press (fixture, "win.next-match");
  assert_shown (fixture, "해란", 4, "1 of 1");
  g_assert_cmpstr (fake_input_get_composing (), ==, "란");
}

/* A syllable that is being composed in the script is in it before anything is looked for. */
static void
test_composing_in_script (Fixture *fixture, gconstpointer data)
{
  wait_until (is_in_front (fixture->window));
  gtk_widget_grab_focus (GTK_WIDGET (get_view (fixture)));
  wait_until (fake_input_has_focus ());
  put_caret (fixture, 4, 0);
  fake_input_compose ("한");
  press (fixture, "win.find");
  wait_until (is_open (fixture));
  gtk_editable_set_text (get_entry (fixture), "한");
  assert_shown (fixture, "한", 4, "1 of 1");
}

UNIT (find)
{
  gtk_test_init (&argc, &argv, NULL);
  fake_input_install ();
  g_test_add ("/find/find", Fixture, NULL, set_up_sample, test_find, tear_down);
  g_test_add ("/find/escape", Fixture, NULL, set_up_sample, test_escape, tear_down);
  g_test_add ("/find/go-on-typing", Fixture, NULL, set_up_sample, test_go_on_typing, tear_down);
  g_test_add ("/find/next-from-script", Fixture, NULL, set_up_sample, test_next_from_script,
              tear_down);
  g_test_add ("/find/selected-signs", Fixture, NULL, set_up_sample, test_selected_signs, tear_down);
  g_test_add ("/find/nowhere", Fixture, NULL, set_up_sample, test_nowhere, tear_down);
  g_test_add ("/find/selection", Fixture, NULL, set_up_sample, test_selection, tear_down);
  g_test_add ("/find/live", Fixture, NULL, set_up_sample, test_live, tear_down);
  g_test_add ("/find/options", Fixture, NULL, set_up_sample, test_options, tear_down);
  g_test_add ("/replace/replace", Fixture, NULL, set_up_sample, test_replace, tear_down);
  g_test_add ("/find/next-at-once", Fixture, NULL, set_up_sample, test_next_at_once, tear_down);
  g_test_add ("/replace/early", Fixture, NULL, set_up_sample, test_replace_early, tear_down);
  g_test_add ("/replace/list-follows", Fixture, NULL, set_up_sample, test_list_follows, tear_down);
  g_test_add ("/replace/references", Fixture, NULL, set_up_sample, test_references, tear_down);
  g_test_add ("/find/composing", Fixture, NULL, set_up_sample, test_composing, tear_down);
  g_test_add ("/find/composing-in-script", Fixture, NULL, set_up_sample, test_composing_in_script,
              tear_down);
  return run_with_application ();
}
