/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <string.h>

#include "bul-amender.h"
#include "bul-chars.h"
#include "bul-corrector.h"
#include "bul-publisher.h"
#include "bul-reviewer.h"
#include "desk-style.h"
#include "editor-hands.h"
#include "unit.h"

#define STEPS 800

static void
save (BulHistory *history, gboolean aired)
{
  g_autoptr (BulStory) saved
      = aired ? bul_history_make_aired_revision (history, "Min", "2026-03-18T21:04:00+09:00")
              : bul_history_make_revision (history, "Min", NULL);

  bul_history_saved (history, saved);
}

/* Somebody looks at one change, or at all. */
static void
review (HandsDesk *desk)
{
  BulHistory *history = desk_document_get_history (desk->document);
  DeskChanges *changes = desk_document_get_changes (desk->document);
  g_autoptr (GPtrArray) list = desk_changes_list (changes);
  const BulStory *base = desk_changes_get_base (changes);

  if (list->len == 0)
    return;
  if (g_rand_boolean (desk->rand))
    bul_reviewer_reject (history, base,
                         list->pdata[g_rand_int_range (desk->rand, 0, (gint32) list->len)], "Min",
                         NULL);
  else
    bul_reviewer_accept (history, bul_story_get_revision_number (base), list, "Min", NULL);
}

static void
review_something (HandsDesk *desk)
{
  BulHistory *history = desk_document_get_history (desk->document);
  DeskBuffer *buffer = desk->buffers[g_rand_boolean (desk->rand)];

  switch (g_rand_int_range (desk->rand, 0, 40))
    {
    case 0:
      save (history, FALSE);
      break;
    case 1:
      save (history, TRUE);
      break;
    case 2:
    case 3:
      review (desk);
      break;
    case 4:
      desk_buffer_set_shows_struck (buffer, !desk_buffer_get_shows_struck (buffer));
      break;
    default:
      hands_do_something (desk);
    }
}

static GtkTextIter
get_caret (DeskBuffer *buffer)
{
  GtkTextBuffer *text = GTK_TEXT_BUFFER (buffer);
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (text, &caret, gtk_text_buffer_get_insert (text));
  return caret;
}

/* The caret is never where typing would part words that are struck. */
static void
assert_caret_stands (DeskBuffer *buffer, GRand *rand)
{
  guint n_chars = gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (buffer));
  GtkTextTag *struck = desk_style_table_get_tag (
      gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (buffer)), DESK_STYLE_DELETED);
  GtkTextIter behind;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter,
                                      g_rand_int_range (rand, 0, n_chars + 1));
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &iter);
  iter = get_caret (buffer);
  if (desk_buffer_get_after_struck (buffer, &behind))
    {
      g_assert_true (gtk_text_iter_has_tag (&iter, struck));
      g_assert_true (gtk_text_iter_ends_line (&behind));
    }
  else
    g_assert_false (gtk_text_iter_has_tag (&iter, struck));
  g_assert_false (gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (buffer)));
}

/* Each place of a line is one of its block, and the other way. */
static void
assert_places (DeskBuffer *buffer, GRand *rand)
{
  const GPtrArray *blocks = desk_buffer_get_script (buffer)->blocks;
  guint line = g_rand_int_range (rand, 0, (gint32) blocks->len);
  const BulBlock *block = blocks->pdata[line];

  for (guint i = 0; i <= bul_chars_count (block->text); i++)
    for (DeskSide side = DESK_BEFORE_STRUCK; side <= DESK_AFTER_STRUCK; side++)
      {
        const char *key;
        guint offset;
        GtkTextIter iter;

        g_assert_true (desk_buffer_get_iter_at_place (buffer, block->key, i, side, &iter));
        g_assert_cmpint (gtk_text_iter_get_line (&iter), ==, line);
        g_assert_true (desk_buffer_get_place (buffer, &iter, &key, &offset));
        g_assert_cmpuint (offset, ==, i);
      }
}

static void
test_random_review (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (DeskDocument) document = desk_document_new (hands_make_story (hands_ferry));
  g_autoptr (DeskBuffer) first = desk_buffer_new (document, NULL);
  g_autoptr (DeskBuffer) second = desk_buffer_new (document, NULL);
  HandsDesk desk = { document, { first, second }, rand };
  const char *steps = g_getenv ("BULLETIN_TEST_STEPS");
  guint n_steps = steps == NULL ? STEPS : atoi (steps);

  save (desk_document_get_history (document), FALSE);
  for (guint i = 0; i < n_steps; i++)
    {
      review_something (&desk);
      hands_assert_true_to_story (first);
      hands_assert_true_to_story (second);
      assert_caret_stands (first, rand);
      if (desk_buffer_get_script (first)->blocks->len > 0)
        assert_places (second, rand);
      if (i % 25 == 0)
        hands_assert_styled (first);
    }
}

/* What somebody sees who corrects a line: the word that went, struck, before the one that came. */
static void
test_struck (void)
{
  g_autoptr (DeskDocument) document = desk_document_new (hands_make_story (hands_ferry));
  g_autoptr (DeskBuffer) buffer = desk_buffer_new (document, NULL);
  GtkTextBuffer *text = GTK_TEXT_BUFFER (buffer);
  g_autofree char *line = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *hidden = NULL;
  GtkTextIter start;
  GtkTextIter end;

  save (desk_document_get_history (document), FALSE);
  gtk_text_buffer_get_iter_at_offset (text, &start, 9);
  gtk_text_buffer_place_cursor (text, &start);
  /* "ferry" by Backspace, then the other word by hands */
  for (guint i = 0; i < 5; i++)
    {
      gtk_text_buffer_get_iter_at_mark (text, &end, gtk_text_buffer_get_insert (text));
      desk_buffer_get_before_struck (buffer, &end);
      start = end;
      gtk_text_iter_backward_char (&start);
      gtk_text_buffer_delete_interactive (text, &start, &end, TRUE);
    }
  gtk_text_buffer_insert_interactive_at_cursor (text, "bo", -1, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (text, "at", -1, TRUE);
  gtk_text_buffer_get_iter_at_line (text, &start, 0);
  end = start;
  gtk_text_iter_forward_to_line_end (&end);
  line = gtk_text_buffer_get_slice (text, &start, &end, TRUE);
  g_assert_cmpstr (line, ==, "The ferryboat sails again.");
  copied = desk_buffer_dup_text (buffer, &start, &end);
  g_assert_cmpstr (copied, ==, "The boat sails again.");

  /* a line that went stands struck below the one before it */
  gtk_text_buffer_get_iter_at_line (text, &start, 1);
  gtk_text_buffer_get_iter_at_line (text, &end, 2);
  gtk_text_buffer_delete_interactive (text, &start, &end, TRUE);
  gtk_text_buffer_get_iter_at_line (text, &start, 0);
  end = start;
  gtk_text_iter_forward_to_line_end (&end);
  gone = gtk_text_buffer_get_slice (text, &start, &end, TRUE);
  g_assert_cmpstr (gone, ==,
                   "The ferryboat sails again.\u2028It carried 1,027 passengers and 3.5 tons of "
                   "freight.");
  desk_buffer_set_shows_struck (buffer, FALSE);
  hidden = hands_get_text (buffer);
  g_assert_true (g_str_has_prefix (hidden, "The boat sails again.\n단포항"));
  hands_assert_true_to_story (buffer);
}

static void
move_caret (DeskBuffer *buffer, int line, int offset)
{
  GtkTextIter to;

  gtk_text_buffer_get_iter_at_line_offset (GTK_TEXT_BUFFER (buffer), &to, line, offset);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &to);
}

static void
assert_caret (DeskBuffer *buffer, int line, int offset)
{
  GtkTextIter caret = get_caret (buffer);

  g_assert_cmpint (gtk_text_iter_get_line (&caret), ==, line);
  g_assert_cmpint (gtk_text_iter_get_line_offset (&caret), ==, offset);
}

/* Who writes lines anew goes on where the words end, above those that went; from there the arrows
 * lead over them, and back. */
static void
test_typed_over (void)
{
  static const char *const lines[] = { "One.", "Two.", "Three.", "Four.", NULL };
  g_autoptr (DeskDocument) document = desk_document_new (hands_make_story (lines));
  g_autoptr (DeskBuffer) buffer = desk_buffer_new (document, NULL);
  GtkTextBuffer *text = GTK_TEXT_BUFFER (buffer);
  g_autofree char *shown = NULL;
  GtkTextIter last;

  save (desk_document_get_history (document), FALSE);
  hands_replace (buffer, 0, strlen ("One.\nTwo.\nThree."), "N");
  move_caret (buffer, 0, strlen ("One.N"));
  for (const char *p = "ew"; *p != '\0'; p++)
    gtk_text_buffer_insert_interactive_at_cursor (text, p, 1, TRUE);
  shown = hands_get_text (buffer);
  g_assert_cmpstr (shown, ==, "One.New\u2028Two.\u2028Three.\nFour.");
  hands_assert_true_to_story (buffer);
  assert_caret (buffer, 0, strlen ("One.New"));
  g_assert_true (desk_buffer_get_last_edit (buffer, &last));
  g_assert_cmpint (gtk_text_iter_get_line_offset (&last), ==, strlen ("One.New"));

  /* one step to the right, as the arrow does; and back */
  move_caret (buffer, 0, strlen ("One.New") + 1);
  assert_caret (buffer, 1, 0);
  move_caret (buffer, 0, strlen ("One.New Two. Three."));
  assert_caret (buffer, 0, strlen ("One.New"));
  /* down from among the words; to the end of the line */
  move_caret (buffer, 0, 5);
  move_caret (buffer, 0, strlen ("One.New") + 3);
  assert_caret (buffer, 1, 0);
  move_caret (buffer, 0, 5);
  move_caret (buffer, 0, strlen ("One.New Two. Three."));
  assert_caret (buffer, 0, strlen ("One.New"));
  /* with a button, from afar */
  move_caret (buffer, 1, 2);
  move_caret (buffer, 0, strlen ("One.New") + 3);
  assert_caret (buffer, 0, strlen ("One.New"));
}

static char *
dup_shown_line (DeskBuffer *buffer, int line)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (buffer), &start, line);
  end = start;
  gtk_text_iter_forward_to_line_end (&end);
  return gtk_text_buffer_get_slice (GTK_TEXT_BUFFER (buffer), &start, &end, TRUE);
}

static void
assert_shown_line (DeskBuffer *buffer, int line, const char *text)
{
  g_autofree char *shown = dup_shown_line (buffer, line);

  g_assert_cmpstr (shown, ==, text);
}

static void
raise_notice (BulHistory *history)
{
  BulCorrectionDraft draft = { .passage = { "b2", 11, 5 },
                               .was = "1,027",
                               .now = "1,207",
                               .error_class = BUL_CLASS_FIGURE,
                               .reason = "Two digits were swapped.",
                               .by = "Min" };
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;

  key = bul_corrector_raise (history, &draft, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (key, ==, "c1");
  g_assert_true (bul_amender_word (history, "n1", "en", BUL_USE_PAGE, "It was 1,207.", &error));
  g_assert_true (bul_amender_word (history, "n1", "ko", BUL_USE_PAGE, "1,207명입니다.", &error));
}

static void
move (BulHistory *history, BulCorrectionState state)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bul_publisher_move (history, "c1", state, "Min", &error));
  g_assert_no_error (error);
}

/* What the public was told stands under the heading of notices, and in no line of the script. */
static void
test_notices (void)
{
  static const char *const lines[]
      = { "The ferry sails again.", "It carried 1,027 passengers.", "공지·정정", NULL };
  static const char told[] = "공지·정정\u2028C1  It was 1,207.\u2028C1  1,207명입니다.";
  BulStory *story = hands_make_story (lines);
  g_autoptr (DeskDocument) document = NULL;
  g_autoptr (DeskBuffer) buffer = NULL;
  BulHistory *history;

  ((BulBlock *) bul_story_find (story, "b3"))->kind = BUL_BLOCK_NOTICES;
  document = desk_document_new (story);
  buffer = desk_buffer_new (document, NULL);
  history = desk_document_get_history (document);
  save (history, TRUE);
  raise_notice (history);
  assert_shown_line (buffer, 2, "공지·정정");
  move (history, BUL_CORRECTION_APPROVED);
  assert_shown_line (buffer, 2, "공지·정정");
  move (history, BUL_CORRECTION_PUBLISHED);
  assert_shown_line (buffer, 2, told);
  hands_assert_true_to_story (buffer);
  hands_assert_styled (buffer);

  desk_buffer_set_shows_struck (buffer, FALSE);
  assert_shown_line (buffer, 2, "공지·정정");
  desk_buffer_set_shows_struck (buffer, TRUE);
  assert_shown_line (buffer, 2, told);
  bul_history_undo (history);
  assert_shown_line (buffer, 2, "공지·정정");
  bul_history_redo (history);
  assert_shown_line (buffer, 2, told);
  move (history, BUL_CORRECTION_WITHDRAWN);
  assert_shown_line (buffer, 2, "공지·정정");
}

UNIT (review)
{
  gtk_test_init (&argc, &argv);
  g_test_add_func ("/review/random", test_random_review);
  g_test_add_func ("/review/struck", test_struck);
  g_test_add_func ("/review/typed-over", test_typed_over);
  g_test_add_func ("/review/notices", test_notices);
  return g_test_run ();
}
