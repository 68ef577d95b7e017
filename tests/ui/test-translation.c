/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-flow-pair.h"
#include "bul-flow.h"
#include "bul-pairing.h"
#include "desk-link-signs.h"
#include "desk-link-strip.h"
#include "desk-padding.h"
#include "desk-pair-rows.h"
#include "desk-settings.h"
#include "fake-input.h"
#include "shell-fixture.h"
#include "translation-hands.h"
#include "unit.h"

#define SYLLABLE "한"

/* What lies between two lines that are level: letters of another script stand a little apart. */
#define NEARLY 1

/* --- the desk */

static void
test_both_languages (Fixture *fixture, gconstpointer data)
{
  DeskView *korean;
  DeskView *english;

  open_desk (fixture);
  korean = desk_translation_get_side (get_desk (fixture), BUL_LANGUAGE_KOREAN);
  english = desk_translation_get_side (get_desk (fixture), BUL_LANGUAGE_ENGLISH);
  g_assert_cmpstr (desk_buffer_get_script (desk_view_get_buffer (korean))->language, ==, "ko");
  g_assert_cmpstr (desk_buffer_get_script (desk_view_get_buffer (english))->language, ==, "en");
  wait_until (gtk_widget_get_width (GTK_WIDGET (korean)) > 0);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (korean)), ==,
                   gtk_widget_get_width (GTK_WIDGET (english)));
  g_assert_true (desk_window_get_view (fixture->window) == english);
  press (fixture, "win.toggle-translation");
  wait_until (desk_window_is_on_desk (fixture->window, "script"));
  g_assert_true (desk_window_get_view (fixture->window) == fixture->window->script);
}

static void
test_next_desk (Fixture *fixture, gconstpointer data)
{
  open_both (fixture);
  press (fixture, "win.next-desk");
  wait_until (desk_window_is_on_desk (fixture->window, "translation"));
  press (fixture, "win.previous-desk");
  wait_until (desk_window_is_on_desk (fixture->window, "script"));
}

static void
test_one_language (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  press (fixture, "win.toggle-translation");
  wait_until (desk_window_is_on_desk (fixture->window, "translation"));
  g_assert_false (desk_translation_has_pairs (get_desk (fixture)));
  g_assert_true (desk_window_get_view (fixture->window) == fixture->window->script);
}

static const char *
get_focused_action (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return GTK_IS_BUTTON (focus) && gtk_widget_get_mapped (focus)
             ? gtk_actionable_get_action_name (GTK_ACTIONABLE (focus))
             : NULL;
}

/* The keys go to the first button, whatever was shown before. */
static void
test_one_language_later (Fixture *fixture, gconstpointer data)
{
  open_desk (fixture);
  press (fixture, "win.toggle-translation");
  wait_until (desk_window_is_on_desk (fixture->window, "script"));
  open_odd (fixture);
  wait_until (get_story (fixture)->scripts->len == 1);
  press (fixture, "win.toggle-translation");
  wait_until (g_strcmp0 (get_focused_action (fixture), "win.paste-translation") == 0);
}

/* --- level columns */

static int
get_top (DeskView *view, guint line)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (desk_view_get_buffer (view));
  GtkTextIter iter;
  int y;
  int height;

  gtk_text_buffer_get_iter_at_line (buffer, &iter, (int) line);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (view), &iter, &y, &height);
  return y + desk_padding_get_own (&iter) + desk_padding_get (&iter);
}

static GArray *
list_rows (Fixture *fixture)
{
  return desk_pair_rows_new (get_story (fixture),
                             bul_pairs_get_script (get_story (fixture), BUL_LANGUAGE_KOREAN),
                             bul_pairs_get_script (get_story (fixture), BUL_LANGUAGE_ENGLISH));
}

/* An empty line at the end has no letter that could be given room. */
static gboolean
is_empty_end (Fixture *fixture, const DeskPairRow *row)
{
  const BulScript *korean = bul_pairs_get_script (get_story (fixture), BUL_LANGUAGE_KOREAN);

  return row->lines[0] + 1 == korean->blocks->len
         && *get_block (fixture, BUL_LANGUAGE_KOREAN, row->lines[0])->text == '\0';
}

static gboolean
is_level (Fixture *fixture)
{
  g_autoptr (GArray) rows = list_rows (fixture);

  g_assert_cmpuint (rows->len, >, 10);
  for (guint i = 0; i < rows->len; i++)
    {
      const DeskPairRow *row = &g_array_index (rows, DeskPairRow, i);
      int korean = get_top (desk_translation_get_side (get_desk (fixture), BUL_LANGUAGE_KOREAN),
                            row->lines[0]);
      int english = get_top (desk_translation_get_side (get_desk (fixture), BUL_LANGUAGE_ENGLISH),
                             row->lines[1]);

      if (ABS (korean - english) > NEARLY && !is_empty_end (fixture, row))
        return FALSE;
    }
  return TRUE;
}

static void
test_level (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  open_desk (fixture);
  wait_until (is_level (fixture));
  bul_history_replace (get_history (fixture), get_block (fixture, BUL_LANGUAGE_ENGLISH, 4)->key, 0,
                       0,
                       "Many more words than there were, so that the line needs another row, and "
                       "one more row after that one. ",
                       &error);
  g_assert_no_error (error);
  wait_until (is_level (fixture));
  bul_history_undo (get_history (fixture));
  wait_until (is_level (fixture));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  wait_until (gtk_widget_get_width (GTK_WIDGET (get_desk (fixture))) < 1050);
  wait_until (is_level (fixture));
}

/* The place of words in their own text has nothing to do with what keeps them level. */
static void
test_padding (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkTextTagTable) table = gtk_text_tag_table_new ();
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (table);
  GtkTextIter iter;

  gtk_text_buffer_set_text (buffer, "one\ntwo\nthree", -1);
  gtk_text_buffer_get_iter_at_line (buffer, &iter, 1);
  g_assert_cmpint (desk_padding_get (&iter), ==, 0);
  desk_padding_set (buffer, &iter, 12);
  g_assert_cmpint (desk_padding_get (&iter), ==, 12);
  desk_padding_set (buffer, &iter, 7);
  g_assert_cmpint (desk_padding_get (&iter), ==, 7);
  gtk_text_buffer_get_iter_at_line (buffer, &iter, 2);
  g_assert_cmpint (desk_padding_get (&iter), ==, 0);
  gtk_text_buffer_get_iter_at_line (buffer, &iter, 1);
  desk_padding_set (buffer, &iter, 0);
  g_assert_cmpint (desk_padding_get (&iter), ==, 0);
}

/* --- the pair at the caret */

static void
test_active (Fixture *fixture, gconstpointer data)
{
  const BulLink *link;
  g_autofree char *key = NULL;

  open_desk (fixture);
  link = get_pair (fixture, 5);
  key = g_strdup (link->key);
  put_caret (fixture, BUL_LANGUAGE_ENGLISH, link, 1);
  wait_until (g_strcmp0 (desk_translation_get_active (get_desk (fixture)), key) == 0);
  for (BulLanguage side = BUL_LANGUAGE_KOREAN; side <= BUL_LANGUAGE_ENGLISH; side++)
    g_assert_true (
        desk_bands_have (desk_view_get_bands (desk_translation_get_side (get_desk (fixture), side)),
                         DESK_BAND_CURRENT));
  press (fixture, "win.turn-over");
  wait_until (desk_window_get_view (fixture->window)
              == desk_translation_get_side (get_desk (fixture), BUL_LANGUAGE_KOREAN));
  g_assert_cmpstr (desk_translation_get_active (get_desk (fixture)), ==, key);
}

static gboolean
is_shown (Fixture *fixture, BulLanguage language)
{
  return gtk_widget_get_mapped (
      GTK_WIDGET (desk_translation_get_side (get_desk (fixture), language)));
}

/* Where there is no room for two columns, one is shown, and a key turns it over. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  open_desk (fixture);
  wait_until (is_in_front (fixture->window)
              && gtk_widget_get_width (GTK_WIDGET (get_desk (fixture))) >= 900);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 760, 700);
  wait_until (!is_shown (fixture, BUL_LANGUAGE_KOREAN));
  g_assert_true (is_shown (fixture, BUL_LANGUAGE_ENGLISH));
  press (fixture, "win.turn-over");
  wait_until (is_shown (fixture, BUL_LANGUAGE_KOREAN));
  g_assert_false (is_shown (fixture, BUL_LANGUAGE_ENGLISH));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 700);
  wait_until (is_shown (fixture, BUL_LANGUAGE_ENGLISH));
}

static DeskView *
get_pane_view (Fixture *fixture)
{
  return desk_pane_get_view (DESK_PANE (fixture->window->findings_pane));
}

/* The panes are about the text that is used. */
static void
test_panes (Fixture *fixture, gconstpointer data)
{
  open_desk (fixture);
  wait_until (get_pane_view (fixture)
              == desk_translation_get_side (get_desk (fixture), BUL_LANGUAGE_ENGLISH));
  press (fixture, "win.turn-over");
  wait_until (get_pane_view (fixture)
              == desk_translation_get_side (get_desk (fixture), BUL_LANGUAGE_KOREAN));
  press (fixture, "win.toggle-translation");
  wait_until (get_pane_view (fixture) == fixture->window->script);
}

static gboolean
is_caret_seen (DeskView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GdkRectangle caret;
  GdkRectangle seen;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &iter, &caret);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (view), &seen);
  return seen.height > 0 && caret.y >= seen.y && caret.y + caret.height <= seen.y + seen.height;
}

/* An empty script of as many lines, level with those of the original, and one undo takes it back.
 */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  guint n_lines;
  g_autoptr (GArray) rows = NULL;

  open_sample (fixture);
  n_lines = ((BulScript *) get_story (fixture)->scripts->pdata[0])->blocks->len;
  press (fixture, "win.toggle-translation");
  press (fixture, "win.new-translation");
  wait_until (desk_translation_has_pairs (get_desk (fixture)));
  g_assert_cmpuint (bul_pairs_get_script (get_story (fixture), BUL_LANGUAGE_KOREAN)->blocks->len,
                    ==, n_lines);
  rows = list_rows (fixture);
  g_assert_cmpuint (rows->len, ==, n_lines);
  wait_until (is_level (fixture));
  /* The keys are at the headline of the new script, and not in the one that is done. */
  {
    DeskView *korean = desk_translation_get_side (get_desk (fixture), BUL_LANGUAGE_KOREAN);
    g_autofree char *block = NULL;
    guint at;

    wait_until (gtk_widget_has_focus (GTK_WIDGET (korean)));
    g_assert_true (desk_window_get_view (fixture->window) == korean);
    g_assert_true (desk_view_get_caret (korean, &block, &at));
    g_assert_cmpint (((BulBlock *) bul_story_find (get_story (fixture), block))->kind, ==,
                     BUL_BLOCK_HEADLINE);
    /* which is in sight, though the view had no size when it was asked for */
    wait_until (is_caret_seen (korean));
  }
  press (fixture, "win.undo");
  wait_until (!desk_translation_has_pairs (get_desk (fixture)));
  wait_until (g_strcmp0 (get_focused_action (fixture), "win.paste-translation") == 0);
  press (fixture, "win.redo");
  wait_until (desk_translation_has_pairs (get_desk (fixture)));
  wait_until (gtk_window_get_focus (GTK_WINDOW (fixture->window))
              == GTK_WIDGET (desk_window_get_view (fixture->window)));
}

static gboolean
has_pair_with (Fixture *fixture, BulLanguage language, const char *words)
{
  const GPtrArray *links = get_story (fixture)->links;

  for (guint i = 0; i < links->len; i++)
    {
      g_autofree char *side = bul_link_dup_words (links->pdata[i], language);

      if (side != NULL && strstr (side, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The sample with a translation of empty lines, and the caret at the one for the headline. */
static void
open_begun (Fixture *fixture)
{
  DeskView *view;
  guint line = 0;
  GtkTextIter iter;

  open_sample (fixture);
  press (fixture, "win.toggle-translation");
  press (fixture, "win.new-translation");
  wait_until (desk_translation_has_pairs (get_desk (fixture)));
  view = desk_translation_get_side (get_desk (fixture), BUL_LANGUAGE_KOREAN);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  wait_until (desk_window_get_view (fixture->window) == view);
  while (get_block (fixture, BUL_LANGUAGE_ENGLISH, line)->kind != BUL_BLOCK_HEADLINE)
    line++;
  desk_buffer_get_iter_at_place (desk_view_get_buffer (view),
                                 get_block (fixture, BUL_LANGUAGE_KOREAN, line)->key, 0,
                                 DESK_AFTER_STRUCK, &iter);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (desk_view_get_buffer (view)), &iter);
  wait_until (get_active (fixture) == get_pair (fixture, 0));
}

/* Types where the caret is, in the Korean. */
static void
type_korean (Fixture *fixture, const char *words)
{
  DeskView *view = desk_translation_get_side (get_desk (fixture), BUL_LANGUAGE_KOREAN);

  g_assert_true (desk_window_get_view (fixture->window) == view);
  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (desk_view_get_buffer (view)), words, -1);
}

static void
assert_confirmed (Fixture *fixture, guint number, const char *english, const char *korean)
{
  const BulLink *link = get_pair (fixture, number);
  g_autofree char *e = bul_link_dup_words (link, BUL_LANGUAGE_ENGLISH);
  g_autofree char *k = bul_link_dup_words (link, BUL_LANGUAGE_KOREAN);

  g_assert_cmpstr (e, ==, english);
  g_assert_cmpstr (k, ==, korean);
  g_assert_cmpint (link->state, ==, BUL_LINK_CONFIRMED);
}

/* What is typed in an empty line answers the line beside it, and Enter with Ctrl goes on to the
 * next one, whether the hands rested before or not. */
static void
test_written (Fixture *fixture, gconstpointer data)
{
  static const char *const words[]
      = { "여객선이 다시 떴습니다.", "오늘 아침 배가 떴습니다.", "부두는 겨울에 무너졌습니다." };

  open_begun (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      type_korean (fixture, words[i]);
      if (i == 0)
        wait_until (has_pair_with (fixture, BUL_LANGUAGE_KOREAN, words[i]));
      press (fixture, "win.accept");
      wait_until (bul_pairs_count (get_story (fixture)).n_confirmed == i + 1);
    }
  assert_confirmed (fixture, 0, "Haeran Island ferry sails again after 11 weeks", words[0]);
  assert_confirmed (fixture, 1,
                    "This morning the ferry between Dalmok Port and Haeran Island sailed for the "
                    "first time in 11 weeks.",
                    words[1]);
  assert_confirmed (fixture, 2,
                    "A winter storm had torn the landing stage from the island's only pier.",
                    words[2]);
  g_assert_cmpuint (bul_pairs_count (get_story (fixture)).n_stale, ==, 0);
}

static void
test_strip (Fixture *fixture, gconstpointer data)
{
  DeskLinkStrip *strip;
  g_autofree char *key = NULL;
  double x;
  double y;

  open_desk (fixture);
  strip = find (get_desk (fixture), DESK_TYPE_LINK_STRIP, 0);
  key = g_strdup (get_pair (fixture, 2)->key);
  wait_until (is_level (fixture) && desk_link_strip_find (strip, key, &x, &y));
  gtk_test_accessible_assert_role (strip, GTK_ACCESSIBLE_ROLE_IMG);
  g_signal_emit_by_name (strip, "pressed", key);
  wait_until (bul_pairs_find (get_story (fixture), key)->state == BUL_LINK_CONFIRMED);
}

/* --- deeds */

static void
test_confirm (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  open_desk (fixture);
  first = g_strdup (get_pair (fixture, 0)->key);
  put_caret (fixture, BUL_LANGUAGE_ENGLISH, get_pair (fixture, 0), 0);
  press (fixture, "win.accept");
  wait_until (bul_pairs_find (get_story (fixture), first)->state == BUL_LINK_CONFIRMED);
  g_assert_cmpstr (bul_pairs_find (get_story (fixture), first)->by, ==, "Park Do-yun");
  second = g_strdup (get_pair (fixture, 1)->key);
  wait_until (g_strcmp0 (desk_translation_get_active (get_desk (fixture)), second) == 0);
  press (fixture, "win.undo");
  wait_until (bul_pairs_count (get_story (fixture)).n_confirmed == 0);
}

static void
test_confirm_to_here (Fixture *fixture, gconstpointer data)
{
  open_desk (fixture);
  put_caret (fixture, BUL_LANGUAGE_KOREAN, get_pair (fixture, 4), 0);
  press (fixture, "win.accept-to-here");
  wait_until (bul_pairs_count (get_story (fixture)).n_confirmed == 5);
  press (fixture, "win.undo");
  wait_until (bul_pairs_count (get_story (fixture)).n_confirmed == 0);
}

static void
refused_cb (DeskTranslation *desk, const char *words, char **refused)
{
  g_free (*refused);
  *refused = g_strdup (words);
}

/* What stands at the end is in no pair; before the first one there is nothing to confirm. */
static void
test_confirm_all (Fixture *fixture, gconstpointer data)
{
  guint n_links;
  guint last;
  DeskView *view;
  GtkTextIter iter;
  g_autofree char *refused = NULL;

  open_desk (fixture);
  g_signal_connect (get_desk (fixture), "refused", G_CALLBACK (refused_cb), &refused);
  n_links = bul_pairs_count (get_story (fixture)).n_links;
  last = bul_pairs_get_script (get_story (fixture), BUL_LANGUAGE_KOREAN)->blocks->len - 1;
  view = desk_translation_get_side (get_desk (fixture), BUL_LANGUAGE_KOREAN);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  wait_until (desk_window_get_view (fixture->window) == view);
  for (guint i = 0; i < 2; i++)
    {
      desk_buffer_get_iter_at_place (desk_view_get_buffer (view),
                                     get_block (fixture, BUL_LANGUAGE_KOREAN, i * last)->key, 0,
                                     DESK_AFTER_STRUCK, &iter);
      gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (desk_view_get_buffer (view)), &iter);
      wait_until (get_active (fixture) == NULL);
      press (fixture, "win.accept-to-here");
      g_assert_cmpuint (bul_pairs_count (get_story (fixture)).n_confirmed, ==, i * n_links);
      g_assert_cmpstr (refused, ==,
                       i == 0 ? "Put the caret into a pair of sentences first."
                              : "All pairs are confirmed.");
    }
  g_signal_handlers_disconnect_by_data (get_desk (fixture), &refused);
}

/* A row: a deed on the pair that is the fifth, of which something is left to be seen. */
typedef struct
{
  const char *name;
  const char *action;
  guint further; /* the caret in the English words */
  guint n_korean;
  guint n_english;
} Row;

#define PAIR 4

static const Row rows[] = {
  { "join", "win.join-pairs", 0, 2, 2 },
  { "take from the next", "win.take-from-next", 0, 1, 2 },
  { "leave alone", "win.leave-alone", 0, 0, 1 },
};

/* What a person put together is confirmed by that, and one undo takes it back with all the rest. */
static void
test_row (Fixture *fixture, gconstpointer data)
{
  const Row *row = data;
  g_autoptr (BulRecord) before = NULL;
  BulLink *link;

  open_desk (fixture);
  put_caret (fixture, BUL_LANGUAGE_ENGLISH, get_pair (fixture, PAIR), row->further);
  before = bul_record_copy (get_story (fixture));
  press (fixture, row->action);
  link = (BulLink *) get_active (fixture);
  g_assert_nonnull (link);
  g_assert_cmpint (link->state, ==, BUL_LINK_CONFIRMED);
  g_assert_cmpuint (bul_link_count (link, BUL_LANGUAGE_KOREAN), ==, row->n_korean);
  g_assert_cmpuint (bul_link_count (link, BUL_LANGUAGE_ENGLISH), ==, row->n_english);
  press (fixture, "win.undo");
  g_assert_true (bul_record_equal (get_story (fixture), before));
}

static void
test_unlink (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = NULL;

  open_desk (fixture);
  key = g_strdup (get_pair (fixture, PAIR)->key);
  put_caret (fixture, BUL_LANGUAGE_ENGLISH, get_pair (fixture, PAIR), 0);
  press (fixture, "win.unlink-pair");
  g_assert_cmpint (bul_pairs_find (get_story (fixture), key)->state, ==, BUL_LINK_REJECTED);
  press (fixture, "win.undo");
  g_assert_cmpint (bul_pairs_find (get_story (fixture), key)->state, ==, BUL_LINK_AUTOMATIC);
}

/* --- what changed since */

static void
test_stale (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = NULL;
  const BulSpan *span;
  g_autoptr (GError) error = NULL;
  DeskView *korean;
  DeskView *english;

  open_desk (fixture);
  key = g_strdup (get_pair (fixture, PAIR)->key);
  put_caret (fixture, BUL_LANGUAGE_ENGLISH, get_pair (fixture, PAIR), 0);
  press (fixture, "win.accept");
  span = &get_segment (bul_pairs_find (get_story (fixture), key), BUL_LANGUAGE_KOREAN)->span;
  g_assert_true (
      bul_history_replace (get_history (fixture), span->on, span->start + 1, 0, "나중", &error));
  g_assert_cmpint (bul_pairs_find (get_story (fixture), key)->state, ==, BUL_LINK_STALE);
  korean = desk_translation_get_side (get_desk (fixture), BUL_LANGUAGE_KOREAN);
  g_assert_true (desk_bands_have (desk_view_get_bands (korean), DESK_BAND_CHANGED));
  /* What answers it lights up as a whole. */
  english = desk_translation_get_side (get_desk (fixture), BUL_LANGUAGE_ENGLISH);
  g_assert_true (desk_bands_have (desk_view_get_bands (english), DESK_BAND_CHANGED));
  press (fixture, "win.next-open");
  wait_until (g_strcmp0 (desk_translation_get_active (get_desk (fixture)), key) == 0
              || bul_pairs_count (get_story (fixture)).n_doubtful > 0);
  put_caret (fixture, BUL_LANGUAGE_ENGLISH, bul_pairs_find (get_story (fixture), key), 0);
  press (fixture, "win.accept");
  g_assert_cmpint (bul_pairs_find (get_story (fixture), key)->state, ==, BUL_LINK_CONFIRMED);
  g_assert_false (desk_bands_have (desk_view_get_bands (korean), DESK_BAND_CHANGED));
  g_assert_false (desk_bands_have (desk_view_get_bands (english), DESK_BAND_CHANGED));
}

/* What is typed is paired once the hands rest, and one undo takes back both. */
static void
test_follows_typing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BulRecord) before = NULL;
  DeskBuffer *buffer;

  open_desk (fixture);
  before = bul_record_copy (get_story (fixture));
  put_caret (fixture, BUL_LANGUAGE_ENGLISH, get_pair (fixture, PAIR), 0);
  buffer = desk_view_get_buffer (desk_window_get_view (fixture->window));
  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (buffer), "Nobody expected it. ", -1);
  wait_until (has_pair_with (fixture, BUL_LANGUAGE_ENGLISH, "Nobody expected it."));
  press (fixture, "win.undo");
  g_assert_true (bul_record_equal (get_story (fixture), before));
}

static gboolean
is_caret_in (Fixture *fixture, const char *key)
{
  g_autofree char *block = NULL;
  guint at;

  return desk_view_get_caret (desk_window_get_view (fixture->window), &block, &at)
         && g_strcmp0 (block, key) == 0 && at == 2;
}

/* Whoever comes from the register or the archive to words of either script finds them. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  static const BulLanguage sides[] = { BUL_LANGUAGE_KOREAN, BUL_LANGUAGE_ENGLISH };

  open_desk (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autofree char *key = g_strdup (get_block (fixture, sides[i], 6)->key);

      desk_window_show_desk (fixture->window, "archive");
      desk_window_show_place (fixture->window, get_story (fixture)->uid, key, 2);
      wait_until (is_caret_in (fixture, key));
    }
}

static guint
count_findings (Fixture *fixture)
{
  return desk_findings_get_open (
             desk_document_get_findings (desk_window_get_document (fixture->window)))
      ->len;
}

/* F8 takes the keys along where a finding stands in the other language. */
static void
test_finding (Fixture *fixture, gconstpointer data)
{
  static const BulLanguage sides[] = { BUL_LANGUAGE_KOREAN, BUL_LANGUAGE_ENGLISH };

  open_desk (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      GtkWidget *view = GTK_WIDGET (desk_translation_get_side (get_desk (fixture), sides[i]));
      GtkWidget *other = GTK_WIDGET (desk_translation_get_side (get_desk (fixture), sides[1 - i]));
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
      guint n_findings = count_findings (fixture);
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_line (buffer, &iter, 6);
      gtk_text_buffer_insert (buffer, &iter, "\357\277\275", -1);
      wait_until (count_findings (fixture) > n_findings);
      gtk_widget_grab_focus (other);
      for (guint j = 0; j < count_findings (fixture) && !gtk_widget_has_focus (view); j++)
        press (fixture, "win.next-finding");
      g_assert_true (gtk_widget_has_focus (view));
    }
}

/* --- the syllable */

static void
done_cb (DeskView *view, gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* Every action that the desk has, while a syllable is composed in either text. */
static void
test_composing (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[]
      = { "win.accept",         "win.accept-to-here", "win.reject",
          "win.next-open",      "win.previous-open",  "win.unlink-pair",
          "win.leave-alone",    "win.join-pairs",     "win.split-pair",
          "win.take-from-next", "win.give-to-next",   "win.turn-over",
          "win.next-change",    "win.next-finding",   "win.toggle-translation" };

  open_desk (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      BulLanguage side = BUL_LANGUAGE_KOREAN + i % 2;
      DeskView *view = desk_translation_get_side (get_desk (fixture), side);
      const BulBlock *block = get_block (fixture, side, 6);
      g_autofree char *key = g_strdup (block->key);
      g_autofree char *expected = g_strconcat (SYLLABLE, block->text, NULL);
      gboolean done = FALSE;
      guint position;
      const BulScript *script;
      GtkTextIter iter;

      g_test_message ("%s", actions[i]);
      desk_window_show_desk (fixture->window, "translation");
      gtk_widget_grab_focus (GTK_WIDGET (view));
      wait_until (is_in_front (fixture->window) && fake_input_has_focus ());
      desk_buffer_get_iter_at_place (desk_view_get_buffer (view), key, 0, DESK_AFTER_STRUCK, &iter);
      gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (desk_view_get_buffer (view)), &iter);
      fake_input_compose ("하");
      fake_input_compose (SYLLABLE);
      g_assert_nonnull (desk_document_get_composing (desk_window_get_document (fixture->window)));
      press (fixture, actions[i]);
      desk_window_commit (fixture->window, done_cb, &done);
      wait_until (done);
      script = bul_story_find_block (get_story (fixture), key, &position);
      g_assert_cmpstr (((const BulBlock *) script->blocks->pdata[position])->text, ==, expected);
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

UNIT (translation)
{
  gtk_test_init (&argc, &argv);
  fake_input_install ();

  ADD ("/translation/both-languages", test_both_languages);
  ADD ("/translation/next-desk", test_next_desk);
  ADD ("/translation/one-language", test_one_language);
  ADD ("/translation/one-language-later", test_one_language_later);
  ADD ("/translation/level", test_level);
  ADD ("/translation/padding", test_padding);
  ADD ("/translation/active", test_active);
  ADD ("/translation/narrow", test_narrow);
  ADD ("/translation/panes", test_panes);
  ADD ("/translation/empty", test_empty);
  ADD ("/translation/written", test_written);
  ADD ("/translation/strip", test_strip);
  ADD ("/translation/confirm", test_confirm);
  ADD ("/translation/confirm-to-here", test_confirm_to_here);
  ADD ("/translation/confirm-all", test_confirm_all);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/translation/%s", rows[i].name);

      g_strdelimit (path, " ", '-');
      g_test_add (path, Fixture, &rows[i], set_up, test_row, tear_down);
    }
  ADD ("/translation/unlink", test_unlink);
  ADD ("/translation/stale", test_stale);
  ADD ("/translation/follows-typing", test_follows_typing);
  ADD ("/translation/finding", test_finding);
  ADD ("/translation/place", test_place);
  ADD ("/translation/composing", test_composing);
  return run_with_application ();
}
