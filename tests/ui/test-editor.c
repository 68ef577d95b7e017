/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <string.h>

#include "bul-chars.h"
#include "bul-correction.h"
#include "bul-parts.h"
#include "bul-story-xml.h"
#include "desk-bridge.h"
#include "desk-style.h"
#include "desk-view.h"
#include "editor-hands.h"
#include "unit.h"

#define STEPS 2500

static void
test_shows_blocks (void)
{
  g_autoptr (DeskDocument) document = desk_document_new (hands_make_story (hands_ferry));
  g_autoptr (DeskBuffer) buffer = desk_buffer_new (document, NULL);
  const char *block;
  guint offset;
  GtkTextIter iter;

  hands_assert_true_to_story (buffer);
  g_assert_cmpint (gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (buffer)), ==, 5);

  g_assert_true (desk_buffer_get_iter_at_place (buffer, "b3", 5, DESK_AFTER_STRUCK, &iter));
  g_assert_cmpint (gtk_text_iter_get_line (&iter), ==, 2);
  g_assert_true (desk_buffer_get_place (buffer, &iter, &block, &offset));
  g_assert_cmpstr (block, ==, "b3");
  g_assert_cmpuint (offset, ==, 5);
  g_assert_false (desk_buffer_get_iter_at_place (buffer, "b99", 0, DESK_AFTER_STRUCK, &iter));
  g_assert_null (desk_buffer_get_block_at_line (buffer, 5));
}

static void
test_hands (void)
{
  static const struct
  {
    const char *what;
    const char *before;
    guint start, end;
    const char *typed;
    const char *after;
    const char *keys;
  } cases[] = {
    /* within a line */
    { "typing", "ab|cd", 1, 1, "x", "axb|cd", "b1 b2" },
    { "taking out", "ab|cd", 0, 1, "", "b|cd", "b1 b2" },
    { "replacing", "ab|cd", 3, 5, "xyz", "ab|xyz", "b1 b2" },
    { "decomposed letters", "ab", 2, 2, "e\u0301", "ab\u00e9", "b1" },
    { "signs that XML cannot hold", "ab", 1, 1, "\x01x\x0b\ufffc", "axb", "b1" },
    { "nothing but such signs", "ab", 1, 1, "\x01", "ab", "b1" },
    { "a row within a block", "ab", 1, 1, "\u2028", "a\u2028b", "b1" },
    /* line ends */
    { "Enter within a line", "ab|cd", 1, 1, "\n", "a|b|cd", "b1 b3 b2" },
    { "Enter at the start keeps the line", "ab|cd", 3, 3, "\n", "ab||cd", "b1 b3 b2" },
    { "Enter at the end", "ab|cd", 2, 2, "\n", "ab||cd", "b1 b3 b2" },
    { "lines pasted into a line", "ab", 1, 1, "1\n2\r\n3", "a1|2|3b", "b1 b3 b2" },
    { "whole lines pasted", "ab|cd", 3, 3, "1\r2\u2029", "ab|1|2|cd", "b1 b3 b4 b2" },
    { "lines pasted over lines", "ab|cd|ef", 1, 7, "1\n2", "a1|2f", "b1 b4" },
    /* over lines */
    { "joining", "ab|cd", 2, 3, "", "abcd", "b1" },
    { "from within to within", "ab|cd|ef", 1, 7, "", "af", "b1" },
    { "a whole line", "ab|cd|ef", 3, 6, "", "ab|ef", "b1 b3" },
    { "the last line", "ab|cd", 2, 5, "", "ab", "b1" },
    { "an empty line by Backspace", "|cd", 0, 1, "", "cd", "b2" },
    { "everything", "ab|cd", 0, 5, "", "", "b1" },
    { "everything, by other words", "ab|cd", 0, 5, "x", "x", "b1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) lines = g_strsplit (cases[i].before, "|", -1);
      g_autoptr (DeskDocument) document
          = desk_document_new (hands_make_story ((const char *const *) lines));
      g_autoptr (DeskBuffer) buffer = desk_buffer_new (document, NULL);
      g_autofree char *after = g_strdelimit (g_strdup (cases[i].after), "|", '\n');
      g_autofree char *before = g_strdelimit (g_strdup (cases[i].before), "|", '\n');
      g_autoptr (GString) keys = g_string_new (NULL);
      BulHistory *history = desk_document_get_history (document);
      const GPtrArray *blocks = desk_buffer_get_script (buffer)->blocks;

      g_test_message ("%s", cases[i].what);
      hands_replace (buffer, cases[i].start, cases[i].end, cases[i].typed);
      hands_assert_text (buffer, after);
      for (guint j = 0; j < blocks->len; j++)
        g_string_append_printf (keys, "%s%s", j > 0 ? " " : "",
                                ((const BulBlock *) blocks->pdata[j])->key);
      g_assert_cmpstr (keys->str, ==, cases[i].keys);

      while (bul_history_undo (history))
        hands_assert_true_to_story (buffer);
      hands_assert_text (buffer, before);
    }
}

static void
test_one_action_is_one_step (void)
{
  g_autoptr (DeskDocument) document = desk_document_new (hands_make_story (hands_ferry));
  g_autoptr (DeskBuffer) buffer = desk_buffer_new (document, NULL);
  g_autofree char *before = hands_get_text (buffer);
  BulHistory *history = desk_document_get_history (document);

  hands_replace (buffer, 4, 40, "one\ntwo\nthree");
  g_assert_true (bul_history_undo (history));
  hands_assert_text (buffer, before);
  g_assert_false (bul_history_can_undo (history));

  /* An action without an edit is no step. */
  g_assert_true (bul_history_redo (history));
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (buffer));
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (buffer));
  g_assert_true (bul_history_undo (history));
  g_assert_true (bul_history_can_redo (history));
}

static void
test_caret_breaks_steps (void)
{
  static const char *const lines[] = { "ab", NULL };
  g_autoptr (DeskDocument) document = desk_document_new (hands_make_story (lines));
  g_autoptr (DeskBuffer) buffer = desk_buffer_new (document, NULL);
  BulHistory *history = desk_document_get_history (document);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter, 2);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &iter);
  gtk_text_buffer_insert_interactive_at_cursor (GTK_TEXT_BUFFER (buffer), "c", -1, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (GTK_TEXT_BUFFER (buffer), "d", -1, TRUE);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &iter);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &iter);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter, 4);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &iter);
  gtk_text_buffer_insert_interactive_at_cursor (GTK_TEXT_BUFFER (buffer), "e", -1, TRUE);
  hands_assert_text (buffer, "abcde");

  bul_history_undo (history);
  hands_assert_text (buffer, "abcd");
  bul_history_undo (history);
  hands_assert_text (buffer, "ab");
}

static void
test_empty_script (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (DeskDocument) document = desk_document_new (hands_make_story (none));
  g_autoptr (DeskBuffer) buffer = desk_buffer_new (document, NULL);
  BulHistory *history = desk_document_get_history (document);

  g_assert_null (desk_buffer_get_block_at_line (buffer, 0));
  hands_insert (buffer, 0, "첫");
  hands_assert_text (buffer, "첫");
  g_assert_nonnull (desk_buffer_get_block_at_line (buffer, 0));
  hands_erase (buffer, 0, 1);
  hands_assert_text (buffer, "");
  while (bul_history_undo (history))
    hands_assert_true_to_story (buffer);
  g_assert_cmpuint (desk_buffer_get_script (buffer)->blocks->len, ==, 0);
  while (bul_history_redo (history))
    hands_assert_true_to_story (buffer);
}

static void
test_no_script (void)
{
  g_autoptr (DeskDocument) document = desk_document_new (bul_story_new ());
  g_autoptr (DeskBuffer) buffer = desk_buffer_new (document, NULL);

  g_assert_null (desk_buffer_get_script (buffer));
  hands_insert (buffer, 0, "one\ntwo");
  hands_assert_text (buffer, "one\ntwo");
  while (bul_history_undo (desk_document_get_history (document)))
    ;
  g_assert_null (desk_buffer_get_script (buffer));
  hands_assert_text (buffer, "");
}

static void
test_refused (void)
{
  g_autoptr (DeskDocument) document = desk_document_new (hands_make_story (hands_ferry));
  g_autoptr (DeskBuffer) buffer = desk_buffer_new (document, "k9");

  g_assert_null (desk_buffer_get_script (buffer));
  hands_insert (buffer, 0, "lost");
  hands_assert_text (buffer, "");
  g_assert_false (bul_history_can_undo (desk_document_get_history (document)));
}

static void
test_random_edits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (DeskDocument) document = desk_document_new (hands_make_story (hands_ferry));
  g_autoptr (DeskBuffer) first = desk_buffer_new (document, NULL);
  g_autoptr (DeskBuffer) second = desk_buffer_new (document, NULL);
  g_autoptr (BulRecord) before = bul_record_copy (desk_document_get_story (document));
  BulHistory *history = desk_document_get_history (document);
  HandsDesk desk = { document, { first, second }, rand };
  const char *steps = g_getenv ("BULLETIN_TEST_STEPS");
  guint n_steps = steps == NULL ? STEPS : atoi (steps);

  for (guint i = 0; i < n_steps; i++)
    {
      hands_do_something (&desk);
      hands_assert_true_to_story (first);
      hands_assert_true_to_story (second);
      if (i % 50 == 0)
        hands_assert_styled (first);
    }
  while (bul_history_undo (history))
    ;
  hands_assert_true_to_story (first);
  hands_assert_true_to_story (second);
  g_assert_true (bul_record_equal (desk_document_get_story (document), before));
}

static void
test_kinds_follow_typing (void)
{
  static const char *const lines[] = { "[Report]", "The bridge is open.", "", NULL };
  g_autoptr (DeskDocument) document = desk_document_new (hands_make_story (lines));
  g_autoptr (DeskBuffer) buffer = desk_buffer_new (document, NULL);
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (buffer));
  const char *typed = "[Kim/Mayor: \"Yes.\"]";
  const BulBlock *block;
  const BulSpeaker *speaker;
  GtkTextIter iter;

  for (const char *p = typed; *p != '\0'; p++)
    {
      const char letter[] = { *p, '\0' };

      hands_insert (buffer, gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (buffer)), letter);
    }
  hands_assert_true_to_story (buffer);

  block = desk_buffer_get_block_at_line (buffer, 2);
  g_assert_cmpint (block->kind, ==, BUL_BLOCK_BITE);
  g_assert_nonnull (block->speakers);
  speaker = bul_story_find_speaker (desk_document_get_story (document), block->speakers[0]);
  g_assert_cmpstr (bul_speaker_get_name (speaker, "en")->name, ==, "Kim");
  g_assert_cmpstr (bul_speaker_get_name (speaker, "en")->title, ==, "Mayor");

  gtk_text_buffer_get_iter_at_line_offset (GTK_TEXT_BUFFER (buffer), &iter, 2, 1);
  g_assert_true (gtk_text_iter_has_tag (&iter, desk_style_table_get_tag (table, DESK_STYLE_BITE)));
  g_assert_true (gtk_text_iter_has_tag (&iter, desk_style_table_get_tag (table, DESK_STYLE_NAME)));
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (buffer), &iter, 2);
  g_assert_true (gtk_text_iter_has_tag (&iter, desk_style_table_get_tag (table, DESK_STYLE_SIGN)));

  bul_history_undo (desk_document_get_history (document));
  hands_assert_true_to_story (buffer);
}

static void
test_correction_is_marked (void)
{
  g_autoptr (DeskDocument) document = desk_document_new (hands_make_story (hands_ferry));
  g_autoptr (DeskBuffer) buffer = desk_buffer_new (document, NULL);
  GtkTextTag *tag = desk_style_table_get_tag (
      gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (buffer)), DESK_STYLE_CORRECTION);
  BulHistory *history = desk_document_get_history (document);
  BulCorrectionDraft draft = {
    .passage = { "b2", 11, 5 },
    .was = "1,027",
    .now = "1,026",
    .error_class = BUL_CLASS_FIGURE,
    .reason = "Counted anew",
    .by = "Desk",
  };
  g_autofree char *key = bul_corrector_raise (history, &draft, NULL);
  GtkTextIter iter;

  g_assert_nonnull (key);
  hands_assert_true_to_story (buffer);
  gtk_text_buffer_get_iter_at_line_offset (GTK_TEXT_BUFFER (buffer), &iter, 1, 11);
  g_assert_true (gtk_text_iter_starts_tag (&iter, tag));
  gtk_text_iter_forward_chars (&iter, 5);
  g_assert_true (gtk_text_iter_ends_tag (&iter, tag));

  bul_history_undo (history);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &iter);
  g_assert_false (gtk_text_iter_forward_to_tag_toggle (&iter, tag));
}

static void
note_cb (guint *n)
{
  ++*n;
}

static void
test_document_tells (void)
{
  static const char *const lines[] = { "[Anchor]", "Hello.", NULL };
  g_autoptr (DeskDocument) document = NULL;
  BulStory *story = hands_make_story (lines);
  guint n_headlines = 0;
  guint n_changes = 0;
  BulHistory *history;

  g_ptr_array_insert (bul_story_get_script (story)->blocks, 0,
                      bul_block_new ("b9", BUL_BLOCK_HEADLINE, BUL_SECTION_HEAD, "Ferry sails"));
  document = desk_document_new (story);
  history = desk_document_get_history (document);
  g_signal_connect_swapped (document, "notify::headline", G_CALLBACK (note_cb), &n_headlines);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (note_cb), &n_changes);
  g_assert_cmpstr (desk_document_get_headline (document), ==, "Ferry sails");
  g_assert_cmpint (desk_document_get_save_state (document), ==, DESK_SAVE_SAVED);

  g_assert_true (bul_history_replace (history, "b9", 11, 0, " again", NULL));
  g_assert_cmpstr (desk_document_get_headline (document), ==, "Ferry sails again");
  g_assert_cmpuint (n_headlines, ==, 1);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (desk_document_get_modified (document));
  g_assert_cmpint (desk_document_get_save_state (document), ==, DESK_SAVE_UNSAVED);

  desk_document_set_save_state (document, DESK_SAVE_FAILED, "The disk is full.");
  g_assert_cmpstr (desk_document_get_save_detail (document), ==, "The disk is full.");
  desk_document_set_save_state (document, DESK_SAVE_SAVED, NULL);
  g_assert_cmpint (desk_document_get_save_state (document), ==, DESK_SAVE_UNSAVED);

  bul_history_undo (history);
  g_assert_false (desk_document_get_modified (document));
  g_assert_cmpint (desk_document_get_save_state (document), ==, DESK_SAVE_SAVED);
}

/* A view in a window, for what needs one. */
typedef struct
{
  GtkWidget *window;
  DeskView *view;
  DeskDocument *document;
} Stage;

static void
stage_up (Stage *stage, gconstpointer data)
{
  stage->document = desk_document_new (hands_make_story (hands_ferry));
  stage->view = DESK_VIEW (desk_view_new ());
  stage->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (stage->window), GTK_WIDGET (stage->view));
  desk_view_set_document (stage->view, stage->document, NULL);
  gtk_window_present (GTK_WINDOW (stage->window));
  gtk_test_widget_wait_for_draw (stage->window);
}

static void
stage_down (Stage *stage, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
  g_assert_finalize_object (stage->document);
}

static void
select_range (Stage *stage, guint start, guint end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (desk_view_get_buffer (stage->view));
  GtkTextIter first;
  GtkTextIter last;

  gtk_text_buffer_get_iter_at_offset (buffer, &first, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &last, end);
  gtk_text_buffer_select_range (buffer, &last, &first);
}

static void
test_view_has_a_name (Stage *stage, gconstpointer data)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (stage->view), GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (stage->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Script");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (stage->view),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "paragraph");
}

static void
test_selection (Stage *stage, gconstpointer data)
{
  BulPassage passage;
  GdkRectangle area;

  select_range (stage, 4, 9);
  g_assert_true (desk_view_get_selection (stage->view, &passage));
  g_assert_cmpstr (passage.block, ==, "b1");
  g_assert_cmpuint (passage.at, ==, 4);
  g_assert_cmpuint (passage.n_chars, ==, 5);
  desk_view_get_selection_area (stage->view, &area);
  g_assert_cmpint (area.width, >, 10);

  /* The blanks around words are not meant. */
  select_range (stage, 3, 10);
  g_assert_true (desk_view_get_selection (stage->view, &passage));
  g_assert_cmpuint (passage.at, ==, 4);
  g_assert_cmpuint (passage.n_chars, ==, 5);

  /* A line with its line end is a line; two lines are not. */
  select_range (stage, 0, 23);
  g_assert_true (desk_view_get_selection (stage->view, &passage));
  g_assert_cmpuint (passage.n_chars, ==, 22);
  select_range (stage, 4, 30);
  g_assert_false (desk_view_get_selection (stage->view, &passage));

  /* Without a selection it is the word at the caret. */
  select_range (stage, 36, 36);
  g_assert_true (desk_view_get_selection (stage->view, &passage));
  g_assert_cmpstr (passage.block, ==, "b2");
  g_assert_cmpuint (passage.at, ==, 11);
  g_assert_cmpuint (passage.n_chars, ==, 5);
}

static void
test_show (Stage *stage, gconstpointer data)
{
  g_autoptr (BulRecord) span = (BulRecord *) bul_span_new ("b2", 11, 16, "1,027");
  guint n_signals = 0;
  BulPassage passage;

  g_signal_connect_swapped (stage->view, "current-block-changed", G_CALLBACK (note_cb), &n_signals);
  g_assert_cmpstr (desk_view_get_current_block (stage->view), ==, "b1");
  desk_view_show_span (stage->view, (BulSpan *) span);
  g_assert_cmpstr (desk_view_get_current_block (stage->view), ==, "b2");
  g_assert_cmpuint (n_signals, ==, 1);
  g_assert_true (desk_view_get_selection (stage->view, &passage));
  g_assert_cmpuint (passage.at, ==, 11);
  g_assert_cmpuint (passage.n_chars, ==, 5);

  desk_view_show_block (stage->view, "b3");
  g_assert_cmpstr (desk_view_get_current_block (stage->view), ==, "b3");
  desk_view_show_block (stage->view, "b99");
  g_assert_cmpstr (desk_view_get_current_block (stage->view), ==, "b3");
}

static void
test_undo_moves_the_caret (Stage *stage, gconstpointer data)
{
  DeskBuffer *buffer = desk_view_get_buffer (stage->view);

  hands_insert (buffer, 30, "x");
  select_range (stage, 0, 0);
  desk_view_undo (stage->view);
  g_assert_cmpstr (desk_view_get_current_block (stage->view), ==, "b2");
  select_range (stage, 0, 0);
  desk_view_redo (stage->view);
  g_assert_cmpstr (desk_view_get_current_block (stage->view), ==, "b2");
  hands_assert_true_to_story (buffer);
}

static void
test_another_document (Stage *stage, gconstpointer data)
{
  static const char *const lines[] = { "Other.", NULL };
  g_autoptr (DeskDocument) other = desk_document_new (hands_make_story (lines));

  desk_view_set_document (stage->view, other, NULL);
  hands_assert_text (desk_view_get_buffer (stage->view), "Other.");
  /* What happens to the story that is no longer shown is nothing to this view. */
  g_assert_true (
      bul_history_replace (desk_document_get_history (stage->document), "b1", 0, 3, "A", NULL));
  hands_assert_text (desk_view_get_buffer (stage->view), "Other.");
  desk_view_set_document (stage->view, NULL, NULL);
  g_assert_null (desk_view_get_buffer (stage->view));
  g_assert_null (desk_view_get_current_block (stage->view));
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (stage->view)));
}

/* Where the caret blinks, a line may be laid out that was not measured yet; it goes with its story.
 */
static void
test_lines_that_are_gone (Stage *stage, gconstpointer data)
{
  GtkTextView *view = GTK_TEXT_VIEW (stage->view);

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (DeskDocument) other = desk_document_new (hands_make_story (hands_ferry));
      GtkTextBuffer *buffer;

      desk_view_set_document (stage->view, i % 3 == 2 ? NULL : other, NULL);
      buffer = gtk_text_view_get_buffer (view);
      for (int line = 0; line < gtk_text_buffer_get_line_count (buffer); line++)
        {
          GtkTextIter iter;
          GdkRectangle caret;

          gtk_text_buffer_get_iter_at_line (buffer, &iter, line);
          gtk_text_view_get_cursor_locations (view, &iter, &caret, NULL);
          g_assert_cmpint (caret.height, >, 0);
        }
      desk_view_set_document (stage->view, NULL, NULL);
    }
}

static gboolean
timed_out_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_until (const gboolean *done)
{
  gboolean timed_out = FALSE;
  guint timeout = g_timeout_add_seconds (20, timed_out_cb, &timed_out);

  while (!*done && !timed_out)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (*done);
  g_source_remove (timeout);
}

typedef struct
{
  gboolean done;
  char *text;
} Committed;

static void
committed_cb (DeskView *view, gpointer data)
{
  Committed *committed = data;

  committed->done = TRUE;
  committed->text = hands_get_text (desk_view_get_buffer (view));
}

static gboolean
commit_syllable_cb (gpointer data)
{
  Stage *stage = data;

  hands_insert (desk_view_get_buffer (stage->view), 0, "하");
  g_signal_emit_by_name (stage->view, "preedit-changed", "");
  return G_SOURCE_REMOVE;
}

static void
test_commit_waits_for_the_syllable (Stage *stage, gconstpointer data)
{
  Committed at_once = { 0 };
  Committed committed = { 0 };

  desk_view_commit (stage->view, committed_cb, &at_once);
  g_assert_true (at_once.done);

  g_signal_emit_by_name (stage->view, "preedit-changed", "하");
  desk_view_commit (stage->view, committed_cb, &committed);
  g_assert_false (committed.done);
  g_idle_add (commit_syllable_cb, stage);
  wait_until (&committed.done);
  g_assert_true (g_str_has_prefix (committed.text, "하The ferry"));
  g_free (at_once.text);
  g_free (committed.text);
}

static void
test_commit_does_not_wait_for_ever (Stage *stage, gconstpointer data)
{
  Committed committed = { 0 };

  g_signal_emit_by_name (stage->view, "preedit-changed", "하");
  desk_view_commit (stage->view, committed_cb, &committed);
  wait_until (&committed.done);
  g_free (committed.text);
}

#define ADD_ON_STAGE(path, test) g_test_add (path, Stage, NULL, stage_up, test, stage_down)

UNIT (editor)
{
  gtk_test_init (&argc, &argv);

  g_test_add_func ("/editor/buffer/shows-blocks", test_shows_blocks);
  g_test_add_func ("/editor/buffer/hands", test_hands);
  g_test_add_func ("/editor/buffer/one-action-is-one-step", test_one_action_is_one_step);
  g_test_add_func ("/editor/buffer/caret-breaks-steps", test_caret_breaks_steps);
  g_test_add_func ("/editor/buffer/empty-script", test_empty_script);
  g_test_add_func ("/editor/buffer/no-script", test_no_script);
  g_test_add_func ("/editor/buffer/refused", test_refused);
  g_test_add_func ("/editor/buffer/random-edits", test_random_edits);
  g_test_add_func ("/editor/buffer/kinds-follow-typing", test_kinds_follow_typing);
  g_test_add_func ("/editor/buffer/correction-is-marked", test_correction_is_marked);
  g_test_add_func ("/editor/document/tells", test_document_tells);
  ADD_ON_STAGE ("/editor/view/has-a-name", test_view_has_a_name);
  ADD_ON_STAGE ("/editor/view/selection", test_selection);
  ADD_ON_STAGE ("/editor/view/show", test_show);
  ADD_ON_STAGE ("/editor/view/undo-moves-the-caret", test_undo_moves_the_caret);
  ADD_ON_STAGE ("/editor/view/another-document", test_another_document);
  ADD_ON_STAGE ("/editor/view/lines-that-are-gone", test_lines_that_are_gone);
  ADD_ON_STAGE ("/editor/view/commit-waits", test_commit_waits_for_the_syllable);
  ADD_ON_STAGE ("/editor/view/commit-does-not-wait-for-ever", test_commit_does_not_wait_for_ever);
  return g_test_run ();
}
