/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-block.h"
#include "bul-speaker.h"
#include "desk-find-bar.h"
#include "desk-view.h"
#include "shell-fixture.h"
#include "unit.h"

static guint
get_line (Fixture *fixture)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (desk_view_get_buffer (fixture->window->script));
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  return (guint) gtk_text_iter_get_line (&caret) + 1;
}

static const char *
get_line_text (Fixture *fixture, guint at)
{
  const BulStory *story = bul_history_get_story (get_history (fixture));

  return ((BulBlock *) bul_story_get_script (story)->blocks->pdata[at])->text;
}

static const char *
get_uid (Fixture *fixture)
{
  return bul_history_get_story (get_history (fixture))->uid;
}

/* A story that is begun is kept, stands under today, and what is typed is its first line. */
static void
test_new_story (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  const BulStory *story;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  wait_until (fixture->window->is_listed);
  press (fixture, "win.new-story");
  wait_until (desk_window_get_document (fixture->window) != NULL);
  story = bul_history_get_story (get_history (fixture));
  g_assert_cmpstr (story->bulletin_date, ==, today);
  g_assert_cmpstr (get_line_text (fixture, 0), ==, "");
  g_assert_true (
      g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (fixture->window)), "No headline"));
  /* Nothing is odd about it, and it is in the language of the window before it has a word. */
  g_assert_cmpuint (desk_findings_get_open (
                        desk_document_get_findings (desk_window_get_document (fixture->window)))
                        ->len,
                    ==, 0);
  g_assert_cmpint (bul_read_time_get_language (desk_read_time_get_time (
                       desk_document_get_read_time (desk_window_get_document (fixture->window)))),
                   ==, BUL_SPOKEN_ENGLISH);
  gtk_text_buffer_insert_at_cursor (
      GTK_TEXT_BUFFER (desk_view_get_buffer (fixture->window->script)),
      "Harbour opens\n\n[Anchor]\nThe harbour is open again.", -1);
  /* The lead is read by an anchor, as in a script that comes from elsewhere; words that are written
   * down for the first time are no changes. */
  g_assert_cmpuint (story->speakers->len, ==, 1);
  g_assert_cmpint (((BulSpeaker *) story->speakers->pdata[0])->role, ==, BUL_SPEAKER_ANCHOR);
  {
    g_autoptr (GPtrArray) changes = desk_changes_list (
        desk_document_get_changes (desk_window_get_document (fixture->window)));

    g_assert_cmpuint (changes->len, ==, 0);
  }
  wait_until (count_rows (fixture) == 1);
  {
    g_autoptr (DeskStoryRow) row
        = g_list_model_get_item (G_LIST_MODEL (fixture->window->selection), 0);

    /* The list reads as the window does before anything is saved. */
    wait_until (g_strcmp0 (desk_story_row_get_headline (row), "Harbour opens") == 0);
    g_assert_cmpuint (desk_story_row_get_revision (row), ==, 1);
  }
  press (fixture, "win.save");
  wait_until (desk_document_get_save_state (desk_window_get_document (fixture->window))
              == DESK_SAVE_SAVED);
  {
    g_autoptr (BulStory) stored = load_stored (fixture, story->uid);

    g_assert_cmpstr (get_first_text (stored), ==, "Harbour opens");
  }
  /* another one is another story */
  first = g_strdup (story->uid);
  press (fixture, "win.new-story");
  wait_until (count_rows (fixture) == 2);
  wait_until (!g_str_equal (get_uid (fixture), first));
  second = g_strdup (get_uid (fixture));
  /* which is taken up again while nothing is in it, wherever one is meanwhile */
  desk_window_show_story (fixture->window, first);
  wait_until (g_str_equal (get_uid (fixture), first));
  press (fixture, "win.new-story");
  wait_until (g_str_equal (get_uid (fixture), second));
  press (fixture, "win.new-story");
  wait_until (fixture->window->n_busy == 0);
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  gtk_text_buffer_insert_at_cursor (
      GTK_TEXT_BUFFER (desk_view_get_buffer (fixture->window->script)), "Ice", -1);
  press (fixture, "win.new-story");
  wait_until (count_rows (fixture) == 3);
  wait_until (!g_str_equal (get_uid (fixture), second));
}

static void
test_stories (Fixture *fixture, gconstpointer data)
{
  g_autofree char *second = NULL;

  open_sample (fixture);
  press (fixture, "win.new-story");
  wait_until (count_rows (fixture) == 2);
  wait_until (g_str_equal (get_line_text (fixture, 0), ""));
  second = g_strdup (bul_history_get_story (get_history (fixture))->uid);
  /* the one of today is the first */
  press (fixture, "win.next-story");
  wait_until (!g_str_equal (bul_history_get_story (get_history (fixture))->uid, second));
  press (fixture, "win.next-story");
  press (fixture, "win.previous-story");
  wait_until (g_str_equal (bul_history_get_story (get_history (fixture))->uid, second));
}

/* Who comes back to a story finds it where it was left. */
static void
test_place_in_story (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  open_sample (fixture);
  first = g_strdup (bul_history_get_story (get_history (fixture))->uid);
  press (fixture, "win.new-story");
  wait_until (count_rows (fixture) == 2);
  press (fixture, "win.next-story");
  wait_until (g_str_equal (bul_history_get_story (get_history (fixture))->uid, first));
  desk_view_go_to_line (fixture->window->script, 15);
  press (fixture, "win.previous-story");
  wait_until (!g_str_equal (bul_history_get_story (get_history (fixture))->uid, first));
  g_assert_cmpuint (get_line (fixture), ==, 1);
  press (fixture, "win.next-story");
  wait_until (g_str_equal (bul_history_get_story (get_history (fixture))->uid, first));
  wait_until (get_line (fixture) == 15);
}

static void
test_last_edit (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  desk_view_go_to_line (fixture->window->script, 5);
  g_assert_cmpuint (get_line (fixture), ==, 5);
  type (fixture, "Later ");
  desk_view_go_to_line (fixture->window->script, 7);
  press (fixture, "win.last-edit");
  g_assert_cmpuint (get_line (fixture), ==, 1);
}

static void
test_go_to_line (Fixture *fixture, gconstpointer data)
{
  AdwMessageDialog *dialog;
  GtkEditable *entry;

  open_sample (fixture);
  press (fixture, "win.go-to-line");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  gtk_editable_set_text (entry, "0");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "go"));
  gtk_editable_set_text (entry, "9999");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "go"));
  gtk_editable_set_text (entry, "6");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "go"));
  answer ("go");
  wait_until (get_line (fixture) == 6);
}

/* One step each, with the words selected still, and Hangul as it is. */
static void
test_change_case (Fixture *fixture, gconstpointer data)
{
  static const char *const turns[] = { "harbour's edge ", "Harbour's Edge ", "HARBOUR'S EDGE " };
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  open_sample (fixture);
  type (fixture, "HARBOUR'S EDGE ");
  buffer = GTK_TEXT_BUFFER (desk_view_get_buffer (fixture->window->script));
  gtk_text_buffer_get_iter_at_line_offset (buffer, &start, 0, 0);
  gtk_text_buffer_get_iter_at_line_offset (buffer, &end, 0, 14);
  gtk_text_buffer_select_range (buffer, &start, &end);
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      press (fixture, "win.change-case");
      g_assert_true (g_str_has_prefix (get_line_text (fixture, 0), turns[i]));
    }
  press (fixture, "win.undo");
  g_assert_true (g_str_has_prefix (get_line_text (fixture, 0), turns[1]));
}

static void
select_lines (Fixture *fixture, int first, int offset, int last, int end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (desk_view_get_buffer (fixture->window->script));
  GtkTextIter start;
  GtkTextIter stop;

  gtk_text_buffer_get_iter_at_line_offset (buffer, &start, first, offset);
  gtk_text_buffer_get_iter_at_line_offset (buffer, &stop, last, end);
  gtk_text_buffer_select_range (buffer, &start, &stop);
}

static char *
dup_selected (Fixture *fixture)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (desk_view_get_buffer (fixture->window->script));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* The lines that are selected, the second in part, go up to the top and down again, selected still;
 * each move is a step. */
static void
test_move_lines (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *third = NULL;
  g_autofree char *selected = NULL;
  g_autofree char *after = NULL;

  open_sample (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->window->script));
  first = g_strdup (get_line_text (fixture, 0));
  third = g_strdup (get_line_text (fixture, 2));
  select_lines (fixture, 2, 0, 3, 5);
  selected = dup_selected (fixture);
  press (fixture, "win.move-line-up");
  press (fixture, "win.move-line-up");
  press (fixture, "win.move-line-up");
  g_assert_cmpstr (desk_window_get_toast_words (fixture->window->toast), ==,
                   "This is the first line.");
  g_assert_cmpstr (get_line_text (fixture, 0), ==, third);
  g_assert_cmpstr (get_line_text (fixture, 2), ==, first);
  after = dup_selected (fixture);
  g_assert_cmpstr (after, ==, selected);

  press (fixture, "win.move-line-down");
  g_assert_cmpstr (get_line_text (fixture, 0), ==, first);
  press (fixture, "win.undo");
  g_assert_cmpstr (get_line_text (fixture, 0), ==, third);
  press (fixture, "win.undo");
  press (fixture, "win.undo");
  g_assert_cmpstr (get_line_text (fixture, 2), ==, third);
}

/* An entry elsewhere selects its words, which takes those of the script; they are selected again
 * when the keys come back. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry;
  GtkTextBuffer *buffer;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  open_sample (fixture);
  buffer = GTK_TEXT_BUFFER (desk_view_get_buffer (fixture->window->script));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->window->script));
  select_lines (fixture, 5, 3, 5, 20);
  before = dup_selected (fixture);
  press (fixture, "win.find");
  entry = find (find (fixture->window, DESK_TYPE_FIND_BAR, 0), GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (entry, "nowhere at all");
  gtk_editable_select_region (entry, 0, -1);
  wait_until (!gtk_text_buffer_get_has_selection (buffer));
  desk_find_bar_close (fixture->window->find_bar);
  wait_until (gtk_widget_has_focus (GTK_WIDGET (fixture->window->script)));
  wait_until (gtk_text_buffer_get_has_selection (buffer));
  after = dup_selected (fixture);
  g_assert_cmpstr (after, ==, before);
}

#define ADD(path, test) g_test_add ("/moves" path, Fixture, NULL, set_up, test, tear_down)

UNIT (moves)
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("/new-story", test_new_story);
  ADD ("/stories", test_stories);
  ADD ("/place", test_place_in_story);
  ADD ("/last-edit", test_last_edit);
  ADD ("/line", test_go_to_line);
  ADD ("/case", test_change_case);
  ADD ("/lines", test_move_lines);
  ADD ("/selection", test_selection);
  return run_with_application ();
}
